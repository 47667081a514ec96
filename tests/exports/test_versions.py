"""Published versions of the data: a researcher can cite the data, get the same version later, and see what changed between two."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest

from helpers import build_site, edit, parse_html
from sds.__main__ import main

FIRST, SECOND = "2021-04-02", "2021-05-03"


def data_files(project: Path) -> dict[str, str]:
    """The data files of a project's site as it would be published now."""
    files = build_site(project)
    return {path: files[path] for path in files if path.startswith("data/")}


@pytest.fixture
def first(small: Path) -> tuple[Path, dict[str, str]]:
    """The small framework, and its site as published on the first day."""
    assert main(["version"], small) == 0
    return small, data_files(small)


@pytest.fixture
def second(first: tuple[Path, dict[str, str]]) -> tuple[Path, dict[str, str]]:
    """The same a month later: one term has a new meaning, one statement was withdrawn and one added."""
    project, _ = first
    edit(project, "standards.yaml", f'"{FIRST}"', f'"{SECOND}"')
    edit(project, "content/glossary.yaml", "A barrel that catches rain.", "+1 tub that catches rain.")
    edit(project, "content/standards/water.yaml", "why: The by-law gives each ten beds a tap.", "why: The by-law gives each five beds a tap.")
    assert main(["version"], project) == 0
    return project, data_files(project)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_version_that_was_cited_is_fetched_again_as_it_was(first: tuple[Path, dict[str, str]], second: tuple[Path, dict[str, str]]) -> None:
    then, now = first[1], second[1]
    assert f"https://here.example/data/{FIRST}/" in then["data/cite.bib"]
    assert f"UR  - https://here.example/data/{FIRST}/" in then["data/cite.ris"]
    kept = json.loads(now[f"data/{FIRST}/framework.json"])
    assert {one["id"]: one["meaning"] for one in kept["terms"]}["butt"] == "A barrel that catches rain."
    assert now[f"data/{FIRST}/framework.json"] == then[f"data/{FIRST}/framework.json"]
    assert now[f"data/{FIRST}/cite.bib"] == then["data/cite.bib"]


def test_the_newest_version_has_the_records_that_the_site_has(second: tuple[Path, dict[str, str]]) -> None:
    kept, now = (json.loads(second[1][path]) for path in (f"data/{SECOND}/framework.json", "data/framework.json"))
    without = [
        {kind: [{name: value for name, value in one.items() if name != "link"} for one in data[kind]] for kind in data if kind != "framework"}
        for data in (kept, now)
    ]
    assert without[0] == without[1]
    assert kept["framework"] == now["framework"]


def test_what_changed_since_the_version_before_is_a_table(second: tuple[Path, dict[str, str]]) -> None:
    found = {(row["what"], row["kind"], row["id"], row["field"]): row for row in rows(second[1][f"data/{SECOND}/changes.csv"])}
    assert set(found) == {("changed", "actions", "water-g1", "why"), ("changed", "terms", "butt", "meaning")}
    meaning, why = found["changed", "terms", "butt", "meaning"], found["changed", "actions", "water-g1", "why"]
    assert (meaning["before"], meaning["after"]) == ("A barrel that catches rain.", "'+1 tub that catches rain.")
    assert (why["standard"], why["role"]) == ("water", "growers")
    assert why["link"].endswith("/actions/water-g1/")
    assert f"data/{FIRST}/changes.csv" not in second[1], "there is none before the first"


def test_the_page_of_data_names_each_version_and_how_to_cite(second: tuple[Path, dict[str, str]]) -> None:
    page = parse_html(second[1]["data/index.html"])
    links = [link.attrs["href"] for link in page.all("a")]
    assert [f"../data/{day}/" in links for day in (FIRST, SECOND)] == [True, True]
    assert f"version {SECOND}" in page.id("own-citation").text  # type: ignore[union-attr]
    own = parse_html(second[1][f"data/{SECOND}/index.html"])
    assert "2 records have changed" in own.one("main").text
    assert f"https://here.example/data/{SECOND}/" in own.id("own-citation").text  # type: ignore[union-attr]


def test_before_it_is_published_the_data_is_cited_where_it_changes(small: Path) -> None:
    files = build_site(small)
    assert "url = {https://here.example/data/}" in files["data/cite.bib"]
    assert "There are no earlier versions yet" in files["data/index.html"]


def test_the_command_compares_two_versions_and_one_with_the_files(second: tuple[Path, dict[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    project = second[0]
    capsys.readouterr()
    assert main(["changes", FIRST, SECOND], project) == 0
    said = capsys.readouterr().out
    assert "For readers: 2 records have changed." in said
    assert "- A barrel that catches rain." in said
    assert main(["changes", SECOND], project) == 0
    assert "Nothing changes for readers." in capsys.readouterr().out
    edit(project, "content/glossary.yaml", "+1 tub that catches rain.", "A pot that catches rain.")
    assert main(["changes", SECOND], project) == 0
    assert "+ A pot that catches rain." in capsys.readouterr().out


def test_a_day_that_was_not_published_is_told(second: tuple[Path, dict[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "2021-04-03"], second[0]) == 2
    assert '"2021-04-03" is not a day that was published' in capsys.readouterr().err


def test_a_damaged_version_is_told_by_the_command_too(second: tuple[Path, dict[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    file = second[0] / f"content/versions/{FIRST}.json.gz"
    file.write_bytes(file.read_bytes()[:-20])
    assert main(["changes", FIRST, SECOND], second[0]) == 2
    assert f"content/versions/{FIRST}.json.gz cannot be used. This file is cut short." in capsys.readouterr().err


def test_a_version_that_is_there_stays_as_it_was(second: tuple[Path, dict[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    project = second[0]
    file = project / f"content/versions/{SECOND}.json.gz"
    before = file.read_bytes()
    edit(project, "content/glossary.yaml", "+1 tub that catches rain.", "A pot that catches rain.")
    assert main(["version"], project) == 0
    assert "does not change" in capsys.readouterr().out
    assert file.read_bytes() == before


def test_records_and_fields_that_there_are_no_more_are_compared_too(second: tuple[Path, dict[str, str]]) -> None:
    project = second[0]
    file = project / f"content/versions/{FIRST}.json.gz"
    data = json.loads(gzip.decompress(file.read_bytes()))
    data["relics"] = [{"id": "spade", "title": "A spade", "link": "https://here.example/relics/spade/"}]
    data["terms"][0]["colour"] = "blue"
    file.write_bytes(gzip.compress(json.dumps(data).encode()))
    found = {(row["what"], row["kind"], row["id"], row["field"]) for row in rows(build_site(project)[f"data/{SECOND}/changes.csv"])}
    assert ("changed", "terms", data["terms"][0]["id"], "colour") in found
    assert ("gone", "relics", "spade", "") in found


def test_without_a_name_of_its_own_a_version_is_named_by_its_day(small: Path) -> None:
    edit(small, "standards.yaml", '  version: "1.10"\n', "")
    files = build_site(small)
    assert json.loads(files["data/framework.json"])["framework"]["version"] == FIRST
    assert f"version = {{{FIRST}}}" in files["data/cite.bib"]
