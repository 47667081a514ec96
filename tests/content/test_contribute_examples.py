"""The examples on the pages for editors, pasted where the page says, pass all checks."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from helpers import ROOT, edit
from sds.__main__ import COMMANDS, main
from sds.changes.compare import Change, FieldChange
from sds.changes.sentences import as_markdown, summary
from sds.commands.check import all_problems
from sds.model.framework import Framework
from sds.paths import EXCEPTIONS
from sds.project import EarlierRun, errors

PAGES = ROOT / "content/pages"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
BUDGETS, EASY = "content/standards/budgets.yaml", "content/easy-read/standards-1-to-6.yaml"


def examples(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language, in order."""
    return [text for name, text in FENCE.findall((PAGES / page).read_text("utf-8")) if name == language]


def wrong(project: Path) -> list[str]:
    earlier = EarlierRun(project)
    found = errors(all_problems(project, earlier))
    earlier.prune()
    return [str(problem) for problem in found]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real content."""
    for name in ("standards.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    return tmp_path


@pytest.mark.slow("checks a copy of the real content again and again")
def test_every_example_pasted_as_shown_passes(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    statement, resource, source, finding, term, related, easy, checked, exception = examples("contribute.md", "yaml")
    (page,) = examples("contribute.md", "markdown")
    text = (copy / BUDGETS).read_text("utf-8")
    at = text.index("  leaders:\n") + len("  leaders:\n")
    (copy / BUDGETS).write_text(text[:at] + statement + text[at:], "utf-8")
    edit(copy, BUDGETS, "\nrelated:\n", f"\nrelated:\n{related}")
    for file, heading, example in (
        ("content/resources.yaml", "\nresources:\n", resource),
        ("content/sources.yaml", "\nsources:\n", source),
        ("content/sources.yaml", "\nfindings:\n", finding),
        ("content/glossary.yaml", "\nterms:\n", term),
        ("standards.yaml", "\nframework:\n", examples("contribute/publishing.md", "yaml")[0]),
    ):
        edit(copy, file, heading, heading + example)
    (copy / "content/pages/news.md").write_text(page, "utf-8")
    edit_first(copy / EASY, "    blocks:\n", f"    blocks:\n{easy}")
    title, was = "    title: Help from someone on your side\n", re.compile('    words_from: "[0-9a-f]+"\n')
    pages = copy / EASY
    pages.write_text(was.sub("", pages.read_text("utf-8"), count=1).replace(title, title + checked, 1), "utf-8")
    told = wrong(copy)
    assert len(told) == 2, "\n".join(told)
    assert all('"new"' in one for one in told), told
    assert main(["fix"], copy) == 0, capsys.readouterr().out
    assert wrong(copy) == []
    assert exception in (ROOT / EXCEPTIONS).read_text("utf-8")


def test_what_the_guide_shows_of_a_comment_is_what_a_comment_says(framework: Framework) -> None:
    text = (PAGES / "contribute/first-change.md").read_text("utf-8")
    field = FieldChange("why", "People could not see how their amount was reached.", "Many people could not see how their amount was reached.")
    around = ("standards/budgets", "roles/leaders")
    change = Change(what="changed", kind="actions", id="budgets-l3", path=BUDGETS, line=1, around=around, fields=(field,))
    called = {f"{kind}/{record.id}": record.title for kind in ("standards", "roles") for record in framework.records(kind).values()}
    assert summary([change]) in text
    told = [line.replace("`` ", "").replace(" ``", "").removeprefix("### ") for line in as_markdown([change], called) if line]
    assert "\n".join(told) in text


def test_what_the_guide_calls_things_on_the_site_is_what_they_are_called() -> None:
    text = "".join(path.read_text("utf-8") for path in [PAGES / "contribute.md", *(PAGES / "contribute").glob("*.md")])
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    for name in ("Edit this page", "Tell us about this page"):
        assert f"**{name}**" in text
        assert f">{name}</a>" in templates
    for command in set(re.findall(r"run\.py ([a-z-]+)", text)):
        assert command in COMMANDS, command


def edit_first(file: Path, find: str, replace: str) -> None:
    """Replaces the first occurrence of a text in a file."""
    text = file.read_text("utf-8")
    assert find in text
    file.write_text(text.replace(find, replace, 1), "utf-8")
