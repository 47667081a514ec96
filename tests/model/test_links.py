"""In ``/data/framework.json`` every link is there in both directions, every id belongs to a record, and every address is on the site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from helpers import Element, build_site
from sds.model.framework import Framework

Data = dict[str, list[dict[str, Any]]]
FINDING = re.compile(r"E\d\d-\d\d+")
"""The pattern of a finding's id."""


@pytest.fixture(scope="module")
def data(built: Path) -> Data:
    """The lists of records in the file, by kind."""
    whole = json.loads((built / "data/framework.json").read_text("utf-8"))
    return {kind: records for kind, records in whole.items() if kind != "framework"}


def ids_of(record: dict[str, Any], kind: str) -> list[str]:
    """The ids of one kind that a record names: in a list with the name of the kind or, if it has none, in fields named after a single record of the kind.

    Two exceptions: the group of an easy-read page is only a heading; the source of a step of a complaint is a citation, of a finding if it is no source's id.
    """
    given = record.get(kind)
    if given is None:
        named = [value for field, value in record.items() if isinstance(value, str) and names_one_of(kind, field)]
        return [value for value in named if " " not in value and not (kind == "sources" and FINDING.fullmatch(value))]
    return [one for one in given if isinstance(one, str)] if isinstance(given, list) else []


def names_one_of(kind: str, field: str) -> bool:
    """Whether a field's name means one record of a kind: ``role`` for ``roles``, ``basis`` for ``bases``, ``from_edition`` for ``editions``."""
    last = field.rpartition("_")[2]
    return kind in {f"{last}s", re.sub(r"is$", "es", last)} or (kind, field) == ("sources", "instrument")


def links(data: Data) -> list[tuple[str, str, str, str]]:
    return [(kind, record["id"], other, id) for kind, records in data.items() for record in records for other in data for id in ids_of(record, other)]


def test_every_kind_of_record_is_linked_to_some_other(data: Data) -> None:
    linked = {kind for kind, _, _, _ in links(data)}
    assert linked == {kind for kind, records in data.items() if records}


def test_every_id_that_a_record_lists_is_a_record(data: Data) -> None:
    known = {(kind, record["id"]) for kind, records in data.items() for record in records}
    assert [link for link in links(data) if link[2:] not in known] == []


def test_every_link_has_its_reverse(data: Data) -> None:
    all_links = set(links(data))
    assert [link for link in all_links if (link[2], link[3], link[0], link[1]) not in all_links] == []


def test_no_kind_lists_again_what_each_of_its_records_names_in_a_field(data: Data) -> None:
    again = []
    for kind, records in data.items():
        fields = {(field, other) for record in records for field in record for other in data if names_one_of(other, field)}
        again += [(kind, field) for field, other in fields if all(record.get(other) == [record.get(field)] for record in records)]
    assert again == []


def test_no_record_lists_another_twice(data: Data) -> None:
    twice = []
    for kind, records in data.items():
        for record in records:
            for other in data:
                listed = ids_of(record, other)
                if len(set(listed)) < len(listed):
                    twice.append((kind, record["id"], other))
    assert twice == []


def test_evidence_is_listed_as_links_to_findings_and_sources(data: Data) -> None:
    findings, sources = ({record["id"] for record in data[kind]} for kind in ("findings", "sources"))
    for kind in ("actions", "components"):
        for record in data[kind]:
            cited = {citation.partition(", ")[0] for citation in record["evidence"]}
            assert set(ids_of(record, "findings")) == cited & findings, record["id"]
            assert set(ids_of(record, "sources")) == cited & sources, record["id"]


def values(value: Any, path: str) -> Iterator[str]:
    """The ids at a path of field names in a record. A list on the way stands for all its items."""
    if isinstance(value, list):
        for one in value:
            yield from values(one, path)
    elif isinstance(value, dict):
        first, _, rest = path.partition(".")
        yield from values(value.get(first), rest)
    elif value is not None:
        yield str(value)


def named(data: Data, kind: str, path: str, other: str) -> set[tuple[str, str, str]]:
    """The references from records of a kind at a path: the id of the record, and the kind and id that it names. ``other`` may be "cited", for what a citation
    names."""
    found = set()
    findings = {record["id"] for record in data["findings"]}
    for record in data[kind]:
        for value in values(record, path):
            id = value.partition(", ")[0] if other == "cited" else value
            if id != "ours":
                found.add((record["id"], ("findings" if id in findings else "sources") if other == "cited" else other, id))
    return found


