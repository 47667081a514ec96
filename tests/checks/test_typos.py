"""Typing mistakes that a dictionary cannot find: a stray digit, letter or capital, a repeated line, and an id twice in a list."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from helpers import EXTENSIONS, ROOT, edit
from sds.checks import diagnostics
from sds.markdown_pages.rules import in_source
from sds.markdown_pages.source import Source
from sds.problem import Problem, replaced
from sds.reading.load import load
from sds.reading.visible_words import Visible, visible_words

WATER, GLOSSARY, DRY_TAP = "content/standards/water.yaml", "content/glossary.yaml", "content/situations/dry-tap.yaml"
PLAN = "content/templates/plot-plan.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"


def found(project: Path, visible: tuple[Visible, ...] = ()) -> list[Problem]:
    return diagnostics(load(project), datetime.date(2026, 4, 2), visible=visible)


@pytest.mark.parametrize(
    "words",
    [
        "The by-law gives each te2n beds a tap.",
        "The by-law gives each ten2 beds a tap.",
        "The by-law gives each 2ten beds a tap.",
        "The by-law gives s each ten beds a tap.",
        "The by-law says that i may have a tap.",
        "The by-law gives each ten beds a tap. tap.",
        "The by-law gives To each ten beds a tap.",
        "The by-law gives each ten - beds a tap.",
        "The by-law g2ives each ten beds a tap.",
        "The by-law gives each ten -- beds a tap.",
        "It says so. It says so. The by-law gives it.",
        "The The by-law gives each ten beds a tap.",
        "THe by-law gives each ten beds a tap.",
        "The by-law gives ANy bed a tap.",
        "The by-law gives each ten beds a tap!!",
        "The by-law gives each ten beds a tap. .",
        "The by-law gives each ten beds .tap.",
        "The by-law\u2019\u2019s tap is near.",
        "The by-law \u201dgives\u201c each ten beds a tap.",
        "The by-law gives each 6Ada a tap.",
        "The by-law gives each ten beds a tap\\\\.",
        "The by-law gives each ten beds a tap and a hose. The by-law gives each ten beds a tap and a hose.",
        "It's says that each ten beds have a tap.",
        "The by-law says that you're have a tap.",
        "Its says so in the by-law.",
        "The by-law doesn\u2019t not give a tap.",
        "The by-law gives the each of an ten beds the a tap.",
        "See the of by-law for more.",
        "You have an your own tap.",
        "1. The by-law gives a tap. 2. The warden opens it.",
        "Do two things: (1) open the tap (2) close it.",
        "The by-law gives each ten beds a tap. each tap has a post.",
        "Each ten beds have a tap! that is in the by-law.",
        "The by-law gives EAch of ten beds a tap.",
        "The by-law OF the parish gives each ten beds a tap.",
        "The by-law Should give each ten beds a tap.",
        "THE BY-LAW GIVES EACH TEN BEDS A TAP.",
        "The by-law of 2O21 gives each ten beds a tap.",
        "The by-law gives each ten beds the.",
    ],
)
def test_a_slip_is_told_on_its_line(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    (problem,) = found(small)
    assert (problem.path, problem.line) == (WATER, 21)


@pytest.mark.parametrize(
    "words",
    [
        "It takes some days, e.g. 3-5 days.",
        "Bring an iPad. iPads may be shared.",
        "Phone NHS 24 if you are ill.",
        "Ms McKay meets people 1 to 1.",
        "Ask for a tap and/or a hose.",
        "He asked \u201cMay I?\u201d and left.",
        "Ask the shop of Bo Ltd. about it.",
        "Bring seeds, tools, etc. and a spade.",
        "See part a.",
        "Follow the do\u2019s and don\u2019ts.",
        "The tap stands in EH11 1AA.",
        "Two in 100 ask.",
        "Go by the by-law (in force since 2021). It helps.",
    ],
)
def test_words_that_are_right_are_left_alone(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [str(problem) for problem in found(small) if problem.rule != "words-are-spelt"] == []


@pytest.mark.parametrize("title", ["iPad", "NHS 24", "McKay", "1 to 1", "Testing", "None", "A to Z", "COSLA, NHS, UK", "Part a", "3D", "Q&A", "To do"])
def test_a_short_title_that_is_right_is_left_alone(small: Path, title: str) -> None:
    edit(small, WATER, "title: A tap within reach", f"title: {title}")
    assert [str(problem) for problem in found(small) if problem.rule != "words-are-spelt"] == []


def test_a_slip_is_told_on_the_line_of_several_on_which_it_stands(small: Path) -> None:
    edit(small, WATER, WHY, "      why: >-\n        The by-law gives each\n        te2n beds a tap.\n")
    (problem,) = found(small)
    assert (problem.path, problem.line) == (WATER, 23)
    assert "te2n" in problem.wrong


@pytest.mark.parametrize(
    "words",
    [
        "The 2nd by-law of the 1960s gives each 10am group a tap by 5pm.",
        "Section 13ZA and section 5 (a) give each ten beds a tap, e.g. a small one.",
        "I can have a tap, plan B, or a well-known one (10-12).",
        "The Tide Act says so. You can have one: The Duran Duran beds are full.",
        "See https://gardens.example/a2b/taps2go?a=b for it.",
        "It\u2019s means-tested, and that\u2019s what the one we spoke to is for.",
        "The in-house tap has its own key, and the on-call warden has a can.",
        "The and/or in the by-law is the warden\u2019s.",
    ],
)
def test_what_print_has_is_no_slip(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    assert [problem for problem in found(small) if problem.rule in {"words-hold-no-slips", "passages-stand-once"}] == []


def test_a_part_of_a_record_with_the_id_of_another_is_told_once(small_situations: Path) -> None:
    case = "  - id: hose\n    title: The hose is short\n    lines: [Ask for one.]\n    contacts: [warden-line]\n"
    edit(small_situations, DRY_TAP, "cases:\n", f"cases:\n{case}")
    (problem,) = found(small_situations)
    assert problem.rule == "ids-in-a-list-differ"
    assert "the first is on line 24" in problem.wrong


def test_a_question_of_an_easy_form_that_is_asked_twice_is_told(small_situations: Path) -> None:
    twice = "    - id: name\n      label: Who are you?\n      picture: hand\n"
    edit(small_situations, PLAN, "    - id: tasks\n      label: What do", f"{twice}    - id: tasks\n      label: What do")
    assert [problem.rule for problem in found(small_situations) if "name" in problem.wrong] == ["ids-in-a-list-differ"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Write to the wa2rden, or come in and ask.", "words-hold-no-slips"),
        ("Since 2042 we have had a tap.", "days-are-in-the-calendar"),
        ("publisher: The wardens of Elmswick", "words-hold-no-slips"),
        ("This line of the page has more than eight words in it.", "passages-stand-once"),
    ],
)
def test_a_slip_in_a_page_is_told_on_its_line(small: Path, line: str, rule: str) -> None:
    page = small / "content/pages/about.md"
    text = page.read_text("utf-8") + f"\n{line}\n"
    page.write_text(text + f"\n{line}\n" * (rule == "passages-stand-once"), "utf-8")
    (problem,) = found(small, visible_words(small))
    assert (problem.path, problem.rule) == ("content/pages/about.md", rule)
    assert page.read_text("utf-8").split("\n")[problem.line - 1] == line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("# The by-law gives it", ["are lost, because a space and # start a note"]),
        ("TBC", ["is a placeholder"]),
        ("x" * 500, ["has 500 letters"]),
        ("The by-law gives&nbsp;it", ["is an HTML code"]),
        ("The by-law' gives it.", ["There is a stray apostrophe"]),
        ("It says 'take it back', and a cup o' tea is the growers'.", []),
        ("~ The by-law gives it.", ['These words begin with "~"']),
        ("\u00abThe by-law gives it.\u00bb", ["Readers would see the quotation marks"]),
    ],
)
def test_what_follows_from_a_slip_is_not_told_beside_it(small: Path, words: str, said: list[str]) -> None:
    edit(small, WATER, WHY, f"      why: {words}\n")
    told = found(small)
    assert len(told) == len(said), told
    assert all(part in problem.wrong for part, problem in zip(said, told, strict=True))


def test_an_easy_page_is_compared_with_its_record_when_that_can_be_read(small_easy_read: Path) -> None:
    edit(small_easy_read, WATER, WHY, "      why: 5\n")
    assert [problem.path for problem in found(small_easy_read)] == [WATER]


@pytest.mark.parametrize("line", ["## Taps\n\n## Taps", "the rest of a sentence."])
def test_a_heading_that_stands_twice_and_half_a_sentence_are_told(small: Path, line: str) -> None:
    page = small / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + f"\n{line}\n", "utf-8")
    (problem,) = found(small, visible_words(small))
    assert (problem.path, problem.line) == ("content/pages/about.md", page.read_text("utf-8").count("\n"))


@pytest.mark.parametrize("line", ["1. Press it. 2. Wait for it.", "- It is **red**. - It is **blue**."])
def test_two_items_of_a_page_that_became_one_line_are_told(line: str) -> None:
    (problem,) = in_source(Source("page.md", f"Words.\n\n{line}", 0, EXTENSIONS))
    assert problem.line == 3


@pytest.mark.slow("reads all content")
def test_no_rule_of_slips_is_told_of_what_is_written_here() -> None:
    rules = {"words-hold-no-slips", "passages-stand-once", "ids-in-a-list-differ", "names-have-no-quotes", "days-are-in-the-calendar", "boxes-have-room"}
    assert [str(problem) for problem in found(ROOT, visible_words(ROOT)) if problem.rule in rules] == []


@pytest.mark.parametrize(
    ("written", "line", "mended"),
    [
        ("      why: The by-law gives each   ten beds a tap.\n", 21, "      why: The by-law gives each ten beds a tap.\n"),
        (
            "      why: >-\n        The by-law gives       each\n        ten beds a tap.\n",
            22,
            "      why: >-\n        The by-law gives each\n        ten beds a tap.\n",
        ),
        ("      why: >-\n        The by-law gives\n          each ten beds a tap.\n", 23, ""),
    ],
)
def test_spaces_and_line_breaks_inside_words_are_told(small: Path, written: str, line: int, mended: str) -> None:
    edit(small, WATER, WHY, written)
    (problem,) = found(small)
    assert problem.line == line
    if mended:
        assert problem.replacement is not None
        after = replaced((small / WATER).read_text("utf-8"), [problem.replacement])[0]
        assert mended in after


@pytest.mark.parametrize("line", ["in time.", "for the whole summer and the autumn, and for the winter too."])
def test_a_line_of_words_that_is_there_twice_is_told_once(small: Path, line: str) -> None:
    edit(small, WATER, WHY, f"      why: >-\n        The by-law gives each ten beds a tap\n        {line}\n        {line}\n")
    (problem,) = found(small)
    assert (problem.line, problem.wrong) == (24, "This line is here twice.")
    assert problem.replacement is not None
    assert replaced((small / WATER).read_text("utf-8"), [problem.replacement])[0].count(line) == 1


def test_a_reference_twice_is_told_by_its_own_rule_alone(small: Path) -> None:
    unit = "          - id: water\n            by: ours\n            why: both are about water\n"
    edit(small, "content/alignments.yaml", unit, unit + unit.replace("both are about water", "both save it"))
    assert [problem.rule for problem in found(small) if problem.level == "error"] == ["units-name-a-standard-once"]


def test_a_line_that_is_there_many_times_is_told_once(small: Path) -> None:
    edit(small, WATER, WHY, f"      why: >-\n{'        The by-law gives each ten beds a tap.' + chr(10)}" + "        It is so each year.\n" * 30)
    (problem,) = (one for one in found(small) if "is here" in one.wrong)
    assert problem.wrong == "This line is here 30 times."
    (small / WATER).write_text(replaced((small / WATER).read_text("utf-8"), [problem.replacement])[0] if problem.replacement else "", "utf-8")
    assert found(small) == []
