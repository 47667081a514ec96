"""What a message says to write is accepted when it is written: nobody is led from one refusal to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_errors, text_after, with_theme
from sds.commands.check import all_problems
from sds.project import EarlierRun

WATER, GLOSSARY, PLAN = "content/standards/water.yaml", "content/glossary.yaml", "content/templates/plot-plan.yaml"
WHY = "      why: Taps froze and nobody knew until June."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source: garden-charter, page 1", "source: garden-charter: page 1"),
        ("pages: [water]", "pages: [water]."),
        ("meaning: A barrel that catches rain.", "meaning: @A barrel that catches rain."),
    ],
)
def test_the_line_that_is_told_mends_it(small: Path, old: str, new: str) -> None:
    before = (small / GLOSSARY).read_text("utf-8")
    edit(small, GLOSSARY, old, new)
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_a_note_behind_a_name_is_not_put_in_quotes(small: Path) -> None:
    edit(small, GLOSSARY, "term: Water butt", "term: Water butt # barrel")
    (problem,) = find_errors(small)
    assert problem.instead == 'Delete them, or write them without the sign: term: "Water butt barrel"'


def test_a_stray_sign_is_told_on_its_own_line(small: Path) -> None:
    edit(small, WATER, WHY, "      why: >-\n        Taps froze and nobody\n        knew ~~until~~ June.")
    number = (small / WATER).read_text("utf-8").split("\n").index("        knew ~~until~~ June.") + 1
    assert {problem.line for problem in find_errors(small)} == {number}


def test_a_file_in_capitals_with_another_suffix_is_told_once_and_its_record_is_not_gone(small_situations: Path) -> None:
    project = with_theme(small_situations)
    published = project / "content/published.txt"
    published.write_text(published.read_text("utf-8") + "templates/plot-plan\n", "utf-8")
    (project / PLAN).rename(project / "content/templates/Plot-Plan.yml")
    problems = [problem for problem in all_problems(project, EarlierRun(project)) if problem.level == "error"]
    assert problems[0].instead == f"Name it {PLAN}"
    assert not any("no longer there" in problem.wrong for problem in problems), list(map(str, problems))