NESTED = [
    ("standards", "provisions", "provisions"),
    ("provisions", "instrument", "sources"),
    ("situations", "cases.provisions", "provisions"),
    ("situations", "steps.provision", "provisions"),
    ("situations", "seen", "findings"),
    ("areas", "contacts.purpose", "purposes"),
    ("complaints_route", "provision", "provisions"),
    ("complaints_route", "source", "cited"),
    ("decisions", "situation", "situations"),
    ("decisions", "provision", "provisions"),
    ("situation_groups", "situations", "situations"),
    ("standards", "related.id", "standards"),
    ("standards", "group", "groups"),
    ("actions", "basis", "bases"),
    ("roles", "start_here.action", "actions"),
    ("roles", "compare_with", "roles"),
    ("roles", "hand_over.page", "easy_read"),
    ("principles", "cite", "cited"),
    ("options", "cite", "cited"),
    ("drivers", "cite", "cited"),
    ("foundations", "cite", "cited"),
    ("sources", "themes.standards", "standards"),
    ("sources", "themes.recommendations.standards", "standards"),
    ("findings", "also.source", "sources"),
    ("units", "matches.id", "standards"),
    ("terms", "source", "cited"),
    ("terms", "related", "terms"),
    ("easy_read", "lines.action", "actions"),
    ("component_moves", "standard", "standards"),
    ("component_moves", "from_edition", "editions"),
]


@pytest.mark.parametrize(("kind", "path", "other"), NESTED, ids=[f"{kind}.{path}" for kind, path, _ in NESTED])
def test_a_record_named_inside_another_lists_that_one(data: Data, kind: str, path: str, other: str) -> None:
    records = {(kind, record["id"]): record for kind, records in data.items() for record in records}
    links = named(data, kind, path, other)
    assert links
    assert [link for link in links if link[0] not in ids_of(records[link[1:]], kind)] == []


def test_whatever_a_two_minute_page_names_lists_its_stage_and_nothing_else_does(data: Data) -> None:
    paths = [
        ("roles", "roles"),
        ("options.option", "options"),
        ("what.actions", "actions"),
        ("what.provisions", "provisions"),
        ("say.actions", "actions"),
        ("never.actions", "actions"),
        ("pass_to.actions", "actions"),
        ("what.evidence", "cited"),
        ("say.evidence", "cited"),
        ("never.evidence", "cited"),
        ("evidence", "cited"),
        ("hand_over", "easy_read"),
    ]
    told = {link for path, other in paths for link in named(data, "stages", f"two_minutes.{path}", other)}
    kinds = {kind for _, kind, _ in told}
    listed = {
        (stage, kind, record["id"]) for kind, records in data.items() if kind != "stages" for record in records for stage in record.get("two_minutes", [])
    }
    assert kinds == {"roles", "options", "actions", "provisions", "findings", "easy_read"}
    assert listed == told


def test_an_edition_lists_the_standards_whose_former_titles_it_printed(data: Data) -> None:
    told = {(edition, id) for id, _, edition in named(data, "standards", "formerly.edition", "editions")}
    assert told
    assert {(record["id"], id) for record in data["editions"] for id in record["formerly"]} == told


def test_records_of_one_document_are_linked_by_its_address(data: Data) -> None:
    def place(record: dict[str, Any]) -> str:
        return re.sub(r"^https?://(www\.)?|/+$", "", record.get("address", ""))

    for kind, other in permutations(("sources", "resources", "alignments"), 2):
        same = {(one["id"], two["id"]) for one in data[kind] for two in data[other] if place(one) and place(one) == place(two)}
        assert same
        assert {(record["id"], id) for record in data[kind] for id in record[other]} == same, (kind, other)


@pytest.mark.parametrize("address", ["https://gardens.example/bylaw", "http://gardens.example/bylaw/", "https://www.gardens.example/bylaw/"])
def test_an_address_is_the_same_with_or_without_www_https_and_a_closing_slash(small: Path, address: str) -> None:
    file = small / "content/resources.yaml"
    file.write_text(file.read_text("utf-8").replace("https://gardens.example/taps", address), "utf-8")
    data = json.loads(build_site(small)["data/framework.json"])
    assert data["resources"][0]["sources"] == ["garden-bylaw"]
    assert {record["id"]: record["resources"] for record in data["sources"]} == {"garden-bylaw": ["tap-map"], "garden-charter": [], "grower-diary": []}


def test_a_unit_of_another_framework_still_says_who_matched_it_and_why(data: Data, framework: Framework) -> None:
    given = {record["id"]: json.dumps(record, ensure_ascii=False) for record in data["units"]}
    lost = [(unit.id, link.id) for unit in framework.units for link in unit.standards if json.dumps(link.why, ensure_ascii=False) not in given[unit.id]]
    assert lost == []


KINDS = (
    "standards components actions roles principles options drivers stages sources findings resources alignments units terms "
    "editions bases foundations groups component_moves "
    "ask_for provisions situations contacts templates purposes areas complaints_route situation_groups decisions"
)


@pytest.mark.parametrize("kind", KINDS.split())
def test_the_address_of_every_record_leads_to_its_place(data: Data, pages: dict[str, Element], kind: str) -> None:
    lost = []
    for record in data[kind]:
        url, _, anchor = record["url"].partition("#")
        if url not in pages or (anchor and pages[url].id(anchor) is None):
            lost.append(record["url"])
    assert data[kind]
    assert lost == []
