"""A table -> what each of its columns holds: said once in ``said.py``, by the model of the record, or by the link that the column is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.changes.told import many_of, one_of
from sds.exports.csv_tables.said import EVERYWHERE, OF_TABLE
from sds.exports.csv_tables.table import Row, Rows
from sds.model import field_types
from sds.model.in_print import curly
from sds.model.kinds import KINDS
from sds.model.references import ref_of
from sds.reading.field_forms import description

GENERIC = frozenset(
    note.description for form in vars(field_types).values() if get_origin(form) is Annotated for note in get_args(form) if isinstance(note, FieldInfo)
)
"""What a field is described as of which nothing but its form is said."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells hold (text, number, list, yes or no), and what it means."""

    name: str
    form: str
    about: str


def columns_of(table: str, model: type[BaseModel] | None, rows: Rows, tables: Mapping[str, str]) -> Iterator[Column]:
    """The columns of a table in their order. ``model`` is that of its records; ``tables`` has the file in which the records of each kind are."""
    for name in rows[0]:
        yield Column(name, _form(rows, name), curly(_about(table, model, name, tables)))


def _form(rows: Sequence[Row], name: str) -> str:
    """What the cells of a column hold, where they hold anything."""
    found = {"list" if isinstance(value, list | tuple) else type(value).__name__ for row in rows if (value := row[name]) not in (None, "")}
    return {"list": "list", "int": "number", "bool": "yes or no"}.get(found.pop(), "text") if len(found) == 1 else "text"


def _about(table: str, model: type[BaseModel] | None, name: str, tables: Mapping[str, str]) -> str:
    """What a column means, in the words that know most of it."""
    kinds, many, told = _field(model, name)
    words = OF_TABLE.get(table, {}).get(name, "")
    if not words and kinds:
        words = _ids(kinds, many, tables)
    elif not words and model and name in model.model_fields:
        words = told if told and told not in GENERIC else EVERYWHERE.get(name, told)
    elif not words and (kind := next((kind for kind in (name, f"{name}s") if kind in KINDS), "")):
        words = _ids((kind,), kind == name, tables)
    elif not words and name.endswith("_title"):
        field = name.removesuffix("_title")
        words = f"The title of the {one_of((_field(model, field)[0] or (f'{field}s',))[0])}."
    values = _values(model, name)
    return (words or EVERYWHERE.get(name, "")) + (f" One of: {', '.join(values)}." if any(value not in words for value in values) else "")


def _field(model: type[BaseModel] | None, name: str) -> tuple[tuple[str, ...], bool, str]:
    """Of which kinds the ids in a field are, whether it holds several, and what the model says of it; nothing where no field has this name."""
    field = model.model_fields.get(name) if model else None
    if model is None or field is None:
        return (), False, ""
    many = get_origin(field.annotation) is tuple
    item = get_args(field.annotation)[0] if many else field.annotation
    ref = ref_of([*field.metadata, *(note for one in (item, *get_args(item)) for note in get_args(one))])
    return ref.kinds if ref and not ref.citation else (), many, field.description or description(model, (name,))


def _values(model: type[BaseModel] | None, name: str) -> tuple[str, ...]:
    """The values of which a field holds one."""
    field = model.model_fields.get(name) if model else None
    return get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()


def _ids(kinds: Sequence[str], many: bool, tables: Mapping[str, str]) -> str:
    """``The ids of the roles: see spine.csv.`` Of a kind that is in no file, no file is named."""
    called = " or ".join(many_of(2, kind).partition(" ")[2] if many else one_of(kind) for kind in kinds)
    file = tables.get(kinds[0]) or ("framework.json" if KINDS[kinds[0]].url else "")
    return f"The {'ids' if many else 'id'} of the {called}{f': see {file}' if file else ''}."
