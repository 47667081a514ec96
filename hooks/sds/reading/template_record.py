"""A new record to fill in: its required fields with their descriptions, indented as its neighbours are, and the place where it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sds.model.field_types import FINDING_ID
from sds.model.framework import Framework
from sds.model.kinds import ANY, KINDS, Kind
from sds.reading.field_forms import description, example_value, value_at
from sds.reading.locations import STANDARD_FILE, Locations
from sds.reading.modelines import kind_of_file
from sds.reading.yaml_lines import step
from sds.suggest import next_free, next_like

WIDTH = 2
"""The least number of digits of a finding's number."""


@dataclass(frozen=True)
class Place:
    """Where a new record goes: after line ``after`` of the file ``path``, indented to ``column``."""

    path: str
    after: int
    column: int


def place_of(where: Locations, kind: Kind, within: Collection[str]) -> Place | None:
    """The place after the last record of a kind inside all of ``within``, the ids of a standard, role or other framework. None if there is no record yet."""
    found = [(path, place) for (name, _), (path, place) in where.places.items() if name == kind.name and _within(where, path, place, within)]
    if not found and not within:  # a kind without ids
        for path, document in where.documents.items():
            lists = kind.lists(document.data) if kind_of_file(path) is kind.file else ()
            found += ((path, (*at, len(records) - 1)) for at, records in lists if isinstance(records, list) and records)
    if not found:
        return None
    path, place = found[-1]
    document = where.documents[path]
    inside = [line for at, line in document.lines.items() if at[: len(place)] == place]
    first, last = document.line(place), max(inside)
    lines = document.text.split("\n")
    column = step(lines[first - 1])
    while last < len(lines) and lines[last].strip() and step(lines[last]) > column:
        last += 1
    return Place(path, last, column)


def _within(where: Locations, path: str, place: tuple[str | int, ...], within: Collection[str]) -> bool:
    """Whether the record at ``place`` is inside each of ``within``: the name of its file, a field on the way to it, or the id of a record around it."""
    names = {path.rpartition("/")[2].removesuffix(".yaml"), *map(str, place)}
    around = {id for (_, id), (at, start) in where.places.items() if at == path and start and place[: len(start)] == start and start != place}
    return set(within) <= names | around


def next_id(framework: Framework, where: Locations, kind: str, within: Collection[str], published: Iterable[str] = ()) -> str:
    """The next free id for kinds with numbered ids, else a placeholder, because only the editor can name the record. ``published`` are ids of earlier
    records."""
    used = [*(id for name, id in where.places if name == kind), *published]
    standard = next((one for one in framework.standards if one.id in within), None)
    if standard is None:
        return '"..."'
    if kind == "actions":
        code = next((role.code for role in framework.roles if role.id in within), "")
        return next_free(f"{standard.id}-{code}", used) if code else '"..."'
    if kind == "components":
        return next_free(f"{standard.id}-cc", used)
    if kind == "ask_for":
        return next_like([id for (name, id), (path, _) in where.places.items() if name == kind and path.endswith(f"/{standard.id}.yaml")], used) or '"..."'
    if kind == "findings":
        return next_free(f"E{standard.number:0{WIDTH}}-", filter(FINDING_ID.fullmatch, used), WIDTH)
    return '"..."'


def usual(where: Locations, kind: Kind) -> frozenset[str]:
    """The fields that at least half of the records of a kind have: these are often required by a rule."""
    given = [value_at(where.documents[path], place) for (name, _), (path, place) in where.places.items() if name == kind.name]
    counted = Counter(field for record in given if isinstance(record, dict) for field in record)
    return frozenset(field for field, number in counted.items() if 2 * number >= len(given))


def block(framework: Framework, kind: Kind, id: str, column: int, usual: Collection[str] = ()) -> Iterator[str]:
    """The lines of a record to fill in, as a list item or a file of its own: its required fields and those in ``usual``, then a comment with its other
    fields."""
    expected = {one.partition(".")[0] for one in framework.spine.expected.fields.get(kind.name, ())}
    needed, left_out, more, space = list[tuple[str, str]](), list[str](), list[str](), " " * column
    for name, field in kind.model.model_fields.items():
        written = field.alias or name
        if not (field.is_required() or not {name, written}.isdisjoint({*expected, *usual})):
            more.append(written)
            continue
        line = f"id: {id}" if written == "id" else f"{written}: {example_value(kind.model, name)}"
        needed.append((line, description(kind.model, (name,))))
        if not (field.is_required() or name in expected or written in expected):
            left_out.append(written)
    first, others = ("- ", "  ") if kind.steps else ("", "")
    for number, (line, about) in enumerate(needed):
        yield f"{space}{others if number else first}{line}{f'  # {about}' if about and not line.startswith('id:') else ''}"
    if left_out:
        yield f"{space}{others}# What there is nothing to say in may be left out: {', '.join(left_out)}."
    if more:
        yield f"{space}{others}# It can also have these fields, which /contribute/fields/ explains: {', '.join(more)}."


def kind_named(name: str) -> Kind | None:
    """The kind with the name ``name``, as in the files, in the singular, or as editors call it; None if there is none."""
    plain = _plain(name)
    return next((kind for kind in KINDS.values() if may_be_new(kind) and plain in _names(kind)), None)


def _names(kind: Kind) -> set[str]:
    """The names of a kind: that in the files, its singular, and other names that editors use."""
    return {_plain(name) for name in (kind.name, kind.name.removesuffix("s"), kind.one, CALLED.get(kind.name, kind.one))}


def _plain(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").lower()


def may_be_new(kind: Kind) -> bool:
    """Whether an editor can add a record of this kind, to a list or as a new file. A standard's own file is left out, because the check asks for it."""
    return kind.name != STANDARD_FILE and bool(kind.steps or ANY in kind.file.path)


CALLED = {"actions": "action"}
"""Other names of kinds that editors use."""
