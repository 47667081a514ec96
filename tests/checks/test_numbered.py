"""Numbers of records that lost their order or their point, and words that name a number no record has."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import ROOT, edit, find_errors, find_problems, text_after

SPINE, WATER, CHARTER = "standards.yaml", "content/standards/water.yaml", "content/situations/dry-tap.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"


@pytest.mark.parametrize("start", ['  - id: option-1\n    number: "', '  - id: compost\n    number: "'])
def test_a_number_out_of_order_is_told_with_the_right_one(small: Path, start: str) -> None:
    before = (small / SPINE).read_text("utf-8")
    edit(small, SPINE, f'{start}1"', f'{start}3"')
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_two_records_with_one_number_are_told_once(small: Path) -> None:
    second = '  - id: mulch\n    number: "1"\n    title: Good mulch\n    text: It keeps the soil wet.\n'
    second += "    look_for: The soil is wet.\n    cite: garden-charter, page 2\n"
    edit(small, SPINE, "drivers_note:", f"{second}drivers_note:")
    (problem,) = (one for one in find_errors(small) if "at place" in one.wrong)
    assert problem.instead == 'Write number: "2"'


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("This is part of Standard 4.", "Standard 4"),
        ("You can choose Option 2 as well.", "Option 2"),
        ("It is in Standards 1 and 3.", "Standard 3"),
        ("It is in Standard 0 too.", "Standard 0"),
    ],
)
def test_a_number_that_no_record_has_is_told_in_words(small: Path, words: str, number: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [f"There is no {number}:" in problem.wrong for problem in find_errors(small)] == [True]


@pytest.mark.parametrize("words", ["It is in Standards 1 and 2.", "Standard 2 and 20 beds.", "Standard 1.10 says so.", "Standard 2021 is a year."])
def test_other_numbers_are_none_of_a_record(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert find_errors(small) == []


def test_an_official_number_without_its_point_is_told_with_the_line(small: Path) -> None:
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, 'official: "1.10"', 'official: "110"')
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_a_component_without_its_point_is_told_where_words_name_it(small: Path) -> None:
    edit(small, WATER, WHY, "      why: The charter says so in component 110.\n")
    (problem,) = find_errors(small)
    assert problem.instead == "Write component 1.10"


def test_the_number_in_the_new_edition_is_one_of_its_standard(small: Path) -> None:
    edit(small, SPINE, 'to: "1.10"', 'to: "1,10"')
    (problem,) = find_errors(small)
    assert problem.instead == 'Write to: "1.10"'


@pytest.mark.slow("reads all content")
def test_the_numbers_of_the_real_content_are_right() -> None:
    rules = {"records-are-numbered-in-order", "numbers-in-words-exist", "numbers-keep-their-points", "words-lost-no-part"}
    assert [str(problem) for problem in find_problems(ROOT) if problem.rule in rules] == []
