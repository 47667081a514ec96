"""Which record is linked to which, in both directions, worked out once from the ids that records name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sds.checks.checked import split_citation
from sds.fields import FINDING_ID
from sds.framework import Framework

Key: TypeAlias = tuple[str, str]  # kind, id
Links: TypeAlias = Mapping[Key, Mapping[str, tuple[str, ...]]]


def links_of(framework: Framework) -> Links:
    """For each record, by kind, the ids of the records it is linked to; every link stands on both sides.

    Ids come in the order of the files, so a page and an export list them alike.
    """
    order = {(kind, id): (rank, position) for rank, (kind, records) in enumerate(framework.kinds()) for position, id in enumerate(records)}
    found: dict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for left, right in _named(framework):
        found[left][right[0]].add(right[1])
        found[right][left[0]].add(left[1])
    return {key: {kind: tuple(sorted(ids, key=lambda id: order[kind, id])) for kind, ids in kinds.items()} for key, kinds in found.items()}


def cited(citation: str) -> Key:
    """The record that a citation names: a finding, or a source."""
    named, _ = split_citation(citation)
    return ("findings" if FINDING_ID.fullmatch(named) else "sources", named)


def page_key(framework: Framework, id: str) -> Key:
    """The record that a term's ``pages`` names: a standard, option, principle or stage, looked for in that order."""
    kinds = dict(framework.kinds())
    return next((kind, id) for kind in ("standards", "options", "principles", "stages") if id in kinds[kind])


def _named(framework: Framework) -> Iterator[tuple[Key, Key]]:
    """Each record with each record that it names."""
    spine = framework.spine
    for standard in framework.standards:
        here = ("standards", standard.id)
        for related in standard.file.related:
            yield here, ("standards", related.id)
        for law in standard.file.law:
            yield here, cited(law.cite)
    for component in framework.components:
        here = ("components", component.id)
        yield here, ("standards", component.standard)
        for citation in component.evidence:
            yield here, cited(citation)
    for action in framework.actions:
        here = ("actions", action.id)
        yield here, ("standards", action.standard)
        yield here, ("roles", action.role)
        yield here, ("drivers", action.driver)
        for stage in action.stages:
            yield here, ("stages", stage)
        for citation in action.evidence:
            yield here, cited(citation)
    for kind, records in (("principles", spine.principles), ("options", spine.options), ("drivers", spine.drivers)):
        for record in records:
            yield (kind, record.id), cited(record.cite)
    for resource in framework.resources:
        here = ("resources", resource.id)
        for kind in ("roles", "standards", "stages", "actions"):
            for named in getattr(resource, kind):
                yield here, (kind, named)
    for unit in framework.units:
        here = ("units", unit.id)
        yield here, ("alignments", unit.alignment)
        for link in unit.standards:
            yield here, ("standards", link.id)
    for term in framework.terms:
        here = ("terms", term.id)
        for other in term.related:
            yield here, ("terms", other)
        for role in term.roles:
            yield here, ("roles", role)
        for page in term.pages:
            yield here, page_key(framework, page)
        if term.source != "ours":
            yield here, cited(term.source)
    for easy in framework.easy_read:
        here = ("easy_read", f"{easy.kind}/{easy.id}")
        if easy.kind not in {"home", "topics"}:
            yield here, (easy.kind, easy.id)
        for line in easy.lines:
            yield here, ("actions", line.action)
    for document in framework.sources:
        for theme in document.themes:
            for touched in (*theme.standards, *(id for one in theme.recommendations for id in one.standards)):
                yield ("sources", document.id), ("standards", touched)
    for finding in framework.findings:
        here = ("findings", finding.id)
        for source in (finding.source, *(also.source for also in finding.also)):
            yield here, ("sources", source)
        for role in finding.roles:
            yield here, ("roles", role)
        for named in finding.standards:
            yield here, ("standards", named)
