"""What a message says to write is accepted when it is written: nobody is led from one refusal to the next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import edit, find_errors, find_problems, text_after, with_theme
from sds.commands.check import all_problems
from sds.paths import LAW
from sds.project import EarlierRun

WATER, GLOSSARY, PLAN = "content/standards/water.yaml", "content/glossary.yaml", "content/templates/plot-plan.yaml"
CONTACTS, RESOURCES = "content/contacts.yaml", "content/resources.yaml"
WHY = "      why: Taps froze and nobody knew until June."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source: garden-charter, page 1", "source: garden-charter: page 1"),
        ("pages: [water]", "pages: [water]."),
        ("meaning: A barrel that catches rain.", "meaning: @A barrel that catches rain."),
    ],
)
def test_the_line_that_is_told_mends_it(small: Path, old: str, new: str) -> None:
    before = (small / GLOSSARY).read_text("utf-8")
    edit(small, GLOSSARY, old, new)
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before


def test_a_note_behind_a_name_is_not_put_in_quotes(small: Path) -> None:
    edit(small, GLOSSARY, "term: Water butt", "term: Water butt # barrel")
    (problem,) = find_errors(small)
    assert problem.instead == 'Delete them, or write them without the sign: term: "Water butt barrel"'


def test_a_stray_sign_is_told_on_its_own_line(small: Path) -> None:
    edit(small, WATER, WHY, "      why: >-\n        Taps froze and nobody\n        knew ~~until~~ June.")
    number = (small / WATER).read_text("utf-8").split("\n").index("        knew ~~until~~ June.") + 1
    assert {problem.line for problem in find_errors(small)} == {number}


def test_a_file_in_capitals_with_another_suffix_is_told_once_and_its_record_is_not_gone(small_situations: Path) -> None:
    project = with_theme(small_situations)
    published = project / "content/published.txt"
    published.write_text(published.read_text("utf-8") + "templates/plot-plan\n", "utf-8")
    (project / PLAN).rename(project / "content/templates/Plot-Plan.yml")
    problems = [problem for problem in all_problems(project, EarlierRun(project)) if problem.level == "error"]
    assert problems[0].instead == f"Name it {PLAN}"
    assert not any("no longer there" in problem.wrong for problem in problems), list(map(str, problems))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: *A barrel* that catches rain."),
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: **A barrel** that catches rain."),
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: `A barrel` that catches rain."),
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: !A barrel that catches rain."),
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: ? A barrel that catches rain."),
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: # A barrel that catches rain."),
        (GLOSSARY, "meaning: A barrel that catches rain.", "meaning: %A barrel that catches rain."),
        (WATER, "- There is clean water near each bed, all summer.", "- ? There is clean water near each bed, all summer."),
        (WATER, "    - id: water-g2\n", "    - ? id: water-g2\n"),
        (WATER, "      driver: compost\n      stages: [planning]\n      basis: inf", "      driver: compost\n\tstages: [planning]\n      basis: inf"),
        (WATER, "title: A tap within reach", "title: [New] A tap within reach"),
        (WATER, "title: A tap within reach", "title: [A tap](https://gardens.example/tap) within reach"),
        (WATER, "- There is clean water near each bed, all summer.", "- [Bo] There is clean water near each bed, all summer."),
        (WATER, "provisions: [bylaw-s3, bylaw-s6]", "provisions: [bylaw-s3, *bylaw-s6]"),
    ],
)
def test_a_sign_before_words_is_left_out_in_one_step(small: Path, file: str, old: str, new: str) -> None:
    before = (small / file).read_text("utf-8")
    edit(small, file, old, new)
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before, str(problem)


def test_a_second_colon_in_braces_is_told_with_the_line_to_write(small: Path) -> None:
    edit(small, WATER, "{id: water-a1, words: I would like a tap that I can reach.}", "{id: water-a1, words: I would like this: a tap that I can reach.}")
    (problem,) = find_errors(small)
    assert problem.instead == 'Write - {id: water-a1, words: "I would like this: a tap that I can reach."}'
    (small / WATER).write_text(text_after(small, problem), "utf-8")
    assert find_errors(small) == []


def test_one_line_in_place_of_several_says_so(small: Path) -> None:
    edit(small, WATER, WHY, "      why: * Taps froze and\n        nobody knew until June.")
    (problem,) = find_errors(small)
    assert problem.instead.startswith("In place of lines "), str(problem)


@pytest.mark.parametrize(("end", "start"), [("post", "Test"), ("post,", "Test"), ("post.", "test")])
def test_a_statement_of_several_lines_is_mended_on_the_line_that_is_told(small: Path, end: str, start: str) -> None:
    old = "      text: Test every tap in March and write the date on its post."
    edit(small, WATER, old, f"      text: >-\n        {start} every tap in March\n        and write the date on its {end}")
    (problem,) = (one for one in find_errors(small) if "water-w1" in one.wrong)
    lines = (small / WATER).read_text("utf-8").split("\n")
    lines[problem.line - 1] = " " * 8 + problem.instead.removeprefix("Write ")
    (small / WATER).write_text("\n".join(lines), "utf-8")
    assert find_errors(small) == []


@pytest.mark.parametrize("empty", ["\n", "\n\n", "    \n"])
def test_an_empty_line_between_words_is_told_and_deleted(small: Path, empty: str) -> None:
    edit(small, WATER, f"{WHY}\n", f"      why: >-\n        Taps froze and nobody knew until June.\n{empty}        Then it rained.\n")
    (problem,) = (one for one in find_problems(small) if one.path == WATER)
    assert "in the middle of these words" in problem.wrong
    (small / WATER).write_text(text_after(small, problem), "utf-8")
    assert find_problems(small) == []


def test_a_line_that_is_indented_further_is_told_with_its_column(small: Path) -> None:
    edit(small, WATER, f"{WHY}\n", "      why: >-\n        Taps froze and nobody\n          knew until June.\n        Then it rained.\n")
    (problem,) = (one for one in find_problems(small) if one.path == WATER)
    assert problem.instead == "Indent this line by 8 spaces: knew until June."
    (small / WATER).write_text(text_after(small, problem), "utf-8")
    assert find_problems(small) == []


def test_an_address_in_a_field_that_is_not_there_is_led_to_the_one_that_takes_it(small_situations: Path) -> None:
    edit(
        small_situations,
        CONTACTS,
        "    helps_with: Mends taps and paths\n",
        "    helps_with: Mends taps and paths\n    site: https://gardens.example/wardens\n",
    )
    (problem,) = find_errors(small_situations)
    assert problem.instead.endswith("as - kind: page and value: https://gardens.example/wardens")
    edit(small_situations, CONTACTS, "    site: https://gardens.example/wardens\n", '    mobile: "0300 555 0101"\n')
    (problem,) = find_errors(small_situations)
    assert problem.instead.endswith('as - kind: phone and value: "0300 555 0101"')


def test_an_address_of_a_record_with_a_field_for_it_is_written_there(small: Path) -> None:
    edit(small, RESOURCES, "    address: https://gardens.example/taps\n", "    website: https://gardens.example/taps\n")
    (problem,) = find_errors(small)
    assert problem.instead == "Write address: https://gardens.example/taps"


NEW = """\
    - id: water-w2
      text: Ask who is away in a dry week and water for them.
      why: >-
        Beds dried out,
        and nobody knew.
      driver: compost
      stages: [planning]
      basis: inference
      evidence: [E01-01]
