"""The framework -> data files for others to use: the same records as the pages, in stable order, plain text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from sds.addresses import address
from sds.framework import Component, Framework, Standard
from sds.links import Links
from sds.pages.page import Page
from sds.records import UnitEntry

ONE = {"standards": "standard", "roles": "role", "sources": "source", "alignments": "alignment"}
"""Kinds that a record may name singly, in a field of its own; a list of them would say the same again."""


def framework_json(framework: Framework, links: Links) -> str:
    """``/data/framework.json``: one list per kind, each record with its address and its links both ways."""
    about = framework.spine.framework
    result: dict[str, Any] = {
        "framework": {
            "title": about.title,
            "edition": about.edition,
            "version": about.version,
            "date": about.updated,
            "status": about.status,
            "official_address": about.official_address,
            "licence": "https://creativecommons.org/licenses/by/4.0/",
        }
    }
    for kind, records in framework.kinds():
        lists = _lists(links, kind, records)
        result[kind] = [_record(framework, links, lists, kind, id, record) for id, record in records.items()]
    return "{\n" + ",\n".join(f"{_json(kind)}: {_lines(records)}" for kind, records in result.items()) + "\n}\n"


def _lines(records: Any) -> str:
    """A list of records as JSON, a record a line, so that a change shows as the lines it touched; anything else in one line."""
    return "[\n" + ",\n".join(map(_json, records)) + "\n]" if isinstance(records, list) else _json(records)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lists(links: Links, kind: str, records: Mapping[str, Any]) -> tuple[str, ...]:
    """The other kinds that records of a kind list, the same for all of them, so that nobody has to ask whether a list is there.

    A kind is left out where every record already names its one record of it in a field of its own.
    """
    linked = {id: links.get((kind, id), {}) for id in records}
    found = dict.fromkeys(other for lists in linked.values() for other in lists)

    def named(other: str) -> bool:
        return other in ONE and all(lists.get(other) == (getattr(records[id], ONE[other], None),) for id, lists in linked.items())

    return tuple(other for other in found if not named(other))


def _record(framework: Framework, links: Links, lists: Iterable[str], kind: str, id: str, record: Any) -> dict[str, Any]:
    """A record's own fields, its address, and under each kind of ``lists`` the ids it is linked to."""
    linked = links.get((kind, id), {})
    return {**_own_fields(framework, record), "id": id, "url": address(framework, kind, id)} | {other: list(linked.get(other, ())) for other in lists}


