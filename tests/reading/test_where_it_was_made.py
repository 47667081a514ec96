"""A slip is told once, at the line where it was made, with what to write there or with the ways that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_errors, find_problems, text_after
from sds.problem import Problem

WATER, GLOSSARY, RESOURCES = "content/standards/water.yaml", "content/glossary.yaml", "content/resources.yaml"
DRY_TAP = "content/situations/dry-tap.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"
FOLDED = "      why: >-\n        The by-law gives each ten\n        beds a tap.\n"


def told(project: Path) -> Problem:
    """The only error in the project."""
    [problem] = find_errors(project)
    return problem


def mended(project: Path) -> str:
    """The file of the only error, after what it says was written."""
    return text_after(project, told(project))


@pytest.mark.parametrize("words", ["git push origin main", "Please ask Jo first", "see the minutes of last week", "dear all, new", "make sure: it is so"])
def test_words_at_the_left_edge_are_not_put_with_those_above(small: Path, words: str) -> None:
    for file in (WATER, GLOSSARY, RESOURCES):
        before = (small / file).read_text("utf-8")
        (small / file).write_text(f"{before.rstrip()}\n{words}\n", "utf-8")
        problem = told(small)
        assert (problem.path, problem.line) == (file, before.rstrip().count("\n") + 2)
        assert "elete this line, if you did not mean to write it." in problem.instead
        assert problem.replacement is None
        (small / file).write_text(before, "utf-8")


@pytest.mark.parametrize(
    ("above", "words"),
    [("      component: water-cc1\n", "npm run build all\n"), (FOLDED, "not sure of this\n"), ("  growers:\n", "ask Jo about it\n")],
)
def test_words_at_the_left_edge_in_the_middle_of_a_file_may_be_deleted(small: Path, above: str, words: str) -> None:
    edit(small, WATER, WHY, FOLDED)
    edit(small, WATER, above, above + words)
    problem = told(small)
    assert "elete this line, if you did not mean to write it." in problem.instead
    assert problem.replacement is None
    assert (small / WATER).read_text("utf-8").split("\n")[problem.line - 1] == words.strip()


def test_the_end_of_a_sentence_at_the_left_edge_belongs_to_it(small: Path) -> None:
    edit(small, WATER, WHY, FOLDED)
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, "        beds a tap.\n", "beds a tap.\n")
    assert mended(small) == before


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("  growers:\n", "  growers:\n  growers:\n", "  growers:"),
        ("asks:\n", "asks:\nasks:\n", "asks:"),
        ("    - id: water-g2\n", "    - id: water-g2\n    - id: water-g2\n", "    - id: water-g2"),
    ],
)
def test_a_line_that_is_there_twice_is_one_problem(small: Path, old: str, new: str, where: str) -> None:
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, old, new)
    assert told(small).wrong == "This line is here twice."
    assert (small / WATER).read_text("utf-8").split("\n")[told(small).line - 1] == where
    assert mended(small) == before


def test_a_field_twice_in_place_of_another_is_one_problem(small: Path) -> None:
    edit(small, WATER, "      stages: [planning]\n      basis: duty\n", "      why: [planning]\n      basis: duty\n")
    assert '"why" is here twice' in told(small).wrong


def test_the_name_of_a_list_that_is_missing_is_asked_for_once(small_situations: Path) -> None:
    text = (small_situations / DRY_TAP).read_text("utf-8")
    lists = [line for line in text.split("\n") if line.endswith(":") and not line.startswith(" ")]
    after = next(line for line in lists if f"]\n{line}\n" not in text and f"}}\n{line}\n  - " in text)
    (small_situations / DRY_TAP).write_text(text.replace(f"\n{after}\n", "\n"), "utf-8")
    problem = told(small_situations)
    assert problem.instead == f"Write it above this line: {after}"
    assert mended(small_situations) == text


@pytest.mark.parametrize("sign", ["#", "# "])
@pytest.mark.parametrize("id", ["water-g1", "water-g2", "water-w1"])
def test_the_first_lines_of_a_record_that_are_a_note_are_told(small: Path, id: str, sign: str) -> None:
    before = (small / WATER).read_text("utf-8")
    head = before[before.index(f"    - id: {id}\n") :].split("\n")[:2]
    noted = [f"#{line}" for line in head] if sign == "#" else [f"    # {line[4:]}" for line in head]
    edit(small, WATER, "\n".join(head), "\n".join(noted))
    assert "# makes it a note" in told(small).wrong
    assert mended(small) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "right"),
    [
        (GLOSSARY, "also_called: [Patch]", "also_called: ['Tis mine, Patch]", 'also_called: ["\'Tis mine", Patch]'),
        (GLOSSARY, "also_called: [Patch]", "also_called: [Patch, 'round here, plot]", 'also_called: [Patch, "\'round here", plot]'),
        (WATER, WHY, "      why: 'Cause the by-law gives it.\n", '      why: "\'Cause the by-law gives it."\n'),
    ],
)
def test_an_apostrophe_that_begins_words_is_no_quote(small: Path, file: str, old: str, new: str, right: str) -> None:
    edit(small, file, old, new)
    assert right in mended(small)


@pytest.mark.parametrize("sign", ["\u2022", "\u25cf", "\u00b7"])
def test_bullets_on_several_lines_are_one_problem(small: Path, sign: str) -> None:
    edit(small, WATER, "  - There is clean water near each bed, all summer.\n", f"  {sign} There is clean water.\n  {sign} There is a tap.\n")
    assert "asks:\n  - There is clean water.\n  - There is a tap.\n" in mended(small)


@pytest.mark.parametrize("sign", ["\u2022", "\u25aa"])
def test_bullets_in_the_middle_of_words_are_not_made_hyphens(small: Path, sign: str) -> None:
    edit(small, WATER, WHY, f"      why: >-\n        {sign} The by-law gives it.\n        {sign} The warden says so.\n")
    assert "without bullets" in told(small).instead
    assert told(small).replacement is None


def test_two_lines_with_a_sign_that_cannot_be_seen_are_both_mended(small: Path) -> None:
    edit(small, WATER, WHY, WHY.replace("gives each", "gives\u00a0each"))
    edit(small, WATER, "date on its post", "date on its\u00a0post")
    assert [problem.replacement is not None for problem in find_problems(small)] == [True, True]


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("stages: [planning, harvest]", "stages: [Planning the year, harvest]", "stages: [planning, harvest]"),
        ("stages: [planning, harvest]", "stages: [Planning the Year]", "stages: [planning]"),
        ("component: water-cc1", "component: A tap within reach", "component: water-cc1"),
    ],
)
def test_the_title_of_a_record_is_no_id_and_its_id_is_written(small: Path, old: str, new: str, right: str) -> None:
    edit(small, WATER, old, new)
    assert f"Write {right}" == told(small).instead
    assert right in mended(small)


def test_no_id_is_made_of_words_that_would_be_refused_next(small: Path) -> None:
    edit(small, WATER, "stages: [planning, harvest]", "stages: [late in spring]")
    assert told(small).instead == "Write one of: harvest, planning, soil."


@pytest.mark.parametrize(
    "address",
    ["<https://gardens.example/taps>", "(https://gardens.example/taps)", "'[taps](https://gardens.example/taps)'", "'<https://gardens.example/taps>'"],
)
def test_an_address_between_signs_is_written_without_them(small: Path, address: str) -> None:
    before = (small / RESOURCES).read_text("utf-8")
    edit(small, RESOURCES, "address: https://gardens.example/taps", f"address: {address}")
    assert mended(small) == before


def test_a_list_that_may_be_empty_is_offered_as_empty(small: Path) -> None:
    edit(small, GLOSSARY, "    also_called: []\n", "")
    assert told(small).instead.endswith("If there is none, write also_called: []")


def test_an_item_set_in_as_those_of_another_list_is_told_where_it_goes(small: Path) -> None:
    item = "    - id: water-w2\n      text: Mend each tap in a week.\n      why: Taps leak.\n"
    edit(small, WATER, "related:\n", f"{item}related:\n")
    problem = told(small)
    lines = (small / WATER).read_text("utf-8").split("\n")
    assert 'If it is an item of "wardens", move it there, below line ' in problem.instead
    assert lines[int(problem.instead.partition("below line ")[2].partition(",")[0])] == "ask_for:"
    assert 'If it is one of "ask_for", indent it by 2 spaces' in problem.instead


@pytest.mark.parametrize("text", ["{[a, b]: c}", "%%%: a"])
def test_a_line_that_nobody_can_explain_is_compared_with_another(small: Path, text: str) -> None:
    edit(small, WATER, WHY, f"{WHY}    {text}\n")
    problem = told(small)
    assert "similar lines" not in problem.instead
    assert "spaces" in problem.instead or "quotes" in problem.instead or "Write " in problem.instead
