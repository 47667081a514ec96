"""How long lists are cut into shorter pages: words by letter, resources by type, the findings of a document by standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sds.cache import Cache
from sds.model.framework import Framework, Standard
from sds.model.records import Finding, Named, Resource, Source, Term
from sds.pages.redirects import slug

MANY = 30
"""So many findings of one document are too long a list for a phone: 30 take about 15 screens of it."""


def by_letter(terms: Iterable[Term]) -> dict[str, list[Term]]:
    """Terms under their first letters, in the order of the alphabet."""
    result: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: term.term.lower()):
        result.setdefault(term.term[0].upper(), []).append(term)
    return result


def letter_url(letter: str) -> str:
    """The address of the words with a first letter; empty for a letter of another script than Latin, which has no address."""
    name = slug(letter)
    return f"/glossary/{name}/" if name else ""


def by_type(framework: Framework) -> list[tuple[Named, list[Resource]]]:
    """The resources under their types, in the order of the types and of the file."""
    groups = ((kind, [one for one in framework.resources if one.kind == kind.id]) for kind in framework.resource_words["kinds"])
    return [(kind, some) for kind, some in groups if some]


def findings_by_standard(framework: Framework, source: Source) -> list[tuple[Standard, str, list[Finding]]]:
    """The findings of a document under the standards they are about, each with the address of its page; none where they are few."""
    all = _FOUND_IN.get("", (framework.findings,), lambda: _found_in(framework.findings)).get(source.id, [])
    if len(all) < MANY:
        return []
    groups = ((standard, [one for one in all if standard.id in one.standards]) for standard in framework.standards)
    return [(standard, f"/sources/{source.id}/standards/{standard.id}/", some) for standard, some in groups if some]


def _found_in(findings: Sequence[Finding]) -> Mapping[str, list[Finding]]:
    """The findings of each document, by its id: its own, and those that it also supports."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        for source in dict.fromkeys((one.source, *(also.source for also in one.also))):
            found.setdefault(source, []).append(one)
    return found


_FOUND_IN = Cache[Mapping[str, list[Finding]]]()
