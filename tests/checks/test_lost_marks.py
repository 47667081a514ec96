"""Marks that were lost: the hyphen of an item, the sign of a heading, of a definition or of an item of a page, and what stands in place of the right thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import EXTENSIONS, edit, find_problems, text_after
from sds.markdown_pages.rules import in_source
from sds.markdown_pages.source import Source

WATER, LAW, SOURCES = "content/standards/water.yaml", "content/law.yaml", "content/sources.yaml"


@pytest.mark.parametrize(("first", "second"), [("dry beds", "no tap near me"), ("All beds are dry.", "Nobody opens the tap on Sundays.")])
def test_an_item_without_its_hyphen_is_told_with_the_line(small: Path, first: str, second: str) -> None:
    asks = "  - There is clean water near each bed, all summer.\n"
    edit(small, WATER, asks, f"{asks}  - {first}\n    {second}\n")
    (problem,) = (one for one in find_problems(small) if one.rule == "items-keep-their-hyphens")
    assert f"  - {first}\n  - {second}\n" in text_after(small, problem)


def test_a_wrapped_line_is_no_item(small: Path) -> None:
    asks = "  - There is clean water near each bed, all summer.\n"
    edit(small, WATER, asks, f"{asks}  - There is a hose that reaches the beds at the far end of the garden and\n    the beds behind the shed.\n")
    assert find_problems(small) == []


def test_a_started_part_of_a_law_has_its_day(small: Path) -> None:
    edit(small, LAW, "status: not-started", "status: started\n      since: 1 May 2020")
    assert find_problems(small) == []
    edit(small, LAW, "      since: 1 May 2020\n", "")
    (problem,) = find_problems(small)
    assert (problem.path, problem.rule) == (LAW, "started-parts-say-since-when")


@pytest.mark.parametrize("status", ["not-started", "not-seen"])
def test_a_part_of_a_law_that_has_not_started_has_no_day(small: Path, status: str) -> None:
    edit(small, LAW, "status: not-started", f"status: {status}\n      since: 1 May 2020")
    (problem,) = find_problems(small)
    assert (problem.rule, problem.instead) == ("started-parts-say-since-when", "Delete the line since: or write status: started")


def test_a_part_of_a_law_that_has_started_in_part_has_its_day_too(small: Path) -> None:
    edit(small, LAW, "status: not-started", "status: partly-started")
    (problem,) = find_problems(small)
    assert (problem.rule, problem.instead) == ("started-parts-say-since-when", "Add the line since: with the day, as in since: 3 May 2026")
    edit(small, LAW, "status: partly-started", "status: partly-started\n      since: soon")
    (problem,) = find_problems(small)
    assert (problem.rule, problem.instead) == ("started-parts-say-since-when", "Write the day, as in since: 3 May 2026")
    edit(small, LAW, "since: soon", "since: 1 May")
    assert [one.instead for one in find_problems(small)] == ["Write the year behind it."], "another rule reports it, once"


@pytest.mark.parametrize("word", ["b\u0435ds", "t\u0430p", "\u0441lean", "\u0410ll"])
def test_a_letter_of_another_script_is_told_with_the_right_one(small: Path, word: str) -> None:
    right = {"b\u0435ds": "beds", "t\u0430p": "tap", "\u0441lean": "clean", "\u0410ll": "All"}[word]
    edit(small, WATER, "why: The by-law gives each ten beds a tap.", f"why: {right.capitalize()} is a word of the by-law.")
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, f"why: {right.capitalize()} is", f"why: {word} is")
    (problem,) = (one for one in find_problems(small) if one.rule == "words-are-of-one-script")
    assert text_after(small, problem).lower() == before.lower()


@pytest.mark.parametrize(("first", "letter"), [("\u0430", "a"), ("\u0406", "I"), ("\u0391", "A")])
@pytest.mark.parametrize("before", ["", "The by-law gives "])
def test_a_letter_of_another_script_alone_among_words_is_told(small: Path, before: str, first: str, letter: str) -> None:
    edit(small, WATER, "why: The by-law gives each ten beds a tap.", f"why: {before}{first} tap for ten beds.")
    (problem,) = (one for one in find_problems(small) if one.rule == "words-are-of-one-script")
    assert problem.instead == f"Write why: {before}{letter} tap for ten beds."


@pytest.mark.parametrize("words", ["\u0437\u0435\u043c\u043b\u044f \u0430 Elmswick", "the angle \u03b1 in degrees"])
def test_words_of_another_script_are_not(small: Path, words: str) -> None:
    edit(small, WATER, "why: The by-law gives each ten beds a tap.", f"why: The by-law says {words}.")
    assert [one for one in find_problems(small) if one.rule == "words-are-of-one-script"] == []


def test_two_documents_with_one_address_are_told(small: Path) -> None:
    edit(small, SOURCES, "    authority: official", "    address: https://gardens.example/bylaw\n    authority: official")
    assert ["has the address of" in problem.wrong for problem in find_problems(small)] == [True]


@pytest.mark.parametrize(
    ("page", "mended"),
    [
        ("Bed\n:   A place.\n\nTap\nIt gives water.\n", "Bed\n:   A place.\n\nTap\n:   It gives water.\n"),
        ("## Beds\n\nThey are dry.\n\nThe far taps\n\nThey are shut.", "## Beds\n\nThey are dry.\n\n## The far taps\n\nThey are shut."),
        ("Bed\n:   A place.\n\nTap\n  It gives water.\n", "Bed\n:   A place.\n\nTap\n:   It gives water.\n"),
        ("1. Open it.\n2. Wait.\n3 Close it.\n4. Go home.", "1. Open it.\n2. Wait.\n3. Close it.\n4. Go home."),
        ("1. Open it.\n2.Wait.\n3. Go home.", "1. Open it.\n2. Wait.\n3. Go home."),
        ("1. Open it.\n2, Wait.\n3. Go home.", "1. Open it.\n2. Wait.\n3. Go home."),
        ("1. Open it.\n2 - Wait.\n3. Go home.", "1. Open it.\n2. Wait.\n3. Go home."),
        ("1. Open it.\n2)Wait.\n3. Go home.", "1. Open it.\n2. Wait.\n3. Go home."),
        ("1. Open it.\n2) Wait.\n3. Go home.", "1. Open it.\n2. Wait.\n3. Go home."),
        ("1. Open it.\n2 **Wait.**\n3. Go home.", "1. Open it.\n2. **Wait.**\n3. Go home."),
        ("Bed\n:   A place.\n\nTap\n;   It gives water.\n", "Bed\n:   A place.\n\nTap\n:   It gives water.\n"),
        ("Bed\n:   A place.\n\nTap\n:It gives water.\n", "Bed\n:   A place.\n\nTap\n:   It gives water.\n"),
        ("Bed\n:   A place.\n\nTap:   It gives water.\n", "Bed\n:   A place.\n\nTap\n:   It gives water.\n"),
        ("- Open it.\nWait.\n- Go home.", "- Open it.\n- Wait.\n- Go home."),
        ("- Open it.\n**Wait.** Then go.\n- Go home.", "- Open it.\n- **Wait.** Then go.\n- Go home."),
        ("- Open it\n  by hand.\n-Wait.\n- Go home.", "- Open it\n  by hand.\n- Wait.\n- Go home."),
        ("Do this:\n\n1 Open it.\n2. Wait.\n3. Go home.", "Do this:\n\n1. Open it.\n2. Wait.\n3. Go home."),
    ],
)
def test_a_line_of_a_page_that_lost_its_sign_is_told_with_the_line(page: str, mended: str) -> None:
    (problem,) = in_source(Source("page.md", page, 0, EXTENSIONS))
    lines, new = page.split("\n"), problem.replacement
    assert new is not None
    assert "\n".join([*lines[: new.first - 1], new.line, *lines[new.last :]]) == mended


@pytest.mark.parametrize(
    "page",
    [
        "## Beds\n\nThey are dry:\n\n- one",
        "Bed\n:   A place.\n\nA tap gives water. 3 Beds are dry.\nThey are so each year.\n",
        "3 Long Row\n",
        "## Beds\n\nThey are dry.\n\nTap\n\n:   It gives water.\n",
        "- Open the\n  **gate**.\n  Wait.\n- Go to\nElmswick.",
        "- Open it.\n\nWait.\n\n- Go home.",
    ],
)
def test_other_lines_of_a_page_lost_nothing(page: str) -> None:
    assert list(in_source(Source("page.md", page, 0, EXTENSIONS))) == []


@pytest.mark.parametrize("other", ["hoses", "tube"])
def test_the_anchor_of_a_case_that_was_published_stays(small_situations: Path, other: str) -> None:
    tap = "content/situations/dry-tap.yaml"
    before = (small_situations / tap).read_text("utf-8")
    edit(small_situations, tap, "  - id: hose\n", f"  - id: {other}\n")
    (problem,) = (one for one in find_problems(small_situations) if one.rule == "published-cases-stay")
    assert text_after(small_situations, problem) == before
