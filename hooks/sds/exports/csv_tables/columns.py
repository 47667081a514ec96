"""A table -> the descriptions of its columns, from ``said.py``, from the model of the record, or from the kind of record that a column links to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.changes.sentences import kind_noun, plural_noun
from sds.exports.csv_tables.said import EVERYWHERE, NAMED_OTHERWISE, OF_TABLE, ONLY_FOR
from sds.exports.csv_tables.table import Row, Rows
from sds.exports.csv_tables.wording import worded
from sds.model import field_types
from sds.model.in_print import curly
from sds.model.kinds import KINDS
from sds.model.references import ref_of_field
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


@dataclass(frozen=True, slots=True)
class Tables:
    """What descriptions say of the framework: the name of the file with the records of each kind, the kinds (and fields of components) that are
    ``absent`` from the framework, and what it calls an ``act``, which is a text of the law.
    """

    files: Mapping[str, str]
    absent: frozenset[str]
    act: str


def columns_of(table: str, model: type[BaseModel] | None, rows: Rows, tables: Tables) -> Iterator[Column]:
    """The columns of a table in order. ``model`` is the model of its records."""
    for name in rows[0]:
        yield Column(name, _form(rows, name), curly(_about(table, model, name, tables)))


def kinds_of_column(table: str, model: type[BaseModel] | None, name: str) -> frozenset[str]:
    """The kinds of record that a column is about: without any record of these, the column would be empty. Empty for a column about anything else."""
    if name in (only := ONLY_FOR.get(table, {})):
        return frozenset(only[name])
    if name in NAMED_OTHERWISE:
        return frozenset(NAMED_OTHERWISE[name])
    if model and (field := model.model_fields.get(name)):
        ref = ref_of_field(field)
        return frozenset(ref.kinds if ref else ())
    named = name.removesuffix("_title")
    if model and named in model.model_fields:
        return kinds_of_column(table, model, named)
    return frozenset(kind for kind in (named, f"{named}s") if kind in KINDS and KINDS[kind].url)


def _form(rows: Sequence[Row], name: str) -> str:
    """The type of the non-empty cells of a column."""
    found = {"list" if isinstance(value, list | tuple) else type(value).__name__ for row in rows if (value := row[name]) not in (None, "")}
    return {"list": "list", "int": "number", "bool": "yes or no"}.get(found.pop(), "text") if len(found) == 1 else "text"


def _about(table: str, model: type[BaseModel] | None, name: str, tables: Tables) -> str:
    """The description of a column, from the most specific text there is."""
    kinds, many, told = _field(model, name)
    words = worded(OF_TABLE.get(table, {}).get(name, ""), tables.absent).replace("{act}", tables.act)
    everywhere = worded(EVERYWHERE.get(name, ""), tables.absent)
    if not words and kinds:
        words = _ids(kinds, many, tables)
    elif not words and model and name in model.model_fields:
        words = told if told and told not in GENERIC else everywhere or told
    elif not words and (kind := next((kind for kind in (name, f"{name}s") if kind in KINDS), "")):
        words = _ids((kind,), kind == name, tables)
    elif not words and name.endswith("_title"):
        field = name.removesuffix("_title")
        words = f"The title of the {kind_noun((_field(model, field)[0] or (f'{field}s',))[0])}."
    values = _values(model, name)
    return (words or everywhere) + (f" One of: {', '.join(values)}." if any(value not in words for value in values) else "")


def _field(model: type[BaseModel] | None, name: str) -> tuple[tuple[str, ...], bool, str]:
    """The kinds of the ids in a field, whether it is a list, and its description in the model; all empty if the model has no such field."""
    field = model.model_fields.get(name) if model else None
    if model is None or field is None:
        return (), False, ""
    many = get_origin(field.annotation) is tuple
    ref = ref_of_field(field)
    return ref.kinds if ref and not ref.citation else (), many, field.description or description(model, (name,))


def _values(model: type[BaseModel] | None, name: str) -> tuple[str, ...]:
    """The allowed values of a field with fixed choices, else empty."""
    field = model.model_fields.get(name) if model else None
    return get_args(field.annotation) if field and get_origin(field.annotation) is Literal else ()


def _ids(kinds: Sequence[str], many: bool, tables: Tables) -> str:
    """The description of a column of ids: ``The ids of the roles: see spine.csv.`` No file is named for a kind that is in none."""
    there = [kind for kind in kinds if kind not in tables.absent]
    called = " or ".join(plural_noun(kind) if many else kind_noun(kind) for kind in there)
    file = tables.files.get(there[0]) or ("framework.json" if KINDS[there[0]].url else "")
    return f"The {'ids' if many else 'id'} of the {called}{f': see {file}' if file else ''}."
