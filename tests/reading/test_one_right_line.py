"""Slips with one right line: what the message tells is that line, and nothing else is told beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_errors, find_problems, text_after
from sds.paths import CONTACTS, LAW, RESOURCES
from sds.reading.unread_files import unread_files
from sds.spelling import dictionary

WATER, SPINE = "content/standards/water.yaml", "standards.yaml"
ASKS = "  - There is clean water near each bed, all summer.\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('  - "There is clean water near each bed."\n', '  - \u201cThere is clean water near each bed."\n'),
        ('  - "There is clean water: it is near each bed."\n', '  - There is clean water: it is near each bed."\n'),
        ('  - "There is clean water near each bed."\n', '  - "There is clean water near each bed.\u201d\n'),
        ("  - 'There is clean water near each bed.'\n", "  - 'There is clean water near each bed.\"\n"),
    ],
)
def test_a_quote_that_lost_its_pair_is_one_of_the_pair_around_all(small: Path, right: str, wrong: str) -> None:
    edit(small, WATER, ASKS, right)
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, right, wrong)
    (problem,) = find_problems(small)
    assert text_after(small, problem) == before


@pytest.mark.parametrize("wrong", ["bylaws3", "bylaw.s3", "bylaw-s-3", "b-y-l-a-w-s3"])
def test_an_id_without_its_hyphen_is_the_one_with_the_same_letters(small: Path, wrong: str) -> None:
    edit(small, WATER, "provisions: [bylaw-s3, bylaw-s6]", f"provisions: [{wrong}, bylaw-s6]")
    (problem, *_) = find_problems(small)
    assert '"bylaw-s3"' in problem.instead


AVOID = "content/words-to-avoid.yaml"


@pytest.mark.parametrize("lost", ["yonder], write", "was apprised], write"])
def test_a_bracket_lost_in_braces_is_written_before_the_next_field(small: Path, lost: str) -> None:
    before = (small / AVOID).read_text("utf-8")
    edit(small, AVOID, lost, lost.replace("]", ""))
    (problem,) = find_problems(small)
    assert text_after(small, problem) == before


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("{words: [yonder], write: over there}", "{words: yonder], write: over there}"),
        ("{words: [yonder], write: over there}", "words: [yonder], write: over there}"),
        ("{words: [yonder], write: over there}", "{words: (yonder), write: over there}"),
    ],
)
def test_a_bracket_or_brace_that_was_lost_at_the_beginning_is_written_there(small: Path, right: str, wrong: str) -> None:
    before = (small / AVOID).read_text("utf-8")
    edit(small, AVOID, right, wrong)
    (problem,) = find_problems(small)
    assert text_after(small, problem) == before


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('["garden-charter, page 3", E01-02]', '[garden-charter, page 3", E01-02]'),
        ('["law-2020, section 3", E01-02]', '["law-2020 section 3", E01-02]'),
        ('["law-2020, section 3", E01-02]', '["law-2020,section 3", E01-02]'),
        ('["garden-charter, page 3", "law-2020, section 3"]', '["garden-charter, page 3", law-2020 section 3]'),
    ],
)
def test_a_source_and_its_place_keep_their_comma_and_their_quotes(small: Path, right: str, wrong: str) -> None:
    edit(small, WATER, "      evidence: [E01-02]\n", f"      evidence: {wrong}\n")
    (problem, *_) = find_problems(small)
    assert problem.instead == f"Write evidence: {right}"


def test_a_full_stop_between_two_ids_is_a_comma(small: Path) -> None:
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, "\nprovisions: [bylaw-s3, bylaw-s6]\n", "\nprovisions: [bylaw-s3. bylaw-s6]\n")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_a_field_behind_another_whose_words_are_below_is_one_of_its_own(small: Path) -> None:
    edit(small, LAW, "      text: Each shed will have a barrel.\n", "      text: >-\n        Each shed will have a barrel.\n")
    before = (small / LAW).read_text("utf-8")
    edit(small, LAW, "      title: Rain barrels\n      text: >-\n", "      title: Rain barrels text: >-\n")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


@pytest.mark.parametrize("spaces", [6, 8, 10, 12])
def test_a_field_set_in_far_below_a_group_leaves_the_line_above_it_where_it_is(small_situations: Path, spaces: int) -> None:
    email, other = "      - kind: email\n", "  - id: other\n    title: Another\n    ways:\n"
    edit(small_situations, CONTACTS, email, f"{' ' * spaces}note: Ask her.\n{other}{email}")
    (problem, *_) = find_errors(small_situations)
    assert "note: Ask her." in (small_situations / CONTACTS).read_text("utf-8").split("\n")[problem.line - 1]


@pytest.mark.parametrize("line", [1, 2])
def test_an_id_that_lost_its_hyphen_is_told_once_on_its_line(small: Path, line: int) -> None:
    ids = ["bylaw-s3", "bylaw-s6", "bylaw-s4"]
    edit(small, WATER, "\nprovisions: [bylaw-s3, bylaw-s6]\n", "\nprovisions:\n" + "".join(f"  - {id}\n" for id in ids))
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, f"  - {ids[line]}\n", f"    {ids[line]}\n")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_a_list_on_two_lines_that_lost_its_first_bracket_is_told_as_one(small: Path) -> None:
    edit(small, WATER, "provisions: [bylaw-s3, bylaw-s6]\n", "provisions: bylaw-s3,\n  bylaw-s6]\n")
    (problem,) = find_errors(small)
    assert problem.instead.endswith("write provisions: [bylaw-s3, bylaw-s6]")


@pytest.mark.parametrize(
    ("end", "wrong"),
    [("{words: [was apprised],", "A bracket is opened and never closed."), ("?", '"" is not a field of item 1 of "never".')],
)
def test_a_file_that_was_cut_in_the_middle_of_an_item_is_told(small: Path, end: str, wrong: str) -> None:
    (small / AVOID).write_text(f"never:\n  - {end}", "utf-8")
    assert find_errors(small)[0].wrong == wrong


def test_a_field_set_in_too_far_is_one_of_the_record_around_it(small: Path) -> None:
    right = '    formerly:\n      - edition: "2021"\n        title: Watering\n    also_called: [Irrigation]\n'
    before = (small / SPINE).read_text("utf-8")
    edit(small, SPINE, right, right.replace("    also_called", "        also_called"))
    (problem,) = find_problems(small)
    assert text_after(small, problem) == before


def test_a_field_set_in_too_far_hides_no_other_error_of_its_file(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, '          read: "2025-03"\n        show: number\n', '          read: "2025-03"\n          show: number\n')
    edit(small_situations, CONTACTS, "      - kind: email\n", "      - kind: emu\n")
    assert ["Indent this line by 8 spaces." in problem.instead or "emu" in problem.wrong for problem in find_errors(small_situations)] == [True, True]


def test_hyphens_without_spaces_on_the_last_line_are_told(small: Path) -> None:
    edit(small, WATER, "provisions: [bylaw-s3, bylaw-s6]\n", "")
    (small / WATER).write_text((small / WATER).read_text("utf-8") + "provisions: -bylaw-s3 -bylaw-s6", "utf-8")  # and no line end
    (problem,) = find_errors(small)
    assert problem.instead == "Write - bylaw-s3"


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (SPINE, "  - id: harvest\n", "  - id: planning\n"),
        (LAW, "id: getting-about", "id: using-water"),  # messages say what this is in words of their own
        (WATER, "    - id: water-g2\n", "    - id: water-g1\n"),
    ],
)
def test_an_id_written_over_another_is_told_once_with_the_one_that_is_gone(small: Path, path: str, right: str, wrong: str) -> None:
    before = (small / path).read_text("utf-8")
    edit(small, path, right, wrong)
    (problem,) = find_problems(small)
    assert text_after(small, problem) == before
    assert problem.replacement
    assert not problem.replacement.sure, "the other record may be the one that had the id"


def _line(project: Path, path: str, words: str) -> int:
    """The number of the first line with ``words``."""
    return next(at for at, line in enumerate((project / path).read_text("utf-8").split("\n"), start=1) if words in line)


def test_an_id_written_over_one_below_it_may_belong_to_either(small: Path) -> None:
    edit(small, SPINE, "  - id: planning\n", "  - id: harvest\n")
    (problem,) = find_problems(small)
    assert problem.wrong == f'The id "harvest" is already used, in {SPINE}, line {_line(small, SPINE, "- id: harvest")}, and "planning" is gone.'
    assert problem.instead == 'One of the two records had the id "planning". Write id: planning in that one.'


def test_an_id_written_over_one_of_another_role_does_not_fit_its_place_for_the_same_cause(small: Path) -> None:
    (small / "content/published.txt").write_text("actions/paths-w1\n", "utf-8")
    edit(small, "content/standards/paths.yaml", "    - id: paths-w1\n", "    - id: paths-g1\n")
    assert [problem.instead for problem in find_errors(small)] == ['One of the two records had the id "paths-w1". Write id: paths-w1 in that one.']


def test_an_id_written_over_one_of_another_file_is_written_in_neither_by_a_machine(small: Path) -> None:
    (small / "content/published.txt").write_text("actions/paths-w1\n", "utf-8")
    edit(small, "content/standards/paths.yaml", "    - id: paths-w1\n", "    - id: water-w1\n")
    (problem,) = (one for one in find_problems(small) if '"paths-w1" is gone' in one.wrong)
    assert (problem.path, problem.replacement) == (WATER, None)
    assert "content/standards/paths.yaml, line" in problem.wrong


def test_a_file_in_the_wrong_folder_goes_where_its_first_line_says(small: Path) -> None:
    (small / "content/water2.yaml").write_text("# yaml-language-server: $schema=../../schemas/standard.schema.json\nid: water2\n", "utf-8")
    (problem,) = unread_files(small, ())
    assert "content/standards/water2.yaml" in problem.instead


@pytest.mark.parametrize(("typed", "meant"), [("fre", "free"), ("Mondy", "Monday"), ("teh", "the"), ("gardn", "garden")])
def test_a_letter_left_out_comes_before_a_letter_typed_wrong(typed: str, meant: str) -> None:
    often = {"are": 5000, "free": 90, "money": 400, "Money": 400, "Monday": 30, "the": 9000, "garden": 10, "ten": 100}
    assert dictionary.meant(typed, lambda word: often.get(word, 0)) == meant


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (WATER, "stages: [planning, harvest]", "stages: [[planning, harvest]]"),
        (WATER, 'evidence: ["garden-charter, page 3", E01-02, E01-01]', 'evidence: [["garden-charter, page 3", E01-02], E01-01]'),
        (WATER, "stages: [planning, harvest]", "stages: [planning, [harvest]]"),
        (WATER, "basis: duty", "basis: {duty}"),
        (WATER, "driver: compost", "driver: [compost]"),
        (LAW, "read: 2021-03-01", "read: {2021-03-01}"),
    ],
)
def test_brackets_and_braces_too_many_are_left_out(small: Path, file: str, right: str, wrong: str) -> None:
    text = (
        (small / file)
        .read_text("utf-8")
        .replace('"2021-03-01"', "2021-03-01")
        .replace("evidence: [E01-02]", 'evidence: ["garden-charter, page 3", E01-02, E01-01]')
    )
    assert right in text
    (small / file).write_text(text.replace(right, wrong, 1), "utf-8")
    problem = next(one for one in find_errors(small) if wrong in (small / file).read_text("utf-8").split("\n")[one.line - 1])
    assert problem.instead.endswith(f": {right}") or problem.instead == f"Write {right}"
    assert "{'" not in problem.wrong
    assert text_after(small, problem) == text


@pytest.mark.parametrize("lost", ["when", "how"])
def test_a_field_that_a_group_lacks_is_told_of_the_group_with_the_line_below_which_it_belongs(small: Path, lost: str) -> None:
    fields = {"when": '        when: "2021-03-01"\n', "how": "        how: opened\n          in a browser\n"}
    kept = "".join(words for name, words in fields.items() if name != lost)
    edit(small, RESOURCES, '    checked: {when: "2021-03-01", how: opened in a browser}\n', f"    checked:\n{kept}")
    (problem,) = [one for one in find_errors(small) if one.path == RESOURCES]
    assert problem.wrong == f'"checked" of "tap-map" has no "{lost}".'
    lines = (small / RESOURCES).read_text("utf-8").split("\n")
    last = lines.index(kept.split("\n")[-2]) + 1
    assert f'{lost}: "..." below line {last}, indented by 8 spaces.' in problem.instead


def test_a_field_that_a_group_in_braces_lacks_is_told_of_the_group(small: Path) -> None:
    edit(small, RESOURCES, '{when: "2021-03-01", how: opened in a browser}', '{when: "2021-03-01"}')
    (problem,) = [one for one in find_errors(small) if one.path == RESOURCES]
    assert problem.wrong == '"checked" of "tap-map" has no "how".'
    assert problem.instead.startswith('Add how: "..." ')
