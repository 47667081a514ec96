"""Divides long lists into shorter pages: terms by letter, resources by kind, the findings of a source by standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sds.cache import Cache
from sds.model.field_types import slug
from sds.model.framework import Framework, Standard
from sds.model.records import Finding, Named, Resource, Source, Term

MANY = 30
"""From this number of findings on, those of a source are divided by standard: 30 findings take about 15 screens of a phone."""


def by_letter(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """Terms by first letter, in alphabetical order."""
    result: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: term.term.lower()):
        result.setdefault(term.term[0].upper(), []).append(term)
    return result


def letter_url(letter: str) -> str:
    """The address of the page of terms with this first letter; empty for a letter that is not Latin, which has no page."""
    name = slug(letter)
    return f"/glossary/{name}/" if name else ""


def by_type(framework: Framework) -> list[tuple[Named, list[Resource]]]:
    """The resources by kind, in the order of the kinds and of the file. Kinds without resources are left out."""
    groups = ((kind, [one for one in framework.resources if one.kind == kind.id]) for kind in framework.resource_words["kinds"])
    return [(kind, some) for kind, some in groups if some]


def findings_by_standard(framework: Framework, source: Source) -> list[tuple[Standard, str, list[Finding]]]:
    """The findings of a source by standard, each standard with the address of the page for it. Empty for a source with fewer than ``MANY`` findings."""
    all = _FOUND_IN.get("", (framework.findings,), lambda: _found_in(framework.findings)).get(source.id, [])
    if len(all) < MANY:
        return []
    groups = ((standard, [one for one in all if standard.id in one.standards]) for standard in framework.standards)
    return [(standard, f"/sources/{source.id}/standards/{standard.id}/", some) for standard, some in groups if some]


def _found_in(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """The findings of each source, by its id: its own, and those of other sources that it also supports."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        for source in dict.fromkeys((one.source, *(also.source for also in one.also))):
            found.setdefault(source, []).append(one)
    return found


_FOUND_IN = Cache[Mapping[str, list[Finding]]]()
