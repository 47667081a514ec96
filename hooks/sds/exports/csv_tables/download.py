"""A table of the framework as a CSV file to download."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from sds.exports.csv_tables.columns import Column, Tables, columns_of, kinds_of_column
from sds.exports.csv_tables.table import Row, Rows


@dataclass(frozen=True)
class Download:
    """A CSV file under ``/data/``: its name without suffix, a description, and a function that makes its rows when they are first needed.

    ``model`` is the model of its records, or None if they are of several kinds. ``tables`` is what the descriptions say of other records. A column about kinds
    of which there is no record, which is empty, is left out.
    """

    table: str
    about: str
    make: Callable[[], Iterable[Row]]
    model: type[BaseModel] | None
    tables: Tables

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.table}.csv"

    @cached_property
    def rows(self) -> Rows:
        rows = [*self.make()]
        left_out = {name for name in rows[0] if self._is_needless(name) and not any(row[name] for row in rows)}
        return [{name: value for name, value in row.items() if name not in left_out} for row in rows] if left_out else rows

    def _is_needless(self, name: str) -> bool:
        """Whether a column is only about kinds of which there is no record. A citation may say "ours" even so."""
        kinds = kinds_of_column(self.table, self.model, name)
        return bool(kinds) and kinds <= self.tables.absent

    @cached_property
    def columns(self) -> Sequence[Column]:
        """The columns with their descriptions."""
        return tuple(columns_of(self.table, self.model, self.rows, self.tables))

    def text(self) -> str:
        """The CSV text, for spreadsheet programs: with a byte order mark for UTF-8, lists joined with "; ", and no cell that could be a formula."""
        out = io.StringIO()
        out.write("\ufeff")
        writer = csv.DictWriter(out, list(self.rows[0]))
        writer.writeheader()
        writer.writerows({name: safe(words(value)) for name, value in row.items()} for row in self.rows)
        return out.getvalue()


def words(value: object) -> object:
    """A value as the content of a cell: lists joined with "; ", booleans as yes or no, anything else unchanged."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def safe(value: object) -> object:
    """The content of a cell, with an apostrophe before a first character that would make it a formula (CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value
