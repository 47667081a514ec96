"""Slips that take a whole value: a mark of a list, a placeholder, quotes around a number, an address that nobody can open, an item twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_errors, find_problems, text_after
from sds.reading.unread_files import unread_files

SPINE, WATER, GLOSSARY, PLAN = "standards.yaml", "content/standards/water.yaml", "content/glossary.yaml", "content/templates/plot-plan.yaml"
CONTACTS, TAP, ACCESS = "content/contacts.yaml", "content/situations/dry-tap.yaml", "content/accessibility.yaml"
PAGE = "https://gardens.example/wardens/report"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (WATER, "why: Two neighbours at Elmswick did so.", 'why: "- Two neighbours at Elmswick did so."'),
        (WATER, "why: Two neighbours at Elmswick did so.", "why - Two neighbours at Elmswick did so."),
        (WATER, "limits: One garden was seen, in one dry year.", 'limits: "• One garden was seen, in one dry year."'),
        (GLOSSARY, "meaning: A piece of ground for growing.", "meaning: '\u2013 A piece of ground for growing.'"),
        (SPINE, '  - id: option-1\n    number: "1"', "  - id: option-1\n    number: \u201c1\u201d"),
        (WATER, 'official: "1.10"', "official: \u201c1.10\u201d"),
    ],
)
def test_a_sign_before_or_around_a_value_is_told_with_the_line_without_it(small_situations: Path, file: str, old: str, new: str) -> None:
    before = (small_situations / file).read_text("utf-8")
    edit(small_situations, file, old, new)
    (problem,) = find_errors(small_situations)
    assert text_after(small_situations, problem) == before


@pytest.mark.parametrize("joined", ["no water   - the tap does not work", "no water  - the tap does not work", '"no water    - the tap does not work"'])
def test_two_items_of_a_list_on_one_line_are_told(small_situations: Path, joined: str) -> None:
    edit(small_situations, TAP, "asked_as: [no water, the tap does not work]", f"asked_as:\n  - {joined}\n  - a dry tap")
    (problem,) = find_errors(small_situations)
    assert (problem.wrong, problem.line) == ("Two items of the list are on one line.", 5)
    if not joined.startswith('"'):
        assert "asked_as:\n  - no water\n  - the tap does not work\n  - a dry tap" in text_after(small_situations, problem)


def test_a_dash_in_an_item_of_a_list_is_none_of_two_items(small_situations: Path) -> None:
    edit(small_situations, TAP, "asked_as: [no water, the tap does not work]", "asked_as:\n  - no water - where do I go\n  - a  dry tap")
    assert find_errors(small_situations) == []


@pytest.mark.parametrize("mark", ["2. ", "b) ", "(c) ", "ii) ", "viii. ", "(iv) ", "B) ", "(C)", "3.", "b)"])
def test_the_number_of_a_list_before_words_is_told_with_the_line_without_it(small: Path, mark: str) -> None:
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, "limits: One garden was seen, in one dry year.", f"limits: {mark}One garden was seen, in one dry year.")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


@pytest.mark.parametrize("words", ["A. Rose saw one garden.", "I saw one (I) of six.", "Mr. Rose saw it.", "e.g. a tap is what we saw.", "Civil. It is so."])
def test_words_with_a_full_stop_or_a_bracket_near_their_beginning_are_no_item(small: Path, words: str) -> None:
    edit(small, WATER, "limits: One garden was seen, in one dry year.", f"limits: {words}")
    assert find_errors(small) == []


@pytest.mark.parametrize(
    ("words", "right"), [("'A tap in each child's reach'", "A tap in each child's reach"), ("'A tap'", "A tap"), ("\u2018A tap'", "A tap")]
)
def test_quotes_around_words_are_told_also_if_there_is_an_apostrophe_in_them(small: Path, words: str, right: str) -> None:
    edit(small, WATER, "title: A tap within reach", f'title: "{words}"')
    (problem,) = find_errors(small)
    assert problem.instead == f"Write title: {right}"


def test_two_pairs_of_quotes_are_not_around_the_whole(small: Path) -> None:
    edit(small, WATER, "title: A tap within reach", "title: \"'Tap' and 'reach'\"")
    assert not any("quotation marks around" in problem.wrong for problem in find_problems(small))


@pytest.mark.parametrize("words", ["a __tap__ in reach", "a **tap** in reach", "a _tap_ in reach"])
def test_signs_of_markdown_are_told_once_with_the_words_without_them(small: Path, words: str) -> None:
    edit(small, WATER, "why: a tap is no use at the end of a step", f'why: "{words}"')
    (problem,) = find_errors(small)
    assert problem.rule == "words-are-plain"
    (small / WATER).write_text(text_after(small, problem), "utf-8")
    assert "why: a tap in reach" in (small / WATER).read_text("utf-8").replace('"', "")


@pytest.mark.parametrize("words", ["To follow.", "coming soon", "Details to follow", "To be added.", "not yet known", "tbc", "Work in progress..."])
@pytest.mark.parametrize(("file", "old"), [(WATER, "limits: One garden was seen, in one dry year."), (GLOSSARY, "easy: A big pot for rain.")])
def test_words_that_stand_for_others_are_a_placeholder_where_they_are_alone(small: Path, file: str, old: str, words: str) -> None:
    edit(small, file, old, f"{old.partition(':')[0]}: {words}")
    assert [problem.instead for problem in find_errors(small) if "is a placeholder" in problem.wrong] == ["Write the words."]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Xxx see the plan.", []),
        ("It holds xxxx litres.", ["Write the words, or delete it."]),
        ("xxx (Bo to check this)", ["Write the words."]),
        ("(We still to fill in)", ["Write the words."]),
        ("One garden (Jo to confirm) was seen.", ["Write the words, or delete it."]),
        ("One garden (Bo has the key) is for all to check.", []),
    ],
)
def test_a_mark_and_who_is_to_write_are_a_placeholder(small: Path, words: str, told: list[str]) -> None:
    edit(small, WATER, "limits: One garden was seen, in one dry year.", f"limits: {words}")
    assert [problem.instead for problem in find_errors(small) if "is a placeholder" in problem.wrong] == told


def test_the_same_words_in_a_sentence_are_none(small: Path) -> None:
    edit(small, WATER, "limits: One garden was seen, in one dry year.", "limits: One garden was seen, and more gardens are to follow.")
    assert find_errors(small) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://10.0.0.7/report", "is not an address that everybody can open"),
        ("https://gardens.example:8443/report", "is not an address that everybody can open"),
        ("https://bo:rake@gardens.example/report", "There is a name or a password in this address."),
    ],
)
def test_the_address_of_a_way_to_reach_somebody_opens_for_everybody(small_situations: Path, address: str, said: str) -> None:
    edit(small_situations, CONTACTS, f"value: {PAGE}", f"value: {address}")
    (problem,) = find_errors(small_situations)
    assert said in problem.wrong


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("provisions: [bylaw-s3]\ncontacts", "provisions: [bylaw-s3, bylaw-s3]\ncontacts"),
        ("resources: [tap-map]", "resources: [tap-map, tap-map]"),
        ("do: [Write names and days.]", "do: [Write names and days., Write names and days.]"),
        ("        provisions: [bylaw-s3]\n        law_when", "        provisions: [bylaw-s3, bylaw-s3]\n        law_when"),
    ],
)
def test_an_item_twice_in_a_template_is_told(small_situations: Path, old: str, new: str) -> None:
    before = (small_situations / PLAN).read_text("utf-8")
    edit(small_situations, PLAN, old, new)
    (problem,) = find_errors(small_situations)
    assert text_after(small_situations, problem) == before


def test_semicolons_of_prose_and_of_codes_part_no_items(small: Path) -> None:
    asks = "There is clean water near each bed, all summer."
    edit(small, WATER, f"  - {asks}", "  - There is clean water near each bed; it lasts all summer.")
    assert find_errors(small) == []
    edit(small, GLOSSARY, "also_called: [Patch]", "also_called: [Patch &amp; plot]")
    (problem,) = find_errors(small)
    assert "HTML code" in problem.wrong


def test_a_sign_that_keeps_line_breaks_is_told_and_not_the_indents(small: Path) -> None:
    edit(small, WATER, "  - There is clean water near each bed, all summer.", "  - |\n    There is clean water near each bed,\n    all summer.")
    (problem,) = [one for one in find_problems(small) if one.path == WATER]
    assert problem.instead == "Write - >-"


@pytest.mark.parametrize("name", ["plan.pdf", "beds.xlsx"])
def test_a_file_to_download_has_a_link(small: Path, name: str) -> None:
    (small / "content/pages" / name).write_bytes(b"x")
    (problem,) = unread_files(small, ())
    assert problem.instead == "Link to it on a page, or delete it."
    assert list(unread_files(small, (f"~/{name}",))) == []


@pytest.mark.parametrize("sign", [". ", ", ", ": ", "= ", "? ", "!", "1. ", "a) ", "/", "limits: ", "publisher: "])
def test_what_stands_before_words_and_is_no_part_of_them_is_told_with_the_line_without_it(small: Path, sign: str) -> None:
    before = (small / WATER).read_text("utf-8")
    edit(small, WATER, "limits: One garden was seen, in one dry year.", f'limits: "{sign}One garden was seen, in one dry year."')
    (problem,) = (one for one in find_errors(small) if one.replacement)
    assert text_after(small, problem) == before


@pytest.mark.parametrize("words", ["?", "xxx", "x", "asdf", "test", "dummy"])
@pytest.mark.parametrize(("file", "old"), [(WATER, "title: A tap within reach"), (SPINE, "holds: You"), (GLOSSARY, "term: Water butt")])
def test_a_word_that_only_holds_a_place_is_told(small: Path, file: str, old: str, words: str) -> None:
    edit(small, file, old, f'{old.partition(":")[0]}: "{words}"')
    assert any("is a placeholder" in problem.wrong for problem in find_errors(small))


def test_words_in_a_mapping_are_words_too(small: Path) -> None:
    edit(small, SPINE, "holds: You", "holds: You **and** the parish")
    assert [problem.rule for problem in find_errors(small)] == ["words-are-plain"]


@pytest.mark.parametrize(("day", "said"), [("0225-03-02", "cannot be right"), ("1825-03-02", "cannot be right"), ("2025-13-02", "is not a")])
def test_a_date_that_no_site_can_have_is_told(small: Path, day: str, said: str) -> None:
    edit(small, "content/law.yaml", '    read: "2021-03-01"', f'    read: "{day}"')
    assert [said in problem.wrong for problem in find_errors(small)] == [True]


@pytest.mark.parametrize("number", ["= 1", ". 1", "1.", "#1"])
def test_a_number_with_a_sign_is_told_with_the_number(small: Path, number: str) -> None:
    edit(small, SPINE, '  - id: option-1\n    number: "1"', f'  - id: option-1\n    number: "{number}"')
    assert [problem.instead for problem in find_errors(small)] == ['Write number: "1"']


@pytest.mark.parametrize("host", ["https://www.gardens.s/taps", "https://gardens.e"])
def test_an_address_whose_end_is_cut_is_told(small: Path, host: str) -> None:
    edit(small, "content/resources.yaml", "address: https://gardens.example/taps", f"address: {host}")
    assert ["is not a web address" in problem.wrong or "no address has one" in problem.wrong for problem in find_errors(small)] == [True]
