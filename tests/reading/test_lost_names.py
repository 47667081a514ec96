"""The words of a field whose first line was deleted are not taken for words of another: the line is named, and put back with one click."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems
from sds.problem import replaced

WATER, GLOSSARY, RESOURCES, TAP = "content/standards/water.yaml", "content/glossary.yaml", "content/resources.yaml", "content/situations/dry-tap.yaml"
SOURCES, LAW = "content/sources.yaml", "content/law.yaml"
LONG = "It is kept by the gate, so that everybody who has a bed can see it.\n{}Ask the warden for the key of the shed when it rains."


def folded(project: Path, file: str, line: str, words: str = LONG) -> str:
    """Writes the words of the field on ``line`` below its name, on two lines, and returns the name with its sign."""
    name, _, _ = line.strip().partition(":")
    column = len(line) - len(line.lstrip(" "))
    inner = " " * (column + 2)
    edit(project, file, line, f"{' ' * column}{name}: >-\n{inner}{words.format(inner)}")
    assert find_problems(project) == [], [str(one) for one in find_problems(project)]
    return f"{' ' * column}{name}: >-\n"


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (GLOSSARY, "    meaning: A barrel that catches rain."),
        (RESOURCES, "    about: A map for the day when you look for the nearest tap."),
        (TAP, "if_no: Ask the parish meeting."),
        (TAP, "answer: Ask the warden to mend it this week. Until then you can share a water butt."),
    ],
)
def test_the_line_that_begins_a_field_is_put_back(small_situations: Path, file: str, line: str) -> None:
    name = folded(small_situations, file, line)
    before = (small_situations / file).read_text("utf-8")
    edit(small_situations, file, name, "")
    told = [problem for problem in find_problems(small_situations) if problem.level == "error"]
    assert len(told) == 1, list(map(str, told))
    assert name.strip() in told[0].instead
    assert told[0].replacement is not None
    assert replaced((small_situations / file).read_text("utf-8"), [told[0].replacement])[0] == before


def test_an_id_that_took_the_words_of_a_statement_is_told_once(small: Path) -> None:
    line = "      text: Test every tap in March and write the date on its post.\n"
    before = (small / WATER).read_text("utf-8").replace(line, line.replace("text: ", "text: >-\n        "))
    (small / WATER).write_text(before.replace("      text: >-\n        Test", "        Test"), "utf-8")
    (problem,) = find_problems(small)
    assert problem.replacement is not None
    assert replaced((small / WATER).read_text("utf-8"), [problem.replacement])[0] == before


def test_a_field_that_may_be_left_out_is_only_asked_for(small: Path) -> None:
    name = folded(small, WATER, "      why: The by-law gives each ten beds a tap.")
    edit(small, WATER, name, "")
    (problem,) = find_problems(small)
    assert "why: >- on a line above" in problem.instead
    assert problem.replacement is None


def test_the_words_of_two_fields_in_one_are_asked_about(small: Path) -> None:
    terms = (small / GLOSSARY).read_text("utf-8")
    inner = "      "
    for easy in ("A place where plants grow.", "A big pot for rain."):
        terms = terms.replace(f"    easy: {easy}", f"    easy: >-\n{inner}{easy}")
    extra = (
        f"  - id: hoe\n    term: Hoe\n    meaning: >-\n{inner}A tool with a long handle and a blade, to keep the ground free of weeds.\n{inner}It is short.\n"
    )
    extra += f"{inner}A tool for beds.\n    also_called: []\n    source: ours\n"
    (small / GLOSSARY).write_text(terms.rstrip() + "\n" + extra, "utf-8")
    told = [problem for problem in find_problems(small) if problem.path == GLOSSARY]
    assert any("easy: >-" in problem.instead for problem in told), list(map(str, told))


def test_words_that_go_on_in_the_next_line_are_no_slip(small: Path) -> None:
    edit(small, WATER, "      why: The by-law gives each ten beds a tap.\n", "      why: The by-law gives\n        each ten beds a tap.\n")
    assert find_problems(small) == []
