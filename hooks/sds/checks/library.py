"""Do resources, other frameworks and terms hold together? Each rule is one function whose docstring is the rule in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.rule import rule
from sds.model.citations import split_citation
from sds.paths import ALIGNMENTS, GLOSSARY, RESOURCES, SPINE
from sds.problem import Problem
from sds.rule import Example
from sds.suggest import nearest


@rule(
    "resources-name-records",
    "What a resource names exists",
    Example("    formats: [wed]", "    formats: [web]", RESOURCES),
)
def resources_name_records(context: Context) -> Iterator[Problem]:
    """Whatever a resource names exists: its kind, formats, languages, roles, standards, stages and statements."""
    for resource in context.framework.resources:
        choices = {kind: context.ids(kind) for kind in ("kinds", "formats", "languages", "roles", "standards", "stages", "actions")}
        if resource.kind not in choices["kinds"]:
            wrong = f'"{resource.kind}" is not a kind of resource.'
            yield context.where.problem("resources", resource.id, ("kind",), wrong, context.nearest("kinds", resource.kind))
        for kind in ("formats", "languages", "roles", "standards", "stages", "actions"):
            for index, named in enumerate(getattr(resource, kind)):
                if named not in choices[kind]:
                    wrong = f'"{named}" is not the id of one of the {kind}.'
                    yield context.where.problem("resources", resource.id, (kind, index), wrong, context.nearest(kind, named))


@rule(
    "resources-serve-what-they-help-with",
    "A resource serves the standards and roles of its statements",
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
                if named in context.ids(kind) and named not in getattr(resource, kind):
                    wrong = f'"{resource.id}" helps with "{id}", but does not name "{named}" in its {kind}.'
                    yield context.where.problem("resources", resource.id, ("actions", index), wrong, f'Add {named} to {kind}, or take "{id}" out.')


@rule(
    "unit-links-exist",
    "What another framework meets exists",
    Example("          - id: waters", "          - id: water", ALIGNMENTS),
)
def unit_links_exist(context: Context) -> Iterator[Problem]:
    """Every standard that a unit of another framework meets exists, and is named once."""
    choices = context.ids("standards")
    for unit in context.framework.units:
        seen: set[str] = set()
        for index, link in enumerate(unit.standards):
            place = ("standards", index, "id")
            if link.id not in choices:
                yield context.where.problem("units", unit.id, place, f'"{link.id}" is not the id of a standard.', context.nearest("standards", link.id))
            if link.id in seen:
                yield context.where.problem("units", unit.id, place, f'"{unit.id}" names "{link.id}" twice.', "Keep one of them.")
            seen.add(link.id)


@rule(
    "terms-name-records",
    "What a term names exists",
    Example("    related: [bedd]", "    related: [bed]", GLOSSARY),
)
def terms_name_records(context: Context) -> Iterator[Problem]:
    """Whatever a term names exists: its source, related terms, roles and pages."""
    pages = [id for kind in ("standards", "options", "principles", "stages") for id in context.ids(kind)]
    for term in context.framework.terms:
        source, place = split_citation(term.source)
        if source != "ours" and (source not in context.ids("sources") or not place):
            yield context.where.problem(
                "terms",
                term.id,
                ("source",),
                f'"{term.source}" is not a source and the place in it.',
                'Write a source, a comma and the place, as in "act-2013, section 4(2)", or ours.',
            )
        for field, what, choices, files in (
            ("related", "term", context.ids("terms"), context.ids("terms").files),
            ("roles", "role", context.ids("roles"), SPINE),
            ("pages", "standard, option, principle or stage", pages, SPINE),
        ):
            for index, named in enumerate(getattr(term, field)):
                if named not in choices:
                    wrong = f'"{named}" is not the id of a {what}.'
                    yield context.where.problem("terms", term.id, (field, index), wrong, nearest(named, choices, files))
