"""Rules for titles: capitalised alike, and each its own. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sds.checks.context import Context
from sds.model.in_print import capitalise
from sds.paths import CONTACTS, SITUATIONS
from sds.problem import Problem
from sds.reading.field_forms import value_at
from sds.rule import Example, rule

MOST = 0.9
"""If more than this share of the titles of a kind begin with a capital, all should."""


def _titles(context: Context) -> tuple[Mapping[str, Mapping[str, str]], set[str]]:
    """The titles of the records of each kind, by id, and the ids of the records whose title is their publisher's."""
    titles, others = defaultdict[str, dict[str, str]](dict), set[str]()
    for (kind, id), (path, place) in context.where.places.items():
        record = value_at(context.where.documents[path], place)
        if isinstance(record, dict) and isinstance(title := record.get("title"), str) and title:
            titles[kind][id] = title
            if "publisher" in record:
                others.add(id)
    return titles, others


@rule(
    "titles-are-written-alike",
    "Titles in one style",
    Example("title: MY TAP IS DRY", "title: My tap is dry", f"{SITUATIONS}/dry-tap.yaml"),
    {"warning": "A title is in capitals, begins with a small letter, or ends with a full stop where those of its kind do not."},
)
def titles_are_written_alike(context: Context) -> Iterator[Problem]:
    """No title of several words is all in capitals. Where nearly all titles of a kind begin with a capital, or have no full stop, all do."""
    titles, others = _titles(context)
    for kind, named in titles.items():
        small = {id for id, title in named.items() if title.partition(" ")[0].islower()}
        stopped = {id for id, title in named.items() if title.endswith(".") and id not in others}
        for id, title in named.items():
            words = [word for word in title.split() if word.isalpha() and len(word) > 1]
            if len(words) > 1 and all(map(str.isupper, words)):
                yield context.where.problem(kind, id, ("title",), f'"{title}" is all in capitals.', "Write it as you would in a sentence.")
            elif id in small and len(small) <= (1 - MOST) * len(named):
                right = capitalise(title)
                yield context.where.problem(kind, id, ("title",), f'"{title}" begins with a small letter, and other titles do not.', f"Write {right}")
            elif id in stopped and len(stopped) <= (1 - MOST) * len(named):
                yield context.where.problem(kind, id, ("title",), f'"{title}" ends with a full stop, and other titles do not.', f"Write {title[:-1]}")


IN_ONE_LIST = frozenset({"components", "provisions", "standards", "versions"})
"""Kinds whose records have the same title as others on purpose, or of which another rule compares those in one list."""


@rule(
    "titles-differ",
    "A title for each",
    Example("  - id: south-row\n    title: North row", "  - id: south-row\n    title: South row", CONTACTS),
)
def titles_differ(context: Context) -> Iterator[Problem]:
    """No two records of a kind have the same title, and no two units of another framework the same number: readers could not tell which one they choose.
    Titles that their publisher chose may be the same."""
    titles, others = _titles(context)
    for kind in (kind for kind in titles if kind not in IN_ONE_LIST):
        own = {id: title for id, title in titles[kind].items() if id not in others}
        for id, first in _with_that_of_another({id: " ".join(title.casefold().split()) for id, title in own.items()}):
            wrong = f'"{id}" has the title of "{first}": {own[id]}.'
            yield context.where.problem(kind, id, ("title",), wrong, "Write the title that this one has.")
    for alignment in context.framework.alignments:
        numbers = {unit.id: unit.number for unit in alignment.units}
        for id, first in _with_that_of_another(numbers):
            wrong = f'"{id}" has the number of "{first}": {numbers[id]}.'
            yield context.where.problem("units", id, ("number",), wrong, "Write the number that this one has.")


def _with_that_of_another(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each id whose value in ``given`` an earlier one has too, with the first of these."""
    first = dict[str, str]()
    for id, value in given.items():
        if first.setdefault(value, id) != id:
            yield id, first[value]
