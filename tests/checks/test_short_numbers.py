"""A number of a few digits that nobody answers is reported, wherever words tell people to call it: some are called in danger."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from helpers import ROOT, edit, find_problems
from sds.checks import diagnostics
from sds.problem import replaced
from sds.reading.load import load
from sds.reading.visible_words import visible_words

CONTACTS, TAP, EASY, ABOUT = "content/contacts.yaml", "content/situations/dry-tap.yaml", "content/easy-read/pages.yaml", "content/pages/about.md"
RULE = "short-numbers-are-known"


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("If nobody answers, ring 5555.", "Write ring 555"),
        ("If nobody answers, dial 55 at once.", "Write dial 555"),
        ("If nobody answers, phone 545, then wait.", "Write phone 555"),
        ("If nobody answers, phone the number 55.", "Write phone the number 555"),
        ("If nobody answers, call 555 or 556.", "Write call 555 or 555"),
        ("If nobody answers, text 731 if you can.", "Write a number of content/contacts.yaml."),
    ],
)
def test_a_number_of_nobody_is_told_with_the_one_that_is_near(small_situations: Path, words: str, instead: str) -> None:
    edit(small_situations, TAP, "If nobody answers, call 555.", f"{words}")
    told = [problem for problem in find_problems(small_situations) if problem.rule == RULE]
    assert [problem.path for problem in told] == [TAP]
    assert told[0].instead.startswith(instead)


@pytest.mark.parametrize(
    "words",
    [
        "If nobody answers, call 24 hours later.",
        "If nobody answers, call 10 neighbours.",
        "If nobody answers, call 0300 555 0101.",
        "If nobody answers, call 555 or 0300 555 0101.",
        "If nobody answers, text 50 growers.",
    ],
)
def test_an_amount_and_a_whole_number_are_none(small_situations: Path, words: str) -> None:
    edit(small_situations, TAP, "If nobody answers, call 555.", words)
    assert [problem for problem in find_problems(small_situations) if problem.rule == RULE] == []


def test_it_is_told_in_a_field_of_a_purpose_and_in_a_page(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "about: Whoever looks after your row.,", "about: Whoever looks after your row., if_not_reached: Ring 55.,")
    page = small_situations / ABOUT
    page.write_text(page.read_text("utf-8") + "\nIf the gate is shut, call 5055.\n", "utf-8")
    told = diagnostics(load(small_situations), datetime.date(2026, 4, 2), visible=visible_words(small_situations))
    assert sorted(problem.path for problem in told if problem.rule == RULE) == [CONTACTS, ABOUT]


@pytest.mark.parametrize("short", ["55", "5555", "556"])
def test_a_short_name_in_digits_is_a_number_of_its_contact(small_situations: Path, short: str) -> None:
    before = (small_situations / CONTACTS).read_text("utf-8")
    edit(small_situations, CONTACTS, 'short: "555"', f'short: "{short}"')
    (problem,) = [problem for problem in find_problems(small_situations) if problem.rule == RULE]
    assert problem.replacement
    assert replaced((small_situations / CONTACTS).read_text("utf-8"), [problem.replacement])[0] == before


@pytest.mark.slow("reads all content")
def test_every_short_number_of_the_real_content_is_known() -> None:
    found = diagnostics(load(ROOT), datetime.date.today(), visible=visible_words(ROOT))
    assert [str(problem) for problem in found if problem.rule == RULE] == []
