"""Rules against names with two meanings. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import KW_ONLY, dataclass, replace
from typing import Literal

from sds.checks.context import Context
from sds.model.field_types import slug
from sds.model.framework import Framework
from sds.model.records.glossary import EXPLAINED_ON
from sds.paths import GLOSSARY
from sds.problem import Problem
from sds.rule import Example, rule

SAID = {"title": "the title", "former title": "a former title", "other name": "another name"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a record: its title, a former title, or another name for it."""

    text: str
    kind: str
    id: str
    what: Literal["title", "former title", "other name"]
    _: KW_ONLY
    place: tuple[str | int, ...] = ()
    pages: tuple[str, ...] = ()
    """For a term: the records whose pages explain it. It may have the same name as one of them."""

    @property
    def key(self) -> str:
        return self.text.replace("\u2019", "'").casefold()

    @property
    def record(self) -> str:
        return f'the {self.kind.removesuffix("s")} "{self.id}"'

    def explains(self, other: Name) -> bool:
        """Whether this is a term that has the record of the ``other`` name in its ``pages``."""
        return self.kind == "terms" and other.kind in EXPLAINED_ON and other.id in self.pages


LONGEST = 12
"""The most words of a term: the names of laws are the longest."""


@rule(
    "terms-are-names",
    "A term is a name",
    Example("    term: A barrel that catches rain.\n    meaning: A barrel", "    term: Water butt\n    meaning: A barrel", GLOSSARY),
)
def terms_are_names(context: Context) -> Iterator[Problem]:
    """A term in the glossary is a name: it has no full stop, and 12 words at the most. Its meaning is a sentence."""
    for term in context.framework.terms:
        if len(term.term.split()) > LONGEST or term.term.endswith("."):
            first, last = term.term.split()[0], term.term.split()[-1]
            swapped = len(term.meaning.split()) < len(term.term.split()) and not term.meaning.endswith(".")
            instead = f"Swap the two: write term: {term.meaning}" if swapped else "Write the name alone here, and the rest under meaning."
            wrong = f'This term is a sentence, from "{first}" to "{last}".'
            yield replace(context.where.problem("terms", term.id, ("term",), wrong, instead), hides=True)


@rule(
    "terms-are-defined-once",
    "A term is defined once",
    Example("    term: Bed\n    meaning: A barrel", "    term: Water butt\n    meaning: A barrel", GLOSSARY),
)
def terms_are_defined_once(context: Context) -> Iterator[Problem]:
    """No two terms in the glossary are the same."""
    seen: dict[str, str] = {}
    for term in context.framework.terms:
        key = term.term.casefold()
        if key in seen:
            other = seen[key] if term.id == slug(term.term) else term.id  # an id is made from its term, and tells which was written over
            same = term.id if other == seen[key] else seen[key]
            wrong, instead = f'"{term.term}" is defined twice, here and as "{same}".', "Keep one of them."
            if f"terms/{other}" in context.published.ids:
                instead = f'"{other}" was published and stays: write the term that it was, or another.'
            yield replace(context.where.problem("terms", other, ("term",), wrong, instead), hides=True)
        seen.setdefault(key, term.id)


@rule(
    "no-name-means-two-things",
    "A name means one thing",
    Example("    also_called: [Water butt]", "    also_called: [Patch]", GLOSSARY),
)
def no_name_means_two_things(context: Context) -> Iterator[Problem]:
    """Another name of a record is not a name of something else, and a title a standard once had is not another standard's title."""
    titles, formers, others = _titles(context.framework), _formers(context.framework), _others(context.framework)
    named: dict[str, list[Name]] = defaultdict(list)
    for name in titles:
        named[name.key].append(name)
    for name in formers:
        yield from _clashes(context, name, (other for other in titles if other.key == name.key and other.kind == name.kind))
    for name in formers:
        named[name.key].append(name)
    for name in others:
        yield from _clashes(context, name, named[name.key])
        named[name.key].append(name)


def _titles(framework: Framework) -> list[Name]:
    """The titles of all records that readers may know by name."""
    spine = framework.spine
    return [
        *(Name(term.term, "terms", term.id, "title", pages=term.pages) for term in framework.terms),
        *(Name(title, "standards", one.id, "title") for one in framework.standards for title in (one.title, one.short)),
        *(Name(title, "roles", one.id, "title") for one in spine.roles for title in (one.title, one.short)),
        *(
            Name(one.title, kind, one.id, "title")
            for kind, records in (("stages", spine.stages), ("drivers", spine.drivers), ("principles", spine.principles), ("options", spine.options))
            for one in records
        ),
    ]


def _formers(framework: Framework) -> list[Name]:
    """The former titles of standards."""
    return [
        Name(former.title, "standards", entry.id, "former title", place=("formerly", index, "title"))
        for entry in framework.spine.standards
        for index, former in enumerate(entry.formerly)
    ]


def _others(framework: Framework) -> list[Name]:
    """The other names of terms and of standards."""
    return [
        *(
            Name(alias, "terms", term.id, "other name", place=("also_called", index), pages=term.pages)
            for term in framework.terms
            for index, alias in enumerate(term.also_called)
        ),
        *(
            Name(alias, "standards", entry.id, "other name", place=("also_called", index))
            for entry in framework.spine.standards
            for index, alias in enumerate(entry.also_called)
        ),
    ]


def _clashes(context: Context, name: Name, others: Iterable[Name]) -> Iterator[Problem]:
    """A problem for each of ``others`` that belongs to another record, unless one of the two is a term that the other explains. If the name can only be deleted
    for one of them, that is the only one."""
    seen, found = {name.record}, list[tuple[Name, str]]()
    for other in others:
        if other.record not in seen and not name.explains(other) and not other.explains(name):
            seen.add(other.record)
            found.append((other, _instead(name, other)))
    only = [(other, told) for other, told in found if told == DELETE_IT]  # what else could be done about others would leave this one
    for other, told in only[:1] or found:
        wrong = f'"{name.text}" is given as {SAID[name.what]} of {name.record}, but it is {SAID[other.what]} of {other.record}.'
        yield context.where.problem(name.kind, name.id, name.place, wrong, told)


DELETE_IT = "Delete it."


def _instead(name: Name, other: Name) -> str:
    if name.what == "former title":
        return "Write the title as that edition printed it, or delete it."
    for term, page in ((name, other), (other, name)):
        if term.kind == "terms" and page.kind in EXPLAINED_ON:
            return f"Delete it, or add {page.id} to the pages of {term.record}."
    return "Delete it here, or there." if other.what == "other name" else DELETE_IT
