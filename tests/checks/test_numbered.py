"""Numbers of records that lost their order or their point, and words that name a number no record has."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import ROOT, edit, find_errors, find_problems, find_problems_in_page, text_after

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
        ("It is in Standards 1\u20134.", "Standard 4"),
        ("It is in Standards 1 to 3, and 2.", "Standard 3"),
        ("Choose from Options 1-2.", "Option 2"),
    ],
)
def test_a_number_that_no_record_has_is_told_in_words(small: Path, words: str, number: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [f"There is no {number}:" in problem.wrong for problem in find_errors(small)] == [True]


@pytest.mark.parametrize(
    "words",
    [
        "It is in Standards 1 and 2.",
        "It is in Standards 1\u20132.",
        "Standard 2 and 20 beds.",
        "Standards 1 and 2, 20 beds and 3 taps.",
        "Standard 1.10 says so.",
        "Standard 2021 is a year.",
    ],
)
def test_other_numbers_are_none_of_a_record(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert find_errors(small) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [("It is in Standard 4.", 1), ("It is in Standards 1\nand 7.", 2), ("It is in Standard\n6.", 2), ("# Beds\n\n- Standards 1, 2\n  or 3", 4)],
)
def test_a_number_that_no_record_has_is_told_in_a_page_on_its_line(small: Path, words: str, line: int) -> None:
    assert [problem.line for problem in find_problems_in_page(small, words) if problem.rule == "numbers-in-words-exist"] == [line]


def test_an_official_number_without_its_point_is_told_with_the_line(small: Path) -> None:
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, 'official: "1.10"', 'official: "110"')
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_a_record_whose_own_file_has_an_error_keeps_its_number(small: Path) -> None:
    edit(small, WATER, WHY, "      why: It is in Standard 2.\n")
    edit(small, "content/standards/paths.yaml", "asks:\n  - ", "asks:\n  -")
    assert {problem.path for problem in find_errors(small)} == {"content/standards/paths.yaml"}


def test_a_record_with_the_id_of_another_is_told_alone(small: Path) -> None:
    second = '  - id: compost\n    number: "2"\n    title: Good mulch\n    text: It keeps the soil wet.\n'
    second += "    look_for: The soil is wet.\n    cite: garden-charter, page 2\n"
    edit(small, SPINE, "drivers_note:", f"{second}drivers_note:")
    edit(small, WATER, WHY, "      why: It is Driver 2 of all.\n")
    (problem,) = find_errors(small)
    assert '"compost" is already used' in problem.wrong


POINTS = [
    ("The charter says so in component 110.", "Write component 1.10"),
    ("Component 1,10 says so.", "Write Component 1.10"),
    ("The charter says so in component 1:10 of all.", "Write component 1.10"),
    ("The charter says so in components 1.10 and 110.", "Write components 1.10 and 1.10"),
]


@pytest.mark.parametrize(("words", "told"), POINTS)
def test_a_component_without_its_point_is_told_where_words_name_it(small: Path, words: str, told: str) -> None:
    edit(small, WATER, WHY, f"      why: '{words}'\n")
    (problem,) = find_errors(small)
    assert problem.instead == told


@pytest.mark.parametrize(("words", "told"), POINTS)
def test_a_component_without_its_point_is_told_in_a_page(small: Path, words: str, told: str) -> None:
    (problem,) = (one for one in find_problems_in_page(small, f"# Taps\n\n{words}\n") if one.rule == "numbers-keep-their-points")
    assert (problem.line, problem.instead) == (3, told)


@pytest.mark.parametrize(
    "words", ["There are 110 taps.", "In component 1.10, 110 taps are meant.", "One has component 12, the other 13.", "The subcomponent 110 is a pipe."]
)
def test_other_numbers_are_no_components(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert find_errors(small) == []


def test_the_number_in_the_new_edition_is_one_of_its_standard(small: Path) -> None:
    edit(small, SPINE, 'to: "1.10"', 'to: "1,10"')
    (problem,) = find_errors(small)
    assert problem.instead == 'Write to: "1.10"'


@pytest.mark.slow("reads all content")
def test_the_numbers_of_the_real_content_are_right() -> None:
    rules = {"records-are-numbered-in-order", "numbers-in-words-exist", "numbers-keep-their-points", "words-lost-no-part"}
    assert [str(problem) for problem in find_problems(ROOT) if problem.rule in rules] == []
