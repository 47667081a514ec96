"""Text that looks right and is not: characters of other keyboards and programs, web addresses and numbers that cannot exist, and syntax that Markdown does not
have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import EXTENSIONS, ROOT, edit, find_problems
from sds.checks.addresses import LEAD_ON, what_it_is
from sds.checks.contacts import WITH_NOUGHT
from sds.markdown_pages.rules import in_source
from sds.markdown_pages.source import Source
from sds.problem import replaced
from sds.suggest import near, sure

WATER, SPINE, RESOURCES = "content/standards/water.yaml", "standards.yaml", "content/resources.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"


@pytest.mark.parametrize(
    ("file", "find", "replace", "right"),
    [
        (WATER, "  - id: paths\n", "  \u2022 id: paths\n", "  - id: paths"),
        (WATER, "id: water\n", "id\uff1a water\n", "id: water"),
        (WATER, WHY, WHY.replace("gives", "\ufb01nds"), WHY.replace("gives", "finds").rstrip()),
        (WATER, WHY, WHY.replace("by-law", "cafe\u0301"), WHY.replace("by-law", "caf\u00e9").rstrip()),
        (WATER, WHY, WHY.replace("by-law gives", "by-law\u00b4s words give"), WHY.replace("by-law gives", "by-law's words give").rstrip()),
        (WATER, WHY, '      why: "The by-law gives it.",\n', '      why: "The by-law gives it."'),
        (WATER, "      evidence: [E01-02]\n", '      evidence: ["garden-charter, page 3", E01 - 02]\n', '      evidence: ["garden-charter, page 3", E01-02]'),
    ],
)
def test_the_line_that_was_meant_is_offered(small: Path, file: str, find: str, replace: str, right: str) -> None:
    edit(small, file, find, replace)
    (problem,) = find_problems(small)
    assert problem.replacement is not None
    assert problem.replacement.line == right
    assert right.strip() in problem.instead


def test_a_dash_for_the_hyphen_of_an_item_does_not_join_it_to_the_item_above(small: Path) -> None:
    edit(small, WATER, "asks:\n  - There is clean water near each bed, all summer.\n", "asks:\n  - There is clean water.\n  \u2013 It is near each bed.\n")
    (problem,) = find_problems(small)
    assert problem.wrong == "A dash stands where an item of a list begins with a hyphen."
    text, count = replaced((small / WATER).read_text("utf-8"), [problem.replacement] if problem.replacement else [])
    assert count == 1
    assert "\n  - It is near each bed.\n" in text


def test_a_day_that_no_calendar_has_is_told_once(small: Path) -> None:
    edit(small, RESOURCES, 'when: "2021-03-01"', 'when: "2026-13-01"')
    (problem,) = find_problems(small)
    assert "is not a date" in problem.wrong


@pytest.mark.parametrize("words", ["The by-law [please check] gives each ten beds a tap.", "[Ann: please look at this] The by-law gives each ten beds a tap."])
def test_a_note_to_a_colleague_is_told(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f'      why: "{words}"\n')
    assert any("is a placeholder" in problem.wrong for problem in find_problems(small))


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        (
            "{id: water-a1, words: I would like a tap that I can reach.}",
            "{id: water-a1, words: Why is this tap shut?}",
            '"water-a2" has the same words as "water-a1".',
        ),
        (
            "actions:\n",
            "  - id: water-cc2\n    title: A tap within reach\n    text: Taps are mended.\n    ours: We wrote it.\n    very_good: All run.\n"
            "    weak: None runs.\n    evidence: [E01-01]\nactions:\n",
            '"water-cc2" has the same title as "water-cc1".',
        ),
    ],
)
def test_two_records_of_one_name_are_told(small: Path, find: str, replace: str, said: str) -> None:
    edit(small, WATER, find, replace)
    assert said in [problem.wrong for problem in find_problems(small)]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=https://gardens.example/taps",
        "https://google.co.uk/url?sa=t&url=https%3A%2F%2Fgardens.example",
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fgardens.example",
        "https://bit.ly/3abc",
        "https://gardens.sharepoint.com/:w:/s/team/abc",
        "https://1drv.ms/w/abc",
        "https://gardens.example/taps.",
    ],
)
def test_an_address_that_is_not_that_of_a_public_page_is_told(small: Path, address: str) -> None:
    edit(small, RESOURCES, "https://gardens.example/taps", address)
    assert [problem for problem in find_problems(small) if problem.level == "error"]


@pytest.mark.parametrize(
    ("marks", "kept"),
    [("?fbclid=IwAR0a&utm_source=post", ""), ("?bed=3&utm_source=post#tap", "?bed=3#tap"), ("?gclid=ab&bed=3", "?bed=3")],
)
def test_an_address_that_tells_where_it_was_found_is_written_without_that(small: Path, marks: str, kept: str) -> None:
    before = (small / RESOURCES).read_text("utf-8")
    edit(small, RESOURCES, "https://gardens.example/taps", f"https://gardens.example/taps{marks}")
    (problem,) = find_problems(small)
    assert problem.replacement is not None
    after = before.replace("https://gardens.example/taps", f"https://gardens.example/taps{kept}")
    assert replaced((small / RESOURCES).read_text("utf-8"), [problem.replacement]) == (after, 1)


@pytest.mark.parametrize(
    "address", ["https://sharepointers.example/a", "https://www.google.com/maps", "https://t.company.example/a", "https://orbit.ly.example/"]
)
def test_other_addresses_are_not(address: str) -> None:
    assert not LEAD_ON.search(address)
    assert not what_it_is(address.split("/")[2])


def test_every_number_of_the_real_content_has_as_many_digits_as_numbers_have() -> None:
    text = (ROOT / "content/contacts.yaml").read_text("utf-8")
    numbers = [re.sub(r"\D", "", one) for one in re.findall(r'value: "(0[\d ]+)"', text)]
    assert len(numbers) > 40
    assert all(len(one) in WITH_NOUGHT for one in numbers)


@pytest.mark.parametrize(("name", "said"), [("count", ["Write {number}, or words."]), ("number", [])])
def test_what_a_field_does_not_fill_in_is_told_with_what_it_does(small: Path, name: str, said: list[str]) -> None:
    edit(small, SPINE, "This is Standard {number} of the", f"This is Standard {{{name}}} of the")
    assert [one.instead for one in find_problems(small) if one.wrong.startswith("Nothing replaces")] == said


def test_a_field_that_fills_in_nothing_takes_no_braces(small: Path) -> None:
    edit(small, SPINE, "heading: Grow it together", 'heading: "Grow {number} together"')
    assert [one.instead for one in find_problems(small) if one.wrong.startswith("Nothing replaces")] == ["Write the words, without braces."]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("See [the Act][act] for more.", "names an address that is nowhere"),
        ("See [the Act][] for more.", "names an address that is nowhere"),
        ("Read [the law](~/law /) first.", "There is a space in the address"),
        ("![](~/contribute/way.svg)", "This picture has no words"),
        ("[](~/law/)", "This link has no words"),
        ("1) one", "A bracket after a number"),
        ("**More about us**", "looks like a heading but is not one"),
        ("Name\tPhone", "There are tabs between words"),
    ],
)
def test_what_markdown_takes_without_a_word_is_told(line: str, told: str) -> None:
    (problem,) = in_source(Source("content/pages/about.md", f"Words.\n\n{line}\n", 4, EXTENSIONS))
    assert told in problem.wrong
    assert problem.line == 7


@pytest.mark.parametrize(
    "line",
    [
        "See [the Act][act] for more.\n\n[act]: https://gardens.example/act",
        "A note.[^1]\n\n[^1]: Words.",
        "**Bold words** begin this line.",
        "**Write these down:**",
        "A list [x][1] is `[a][b]`.\n\n[1]: https://gardens.example/",
        '[the law](~/law/ "the law")',
        "`1) one`",
        "- [x] done\n- [ ] not done",
    ],
)
def test_what_is_right_in_markdown_is_not(line: str) -> None:
    assert list(in_source(Source("content/pages/about.md", f"Words.\n\n{line}\n", 4, EXTENSIONS))) == []


def test_what_differs_in_capitals_alone_is_meant_and_not_what_is_a_slip_away() -> None:
    choices = ["E01-01", "E01-02", "E01-03"]
    assert near("e01-02", choices) == sure("e01-02", choices) == "E01-02"
    assert sure("EO1-02", choices) == "E01-02"
    assert sure("E0l-0x", choices) == ""
    statements = ["beds-s6", "beds-l6", "beds-p6"]
    assert near("beds-16", statements) == "beds-l6"
    assert sure("beds-16", statements) == "", "a letter may be lost"
