"""The rules for hand-written pages: each has an example that breaks it and one that keeps it, and most allow exceptions."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from helpers import edit, with_theme
from sds.commands.check import all_problems
from sds.markdown_pages.noted import Noted
from sds.markdown_pages.rules import FAMILY
from sds.markdown_pages.source import NEWS
from sds.paths import EXCEPTIONS, PAGES
from sds.problem import replaced
from sds.project import EarlierRun, examined, wrong_in
from sds.rule import Rule

HEAD = "---\ntitle: News\ndescription: What is new in the garden.\n---\n\n"
RULES: list[Rule[Any]] = list(FAMILY.rules)
ROSES = f"{PAGES}/roses.png"


@pytest.fixture
def garden(small: Path) -> Path:
    """The small framework with the real templates and settings, and a picture next to its pages."""
    (small / ROSES).write_bytes(b"a picture")
    return with_theme(small)


def write(garden: Path, example: str, rule: Rule[Any]) -> Path:
    """Writes an example: a file's name, a whole file, or text below a page's heading, depending on the rule."""
    path, text = rule.example.file, example
    if path.endswith("/"):
        path, text = example, f"{HEAD}# News\n"
    elif path.endswith(".md") and not rule.example.mended.startswith("---"):
        text = f"{HEAD}# News\n\n{example}\n"
    (garden / path).write_text(text, "utf-8")
    return garden / path


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_example_breaks_its_rule_and_no_other_and_the_mended_one_keeps_all(garden: Path, rule: Rule[Any]) -> None:
    file = write(garden, rule.example.broken, rule)
    found = all_problems(garden, EarlierRun(garden))
    assert {problem.rule for problem in found} == {rule.id}, list(map(str, found))
    assert {problem.level for problem in found} <= set(rule.levels)
    file.unlink()
    write(garden, rule.example.mended, rule)
    assert list(map(str, all_problems(garden, EarlierRun(garden)))) == []


@pytest.mark.parametrize("name", ["aux", "com0", "lpt9"])
def test_a_page_that_windows_could_not_open_is_refused(garden: Path, name: str) -> None:
    path = f"{PAGES}/{name}.md"
    (garden / path).write_text(f"{HEAD}# News\n".replace("News", "Ports"), "utf-8")
    assert f'{path}:1: No file can have the name "{name}" on Windows' in "\n".join(map(str, all_problems(garden, EarlierRun(garden))))


# --- exceptions ---

TODAY = datetime.date(2026, 4, 2)
BOLD, CLOSED = "**In winter**\n\nThe taps are closed.", "The gate is <b>open</b>."


def told(garden: Path, words: str, rule: str, record: str = NEWS) -> list[str]:
    """The messages about a page with this text, with an exception from a rule."""
    (garden / NEWS).write_text(f"{HEAD}# News\n\n{words}\n", "utf-8")
    (garden / EXCEPTIONS).write_text(f"exceptions:\n  - rule: {rule}\n    record: {record}\n    reason: It is said at the gate.\n", "utf-8")
    return [str(problem) for problem in examined(garden, TODAY)[1]]


def test_a_page_may_be_excepted_from_a_rule(garden: Path) -> None:
    assert told(garden, BOLD, "bold-lines-are-no-headings") == []
    assert [line.partition(" ")[0] for line in told(garden, f"{BOLD}\n\nWrite to warden@garden.scot.", "bold-lines-are-no-headings")] == [f"{NEWS}:12:"]


def test_a_page_that_mkdocs_makes_is_excepted_too(garden: Path) -> None:
    told(garden, "Words.", "pages-have-one-heading")
    edit(garden, NEWS, "# News\n", "")
    project, found = examined(garden, TODAY)
    assert project is not None, found
    assert list(wrong_in(project, Noted(path="news.md", file=NEWS, title="News"))) == []
    (other,) = wrong_in(project, Noted(path="about.md", file=f"{PAGES}/about.md", title="About"))
    assert str(other) == f"{PAGES}/about.md:1: This page has no heading of its own. Add the line # About"


@pytest.mark.parametrize(
    ("words", "rule", "record", "said"),
    [
        ("Words.", "bold-words-end", NEWS, f'"{NEWS}" follows the rule "bold-words-end", so this exception is not needed. Delete it.'),
        ("Words.", "bold-words-end", f"{PAGES}/nwes.md", f'There is no page "{PAGES}/nwes.md". Did you mean "{NEWS}"?'),
        (CLOSED, "pages-hold-no-html", NEWS, 'No exception can be made from the rule "pages-hold-no-html". Delete it, and do what the rule asks.'),
    ],
)
def test_an_exception_that_a_page_does_not_need_or_cannot_have_is_told(garden: Path, words: str, rule: str, record: str, said: str) -> None:
    assert any(line.startswith(f"{EXCEPTIONS}:") and line.endswith(said) for line in told(garden, words, rule, record))


def test_no_exception_is_called_needless_while_its_page_cannot_be_read(garden: Path) -> None:
    told(garden, BOLD, "bold-lines-are-no-headings")
    edit(garden, NEWS, "title: News\n", "")
    assert {problem.path for problem in examined(garden, TODAY)[1]} == {NEWS}


# --- ids ---


@pytest.mark.parametrize(
    ("words", "line", "mended"),
    [
        ("## Summer {#taps}\n\nOpen.\n\n## Winter {#taps}", 12, "## Winter {#taps-2}"),
        ("## Summer {: #taps }\n\nOpen.\n\n## Winter {#taps-2}\n\nShut.\n\n### At night {: .late #taps }", 16, "### At night {: .late #taps-3 }"),
        ("Read [one](about.md){#more} or [two](accessibility.md){#more}.", 8, "Read [one](about.md){#more} or [two](accessibility.md){#more-2}."),
    ],
)
def test_an_id_that_stands_on_a_page_twice_is_told_where_it_stands_again(garden: Path, words: str, line: int, mended: str) -> None:
    (garden / NEWS).write_text(f"{HEAD}# News\n\n{words}\n", "utf-8")
    (problem,) = all_problems(garden, EarlierRun(garden))
    assert (problem.line, problem.instead) == (line, f"Write {mended}")
    assert problem.replacement is not None
    (garden / NEWS).write_text(replaced((garden / NEWS).read_text("utf-8"), [problem.replacement])[0], "utf-8")
    assert all_problems(garden, EarlierRun(garden)) == []


def test_ids_that_only_look_alike_are_no_slip(garden: Path) -> None:
    words = "## Taps\n\nOpen.\n\n## Taps in winter {#taps-in}\n\nShut: `{#taps-in}`.\n\n## The tap {#tap}"
    (garden / NEWS).write_text(f"{HEAD}# News\n\n{words}\n", "utf-8")
    assert all_problems(garden, EarlierRun(garden)) == []
