"""Words that lost a part: a sentence that stops, a time without a digit or a letter, a unit without its s, two words twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems, find_problems_in_page

WATER = "content/standards/water.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"


@pytest.mark.parametrize(
    "words",
    [
        "The by-law gives each ten beds a tap and a.",
        "The warden opens the gate for your. Then you go in.",
        "Ask the warden because.",
        "The tap is for growers, or are.",
        "The tap must run within 3 working day.",
        "Wait six week after that.",
        "The gate is open from 9am to 6p.",
        "The gate is open from 8:3am to 6pm.",
        "The gate is open from 9am to 45pm.",
        "The gate is open from 9a to 5pm.",
        "The by-law says who may who may open the tap.",
        "Take water fro the tap.",
        "The tap must run within twelve month at most, at two month at a time.",
        "Wait 20 working day, then ask again.",
        "Wait 20 working day until the gate opens.",
        "The gate is open from 9am to 13:30pm.",
        "The gate is open from 00:30am to 9pm.",
        "The gate is open from 9am to 4:300pm.",
        "The gate is open from 9am to 5, and on Sundays.",
        "The by-law says who may open the tap who may open the tap.",
        "Go to and fro. Fro the tap it is not far.",
    ],
)
def test_words_that_lost_a_part_are_told_on_their_line(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: >-\n        The beds are dry.\n        {words}\n")
    (problem,) = find_problems(small)
    assert (problem.path, problem.line, problem.rule) == (WATER, 23, "words-lost-no-part")


@pytest.mark.parametrize(
    "words",
    [
        "That is what the tap is for. It is more than they agreed to.",
        "Each tap has a 20 working day guarantee, or a six month one.",
        "The gate is open from 9am to 4:30pm, but see the note (b) at 9.30am.",
        "Go to and fro. See 1.1 and 2.3 of 9am.",
        "Wait 1 day for it, or 2 days.",
        "The gate is open from 9am to 12 noon, and from 2pm to 8 beds at most.",
        "Ask for a two month, six month or one year plot.",
        "A call costs 5p a minute, from 9am to 5pm.",
        "There is a warden for two beds (2:1) from 9am to 5pm, or 3:1, or one for four.",
        "Read the Act and its parts a. They ask again and again and again.",
        "The path goes over and over and over the hill, with to-and-fro steps.",
    ],
)
def test_words_that_are_whole_are_not(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [problem for problem in find_problems(small) if problem.rule == "words-lost-no-part"] == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Ask how to\nhow to open the gate.", 1),
        ("They open it.\nWait 20 working\nday. Then ask again.", 2),
        ("- Open the gate.\n- Ask the warden for your.\n- Go in.", 2),
        ("# Taps\n\n1. Open the gate and\n   take water fro the tap.", 4),
    ],
)
def test_words_that_lost_a_part_are_told_in_a_page_whose_lines_are_wrapped(small: Path, words: str, line: int) -> None:
    assert [problem.line for problem in find_problems_in_page(small, words) if problem.rule == "words-lost-no-part"] == [line]


@pytest.mark.parametrize(
    "words", ["Each tap has a 20 working day\nguarantee.", "The tap is\n\nthe tap is\n", "- the big tap\n- the big tap of all", "| a tap | a tap |"]
)
def test_whole_words_in_a_page_whose_lines_are_wrapped_are_not(small: Path, words: str) -> None:
    assert [problem for problem in find_problems_in_page(small, words) if problem.rule == "words-lost-no-part"] == []
