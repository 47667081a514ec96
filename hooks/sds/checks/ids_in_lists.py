"""The rule for ids of parts of a record. The rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sds.checks.context import Context
from sds.model.kinds import KINDS
from sds.paths import SITUATIONS
from sds.problem import FieldPath, Problem
from sds.reading.field_forms import ref_at
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import grouped_lists_of
from sds.reading.yaml_text import Document, Value
from sds.rule import Example, rule

OWN_RULE = frozenset({"words", "fields", "choices"})
"""Lists in records whose duplicate ids are reported by rules of their own."""


@rule(
    "ids-in-a-list-differ",
    "An id for each part",
    Example(
        "  - id: hose\n    title: The hose is too short\n    lines: [Ask for one.]\n    contacts: [warden-line]\n  - id: hose\n    title: The hose leaks",
        "  - id: hose\n    title: The hose leaks",
        f"{SITUATIONS}/dry-tap.yaml",
    ),
)
def ids_in_a_list_differ(context: Context) -> Iterator[Problem]:
    """No two parts of a record that stand in one list have the same id, because it is part of their addresses."""
    return context.in_documents("ids", _same_ids)


def _same_ids(document: Document) -> Iterator[Problem]:
    form = kind_of_file(document.path)
    records = frozenset(place for kind in KINDS.values() if kind.file is form for place, _ in kind.lists(document.data))
    for place, items in grouped_lists_of(document):
        if place not in records and (place[-1] not in OWN_RULE or place[0] == "easy"):  # the parser reports duplicate ids of records
            yield from _ids_twice(document, items, place)


def _ids_twice(document: Document, items: Sequence[Value], place: FieldPath) -> Iterator[Problem]:
    """A problem for each mapping in the list ``items``, whose field path is ``place``, with the same id as an earlier one."""
    seen = dict[str, int]()
    for step, one in enumerate(items):
        id = one.get("id") if isinstance(one, dict) else None
        if not isinstance(id, str):
            continue
        if id in seen and not ref_at(kind_of_file(document.path).model, (*place, step, "id")):  # a reference may name one twice only by a rule of its own
            line, first = (document.line((*place, at, "id")) for at in (step, seen[id]))
            yield Problem(document.path, line, f'The id "{id}" is twice in this list; the first is on line {first}.', "Give this one an id of its own.")
        seen.setdefault(id, step)
