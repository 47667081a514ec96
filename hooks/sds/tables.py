"""The framework -> one table a kind of record, as CSV: words only, in the order of the files."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sds.addresses import address
from sds.framework import Framework


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
