"""The rows of what the framework rests on and leads to: tools, documents, other frameworks, words, easy read."""

from __future__ import annotations

from collections import Counter

from sds.easy_read.hard_words import plain
from sds.exports.csv_tables.rows import Rows, naming
from sds.model.framework import Framework
from sds.model.urls import url_of


def resources(framework: Framework) -> Rows:
    """A row for each resource: what it is, where, and whom and what it serves."""
    return [
        {
            "id": resource.id,
            "title": resource.title,
            "publisher": resource.publisher,
            "year": resource.year,
            "address": resource.address,
            "kind": resource.kind,
            "formats": resource.formats,
            "easy_read": resource.easy_read,
            "languages": resource.languages,
            "roles": resource.roles,
            "standards": resource.standards,
            "stages": resource.stages,
            "actions": resource.actions,
            "about": resource.about,
            "note": resource.note,
            "checked": resource.checked.when,
            "checked_how": resource.checked.how,
            "url": url_of(framework, "resources", resource.id),
        }
        for resource in framework.resources
    ]


def sources(framework: Framework) -> Rows:
    """A row for each source, with its limits and how many findings were first found in it."""
    held = Counter(finding.source for finding in framework.findings)
    return [
        {
            "id": source.id,
            "title": source.title,
            "short": source.short,
            "publisher": source.publisher,
            "date": source.date,
            "address": source.address,
            "authority": source.authority,
            "about": source.about,
            "limits": source.limits,
            "slips": source.slips,
            "read": source.read,
            "findings": held[source.id],
            "url": url_of(framework, "sources", source.id),
        }
        for source in framework.sources
    ]


def findings(framework: Framework) -> Rows:
    """A row for each finding, with its places and the statements, withdrawn ones too, and components that cite it."""
    actions = naming(framework.actions, lambda action: action.evidence)
    components = naming(framework.components, lambda component: component.evidence)
    return [
        {
            "id": finding.id,
            "source": finding.source,
            "source_title": framework.record("sources", finding.source).title,
            "place": finding.place,
            "also": [f"{also.source}, {also.place}" for also in finding.also],
            "kind": finding.kind,
            "roles": finding.roles,
            "standards": finding.standards,
            "text": finding.text,
            "actions": actions.get(finding.id, []),
            "components": components.get(finding.id, []),
            "url": url_of(framework, "findings", finding.id),
        }
        for finding in framework.findings
    ]


def alignments(framework: Framework) -> Rows:
    """A row for each other framework, with how many of its units are here."""
    return [
        {
            "id": alignment.id,
            "title": alignment.title,
            "short": alignment.short,
            "publisher": alignment.publisher,
            "date": alignment.date,
            "address": alignment.address,
            "about": alignment.about,
            "limits": alignment.limits,
            "units": len(alignment.units),
            "url": url_of(framework, "alignments", alignment.id),
        }
        for alignment in framework.alignments
    ]


def units(framework: Framework) -> Rows:
    """A row for each standard that a unit meets; one row without a standard for a unit that meets none."""
    return [
        {
            "id": unit.id,
            "alignment": unit.alignment,
            "alignment_title": framework.record("alignments", unit.alignment).title,
            "number": unit.number,
            "text": unit.text,
            "read": unit.read,
            "standard": link.id if link else None,
            "by": link.by if link else None,
            "why": link.why if link else None,
            "url": url_of(framework, "units", unit.id),
        }
        for unit in framework.units
        for link in unit.standards or (None,)
    ]


def terms(framework: Framework) -> Rows:
    """A row for each term, with its plain and easy meanings."""
    return [
        {
            "id": term.id,
            "term": term.term,
            "meaning": term.meaning,
            "easy": term.easy,
            "also_called": term.also_called,
            "source": term.source,
            "url": url_of(framework, "terms", term.id),
        }
        for term in framework.terms
    ]


def easy_read(framework: Framework) -> Rows:
    """The blocks of each page and then its statements, in the order of the page, without the stars around hard words."""
    rows: Rows = []
    for page in framework.easy_read:
        id = page.key
        told = [*((block.picture, " ".join(block.words), "") for block in page.blocks), *((line.picture, line.text, line.action) for line in page.lines)]
        for position, (picture, words, action) in enumerate(told, start=1):
            rows.append(
                {
                    "page": id,
                    "title": page.title,
                    "position": position,
                    "picture": picture,
                    "words": plain(words),
                    "action": action,
                    "url": url_of(framework, "easy_read", id),
                }
            )
    return rows