def _own_fields(framework: Framework, record: Any) -> dict[str, Any]:
    if isinstance(record, Standard):
        own = {**record.entry.model_dump(mode="json"), **record.file.model_dump(mode="json", exclude={"actions", "components"})}
    else:
        assert isinstance(record, BaseModel)
        own = record.model_dump(mode="json", exclude={"units"})
        if isinstance(record, Component) and record.official:
            own["official"] = {"number": record.official, "edition": framework.spine.framework.edition}  # a number means nothing without its edition
        if isinstance(record, UnitEntry):
            own["matches"] = own.pop("standards")  # who matched it and why; the ids alone are in "standards", as for every kind
    return {name: value for name, value in own.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: its name under ``/data/``, what is in it, how many rows, and its text."""

    name: str
    about: str
    rows: int
    text: str


def downloads(framework: Framework) -> tuple[Download, ...]:
    """Every table, one a kind of record: words only, lists parted by a semicolon and a space."""
    roles = {role.id: role.title for role in framework.roles}
    standards = {standard.id: standard for standard in framework.standards}
    sources = {source.id: source for source in framework.sources}
    tables: tuple[tuple[str, str, list[dict[str, object]]], ...] = (
        (
            "standards.csv",
            "The standards with number, titles, group and summary.",
            [
                {
                    "id": standard.id,
                    "number": standard.number,
                    "title": standard.title,
                    "short": standard.short,
                    "group": standard.entry.group,
                    "summary": standard.entry.summary,
                    "also_called": standard.entry.also_called,
                    "official_page": standard.file.official.page,
                    "url": address(framework, "standards", standard.id),
                }
                for standard in framework.standards
            ],
        ),
        (
            "components.csv",
            "Core components, each official or ours, with what very good and weak look like.",
            [
                {
                    "id": component.id,
                    "standard": component.standard,
                    "title": component.title,
                    "text": component.text,
                    "official_number": component.official or "",
                    "official_edition": framework.spine.framework.edition if component.official else "",
                    "ours": component.ours or "",
                    "very_good": component.very_good,
                    "weak": component.weak,
                    "evidence": component.evidence,
                    "url": address(framework, "components", component.id),
                }
                for component in framework.components
            ],
        ),
        (
            "actions.csv",
            "Action statements with standard, role, why, basis, driver, stages, evidence and resources.",
            [
                {
                    "id": action.id,
                    "standard_number": standards[action.standard].number,
                    "standard": action.standard,
                    "standard_title": standards[action.standard].title,
                    "role": action.role,
                    "role_title": roles[action.role],
                    "text": action.text,
                    "why": action.why,
                    "basis": action.basis,
                    "driver": action.driver,
                    "stages": action.stages,
                    "evidence": action.evidence,
                    "resources": [resource.id for resource in framework.resources if action.id in resource.actions],
                    "status": action.status,
                    "url": address(framework, "actions", action.id),
                }
                for action in framework.actions
            ],
        ),
        (
            "resources.csv",
            "Tools and resources with publisher, address, kind, roles, standards and statements they help with.",
            [
                {
                    **resource.model_dump(mode="json", exclude={"checked", "note"}, exclude_none=True),
                    "year": resource.year or "",
                    "checked": resource.checked.when,
                    "url": address(framework, "resources", resource.id),
                }
                for resource in framework.resources
            ],
        ),
        (
            "findings.csv",
            "Findings with source, place, kind, roles and standards.",
            [
                {
                    "id": finding.id,
                    "source": finding.source,
                    "source_title": sources[finding.source].title,
                    "place": finding.place,
                    "kind": finding.kind,
                    "roles": finding.roles,
                    "standards": finding.standards,
                    "text": finding.text,
                    "url": address(framework, "findings", finding.id),
                }
                for finding in framework.findings
            ],
        ),
        (
            "alignments.csv",
            "Units of other frameworks, a row for each standard they meet, with who made the link.",
            [
                {
                    "unit": unit.id,
                    "framework": unit.alignment,
                    "number": unit.number,
                    "text": unit.text,
                    "standard": link.id if link else "",
                    "by": link.by if link else "",
                    "why": link.why if link else "",
                    "url": address(framework, "units", unit.id),
                }
                for unit in framework.units
                for link in unit.standards or (None,)
            ],
        ),
        (
            "terms.csv",
            "Terms with plain meaning, easy meaning and other words for them.",
            [
                {
                    "id": term.id,
                    "term": term.term,
                    "meaning": term.meaning,
                    "easy": term.easy,
                    "also_called": term.also_called,
                    "source": term.source,
                    "url": address(framework, "terms", term.id),
                }
                for term in framework.terms
            ],
        ),
    )
    return tuple(Download(name, about, len(rows), _csv(rows)) for name, about, rows in tables)


def _csv(rows: Sequence[Mapping[str, object]]) -> str:
    """A table as a spreadsheet opens it: a mark that it is UTF-8, and no cell that starts a formula."""
    out = io.StringIO()
    out.write("\ufeff")
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value


def sitemap(site_url: str, updated: str, pages: Iterable[Page], others: Iterable[str]) -> str:
    """``/sitemap.xml`` with every page a reader may land on; ``others`` are addresses of hand-written pages."""
    base = site_url.rstrip("/")
    addresses = [page.url for page in pages if page.url.endswith("/") and page.template != "redirect.html"] + list(others)
    entries = "".join(f"<url><loc>{base}{url}</loc><lastmod>{updated}</lastmod></url>\n" for url in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
