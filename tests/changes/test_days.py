"""Changes are recorded in a committed file, and shown to readers on a page, in a feed and at the foot of each page. A build does not use git."""

from __future__ import annotations

import datetime
import json
import os
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers import SETTINGS, build_site, edit, parse_html
from repositories import commit, committed
from sds.__main__ import main
from sds.changes.changelog import MAX_LISTED
from sds.model.framework import Framework
from sds.paths import CHANGES
from sds.project import examined
from sds.reading.changes_file import read_changes

WATER = "content/standards/water.yaml"
TODAY = "2026-11-27"
PREVIEW = replace(SETTINGS, preview=True)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fixes the date of recording, because a test run can go past midnight."""
    fixed = type("Date", (datetime.date,), {"today": staticmethod(lambda: datetime.date.fromisoformat(TODAY))})
    monkeypatch.setattr("sds.commands.changes.datetime", SimpleNamespace(date=fixed))


def record(project: Path, *arguments: str) -> int:
    return main(["changes", *arguments, "--record"], project)


@pytest.fixture
def listed(small: Path) -> Path:
    """The small framework with a list of changes that has begun, and one statement that has changed since."""
    repository = committed(small)
    assert record(repository) == 0
    commit(repository)
    edit(repository, WATER, "Test every tap in March and write", "Test every tap in April and write")
    commit(repository)
    assert record(repository) == 0
    return repository


def test_the_page_says_what_changed_by_standard_and_role_with_words_before_and_now(listed: Path) -> None:
    page = parse_html(build_site(listed, PREVIEW)["changes/index.html"]).one("main")
    assert page.id(f"day-{TODAY}")
    assert "1 record has changed." in page.text
    section = page.one("section")
    assert [heading.text for heading in section.all("h3")] == ["Water for every bed"]
    (line,) = section.all("li")
    assert "The statement water-w1 in Water for every bed for Wardens has changed: its words." in line.text
    assert [said.text for said in line.all("dd")] == [
        "Test every tap in March and write the date on its post.",
        "Test every tap in April and write the date on its post.",
    ]
    assert line.one("a").attrs["href"].endswith("actions/water-w1/")


def test_the_feed_is_atom_with_whole_addresses(listed: Path) -> None:
    feed = ElementTree.fromstring(build_site(listed, PREVIEW)["changes/feed.xml"])
    assert feed.tag == f"{ATOM}feed"
    for name in ("title", "id", "updated", "author"):
        assert feed.find(f"{ATOM}{name}") is not None, name
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == ["https://here.example/changes/", "https://here.example/changes/feed.xml"]
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}updated") == f"{TODAY}T00:00:00Z"
    content = parse_html(entry.findtext(f"{ATOM}content") or "")
    assert content.one("a").attrs["href"] == "https://here.example/actions/water-w1/"


def test_each_page_each_record_and_the_site_map_know_when_they_last_changed(listed: Path) -> None:
    files = build_site(listed, PREVIEW)
    for page, changed in (("actions/water-w1", True), ("standards/water", True), ("standards/paths", False)):
        assert ("This page last changed on" in files[f"{page}/index.html"]) is changed, page
    actions = {one["id"]: one for one in json.loads(files["data/framework.json"])["actions"]}
    assert actions["water-w1"]["last_changed"] == TODAY
    assert [id for id, one in actions.items() if "last_changed" in one] == ["water-w1"]
    assert f'updated: "{TODAY}"' in (listed / "standards.yaml").read_text("utf-8")
    assert f"<loc>https://here.example/standards/water/</loc><lastmod>{TODAY}</lastmod>" in files["sitemap.xml"]


def test_a_list_goes_on_where_it_ended(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(listed)
    assert record(listed) == 0
    assert "nothing is recorded" in capsys.readouterr().out
    edit(listed, "content/glossary.yaml", "    meaning: A barrel that catches rain.\n", "    meaning: A tub that catches rain.\n")
    commit(listed)
    assert record(listed) == 0
    file, wrong = read_changes(listed)
    assert file is not None
    assert not wrong
    assert [(one.day, {(of.kind, of.id) for of in one.records}) for one in file.days] == [(TODAY, {("actions", "water-w1"), ("terms", "butt")})]


def test_what_stands_outside_all_records_is_told_too(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(listed, "standards.yaml", "  heading: Grow it together\n", "  heading: Grow it with others\n")
    assert main(["changes", "HEAD"], listed) == 0
    assert "What standards.yaml says about the site as a whole has changed: framework." in capsys.readouterr().out


def test_files_that_are_not_committed_leave_no_place_to_go_on_from(listed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(listed, "standards.yaml", "  heading: Grow it together\n", "  heading: Grow it with others\n")
    assert record(listed) == 0
    assert "not committed" in capsys.readouterr().out
    assert record(listed) == 2
    assert "Say from which version" in capsys.readouterr().err


def test_a_framework_without_a_list_has_no_page_feed_or_sentence_of_it(small: Path) -> None:
    files = build_site(small, PREVIEW)
    assert not [path for path in files if path.startswith("changes/")]
    assert "What changed" not in files["index.html"]
    assert "last changed on" not in parse_html(files["actions/water-w1/index.html"]).text.replace("Content last changed on", "")


@pytest.mark.parametrize("text", ["{", "[]", '{"days": [{"day": "x", "version": "1"}]}', '{"days": [{"day": "2021-01-01", "version": "1", "who": "me"}]}'])
def test_a_list_that_cannot_be_used_is_told_in_a_line(small: Path, text: str) -> None:
    (small / CHANGES).write_text(text, "utf-8")
    told = [problem for problem in examined(small, datetime.date(2026, 1, 1))[1] if problem.path == CHANGES]
    assert len(told) == 1, told


def test_a_build_starts_no_other_program_to_know_what_changed(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(listed / "nothing-here"))
    assert "changes/index.html" in build_site(listed, PREVIEW)


def test_of_a_day_on_which_more_changed_than_anyone_reads_it_says_how_much(framework: Framework, built: Path) -> None:
    page = parse_html((built / "changes/index.html").read_text("utf-8")).one("main")
    for day in framework.changes:
        section = next(one for one in page.all("section") if one.attrs["aria-labelledby"] == f"day-{day.day}")
        assert len(section.all("li")) <= max(MAX_LISTED, 200)
        assert section.all("h3"), "told by standard"
