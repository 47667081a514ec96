"""A record to fill in: every field that has to be there, what each is for, set in as its neighbours are, and where it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sds.model.field_types import FINDING_ID
from sds.model.framework import Framework
from sds.model.kinds import ANY, KINDS, Kind
from sds.reading.field_forms import description, line_for
from sds.reading.locations import STANDARD_FILE, Locations
from sds.reading.yaml_lines import step
from sds.suggest import next_free

WIDTH = 2
"""How many digits the number of a finding has at the least."""


@dataclass(frozen=True)
class Place:
    """Where a new record goes: behind which line of which file, and how far it is set in."""

    path: str
    after: int
    column: int


def place_of(where: Locations, kind: Kind, within: Collection[str]) -> Place | None:
    """Behind the last record of a kind that stands within all of ``within``: a standard, a role, another framework. None where there is none yet."""
    found = [(path, place) for (name, _), (path, place) in where.places.items() if name == kind.name and _within(where, path, place, within)]
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
    """Whether what stands at ``place`` stands in each of ``within``: they name its file, a field on the way to it, or a record around it."""
    names = {path.rpartition("/")[2].removesuffix(".yaml"), *map(str, place)}
    around = {id for (_, id), (at, start) in where.places.items() if at == path and start and place[: len(start)] == start and start != place}
    return set(within) <= names | around


def next_id(framework: Framework, where: Locations, kind: str, within: Collection[str], published: Iterable[str] = ()) -> str:
    """The next id that was never used, where ids are numbered; dots where only the editor can name the record. ``published`` are those used earlier."""
    used = [*(id for name, id in where.places if name == kind), *published]
    standard = next((one for one in framework.standards if one.id in within), None)
    if standard is None:
        return '"..."'
    if kind == "actions":
        code = next((role.code for role in framework.roles if role.id in within), "")
        return next_free(f"{standard.id}-{code}", used) if code else '"..."'
    if kind == "components":
        return next_free(f"{standard.id}-cc", used)
    if kind == "findings":
        return next_free(f"E{standard.number:0{WIDTH}}-", filter(FINDING_ID.fullmatch, used), WIDTH)
    return '"..."'


def block(framework: Framework, kind: Kind, id: str, column: int) -> Iterator[str]:
    """The lines of a record to fill in, an item of a list or a file of its own, then a note of the fields that it may have besides."""
    expected = {one.partition(".")[0] for one in framework.spine.expected.fields.get(kind.name, ())}
    needed, more, space = list[tuple[str, str]](), list[str](), " " * column
    for name, field in kind.model.model_fields.items():
        written = field.alias or name
        if not (field.is_required() or name in expected or written in expected):
            more.append(written)
            continue
        line = f"id: {id}" if written == "id" else line_for((name,), kind.model).replace(f"{name}:", f"{written}:", 1)
        needed.append((line, description(kind.model, (name,))))
    first, others = ("- ", "  ") if kind.steps else ("", "")
    for number, (line, about) in enumerate(needed):
        yield f"{space}{others if number else first}{line}{f'  # {about}' if about and not line.startswith('id:') else ''}"
    if more:
        yield f"{space}{others}# It can also have these fields, which /contribute/fields/ explains: {', '.join(more)}."


def kind_named(name: str) -> Kind | None:
    """The kind that an editor calls ``name``: as the files do, or as one of them is called."""
    plain = name.replace("-", " ").lower()
    return next((kind for kind in KINDS.values() if plain in {kind.name.replace("_", " "), kind.one, CALLED.get(kind.name, "")} and may_be_new(kind)), None)


def may_be_new(kind: Kind) -> bool:
    """Whether there can be another: in a list, or as one more file of a folder. The rest of a standard has a file of its own, which the check asks for."""
    return kind.name != STANDARD_FILE and bool(kind.steps or ANY in kind.file.path)


CALLED = {"actions": "action"}
"""What editors call some kinds besides."""
