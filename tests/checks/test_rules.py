"""The rules as published: each has a description, an example that breaks it and one that keeps it, and all are listed on one page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from helpers import ROOT, SETTINGS, build_site, edit, parse_html
from sds.build import Site, build
from sds.checks import check, diagnostics
from sds.checks.context import Context
from sds.checks.families import EASY_READ, FAMILIES, HAND_WRITTEN, LAST
from sds.easy_read.check import judge
from sds.easy_read.english import sentences
from sds.easy_read.manual_rules import MANUAL_RULES
from sds.easy_read.rule import EasyReadRule, Given
from sds.easy_read.text import of_page
from sds.model.in_print import curly
from sds.model.records import Block, EasyPage
from sds.paths import EXCEPTIONS
from sds.problem import Level, Problem
from sds.reading.load import load
from sds.rule import Example, Rule
from sds.rule import rule as content_rule

TODAY = datetime.date(2026, 4, 2)
"""A year after the date on which the examples were checked by people."""
CONTENT: list[Rule[Any]] = [rule for family in (*FAMILIES, LAST) for rule in family.rules]
OF_YAML: list[Rule[Any]] = [*CONTENT, *EASY_READ]
RULES: list[Rule[Any]] = [*OF_YAML, *HAND_WRITTEN.rules]
WATER, PATHS, PAGES = "content/standards/water.yaml", "content/standards/paths.yaml", "content/easy-read/pages.yaml"
TEST = "      text: Test every tap in March and write the date on its post.\n"
SHORT = "      text: Test every tap.\n"


def found(project: Path) -> list[Problem]:
    return diagnostics(load(project), TODAY)


def test_every_rule_has_an_id_of_its_own_and_says_what_it_asks_and_at_which_level() -> None:
    ids = [rule.id for rule in RULES] + [rule.id for rule in MANUAL_RULES]
    assert len(ids) == len(set(ids))
    for rule in RULES:
        assert all((rule.title, rule.asks, rule.example.broken, rule.example.mended)), rule.id
        assert rule.asks[0].isupper(), rule.id
        assert rule.asks.endswith("."), rule.id
        assert rule.levels, rule.id
        assert set(rule.levels) <= {"error", "warning"}, rule.id
    for rule in EASY_READ:
        assert rule.source, rule.id


def test_the_framework_of_the_examples_breaks_no_rule(small_easy_read: Path) -> None:
    assert found(small_easy_read) == []


@pytest.mark.parametrize("rule", [rule for rule in OF_YAML if rule.example.file], ids=lambda rule: rule.id)
def test_an_example_of_lines_breaks_its_rule_and_the_mended_lines_keep_it(small_easy_read: Path, rule: Rule[Any]) -> None:
    broken = "\n".join([rule.example.broken] * rule.example.times)
    edit(small_easy_read, rule.example.file, rule.example.mended, broken)
    here = [problem for problem in found(small_easy_read) if problem.rule == rule.id]
    assert here, [str(problem) for problem in found(small_easy_read)]
    assert {problem.level for problem in here} <= set(rule.levels)
    edit(small_easy_read, rule.example.file, broken, rule.example.mended)
    assert found(small_easy_read) == []


@pytest.mark.parametrize("rule", [rule for rule in EASY_READ if not rule.example.file], ids=lambda rule: rule.id)
def test_an_example_of_sentences_breaks_its_rule_and_the_mended_sentences_keep_all_rules(small_easy_read: Path, rule: EasyReadRule) -> None:
    loaded = load(small_easy_read)
    assert loaded.framework is not None
    given = Given(loaded.framework, loaded.where, TODAY)

    def told(example: str, times: int = 1) -> set[str]:
        blocks = (Block(picture=f"p{number}", words=sentences(example)) for number in range(times))
        page = EasyPage(kind="topics", id="a", title="Your page", blocks=(Block(picture="hand", words=("You can read this.",)), *blocks))
        return {id for id, _ in judge(of_page(page), given)} - {"ER04"}

    assert rule.id in told(rule.example.broken, rule.example.times)
    assert told(rule.example.mended) == set()


# --- the page ---


def test_one_page_gives_every_rule_with_its_example_and_what_people_keep(small_easy_read: Path) -> None:
    files = build_site(small_easy_read)
    page = parse_html(files["contribute/rules/index.html"])
    assert page.one("h1").text == "The rules for content files"
    for rule in RULES:
        section = page.id(rule.anchor)
        assert section is not None, rule.id
        shown = (rule.id, rule.source, *map(curly, (rule.asks, rule.title, *rule.levels.values())))
        for words in (*shown, *rule.example.broken.split(), *rule.example.mended.split()):
            assert words in section.text, rule.id
        assert page.one("main").all("a", href=f"#{rule.anchor}")
    assert "  - rule: statements-are-one-action\n    record: actions/water-g1\n" in files["contribute/rules/index.html"], "lines keep their indents"
    for by_hand in MANUAL_RULES:
        section = page.id(by_hand.id.lower())
        assert section is not None
        assert curly(by_hand.asks) in section.text
        assert by_hand.kept_by in section.text


def test_a_framework_without_easy_read_has_the_other_rules(small: Path) -> None:
    files = build_site(small)
    page = parse_html(files["contribute/rules/index.html"])
    assert page.id("basis-is-honest") is not None
    assert page.id("easy-read") is None
    assert "ER01" not in page.text
    assert "contribute/easy-read-rules/index.html" not in files


def test_the_address_that_the_easy_read_rules_had_leads_to_them(small_easy_read: Path) -> None:
    files = build_site(small_easy_read)
    page = parse_html(files["contribute/easy-read-rules/index.html"])
    assert page.one("meta", **{"http-equiv": "refresh"}).attrs["content"] == "0; url=../../contribute/rules/#easy-read"
    assert parse_html(files["contribute/rules/index.html"]).id("easy-read") is not None


# --- levels ---


def test_a_warning_stops_nothing_and_is_counted_in_one_line_of_a_build(small_easy_read: Path) -> None:
    edit(small_easy_read, PAGES, "          - You choose a friend.\n", "          - You choose a mycorrhiza.\n          - You welcome a phyllotaxis.\n")
    (small_easy_read / "overrides").symlink_to(ROOT / "overrides")
    assert check(load(small_easy_read)) == []
    site = build(small_easy_read, SETTINGS)
    assert isinstance(site, Site), "\n".join(map(str, site))
    assert site.notes == ("2 warnings (they do not stop the build). To see them all: python3 run.py check",)


def test_what_a_rule_finds_has_the_level_of_the_rule_and_its_id(small: Path) -> None:
    def found_in(levels: Mapping[Level, str]) -> list[tuple[str, str]]:
        @content_rule("no-beds", "No beds", Example("a", "b"), levels=levels)
        def no_beds(context: Context) -> Iterator[Problem]:
            """Nobody has a bed."""
            yield context.where.problem("terms", "bed", ("term",), "There is a bed.", "Delete it.")

        loaded = load(small)
        assert loaded.framework is not None
        context = Context(framework=loaded.framework, where=loaded.where, incomplete=loaded.incomplete, unread=loaded.unread, today=TODAY)
        return [(problem.level, problem.rule) for problem in no_beds.look(context)]

    assert found_in({"error": ""}) == [("error", "no-beds")]
    assert found_in({"warning": ""}) == [("warning", "no-beds")]


# --- exceptions ---


def except_from(project: Path, rule: str, record: str) -> None:
    (project / EXCEPTIONS).write_text(f"exceptions:\n  - rule: {rule}\n    record: {record}\n    reason: It is said at the gate.\n", "utf-8")


def test_a_record_that_is_excepted_may_break_that_rule_and_no_other(small: Path) -> None:
    edit(small, WATER, TEST, SHORT)
    assert [problem.rule for problem in found(small)] == ["statements-are-one-action"]
    except_from(small, "statements-are-one-action", "actions/water-w1")
    assert found(small) == []
    edit(small, WATER, "    - id: water-w1\n", "    - id: water-w1\n      reason: Why not.\n")
    assert [problem.rule for problem in found(small)] == ["withdrawn-says-why"]


def test_a_standard_is_excepted_under_the_id_that_both_of_its_files_give_it(small: Path) -> None:
    edit(small, PATHS, "ask_for:\n  - {id: paths-a1, words: I would like a path that my chair can use.}\n", "ask_for: []\n")
    except_from(small, "standards-are-full", "standards/paths")
    assert found(small) == []


def test_a_warning_can_be_excepted_too(small_easy_read: Path) -> None:
    edit(small_easy_read, PAGES, "          - You choose a friend.\n", "          - You choose a mycorrhiza.\n")
    assert [(problem.level, problem.rule, problem.record) for problem in found(small_easy_read)] == [("warning", "ER17", "easy_read/topics/my-bed")]
    except_from(small_easy_read, "ER17", "easy_read/topics/my-bed")
    assert found(small_easy_read) == []


@pytest.mark.parametrize(
    ("rule", "record", "told"),
    [
        (
            "statements-are-one-action",
            "actions/water-g1",
            f'{EXCEPTIONS}:2: "actions/water-g1" follows the rule "statements-are-one-action", so this exception is not needed. Delete it.',
        ),
        (
            "statements-are-one-acton",
            "actions/water-g1",
            f'{EXCEPTIONS}:2: "statements-are-one-acton" is not the id of a rule. Did you mean "statements-are-one-action"?',
        ),
        (
            "statements-are-one-action",
            "actions/water-g9",
            f'{EXCEPTIONS}:3: "water-g9" is not the id of a statement. Write one of: water-g1, water-g2.',
        ),
        ("statements-are-one-action", "action/water-g1", f'{EXCEPTIONS}:3: "action" is not a kind of record. Did you mean "actions"?'),
    ],
)
def test_an_exception_that_is_not_needed_or_names_nothing_is_an_error(small: Path, rule: str, record: str, told: str) -> None:
    except_from(small, rule, record)
    assert [str(problem) for problem in check(load(small))] == [told]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("It is written there.", '"actions/water-w1" is excepted from the rule "statements-are-one-action" twice; the first is on line 2.'),
        ("It is said at the gate.", "This is in the list twice, word for word; the first is on line 2."),
    ],
)
def test_an_exception_that_is_listed_twice_is_told_once_and_at_the_second(small: Path, reason: str, told: str) -> None:
    edit(small, WATER, TEST, SHORT)
    except_from(small, "statements-are-one-action", "actions/water-w1")
    listed = (small / EXCEPTIONS).read_text("utf-8")
    again = listed.removeprefix("exceptions:\n").replace("It is said at the gate.", reason)
    (small / EXCEPTIONS).write_text(listed + again, "utf-8")
    assert [str(problem) for problem in check(load(small))] == [f"{EXCEPTIONS}:5: {told} Delete one of them."]


def test_an_exception_is_not_called_needless_while_its_record_cannot_be_judged(small: Path) -> None:
    edit(small, WATER, TEST, SHORT)
    except_from(small, "statements-are-one-action", "actions/water-w1")
    edit(small, WATER, "      why: Taps froze and nobody knew until June.\n", "      why: Taps: they froze.\n")
    assert [problem.path for problem in found(small)] == [WATER]
    edit(small, WATER, "      why: Taps: they froze.\n", "")
    assert [problem.path for problem in found(small)] == [WATER]
