"""In ``/data/framework.json`` every link stands on both sides, every id is a record's, and every address leads to a place on the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helpers import Element
from sds.framework import Framework

SINGLE = {"standards": "standard", "roles": "role", "drivers": "driver", "sources": "source", "alignments": "alignment"}
Data = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def data(built: Path) -> Data:
    """The lists of the file, by kind."""
    whole = json.loads((built / "data/framework.json").read_text("utf-8"))
    return {kind: records for kind, records in whole.items() if kind != "framework"}


def ids_of(record: dict[str, Any], kind: str) -> list[str]:
    """The ids of one kind that a record names, in a list or in a field of its own."""
    given = record.get(kind, [])
    listed = [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
    single = str(record.get(SINGLE.get(kind, ""), ""))
    whole = single and kind not in record and single != "ours"  # a term's source is a citation or "ours", beside the list of ids
    return [*listed, single] if whole else listed


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


def test_a_unit_of_another_framework_still_says_who_matched_it_and_why(data: Data, framework: Framework) -> None:
    given = {record["id"]: json.dumps(record, ensure_ascii=False) for record in data["units"]}
    lost = [(unit.id, link.id) for unit in framework.units for link in unit.standards if json.dumps(link.why, ensure_ascii=False) not in given[unit.id]]
    assert lost == []


KINDS = "standards components actions roles principles options drivers stages sources findings resources alignments units terms"


@pytest.mark.parametrize("kind", KINDS.split())
def test_the_address_of_every_record_leads_to_its_place(data: Data, pages: dict[str, Element], kind: str) -> None:
    lost = []
    for record in data[kind]:
        url, _, anchor = record["url"].partition("#")
        if url not in pages or (anchor and pages[url].id(anchor) is None):
            lost.append(record["url"])
    assert data[kind]
    assert lost == []
