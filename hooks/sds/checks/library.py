"""Rules for sources, resources, other frameworks and terms. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sds.checks.context import Context
from sds.model.citations import split_citation
from sds.paths import ALIGNMENTS, GLOSSARY, RESOURCES, SOURCES
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import near

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@rule(
    "lists-of-a-document-rest-on-it",
    "A list from a document is based on its findings",
    Example(
        "          - {text: Paths that people walk together, findings: [E01-01]}",
        "          - {text: Paths that people walk together, findings: [E01-02]}",
        SOURCES,
    ),
)
def lists_of_a_document_rest_on_it(context: Context) -> Iterator[Problem]:
    """Where a list is in the order of a document, each item names findings from that document."""
    findings = context.framework.records("findings")
    if SOURCES in context.incomplete:  # what was set aside may be another place of a finding
        return
    for source in context.framework.sources:
        for number, part in enumerate(source.in_its_order):
            for position, item in enumerate(part.items):
                for index, id in enumerate(item.findings):
                    finding = findings.get(id)
                    if finding is not None and source.id not in {finding.source, *(also.source for also in finding.also)}:
                        place = "in_its_order", number, "items", position, "findings", index
                        wrong = f'"{id}" is a finding from "{finding.source}", not from "{source.id}".'
                        yield context.where.problem("sources", source.id, place, wrong, "Name a finding from this document.")


@rule(
    "resources-serve-what-they-help-with",
    "A resource covers the standards and roles of its statements",
    Example("    actions: [water-w1]", "    actions: [water-g1]", RESOURCES),
)
def resources_serve_what_they_help_with(context: Context) -> Iterator[Problem]:
    """A resource that helps with a statement names that statement's standard and role too."""
    actions = {action.id: action for action in context.framework.actions}
    for resource in context.framework.resources:
        for index, id in enumerate(resource.actions):
            action = actions.get(id)
            if action is None:
                continue
            for kind, named in (("standards", action.standard), ("roles", action.role)):
                given = getattr(resource, kind)
                known = all(id in context.ids(kind) for id in given)  # a misspelt one is reported elsewhere, and may be the missing one
                if given and known and named in context.ids(kind) and named not in given:
                    wrong = f'"{resource.id}" helps with "{id}", but does not name "{named}" in its {kind}.'
                    yield context.where.problem("resources", resource.id, ("actions", index), wrong, f'Add {named} to {kind}, or delete "{id}".')


@rule(
    "units-name-a-standard-once",
    "Each link to a framework is listed once",
    Example(
        """\
          - id: water
            by: ours
            why: both are about water
          - id: water
            by: ours
            why: both save it""",
        """\
          - id: water
            by: ours
            why: both are about water""",
        ALIGNMENTS,
    ),
)
def units_name_a_standard_once(context: Context) -> Iterator[Problem]:
    """A unit of another framework names each standard that it relates to once."""
    for unit in context.framework.units:
        seen: set[str] = set()
        for index, link in enumerate(unit.standards):
            if link.id in seen:
                yield context.where.problem("units", unit.id, ("standards", index, "id"), f'"{unit.id}" names "{link.id}" twice.', "Keep one of them.")
            seen.add(link.id)


@rule(
    "terms-cite-a-source",
    "Where a term is from",
    Example("    source: garden-charter", "    source: garden-charter, page 1", GLOSSARY),
)
def terms_cite_a_source(context: Context) -> Iterator[Problem]:
    """A term is ours, or cites a source and the place in it."""
    for term in context.framework.terms:
        source, place = split_citation(term.source)
        if term.source and source != "ours" and (source not in context.ids("sources") or not place):
            meant = near(source, context.ids("sources")) if source not in context.ids("sources") else ""
            asked = f'Did you mean "{meant}"? ' if meant else ""
            instead = f'{asked}Write a source, a comma and the place, as in "a-source, section 4(2)", or ours.'
            told = context.where.problem("terms", term.id, ("source",), f'"{term.source}" is not a source and the place in it.', instead)
            yield replace(told, unknown=source)


@rule(
    "documents-have-own-addresses",
    "An address for each document",
    Example("    address: https://gardens.example/bylaw\n    authority: official", "    authority: official", SOURCES),
    {"warning": "Two documents may be on one page."},
)
def documents_have_own_addresses(context: Context) -> Iterator[Problem]:
    """No two documents that we read, and no two other frameworks, have the same address. What both lists have is of the same year in both."""
    read = {str(one.address): one for one in reversed(context.framework.sources) if one.address}
    for kind in ("sources", "alignments"):
        seen = dict[str, str]()
        for id, record in context.framework.records(kind).items():
            one = read.get(str(record.address))
            if one and (years := YEAR.findall(one.title)) and (own := YEAR.findall(record.title)) and set(years).isdisjoint(own):
                wrong = f'"{id}" has the address of "{one.id}", which is of {years[0]}.'
                yield context.where.problem(kind, id, ("address",), wrong, "Write the address of this one.")
            elif record.address and str(record.address) in seen:
                wrong = f'"{id}" has the address of "{seen[str(record.address)]}".'
                yield context.where.problem(kind, id, ("address",), wrong, "Write the address of this one.")
            elif record.address:
                seen[str(record.address)] = id
