"""Messages that, done to the letter, once led to another mistake: what they say to write is right at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import EXTENSIONS, edit, find_errors, find_problems, text_after, with_theme
from sds.commands.check import all_problems
from sds.markdown_pages.rules import in_source
from sds.markdown_pages.source import Source
from sds.problem import replaced
from sds.project import EarlierRun

SPINE, WATER, GLOSSARY, RESOURCES, LAW = "standards.yaml", "content/standards/water.yaml", "content/glossary.yaml", "content/resources.yaml", "content/law.yaml"
AVOID, EASY, PICTURES, TAP, ABOUT = (
    "content/words-to-avoid.yaml",
    "content/easy-read/pages.yaml",
    "content/easy-read/pictures.yaml",
    "content/situations/dry-tap.yaml",
    "content/pages/about.md",
)


@pytest.mark.parametrize(
    ("file", "old", "new", "mended"),
    [
        (EASY, "text: Ask for a tap.}", 'text: "Ask for a "good" tap."}', 'text: "Ask for a \u201cgood\u201d tap."}'),
        (RESOURCES, "https://gardens.example/taps", "[the map](https://gardens.example/taps)", "https://gardens.example/taps"),
        (
            WATER,
            "why: The by-law gives each ten beds a tap.",
            "why: \u201cSection 3: each ten beds have a tap.\u201d",
            'why: "Section 3: each ten beds have a tap."',
        ),
    ],
)
def test_what_the_message_says_is_right_at_once(small_easy_read: Path, file: str, old: str, new: str, mended: str) -> None:
    before = (small_easy_read / file).read_text("utf-8")
    edit(small_easy_read, file, old, new)
    told = find_errors(small_easy_read)
    assert len(told) == 1, list(map(str, told))
    assert text_after(small_easy_read, told[0]) == before.replace(old, mended)


def test_words_where_a_list_belongs_are_told_once(small_easy_read: Path) -> None:
    edit(small_easy_read, TAP, "asked_as: [no water, the tap does not work]", "asked_as: no water")
    assert len(find_errors(small_easy_read)) == 1


def test_a_list_in_braces_is_written_in_brackets(small: Path) -> None:
    before = (small / AVOID).read_text("utf-8")
    line = next(line for line in before.split("\n") if line.strip().startswith("- {words: ["))
    words = line[line.index("[") + 1 : line.index("]")].split(",")[0]
    one = line.replace(line[line.index("[") : line.index("]") + 1], f"[{words}]")
    edit(small, AVOID, line, one.replace(f"[{words}]", words))
    (problem,) = find_errors(small)
    assert one in text_after(small, problem)


def test_two_parts_with_ids_of_their_own_are_not_told_to_be_deleted(small: Path) -> None:
    text = (small / RESOURCES).read_text("utf-8")
    (small / RESOURCES).write_text(text.replace("  - {id: tool, title: Tool}\n", "  - {id: tool, title: Tool}\n  - {id: game, title: Tool}\n"), "utf-8")
    told = find_errors(small)
    assert told
    assert not any("Delete" in problem.instead for problem in told), list(map(str, told))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RESOURCES, "publisher: Elmswick Growers", "publisher: https://gardens.example/who"),
        (PICTURES, "alt: A hand holds a spade.", "alt: hand-2.svg"),
        (PICTURES, "alt: A hand holds a spade.", "alt: IMG_2031.JPG"),
    ],
)
def test_an_address_or_the_name_of_a_file_is_no_words(small_easy_read: Path, file: str, old: str, new: str) -> None:
    edit(small_easy_read, file, old, new)
    told = find_problems(small_easy_read)
    assert ["words belong here" in problem.wrong for problem in told] == [True], list(map(str, told))


def test_a_term_and_its_meaning_that_are_swapped_are_told_first(small_easy_read: Path) -> None:
    edit(
        small_easy_read,
        GLOSSARY,
        "    term: Water butt\n    meaning: A barrel that catches rain.\n",
        "    term: A barrel that catches rain.\n    meaning: Water butt\n",
    )
    told = sorted(find_errors(small_easy_read), key=lambda problem: not problem.hides)
    assert told[0].instead == "Swap the two: write term: Water butt"


def test_an_easy_page_is_not_compared_with_words_that_have_errors(small_easy_read: Path) -> None:
    edit(small_easy_read, TAP, "how: If nobody answers, call 555.", "how: If **nobody** answers, call 555.")
    assert [problem.path for problem in find_problems(small_easy_read)] == [TAP]


def test_the_name_of_a_place_without_its_sign_is_told_on_its_line(small: Path) -> None:
    project = with_theme(small)
    page = project / ABOUT
    page.write_text(page.read_text("utf-8") + "\n## The shed {shed}\n\nIt is dry.\n", "utf-8")
    told = [problem for problem in all_problems(project, EarlierRun(project)) if "in braces" in problem.wrong]
    assert [(problem.line, problem.instead) for problem in told] == [
        (page.read_text("utf-8").count("\n") - 2, "Write {#shed} to name a place, or leave it out.")
    ]


def test_code_that_ends_in_too_few_backticks_is_told_on_that_line() -> None:
    text = "Words.\n\n```yaml\nbed: 1\n``\n\nMore words.\n"
    (problem,) = in_source(Source("page.md", text, 0, EXTENSIONS))
    assert problem.replacement is not None
    assert (problem.line, replaced(text, [problem.replacement])[0]) == (5, text.replace("\n``\n", "\n```\n"))


def test_a_part_named_with_a_capital_is_told_once(small_easy_read: Path) -> None:
    project = with_theme(small_easy_read)
    parts = project / "content/easy-read/parts"
    (parts / "dot.svg").rename(parts / "Dot.svg")
    told = [problem for problem in all_problems(project, EarlierRun(project)) if problem.level == "error"]
    assert [(problem.path, problem.instead) for problem in told] == [("content/easy-read/parts/Dot.svg", "Name this file dot.svg")]
