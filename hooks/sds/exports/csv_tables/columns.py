"""A table -> the descriptions of its columns, from ``said.py``, from the model of the record, or from the kind of record that a column links to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.changes.sentences import kind_noun, plural_noun
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
"""The default descriptions of field types, which say nothing about a particular field."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its cells (text, number, list, yes or no), and its description."""

    name: str
    form: str
    about: str


def columns_of(table: str, model: type[BaseModel] | None, rows: Rows, tables: Mapping[str, str]) -> Iterator[Column]:
    """The columns of a table in order. ``model`` is the model of its records, and ``tables`` has the name of the file with the records of each kind."""
    for name in rows[0]:
        yield Column(name, _form(rows, name), curly(_about(table, model, name, tables)))


def _form(rows: Sequence[Row], name: str) -> str:
    """The type of the non-empty cells of a column."""
    found = {"list" if isinstance(value, list | tuple) else type(value).__name__ for row in rows if (value := row[name]) not in (None, "")}
    return {"list": "list", "int": "number", "bool": "yes or no"}.get(found.pop(), "text") if len(found) == 1 else "text"


def _about(table: str, model: type[BaseModel] | None, name: str, tables: Mapping[str, str]) -> str:
    """The description of a column, from the most specific text there is."""
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
        words = f"The title of the {kind_noun((_field(model, field)[0] or (f'{field}s',))[0])}."
    values = _values(model, name)
    return (words or EVERYWHERE.get(name, "")) + (f" One of: {', '.join(values)}." if any(value not in words for value in values) else "")


def _field(model: type[BaseModel] | None, name: str) -> tuple[tuple[str, ...], bool, str]:
    """The kinds of the ids in a field, whether it is a list, and its description in the model; all empty if the model has no such field."""
    field = model.model_fields.get(name) if model else None
    if model is None or field is None:
        return (), False, ""
    many = get_origin(field.annotation) is tuple
    item = get_args(field.annotation)[0] if many else field.annotation
    ref = ref_of([*field.metadata, *(note for one in (item, *get_args(item)) for note in get_args(one))])
    return ref.kinds if ref and not ref.citation else (), many, field.description or description(model, (name,))


def _values(model: type[BaseModel] | None, name: str) -> tuple[str, ...]:
    """The allowed values of a field with fixed choices, else empty."""
    field = model.model_fields.get(name) if model else None
    return get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()


def _ids(kinds: Sequence[str], many: bool, tables: Mapping[str, str]) -> str:
    """The description of a column of ids: ``The ids of the roles: see spine.csv.`` No file is named for a kind that is in none."""
    called = " or ".join(plural_noun(kind) if many else kind_noun(kind) for kind in kinds)
    file = tables.get(kinds[0]) or ("framework.json" if KINDS[kinds[0]].url else "")
    return f"The {'ids' if many else 'id'} of the {called}{f': see {file}' if file else ''}."
