"""Which record is linked to which, in both directions, worked out once from the ids that records name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TypeAlias

from sds.model.citations import cited
from sds.model.framework import Framework
from sds.model.records import Stage

Key: TypeAlias = tuple[str, str]  # kind, id
Links: TypeAlias = Mapping[Key, Mapping[str, tuple[str, ...]]]

RELATIONS = {"two_minutes": "stages", "formerly": "standards"}
"""Fields whose links have a meaning of their own, and the kind of record that has the field: a record named there lists that one
under the field's name. So the stages of a statement stay those where it helps, whatever else a stage names it for."""


def links_of(framework: Framework) -> Links:
    """For each record, by kind or by the name of a relation, the ids of the records it is linked to; every link stands on both sides.

    Ids come in the order of the files, so a page and an export list them alike.
    """
    order = {kind: {id: position for position, id in enumerate(records)} for kind, records in framework.listed()}
    found: dict[Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for left, right in (*_named(framework), *_spine(framework), *_same_document(framework)):
        found[left][right[0]].add(right[1])
        found[right][left[0]].add(left[1])
    for relation, owner, named in _relations(framework):
        found[named][relation].add(owner)

    return _InOrder(dict(found), order)


class _InOrder(Mapping[Key, Mapping[str, tuple[str, ...]]]):
    """What was found, each record's links put in order when they are first asked for: a preview asks for those of one page."""

    def __init__(self, found: Mapping[Key, Mapping[str, set[str]]], order: Mapping[str, Mapping[str, int]]) -> None:
        self._found, self._order = found, order
        self._ordered: dict[Key, Mapping[str, tuple[str, ...]]] = {}

    def __getitem__(self, key: Key) -> Mapping[str, tuple[str, ...]]:
        if key not in self._ordered:
            self._ordered[key] = {name: tuple(sorted(ids, key=self._order[RELATIONS.get(name, name)].__getitem__)) for name, ids in self._found[key].items()}
        return self._ordered[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def page_key(framework: Framework, id: str) -> Key:
    """The record that a term's ``pages`` names: a standard, option, principle or stage, looked for in that order."""
    return next((kind, id) for kind in ("standards", "options", "principles", "stages") if framework.has(kind, id))


def same_place(address: str) -> str:
    """An address without what does not tell two places apart: http or https, www, and a closing slash."""
    return re.sub(r"^https?://(www\.)?", "", address, flags=re.IGNORECASE).rstrip("/")


def _named(framework: Framework) -> Iterator[tuple[Key, Key]]:
    """Each record with each record that it names; the spine apart."""
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
        yield here, ("bases", action.basis)
        for stage in action.stages:
            yield here, ("stages", stage)
        for citation in action.evidence:
            yield here, cited(citation)
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
        for block in easy.blocks:
            if block.resource:
                yield here, ("resources", block.resource)
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


def _spine(framework: Framework) -> Iterator[tuple[Key, Key]]:
    """Each record of the spine with each record that it names."""
    spine = framework.spine
    for kind, records in (("principles", spine.principles), ("options", spine.options), ("drivers", spine.drivers), ("foundations", spine.foundations)):
        for record in records:
            yield (kind, record.id), cited(record.cite)
    for role in spine.roles:
        here = ("roles", role.id)
        for start in role.start_here:
            yield here, ("actions", start.action)
        for given in role.hand_over:
            yield here, ("easy_read", given.page)
        if role.compare_with:
            yield here, ("roles", role.compare_with)
    for entry in spine.standards:
        yield ("standards", entry.id), ("groups", entry.group)
    for move in spine.component_moves:
        here = ("component_moves", move.id)
        yield here, ("standards", move.standard)
        yield here, ("editions", move.from_edition)


def _relations(framework: Framework) -> Iterator[tuple[str, str, Key]]:
    """Each field of ``RELATIONS`` with the id of the record that has it and a record that is named there."""
    for stage in framework.spine.stages:
        for named in _two_minutes(stage):
            yield "two_minutes", stage.id, named
    for entry in framework.spine.standards:
        for former in entry.formerly:
            yield "formerly", entry.id, ("editions", former.edition)


def _two_minutes(stage: Stage) -> Iterator[Key]:
    """Each record that the two-minute page of a stage names."""
    two = stage.two_minutes
    if two is None:
        return
    for role in two.roles:
        yield "roles", role
    for option in two.options:
        yield "options", option.option
    lines = (*two.what, *two.say, *two.never)
    for citation in (citation for line in lines for citation in line.evidence):
        yield cited(citation)
    for action in (*(id for line in lines for id in line.actions), *(id for contact in two.pass_to for id in contact.actions)):
        yield "actions", action
    for finding in two.evidence:
        yield "findings", finding
    for page in two.hand_over:
        yield "easy_read", page


def _same_document(framework: Framework) -> Iterator[tuple[Key, Key]]:
    """The records of different kinds that are about one document: they give the same address."""
    at: dict[str, list[Key]] = defaultdict(list)
    for kind, records in (("sources", framework.sources), ("resources", framework.resources), ("alignments", framework.alignments)):
        for record in records:
            if record.address:
                at[same_place(record.address)].append((kind, record.id))
    for keys in at.values():
        yield from ((left, right) for left, right in combinations(keys, 2) if left[0] != right[0])
