"""A sign that cannot be seen leaves a space behind where it stands between two words, and nothing inside a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, with_theme
from sds.commands.check import all_problems
from sds.problem import replaced
from sds.project import EarlierRun

PAGE, WATER = "content/pages/news.md", "content/standards/water.yaml"
TOP = "---\ntitle: News\ndescription: What is new in the garden.\n---\n\n# News\n\n"
WHY = "      why: The by-law gives each ten beds a tap.\n"


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("There are 7\u200bgardens by the river.", "There are 7 gardens by the river."),
        ("Ask in bed\u20604 for the key.", "Ask in bed 4 for the key."),
        ("Ask the\ufeffwarden for\u200byour\u00a0key.", "Ask the warden for your key."),
        ("The gate is o\u200bpen on the 5\u200bth of May.", "The gate is open on the 5th of May."),
        ("The garden\u200b is open, and the\u200b (old) gate.", "The garden is open, and the (old) gate."),
        ("Ask the gate\u00adhouse\u00adwarden.", "Ask the gatehousewarden."),
        ("Open ~/beds/bed\u200b7/ for more.", "Open ~/beds/bed7/ for more."),
    ],
)
def test_words_of_a_page_do_not_run_together(small: Path, words: str, mended: str) -> None:
    project = with_theme(small)
    (project / PAGE).write_text(f"{TOP}{words}\n", "utf-8")
    (problem,) = [problem for problem in all_problems(project, EarlierRun(project)) if problem.path == PAGE]
    assert problem.instead == f"Write {mended}"
    assert problem.replacement is not None
    assert replaced((project / PAGE).read_text("utf-8"), [problem.replacement]) == (f"{TOP}{mended}\n", 1)


def test_words_of_a_record_do_not_run_together(small: Path) -> None:
    project = with_theme(small)
    edit(project, WATER, WHY, WHY.replace("ten beds a", "10\u200bbeds a"))
    (problem,) = [problem for problem in all_problems(project, EarlierRun(project)) if problem.path == WATER]
    assert problem.instead == "Write why: The by-law gives each 10 beds a tap."


def test_a_number_that_runs_into_a_word_is_told_with_both(small: Path) -> None:
    edit(small, WATER, WHY, WHY.replace("ten beds a", "10beds a"))
    told = [problem.instead for problem in all_problems(small, EarlierRun(small)) if problem.wrong.startswith("There is a digit in a word")]
    assert told == ['If a space is missing, write "10 beds". Else write the words without it.']