"""


@pytest.mark.parametrize("left", [4, 2])
@pytest.mark.parametrize("place", ["    - id: water-w1\n", "ask_for:\n", "    - id: water-g2\n"])
def test_a_statement_pasted_further_left_is_set_in_as_a_whole(small: Path, place: str, left: int) -> None:
    right = (small / WATER).read_text("utf-8").replace(place, f"{NEW}{place}")
    (small / WATER).write_text(right.replace(NEW, "".join(line[left:] for line in NEW.splitlines(keepends=True))), "utf-8")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == right, str(problem)


@pytest.mark.parametrize("less", [1, 2])
@pytest.mark.parametrize(
    ("file", "line"), [(WATER, "    - id: water-g2\n"), (LAW, "    - id: rain\n"), (LAW, "  - id: bylaw-s6\n"), (LAW, "  - id: gatekeeper\n")]
)
def test_a_record_whose_first_line_alone_stands_too_far_left_is_one_line_to_set_in(small: Path, file: str, line: str, less: int) -> None:
    before, spaces = (small / file).read_text("utf-8"), line.index("-")
    edit(small, file, f"\n{line}", f"\n{line[less:]}")
    (problem,) = find_errors(small)
    assert problem.instead == f"Indent this line by {spaces} spaces: {line.strip()}"
    assert text_after(small, problem) == before


@pytest.mark.parametrize(("file", "line"), [(WATER, "    - id: water-g2\n"), (LAW, "  - id: bylaw-s4\n"), (LAW, "  - id: gatekeeper\n")])
def test_a_hyphen_overwritten_by_a_space_is_told_with_its_column_and_mended_even_if_typed_in_another(small: Path, file: str, line: str) -> None:
    before, told = (small / file).read_text("utf-8"), f"by {line.index('-')} spaces: {line.strip()}"
    edit(small, file, f"\n{line}", "\n" + line.replace("-", " ", 1))
    (problem,) = find_errors(small)
    assert problem.instead == f"Write it indented {told}"
    assert text_after(small, problem) == before
    edit(small, file, "\n" + line.replace("-", " ", 1), f"\n  {line}")  # written where the words of the line begin
    (other,) = find_errors(small)
    assert (other.line, other.instead) == (problem.line, f"Indent this line {told}")
    assert text_after(small, other) == before


def test_paragraphs_pasted_at_the_start_of_the_line_are_set_in_together(small: Path) -> None:
    right = (
        (small / WATER)
        .read_text("utf-8")
        .replace(WHY, "      why: >-\n        Taps froze.\n\n        Nobody knew\n        until June.\n\n        Then it rained.")
    )
    (small / WATER).write_text(re.sub("^ {8}(?=Taps|Nobody|until|Then)", "", right, flags=re.MULTILINE), "utf-8")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == re.sub(r"\n\n(?= {8}(?:Nobody|Then))", "\n", right), str(problem)


def test_a_tab_among_others_is_not_guessed(small: Path) -> None:
    edit(small, WATER, "      driver: compost\n      stages: [planning]\n      basis: inf", "      driver: compost\n\tstages: [planning]\n\tbasis: inf")
    assert {problem.instead for problem in find_errors(small)} == {"Write two spaces for each level of indent."}


def test_the_first_line_of_a_record_of_two_fields_made_a_note_is_told(small_easy_read: Path) -> None:
    file = "content/easy-read/pages.yaml"
    text = (small_easy_read / file).read_text("utf-8")
    block = "      - picture: hand\n        words: [You can say how it is.]\n"
    right = text.replace("    blocks:\n", f"    blocks:\n{block}{block.replace('say how it is', 'ask why')}", 1)
    (small_easy_read / file).write_text(right.replace(f"{block}      - picture", f"{block}      # - picture"), "utf-8")
    (problem,) = (one for one in find_errors(small_easy_read) if one.hides)
    assert text_after(small_easy_read, problem) == right
