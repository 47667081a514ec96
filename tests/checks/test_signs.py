"""Stray characters within words, unfinished sentences and repeated groups of words are reported, and correct typography is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems, find_problems_in_page
from sds.problem import replaced

WATER, GLOSSARY, SPINE, RESOURCES = "content/standards/water.yaml", "content/glossary.yaml", "standards.yaml", "content/resources.yaml"
DRY_TAP, LETTER = "content/situations/dry-tap.yaml", "content/templates/water-letter.yaml"
MEANING = "    meaning: A barrel that catches rain.\n"


@pytest.mark.parametrize(
    "words",
    [
        "A bar{rel that catches rain.",
        "A bar**rel that catches rain.",
        "A bar`rel that catches rain.",
        "A bar|rel that catches rain.",
        "A bar%rel that catches rain.",
        "A bar@rel that catches rain.",
        "A bar'rel that catches rain.",
        "A barrel* that catches rain.",
        "A barrel# that catches rain.",
        "A barrel@ that catches rain.",
        "A barrel,that catches rain.",
        "A barrel that catches rain.And dew.",
        "A barrel , that catches rain.",
        "A barrel,, that catches rain.",
        "A barrel that catches rain..",
        "A barrel (that catches rain.",
        "A barrel that catches] rain.",
        'A barrel that catches "rain.',
        "A barrel -that catches rain.",
        "A barrel! that catches rain.",
        "A barrel t's catches rain.",
        "A barrel that catches rain",
        "A barrel that",
        "barrel that catches rain.",
    ],
)
def test_what_a_reader_would_see_is_told_once_on_its_line(small: Path, words: str) -> None:
    edit(small, GLOSSARY, MEANING, f"    meaning: {words}\n")
    (problem,) = find_problems(small)
    line = (small / GLOSSARY).read_text("utf-8").split("\n").index(f"    meaning: {words}") + 1
    assert (problem.path, problem.line) == (GLOSSARY, line)


@pytest.mark.parametrize("sign", ["\u2705", "\u2b50", "\U0001f600", "\U0001f3f4", "\U0001f1ec\U0001f1e7"])
def test_a_small_picture_among_words_is_told(small: Path, sign: str) -> None:
    edit(small, GLOSSARY, MEANING, f"    meaning: A barrel {sign} that catches rain.\n")
    (problem,) = find_problems(small)
    assert (problem.path, problem.level) == (GLOSSARY, "error")
    assert "stray character" in problem.wrong


@pytest.mark.parametrize(
    ("words", "line"), [("A barrel\n, that catches rain.", 2), ("A barrel , that\ncatches rain.", 1), ("A barrel (that\ncatches rain.", 1)]
)
def test_a_mark_in_a_page_is_told_on_its_own_line(small: Path, words: str, line: int) -> None:
    assert [problem.line for problem in find_problems_in_page(small, words)] == [line]


@pytest.mark.parametrize("words", ["A bar{rel that catches rain.", "A bar**rel that catches rain.", "A bar`rel that catches rain."])
def test_a_sign_that_nobody_wants_is_taken_out_with_one_click(small: Path, words: str) -> None:
    edit(small, GLOSSARY, MEANING, f"    meaning: {words}\n")
    (problem,) = find_problems(small)
    assert problem.replacement
    assert f"\n{MEANING}" in replaced((small / GLOSSARY).read_text("utf-8"), [problem.replacement])[0]


@pytest.mark.parametrize(
    "words",
    [
        "It opens at 9:30, costs 1,200 pounds (or 50% of it), e.g. for R&D.",
        "Write to R&D at 5-7 p.m., or don\u2019t: it\u2019s the wardens\u2019 choice at four o\u2019clock.",
        "A 5-7 day wait... and a short- and long-term plan.",
        "“A barrel”, they say [sic].",
        "See “Taps: a map” at number 4.",
        "Is it a barrel? Yes!",
    ],
)
def test_what_print_has_is_not_told(small: Path, words: str) -> None:
    edit(small, GLOSSARY, MEANING, f"    meaning: '{words}'\n")
    assert find_problems(small) == []


def test_a_sign_in_a_word_that_stands_alone_is_told_too(small: Path) -> None:
    edit(small, RESOURCES, "{id: tool, title: Tool}", "{id: tool, title: Too&l}")
    (problem,) = find_problems(small)
    assert "Too&l" in problem.wrong


def test_a_group_that_stands_twice_is_told_with_the_line_of_the_first(small_situations: Path) -> None:
    reply = "  - {they_say: There is no money., you_can_ask: Who can decide that?}\n"
    edit(small_situations, DRY_TAP, reply, reply * 2)
    (problem,) = find_problems(small_situations)
    assert f"the first is on line {problem.line - 1}" in problem.wrong


def test_words_to_ask_with_that_stand_twice_under_two_ids_are_told(small: Path) -> None:
    line = "  - {id: water-a1, words: I would like a tap that I can reach.}\n"
    edit(small, WATER, line, line + line.replace("a1", "a3"))
    (problem,) = find_problems(small)
    assert problem.wrong.startswith('"water-a3" has the same words as "water-a1"')


def test_a_group_of_words_that_stands_twice_is_told(small: Path) -> None:
    words = small / "content/search.yaml"
    words.write_text("alike:\n  - [tap, standpipe]\n  - [bed, patch]\n  - [tap, standpipe]\n", "utf-8")
    (problem,) = find_problems(small)
    assert (problem.line, problem.instead) == (4, "Delete one of them.")


@pytest.mark.parametrize("roles", ["[growers; wardens]", "[growers and wardens]", "[growers / wardens]"])
def test_what_people_write_between_ids_in_place_of_a_comma_is_mended(small: Path, roles: str) -> None:
    edit(small, RESOURCES, "roles: [growers]", f"roles: {roles}")
    (problem,) = find_problems(small)
    assert problem.instead == "Write roles: [growers, wardens]"


def test_what_nothing_fills_in_is_told_in_a_letter(small_situations: Path) -> None:
    edit(small_situations, LETTER, '"I write about {tap}."', '"I write about {the tap}."')
    assert any("Nothing replaces {the tap}" in problem.wrong for problem in find_problems(small_situations))


def test_a_label_of_no_field_is_told_with_the_one_that_was_meant(small: Path) -> None:
    edit(small, SPINE, "    know: Good to know\n", "    knoww: Good to know\n")
    assert [(problem.wrong, problem.instead) for problem in find_problems(small)] == [
        ('"knoww" is a label, but there is no such field of the options.', 'Did you mean "know"?')
    ]


@pytest.mark.parametrize("value", ["off", ".inf", "0x1F", "1e3", "2021-04-02T10:00:00Z"])
def test_what_yaml_takes_for_a_number_a_time_or_a_switch_is_no_words(small: Path, value: str) -> None:
    edit(small, GLOSSARY, MEANING, f"    meaning: {value}\n")
    (problem,) = [one for one in find_problems(small) if one.level == "error"]
    assert f'There is "{value}" where words belong.' in problem.wrong


def test_words_without_end_are_refused(small: Path) -> None:
    edit(small, GLOSSARY, MEANING, f"    meaning: {'It catches rain. ' * 400}\n")
    (problem,) = [one for one in find_problems(small) if one.level == "error"]
    assert "6,799 letters. The maximum is 5,000" in problem.wrong


@pytest.mark.parametrize("host", ["gard", "gardens.", "gard{ens.example", "gard%ens.example", "gardens.e"])
def test_a_host_that_cannot_be_is_no_address(small: Path, host: str) -> None:
    edit(small, RESOURCES, "https://gardens.example/taps", f'"https://{host}/taps"')
    told = [one for one in find_problems(small) if '"address" of' in one.wrong]
    assert told


@pytest.mark.parametrize("id", ["E01-990", "E99-01"])
def test_an_id_that_no_finding_can_have_gets_the_next_one_that_is_free(small: Path, id: str) -> None:
    edit(
        small,
        "content/sources.yaml",
        "  - id: E01-02\n",
        f"  - id: {id}\n    source: grower-diary\n    place: July\n    kind: weak\n"
        "    roles: [wardens]\n    standards: [water]\n    text: A tap dripped.\n  - id: E01-02\n",
    )
    (problem,) = find_problems(small)
    assert problem.instead == "Write id: E01-03"
