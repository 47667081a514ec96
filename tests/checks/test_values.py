"""Values with the right format that cannot be true: impossible years and dates, text boxes without lines, names in quotation marks, made-up addresses."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import ROOT, edit, find_problems
from sds.checks import diagnostics
from sds.problem import replaced
from sds.reading.load import load

WATER, GLOSSARY, RESOURCES = "content/standards/water.yaml", "content/glossary.yaml", "content/resources.yaml"
SOURCES = "content/sources.yaml"
PLAN = "content/templates/plot-plan.yaml"
WHY, ADDRESS = "      why: The by-law gives each ten beds a tap.\n", "address: https://gardens.example/taps"


@pytest.mark.parametrize("year", ['"20244"', '"204"', '"0000"', "twenty thirty", '"c. 2030"', '"2O30"'])
def test_what_is_no_year_is_told_where_a_year_is_asked_for(small: Path, year: str) -> None:
    edit(small, RESOURCES, '    year: "2020"\n', f"    year: {year}\n")
    (problem,) = find_problems(small)
    assert (problem.path, problem.line) == (RESOURCES, 11)
    assert "is not a year. Write its four digits" in str(problem)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (RESOURCES, '    year: "2020"\n', '    year: "2027"\n', '"2027" is in the future. Write the year that is printed on it.'),
        (SOURCES, '    date: "2030"\n', '    date: "2042"\n', "2042 is in the future."),
        (SOURCES, '    date: "2030"\n', '    date: "20166"\n', '"20166" is not a year.'),
        (SOURCES, '    date: "2030"\n', "    date: twenty sixteen\n", "A year is written in digits."),
        (SOURCES, '    date: "2030"\n', "    date: Made on 3 May 2042; in force 2016\n", "2042 is in the future."),
    ],
)
def test_a_year_in_which_nothing_can_have_been_published_is_told(small: Path, file: str, old: str, new: str, said: str) -> None:
    edit(small, file, old, new)
    problem = next(problem for problem in find_problems(small) if said in str(problem))
    assert problem.path == file
    assert (small / file).read_text("utf-8").split("\n")[problem.line - 1] == new.rstrip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("It says so since 31 April 2021.", "April 2021 has no day 31"),
        ("It says so since 0 May.", "May has no day 0"),
        ("It says so since 29 February 2021.", "February 2021 has no day 29"),
        ("It says so since May 20211.", '"20211" is not a year'),
        ("It says so since 3 May 221.", '"221" is not a year'),
        ("The By-law Act 2042 says so.", "2042 is in the future"),
        ("The Water Regulations 20133 say so.", '"20133" is not a year'),
        ("It says so since early 2042.", "2042 is in the future"),
        ("It was so in 20133.", '"20133" is not a year'),
        ("The Act of two thousand and thirteen says so.", "A year is written in digits"),
        ("It has been so since nineteen ninety-eight.", "A year is written in digits"),
        ("The law of 2042 says so.", "2042 is in the future"),
        ("It ends in May 2042.", "2042 is far ahead"),
        ("It ends in 2042 and not before.", "2042 is far ahead"),
    ],
)
def test_a_day_that_there_is_not_is_told(small: Path, words: str, said: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    (problem,) = find_problems(small)
    assert said in problem.wrong
    assert (problem.path, problem.line) == (WATER, 21)


@pytest.mark.parametrize(
    "words",
    [
        "29 February 2024",
        "29 February",
        "May 12 people came",
        "May 2,500 people came",
        "31 May and 1 June",
        "2,000 March past",
        "2030",
        "20,133 beds",
        "20133 beds",
        "Order 5",
        "Act 1998",
        "about two thousand beds",
        "twenty ten-litre cans",
        "in 2100 beds",
    ],
)
def test_a_day_that_there_is_and_a_number_of_something_else_are_right(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: The by-law is of {words}.\n")
    assert find_problems(small) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('rows: "2"', 'rows: "0"', "Write a number from 1 to 30, in double quotes"),
        ('lines: "2"', 'lines: "2000"', "2,000 is too many"),
        ('pages: "1"', 'pages: "0"', "0 is too few"),
        ("        kind: choice\n", '        kind: choice\n        most: "3"\n', "from 1 to 2"),
        ("        kind: choice\n", '        kind: choice\n        most: "0"\n', "from 1 to 2"),
        ("        kind: long\n", '        kind: long\n        working_days: "900"\n', "900 is too many"),
    ],
)
def test_a_box_without_room_is_told(small_situations: Path, old: str, new: str, said: str) -> None:
    edit(small_situations, PLAN, old, new)
    (problem,) = find_problems(small_situations)
    assert said in str(problem)
    name = new.strip().rpartition("\n")[2].partition(":")[0].strip()
    assert (small_situations / PLAN).read_text("utf-8").split("\n")[problem.line - 1].strip().startswith(name)


@pytest.mark.parametrize("value", ["\u201cWater butt\u201d", "\"'Water butt'\"", "'\"Water butt\"'", "\u2018Water butt\u2019"])
def test_marks_around_a_whole_name_are_told_and_taken_out_with_one_click(small: Path, value: str) -> None:
    edit(small, GLOSSARY, "    term: Water butt\n", f"    term: {value}\n")
    (problem,) = find_problems(small)
    assert problem.replacement is not None
    assert problem.instead == "Write term: Water butt"
    text, _ = replaced((small / GLOSSARY).read_text("utf-8"), [problem.replacement])
    (small / GLOSSARY).write_text(text, "utf-8")
    assert find_problems(small) == []


def test_marks_around_a_whole_passage_are_told_too(small: Path) -> None:
    edit(small, WATER, WHY, "      why: \u201cThe by-law gives each ten beds a tap.\u201d\n")
    (problem,) = find_problems(small)
    assert problem.instead == "Write why: The by-law gives each ten beds a tap."


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (GLOSSARY, "    term: Water butt\n", "    term: The \u201cbutt\u201d and the \u201cbarrel\u201d\n"),
        ("standards.yaml", "\u201cCome in and look around.\u201d", "\u201cCome in.\u201d"),
    ],
)
def test_marks_around_a_part_and_around_what_somebody_says_are_right(small: Path, file: str, old: str, new: str) -> None:
    edit(small, file, old, new)
    assert [problem for problem in find_problems(small) if problem.rule == "names-have-no-quotes"] == []


@pytest.mark.parametrize("address", ["https://example.com/", "https://www.example.org/taps", "http://taps.test/", "https://a.invalid/x"])
def test_a_name_that_is_kept_for_examples_is_told_and_stops_nothing(small: Path, address: str) -> None:
    edit(small, RESOURCES, ADDRESS, f"address: {address}")
    (problem,) = [one for one in find_problems(small) if one.rule == "addresses-reach-somebody"]
    assert (problem.level, problem.path, problem.line) == ("warning", RESOURCES, 12)


def test_made_up_names_are_told_where_the_framework_is_not_made_up(small: Path) -> None:
    edit(small, "standards.yaml", "official_address: https://gardens.example/charter", "official_address: https://www.gov.scot/charter")
    assert "gardens.example" in {one.wrong.split('"')[1] for one in find_problems(small) if one.rule == "addresses-reach-somebody"}


@pytest.mark.parametrize(("title", "said"), [("MY TAP IS DRY", "is all in capitals"), ("SDS and me", ""), ("Who am I", "")])
def test_a_title_in_capitals_is_told(small_situations: Path, title: str, said: str) -> None:
    edit(small_situations, "content/situations/dry-tap.yaml", "title: My tap is dry\n", f"title: {title}\n")
    told = [problem for problem in find_problems(small_situations) if problem.rule == "titles-are-written-alike"]
    assert [said in problem.wrong for problem in told] == [True] * bool(said)


def test_a_title_that_begins_with_a_small_letter_among_others_that_do_not_is_told() -> None:
    loaded = load(ROOT)
    told = diagnostics(loaded, datetime.date(2026, 11, 29))
    assert [problem for problem in told if problem.rule == "titles-are-written-alike"] == [], "names of bodies begin with a small letter together"


def test_a_source_that_is_misspelt_in_a_term_is_told_with_the_one_that_was_meant(small: Path) -> None:
    edit(small, GLOSSARY, "source: garden-charter, page 1\n", "source: garden-chrter, page 1\n")
    (problem,) = find_problems(small)
    assert 'Did you mean "garden-charter"?' in problem.instead


def test_an_id_that_is_missing_or_new_is_given_the_next_number(small: Path) -> None:
    item = "  - {id: water-a1, words: I would like a tap that I can reach.}\n"
    edit(small, WATER, item, f'{item}  - {{words: "May I see the plan, please?"}}\n')
    assert [problem.instead.split(". ")[0] for problem in find_problems(small) if "has no" in problem.wrong] == ["The next free one there is water-a3."]
    edit(small, WATER, "{words: ", "{id: new, words: ")
    [problem] = [problem for problem in find_problems(small) if problem.rule == "ids-are-given"]
    assert problem.instead == "The next free id there is water-a3."
    assert problem.replacement is not None
    text = (small / WATER).read_text("utf-8")
    (small / WATER).write_text(replaced(text, [problem.replacement])[0], "utf-8")
    assert not [problem for problem in find_problems(small) if problem.level == "error"]


def test_one_cause_has_one_message(small_situations: Path) -> None:
    tap = small_situations / "content/situations/dry-tap.yaml"
    tap.write_text(tap.read_text("utf-8").replace("asked_as: [", "asked_as: [[", 1), "utf-8")
    assert {problem.path for problem in find_problems(small_situations) if problem.level == "error"} == {"content/situations/dry-tap.yaml"}


@pytest.mark.parametrize(
    ("was", "written", "said"),
    [
        ("The by-law gives each ten beds a tap.", "The by-law of 01/04/2014 gives each ten beds a tap.", "A day in figures can be read in two ways."),
        ("The by-law gives each ten beds a tap.", ">-\n        The by-law gives each ten beds a wa-\n          ter tap.", "There is a space behind the hyphen"),
        ("The by-law gives each ten beds a tap.", "The by-law gives each ten short- and long-term beds a tap.", ""),
        ("The by-law gives each ten beds a tap.", "The by-law, in force 24/7, gives each ten beds 1/2 of a tap.", ""),
        ("The by-law gives each ten beds a tap.", "The by-law gives www.gardens.scot a tap.", "would be words here, and no link"),
        ("Test every tap in March and write the date on its post.", "TEST EVERY TAP IN MARCH AND WRITE THE DATE ON ITS POST.", "is in capitals"),
    ],
)
def test_what_readers_would_see_is_told_and_what_is_right_is_not(small: Path, was: str, written: str, said: str) -> None:
    edit(small, WATER, was, written)
    told = [str(problem) for problem in find_problems(small) if problem.level == "error"]
    assert [said in one for one in told] == ([True] if said else []), told


@pytest.mark.parametrize(
    "said", ["call 07700 900461", "text +44 7700 900461", "ring (01632) 960214", "write to rose@gardens.scot", "ask rose.butt@beds.co.uk, please"]
)
def test_a_number_or_address_that_no_contact_has_is_told_in_sentences(small_situations: Path, said: str) -> None:
    edit(small_situations, WATER, WHY, f"      why: To have a tap, {said}.\n")
    (problem,) = find_problems(small_situations)
    assert problem.rule == "sentences-hold-no-addresses"
    assert "a person's own, leave it out" in problem.instead


@pytest.mark.parametrize("said", ["call 0300 555 0101", "it took 2019 to 2021", "it costs 1,000,000 to 2,000,000", "see rule 3.10.2024 of 0 to 100"])
def test_the_number_of_a_contact_and_what_only_counts_are_right_in_sentences(small_situations: Path, said: str) -> None:
    edit(small_situations, WATER, WHY, f"      why: To have a tap, {said}.\n")
    assert [problem for problem in find_problems(small_situations) if problem.rule == "sentences-hold-no-addresses"] == []


@pytest.mark.parametrize(
    ("section", "line"),
    [("s. 3", "section: section 3"), ("3(2)", "section: section 3(2)"), ("sec 3", "section: section 3")],
)
def test_a_section_without_its_word_is_told_with_it(small: Path, section: str, line: str) -> None:
    edit(small, "content/law.yaml", "    section: section 3\n", f"    section: {section}\n")
    (problem,) = [one for one in find_problems(small) if one.rule == "sections-say-what-they-are"]
    assert (problem.level, problem.instead) == ("warning", f"Write {line}")


@pytest.mark.parametrize(
    "words",
    ["The by-law gives each ten beds a tap.[2]", "The by-law[a] gives each ten beds a tap.", "The map (2.5 MB) shows each tap.", "The map opens in a new tab."],
)
def test_what_was_copied_with_words_of_another_page_is_told_once(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    (problem,) = find_problems(small)
    assert (problem.rule, problem.level) == ("words-hold-no-slips", "warning")


def test_where_most_statements_of_a_role_begin_otherwise_the_role_is_told_and_not_each_of_them() -> None:
    loaded = load(ROOT)
    assert loaded.framework
    role = next(one for one in loaded.framework.roles if one.begins_with)
    spine = loaded.framework.spine
    roles = tuple(one.model_copy(update={"begins_with": ("Never",)}) if one.id == role.id else one for one in spine.roles)
    framework = replace(loaded.framework, files={**loaded.framework.files, "standards.yaml": spine.model_copy(update={"roles": roles})})
    told = [one for one in diagnostics(replace(loaded, framework=framework), datetime.date(2026, 11, 29)) if one.rule == "statements-begin-as-their-role"]
    assert [one.path for one in told] == ["standards.yaml"]
