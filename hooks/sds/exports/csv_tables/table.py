"""What a table is. It says the order of its columns; a field of the record that it does not name takes its place among them by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from sds.model.framework import Framework, parts_of
from sds.model.kinds import KINDS
from sds.model.links import Links
from sds.model.references import named_singly
from sds.model.urls import url_of

Row: TypeAlias = Mapping[str, object]
Rows: TypeAlias = Sequence[Row]

REST = "..."
"""Where the fields stand that a table does not name, in the order of the record: all that hold words, a number, yes or no, ids, or a list of these."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its name, what is in it, and how its rows are made of a framework and the links in it.

    ``kinds`` are the kinds of record that it has a row for, and ``model`` is what is written of one of them, where that is the same for all.
    """

    name: str
    about: str
    rows: Callable[[Framework, Links], Iterable[Row]]
    kinds: Sequence[str] = ()
    model: type[BaseModel] | None = None


def no_more(framework: Framework, record: Any) -> Iterable[Row]:  # noqa: ARG001
    """Nothing but what the columns say."""
    return ({},)


def kind_table(
    kind: str,
    about: str,
    *columns: str,
    without: Sequence[str] = (),
    more: Callable[[Framework, Any], Iterable[Row]] = no_more,
    name: str = "",
) -> Table:
    """The table of a kind, a row for each record, with ``columns`` in their order and the address after them. ``name`` is its own, where not the kind's.

    A column is one of the cells that ``more`` makes, for each row of a record; or a field of the record; or the name of another kind, for the ids of
    its records that are linked to this one; or, as ``role_title`` is, a field of the record that a field names. Fields ``without`` a column are left out.
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
    """``role_title``: the title of the record that is named in the field ``role``."""
    field, _, wanted = column.rpartition("_")
    kind = next(kind for kind, name in named_singly(type(record)).items() if name == field)
    id = getattr(record, field)
    return getattr(framework.record(kind, id), wanted) if id else None


def _rest(model: type[BaseModel], named: set[str]) -> list[str]:
    """The fields that are not ``named``, those apart that have records inside them, for which a cell has no room."""
    return [name for name, field in model.model_fields.items() if name not in named and not _holds_records(field.annotation)]


def _holds_records(annotation: Any) -> bool:
    return any(map(_holds_records, get_args(annotation))) or (isinstance(annotation, type) and issubclass(annotation, BaseModel))
