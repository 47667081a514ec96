"""Text that YAML reads as something else (words, or a comment) than the editor meant is reported with the lines to write, which fix it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from helpers import edit
from sds.checks import check, diagnostics
from sds.problem import Problem, replaced
from sds.reading.load import load

TODAY = datetime.date(2021, 4, 2)


WATER = "content/standards/water.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"
OUTCOME = "  - There is clean water near each bed, all summer.\n"


def told(project: Path, before: str, after: str) -> list[Problem]:
    edit(project, WATER, before, after)
    return [problem for problem in diagnostics(load(project), TODAY) if problem.path == WATER]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (WHY, "      why: >-\n        The by-law says so.\n        driver: compost\n", "Indent this line by 6 spaces: driver: compost"),
        (
            WHY,
            "      why: |\n        The by-law says so.\n          status: withdrawn\n          reason: It is gone.\n",
            "Indent this line and the lines below",
        ),
        (WHY, "      why: >-\n        The by-law says so. status: withdrawn\n", "Write it on a line of its own, indented by 6 spaces: status: withdrawn"),
        (WHY, "      why: The by-law\n        - and more.\n", "Leave the hyphen out: and more."),
        (WHY, "      why: The by-law says so.\n        driver:compost\n", "Write it indented by 6 spaces: driver: compost"),
        (WHY, "      why: >-\n        The by-law says so.\n        driver:compost\n", "Write it indented by 6 spaces: driver: compost"),
        (WHY, "      why: The by-law says so.\n        stages [planning, harvest]\n", "Write it indented by 6 spaces: stages: [planning, harvest]"),
        (WHY, "      why: >-\n        The by-law says so.\n        evidence [E01-02]\n", "Write it indented by 6 spaces: evidence: [E01-02]"),
        (OUTCOME, f"  - There is a tap.\n  {OUTCOME}", "Indent this line by 2 spaces: - "),
        (OUTCOME, f"  - >-\n    There is a tap.\n  {OUTCOME}", "Indent this line by 2 spaces: - "),
        (WHY, "      why: > # The by-law\n        gives each ten beds a tap.\n", "without the sign: why: The by-law gives each ten"),
        (WHY, "      why: # The by-law\n        gives each ten beds a tap.\n", "without the sign: why: The by-law gives each ten"),
    ],
)
def test_what_is_swallowed_is_told_and_the_lines_to_write_mend_it(small: Path, before: str, after: str, said: str) -> None:
    found = told(small, before, after)
    first = next(problem for problem in found if said in problem.instead)
    assert not [one for one in found if 'has no "' in one.wrong and f'"{said.rpartition(": ")[0].rpartition(" ")[2]}"' in one.wrong], (
        "one cause has one message"
    )
    assert first.replacement is not None
    mended, count = replaced((small / WATER).read_text("utf-8"), [first.replacement])
    assert count == 1
    (small / WATER).write_text(mended, "utf-8")
    assert not [problem for problem in check(load(small)) if "read as" in problem.wrong or "lost" in problem.wrong]


@pytest.mark.parametrize(
    "after",
    [
        "      why: >-\n        The by-law names three things: a tap,\n        a hose: and a can.\n",
        "      why: >-\n        It asks you to say\n        too: who is to pay.\n",
        "      why: >-\n        It says\n        driver:/compost and more.\n",
        "      why: 'The by-law\n        - and more.'\n",
        "      why: It asks for\n        evidence of two sorts.\n",
        "      why: It is read in\n        stages (planning first).\n",
    ],
)
def test_words_with_a_colon_or_a_hyphen_stay_words(small: Path, after: str) -> None:
    assert [one for one in told(small, WHY, after) if one.rule != "words-hold-no-slips"] == [], "a hyphen between two words is told, and is no list"


def alike(project: Path, lists: str) -> list[Problem]:
    """The problems if these are the only lists of synonyms for the search."""
    file = project / "content/search.yaml"
    file.write_text(lists, "utf-8")
    return [problem for problem in check(load(project)) if problem.path == "content/search.yaml"]


@pytest.mark.parametrize(
    "lists",
    [
        "alike:\n- - tap\n  - standpipe\n  - pump\n- - bed\n  - patch\n",
        "alike:\n  - - tap\n    - standpipe\n  -   - bed\n      - patch\n",
        "alike:\n  -\n    - tap\n    - standpipe\n  - - 'bed'\n    - patch\n",
    ],
)
def test_the_items_of_a_list_in_a_list_are_items(small: Path, lists: str) -> None:
    assert alike(small, lists) == []


@pytest.mark.parametrize(
    ("lists", "mended"),
    [
        ("alike:\n- - tap\n    - standpipe\n- - bed\n  - patch\n", "alike:\n- - tap\n  - standpipe\n- - bed\n  - patch\n"),
        ("alike:\n  - - tap\n    - pump\n      - standpipe\n", "alike:\n  - - tap\n    - pump\n    - standpipe\n"),
        (
            "alike:\n- - tap\n    - >-\n    pipe\n    in the lane\n- - bed\n  - patch\n",
            "alike:\n- - tap\n  - >-\n    pipe\n    in the lane\n- - bed\n  - patch\n",
        ),
    ],
)
def test_an_item_of_a_list_in_a_list_that_is_set_in_too_far_is_told_and_mended(small: Path, lists: str, mended: str) -> None:
    [problem] = alike(small, lists)
    assert problem.wrong == "This item is indented so far that it is read as words of the value above it."
    assert problem.replacement is not None
    assert replaced(lists, [problem.replacement]) == (mended, 1)


def test_a_field_that_was_made_a_note_is_a_warning_with_the_line_to_write(small: Path) -> None:
    found = told(small, "      stages: [planning, harvest]\n      basis", "      # stages: [planning, harvest]\n      basis")
    assert any(problem.level == "warning" and "To have it read, write stages: [planning, harvest]" in problem.instead for problem in found)


def test_a_note_beside_a_name_that_has_a_list_is_only_a_note(small: Path) -> None:
    assert told(small, "ask_for:\n", "ask_for: # what people say at the gate\n") == []


LEAKS = "      why: Taps froze and nobody knew until June.\n      driver: compost\n      stages: [planning]\n"


@pytest.mark.parametrize(
    "field", ["The tap leaked. stages: [planning]", "The tap leaked.\n        stages: [planning]", "The tap leaked.\n        stages:[planning]"]
)
def test_a_field_that_was_swallowed_is_not_told_as_missing_too(small: Path, field: str) -> None:
    [problem] = [one for one in told(small, LEAKS, f"      driver: compost\n      why: >-\n        {field}\n") if one.level == "error"]
    assert problem.instead.endswith("stages: [planning]")


@pytest.mark.parametrize("name", ["term", "publisher", "by_when", "cost", "palette"])
@pytest.mark.parametrize("sign", [">-", "|", ">"])
def test_a_field_of_another_kind_of_record_inside_words_is_told(small: Path, name: str, sign: str) -> None:
    found = told(small, WHY, f"      why: {sign}\n        The by-law gives each ten beds a tap.\n        {name}: the gate.\n")
    assert [(problem.level, problem.line) for problem in found if f'"{name}" is not a field of "water-g1"' in problem.wrong] == [("error", 23)]


def test_a_word_in_the_middle_of_a_sentence_is_only_asked_about(small: Path) -> None:
    found = told(small, WHY, "      why: >-\n        The by-law gives each ten beds one\n        place: The tap.\n")
    assert [problem.level for problem in found if '"place" is not a field' in problem.wrong] == ["warning"]


def test_a_word_that_is_no_field_may_begin_a_line(small: Path) -> None:
    assert told(small, WHY, "      why: >-\n        The by-law gives each ten beds two\n        things: a tap and a hose.\n") == []


def test_a_field_that_an_outer_record_has_already_is_not_set_in_there_again(small: Path) -> None:
    edit(
        small,
        "content/law.yaml",
        "      text: Each shed will have a barrel.\n",
        "      text: >-\n        Each shed will have a barrel.\n        about: Barrels.\n",
    )
    (problem,) = (one for one in diagnostics(load(small), TODAY) if one.level == "error")
    assert (problem.replacement, problem.wrong) == (None, '"about" is not a field of "rain", and this line is read as words of "text".')


def test_a_component_whose_number_is_read_as_words_lacks_nothing_else(small: Path) -> None:
    edit(small, WATER, '    official: "1.10"\n', "")
    edit(
        small,
        WATER,
        "    text: No bed is more than twenty steps from a tap.\n",
        '    text: >-\n      No bed is more than twenty steps from a tap.\n      official: "1.10"\n',
    )
    (problem,) = (one for one in diagnostics(load(small), TODAY) if one.level == "error")
    assert problem.instead == 'Indent this line by 4 spaces: official: "1.10"'
