"""The class of a table. A table gives the order of its columns; new fields of a record become columns without a change here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from sds.exports.csv_tables.wording import Words
from sds.model.framework import Framework, parts_of
from sds.model.kinds import KINDS
from sds.model.links import Links
from sds.model.references import named_singly
from sds.model.urls import url_of

Row: TypeAlias = Mapping[str, object]
Rows: TypeAlias = Sequence[Row]

REST = "..."
"""A placeholder among the columns for all fields that a table does not name, in the order of the record, except fields with records inside them."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its name, its description, and a function that makes its rows from a framework and its links.

    ``kinds`` are the kinds of record in it, and ``model`` the model of a record, if there is one for all rows.
    """

    name: str
    about: Words
    rows: Callable[[Framework, Links], Iterable[Row]]
    kinds: Sequence[str] = ()
    model: type[BaseModel] | None = None


def no_more(framework: Framework, record: Any) -> Iterable[Row]:  # noqa: ARG001
    """One row without additional cells: the default of ``more``."""
    return ({},)


def kind_table(
    kind: str,
    about: Words,
    *columns: str,
    without: Sequence[str] = (),
    more: Callable[[Framework, Any], Iterable[Row]] = no_more,
    name: str = "",
) -> Table:
    """The table of a kind, with ``columns`` in order and then the address of the record. ``name`` is the name of the table, if it is not that of the kind.

    A column is one of these: a cell from ``more``, which returns additional cells for each row of a record; a field of the record; the name of another kind,
    for the ids of linked records; or a field of a record that a field names, such as ``role_title``. ``without`` are fields that get no column.
    """

    def rows(framework: Framework, links: Links) -> Iterable[Row]:
        return (row for record in framework.records(kind).values() for row in rows_of(framework, links, record))

    @cache
    def named(model: type[BaseModel]) -> list[str]:
        return [*columns[: columns.index(REST)], *_rest(model, {*columns, *without}), *columns[columns.index(REST) + 1 :]]

    def rows_of(framework: Framework, links: Links, record: Any) -> Rows:
        written = parts_of(record)[0]
        columns_here = named(type(written))

        def cell(name: str) -> object:
            if name in type(written).model_fields:
                return getattr(written, name)
            return links.of(kind, record.id, name) if name in KINDS else _of_named(framework, written, name)

        url = {"url": url_of(framework, kind, record.id)}
        return [{name: cells[name] if name in cells else cell(name) for name in columns_here} | url for cells in more(framework, record)]

    return Table(name=name or kind, about=about, rows=rows, kinds=(kind,), model=KINDS[kind].model)


def _of_named(framework: Framework, record: BaseModel, column: str) -> object:
    """The value for a column such as ``role_title``: the title of the record that the field ``role`` names."""
    field, _, wanted = column.rpartition("_")
    kind = next(kind for kind, name in named_singly(type(record)).items() if name == field)
    id = getattr(record, field)
    return getattr(framework.record(kind, id), wanted) if id else None


def _rest(model: type[BaseModel], named: set[str]) -> list[str]:
    """The fields that are not ``named``, without those that contain records, for which a cell has no room."""
    return [name for name, field in model.model_fields.items() if name not in named and not _holds_records(field.annotation)]


def _holds_records(annotation: Any) -> bool:
    return any(map(_holds_records, get_args(annotation))) or (isinstance(annotation, type) and issubclass(annotation, BaseModel))
