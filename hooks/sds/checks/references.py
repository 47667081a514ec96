"""Do the ids that records name exist? Each rule is one function whose docstring is the rule in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.rule import WATER, rule
from sds.model.citations import cited
from sds.model.field_types import FINDING_ID
from sds.paths import SPINE
from sds.problem import Problem
from sds.rule import Example


@rule(
    "named-records-exist",
    "What is named exists",
    Example("      stages: [planning, harvst]", "      stages: [planning, harvest]", WATER),
)
def named_records_exist(context: Context) -> Iterator[Problem]:
    """Every id that a record names is the id of a record."""

    def unknown(kind: str, id: str, place: tuple[str | int, ...], named_kind: str, named: str) -> Iterator[Problem]:
        choices = context.ids(named_kind)
        if named not in choices:
            called = named_kind.removesuffix("s").replace("base", "basis")
            article = "an" if called[0] in "aeio" else "a"
            yield context.where.problem(kind, id, place, f'"{named}" is not the id of {article} {called}.', context.nearest(named_kind, named))

    framework = context.framework
    for entry in framework.spine.standards:
        yield from unknown("standards", entry.id, ("group",), "groups", entry.group)
        for index, former in enumerate(entry.formerly):
            yield from unknown("standards", entry.id, ("formerly", index, "edition"), "editions", former.edition)
    for index, move in enumerate(framework.spine.component_moves):
        for field, kind, named in (("standard", "standards", move.standard), ("from_edition", "editions", move.from_edition)):
            if named not in context.ids(kind):
                line = context.where.documents[SPINE].line(("component_moves", index, field))
                yield Problem(SPINE, line, f'"{named}" is not the id of one of the {kind}.', context.nearest(kind, named))
    for source in framework.sources:
        for index, theme in enumerate(source.themes):
            for standard_id in (*theme.standards, *(named for one in theme.recommendations for named in one.standards)):
                yield from unknown("sources", source.id, ("themes", index), "standards", standard_id)
    for standard in framework.standards:
        for index, related in enumerate(standard.file.related):
            yield from unknown("standard files", standard.id, ("related", index, "id"), "standards", related.id)
    for action in framework.actions:
        yield from unknown("actions", action.id, ("driver",), "drivers", action.driver)
        yield from unknown("actions", action.id, ("basis",), "bases", action.basis)
        for index, stage in enumerate(action.stages):
            yield from unknown("actions", action.id, ("stages", index), "stages", stage)
    for finding in framework.findings:
        yield from unknown("findings", finding.id, ("source",), "sources", finding.source)
        for index, also in enumerate(finding.also):
            yield from unknown("findings", finding.id, ("also", index, "source"), "sources", also.source)
        for index, role in enumerate(finding.roles):
            yield from unknown("findings", finding.id, ("roles", index), "roles", role)
        for index, named in enumerate(finding.standards):
            yield from unknown("findings", finding.id, ("standards", index), "standards", named)


@rule(
    "citations-exist",
    "What is cited exists",
    Example("    cite: garden-chart, page 2", "    cite: garden-charter, page 2", SPINE),
)
def citations_exist(context: Context) -> Iterator[Problem]:
    """Every citation is the id of a finding, or names a source and the place in it."""
    framework = context.framework

    def unknown(kind: str, id: str, place: tuple[str | int, ...], citation: str) -> Iterator[Problem]:
        named_kind, named = cited(citation)
        choices = context.ids(named_kind)
        if named not in choices:
            yield context.where.problem(kind, id, place, f'"{named}" is not the id of a {named_kind[:-1]}.', context.nearest(named_kind, named))

    spine = framework.spine
    for kind, records in (
        ("principles", spine.principles),
        ("foundations", spine.foundations),
        ("options", spine.options),
        ("drivers", spine.drivers),
    ):
        for record in records:
            yield from unknown(kind, record.id, ("cite",), record.cite)
    for standard in framework.standards:
        for index, law in enumerate(standard.file.law):
            if not FINDING_ID.fullmatch(law.cite):  # no finding is a law, and the check of evidence says so
                yield from unknown("standard files", standard.id, ("law", index, "cite"), law.cite)
    for component in framework.components:
        for index, citation in enumerate(component.evidence):
            yield from unknown("components", component.id, ("evidence", index), citation)
    for action in framework.actions:
        for index, citation in enumerate(action.evidence):
            yield from unknown("actions", action.id, ("evidence", index), citation)


@rule(
    "edition-is-listed",
    "The current edition is listed",
    Example('  current_edition: "2013"', '  current_edition: "2031"', SPINE),
)
def edition_is_listed(context: Context) -> Iterator[Problem]:
    """The current edition is one of the editions."""
    about, editions = context.framework.spine.framework, context.ids("editions")
    if about.current_edition not in editions:
        place = context.where.documents[SPINE]
        yield Problem(
            SPINE,
            place.line(("framework", "current_edition")),
            f'"{about.current_edition}" is not the id of an edition.',
            context.nearest("editions", about.current_edition),
        )
