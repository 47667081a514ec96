"""What is left in words by other people and programs, or stands in place of what the site fills in, is reported: readers would see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers import edit, find_errors, find_problems, text_after, with_theme
from sds.commands.check import all_problems
from sds.project import EarlierRun

SPINE, WATER, GLOSSARY, RESOURCES = "standards.yaml", "content/standards/water.yaml", "content/glossary.yaml", "content/resources.yaml"
CONTACTS, MENUS, ALIGNMENTS = "content/contacts.yaml", "content/easy-read/menus.yaml", "content/alignments.yaml"
ACCESSIBILITY, TAP, CHANGES = "content/accessibility.yaml", "content/situations/dry-tap.yaml", "content/changes.json"
WHY = "      why: The by-law gives each ten beds a tap.\n"


@pytest.mark.parametrize("sign", ["(number)", "[number]", "[ Number ]", "%number%"])
def test_a_placeholder_in_other_brackets_gets_its_braces_back(small: Path, sign: str) -> None:
    before = (small / SPINE).read_text("utf-8")
    edit(small, SPINE, "This is Standard {number} of", f"This is Standard {sign} of")
    told = [problem for problem in find_problems(small) if problem.rule == "braces-name-something"]
    assert [text_after(small, problem) for problem in told] == [before]


def test_a_placeholder_that_the_words_need_is_asked_for(small: Path) -> None:
    edit(small, SPINE, "This is Standard {number} of", "This is Standard 2 of")
    (problem,) = find_problems(small)
    assert problem.instead == "Write {number} where that belongs."


@pytest.mark.parametrize(
    ("old", "new", "instead"),
    [
        ('"The {count} places"', "The 7 places", "and the whole in double quotes"),
        ("All that {role} can do", "All that [role] can do", "whole: All that {role} can do"),
        ("All that {role} can do", "All that growers can do", "Write {role} where that belongs."),
    ],
)
def test_a_number_or_a_role_that_is_written_out_is_told(small_easy_read: Path, old: str, new: str, instead: str) -> None:
    menus = (
        'menus:\n  - {id: standards, heading: "The {count} places", picture: hand}\n'
        "statements:\n  heading: What you can do\n  whole: All that {role} can do\n  picture: hand\n"
    )
    (small_easy_read / MENUS).write_text(menus, "utf-8")
    assert find_problems(small_easy_read) == []
    edit(small_easy_read, MENUS, old, new)
    (problem,) = find_problems(small_easy_read)
    assert problem.path == MENUS
    assert instead in problem.instead


@pytest.mark.parametrize(
    "words",
    [
        "The by-law [see the old one] gives each ten beds a tap.",
        "The by-law gives each ten beds a tap. [JM to look at this]",
        "The by-law gives each ten beds a tap, [map to come].",
    ],
)
def test_a_note_in_square_brackets_is_told(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    (problem,) = find_problems(small)
    assert problem.rule == "brackets-hold-no-notes"


@pytest.mark.parametrize(("note", "told"), [("[see the old one]", 1), ("[number]", 0)])
def test_a_note_is_told_in_a_file_of_placeholders_too_and_one_word_in_brackets_is_judged_as_a_placeholder(small: Path, note: str, told: int) -> None:
    edit(small, SPINE, "This is Standard {number} of", f"This is Standard {{number}} {note} of")
    assert [problem.rule for problem in find_problems(small)].count("brackets-hold-no-notes") == told


@pytest.mark.parametrize("words", ["It says \u201cgive [each of] ten beds a tap\u201d.", "It gives each beds [sic] a tap.", "Elm v Oak [2025] gives it."])
def test_brackets_of_a_quotation_and_of_a_year_are_none(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [problem for problem in find_problems(small) if problem.rule == "brackets-hold-no-notes"] == []


@pytest.mark.parametrize("words", ["Sent from my iPad", "Get Outlook for Android", "Sent from Outlook for Mac"])
def test_what_a_mail_program_adds_is_told(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"{WHY.rstrip()} {words}\n")
    assert any("mail program" in problem.wrong for problem in find_problems(small))


def test_semicolons_between_the_items_of_a_list_become_commas(small: Path) -> None:
    edit(small, GLOSSARY, "    also_called: [Patch]\n", "    also_called: [Patch; Plot;Strip]\n")
    (problem,) = find_problems(small)
    assert problem.rule == "items-are-parted-by-commas"
    assert "    also_called: [Patch, Plot, Strip]\n" in text_after(small, problem)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.co.uk/search?q=taps&oq=taps",
        "https://www.bing.com/search?q=taps",
        "https://duckduckgo.com/?q=taps",
        "https://search.yahoo.com/search?p=taps",
    ],
)
def test_what_a_search_engine_found_is_no_address(small: Path, address: str) -> None:
    edit(small, RESOURCES, "    address: https://gardens.example/taps\n", f"    address: {address}\n")
    assert [problem.instead for problem in find_problems(small) if "search engine" in problem.wrong] == ["Open the page that you mean, and write its address."]


def test_two_areas_and_two_units_of_one_name_are_told(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, "    title: South row\n", "    title: north  row\n")
    unit = '      - id: GF-9\n        number: "1"\n        text: Paths are kept clear.\n        read: text\n        standards: []\n'
    edit(small_situations, ALIGNMENTS, "    units:\n", f"    units:\n{unit}")
    told = [problem for problem in find_problems(small_situations) if problem.rule == "titles-differ"]
    assert [problem.path for problem in told] == [ALIGNMENTS, CONTACTS]


def test_the_day_of_the_last_change_is_not_before_the_list_of_changes(small: Path) -> None:
    before = (small / SPINE).read_text("utf-8")
    (small / CHANGES).write_text(json.dumps({"days": [{"day": "2021-04-02", "version": "1.10"}]}), "utf-8")
    assert find_problems(small) == []
    edit(small, SPINE, 'updated: "2021-04-02"', 'updated: "2021-02-04"')
    (problem,) = find_problems(small)
    assert text_after(small, problem) == before


def test_an_address_of_this_site_in_the_statement_is_that_of_a_page(small_easy_read: Path) -> None:
    project = with_theme(small_easy_read)
    edit(project, ACCESSIBILITY, "can_do:\n", "can_do:\n  - {text: Search in it., page: /aboot/, see: Look}\n")
    (problem,) = [problem for problem in all_problems(project, EarlierRun(project)) if problem.path == ACCESSIBILITY]
    assert problem.instead == 'Did you mean "/about/"?'


@pytest.mark.parametrize("address", ["https://gardens.example/gate", "www.gardens.example", "gardens.org/gate", "gate@gardens.example"])
@pytest.mark.parametrize(
    ("file", "old"),
    [(CONTACTS, 'short: "555"'), (CONTACTS, "helps_with: Mends taps and paths"), (TAP, "who: The warden"), (RESOURCES, "how: opened in a browser")],
)
def test_an_address_in_place_of_words_is_told(small_situations: Path, file: str, old: str, address: str) -> None:
    edit(small_situations, file, old, f'{old.partition(":")[0]}: "{address}"')
    said = [problem for problem in find_problems(small_situations) if problem.level == "error"]
    assert any(problem.rule == "words-are-no-addresses" for problem in said), list(map(str, said))


@pytest.mark.parametrize("words", ["Mends taps, see https://gardens.example/taps", "Mends taps: www.gardens.example", "Mends taps (ada@gardens.example)"])
def test_an_address_among_words_that_are_no_sentence_is_told(small_situations: Path, words: str) -> None:
    edit(small_situations, CONTACTS, "helps_with: Mends taps and paths", f'helps_with: "{words}"')
    assert [problem.rule for problem in find_problems(small_situations) if problem.level == "error"] == ["sentences-hold-no-addresses"]


@pytest.mark.parametrize(
    "words",
    ["A \ufffc barrel that catches rain.", "A\ufffc barrel that catches rain.", "\ufffcA barrel that catches rain.", "A barrel that catches rain. \ufffc"],
)
def test_the_sign_of_a_picture_copied_with_the_words_is_told_on_their_line(small: Path, words: str) -> None:
    edit(small, GLOSSARY, "    meaning: A barrel that catches rain.\n", "    meaning: >-\n      A barrel that catches rain.\n")
    before = (small / GLOSSARY).read_text("utf-8")
    edit(small, GLOSSARY, "      A barrel that catches rain.\n", f"      {words}\n")
    (problem,) = find_errors(small)
    assert words in (small / GLOSSARY).read_text("utf-8").split("\n")[problem.line - 1]
    assert "a pasted picture" in problem.wrong
    assert problem.instead == "Write A barrel that catches rain."
    assert text_after(small, problem) == before
