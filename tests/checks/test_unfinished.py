"""Words that lost a part: a sentence that stops, a time without a digit or a letter, a unit without its s, two words twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems

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
    ],
)
def test_words_that_are_whole_are_not(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [problem for problem in find_problems(small) if problem.rule == "words-lost-no-part"] == []
