"""The framework -> CSV tables, most of them with the records of one kind, in the order of the files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from pydantic import BaseModel

from sds.exports.csv_tables import cells, own
from sds.exports.csv_tables.columns import Column, columns_of
from sds.exports.csv_tables.table import REST, Row, Rows, Table, kind_table
from sds.model.framework import Framework
from sds.model.links import NONE, Links

TABLES: tuple[Table, ...] = (
    Table(
        name="spine",
        about="Roles, stages, principles, options and drivers: kind, number where there is one, title and text.",
        rows=own.spine,
        kinds=("roles", "stages", "principles", "options", "drivers"),
    ),
    kind_table(
        "standards",
        "The standards: number, current and earlier titles, group and summary.",
        *("id", "number", "title", "short", "group", "summary", "formerly", "also_called", REST, "official_page"),
        without=("title_note",),
        more=cells.of_standard,
    ),
    kind_table(
        "provisions",
        "The law: each rule once, with who must follow it, who it is for, how strong it is, when it came into force, and which version we read.",
        *(
            "id",
            "instrument",
            "instrument_title",
            "section",
            "title",
            "text",
            "bearers",
            REST,
            "version_shows",
            "version_read",
            "standards",
            "stages",
            "actions",
        ),
        without=("version",),
        more=cells.of_provision,
        name="law",
    ),
    Table(
        name="ask_for",
        about="What a person can ask for under each standard, in words to say or show, with the legal rule that makes it a right.",
        rows=own.ask_for,
        kinds=("ask_for",),
    ),
    kind_table(
        "components",
        "Components, each official or ours, with what “very good” and “weak” look like.",
        *("id", "standard", "title", "text", "official_number", "official_edition", "ours", "very_good", "weak", "evidence", REST),
        without=("official",),
        more=cells.of_component,
    ),
    kind_table(
        "actions",
        "Action statements: standard, role, why, basis, who has the duty, driver, stages, law, evidence and resources.",
        *("id", "standard_number", "standard", "standard_title", "role", "role_title"),
        *("text", "asked_as", "why", "basis", "duty_of", "driver", "stages", "evidence", REST, "resources", "status", "reason", "replaced_by"),
        more=cells.of_action,
    ),
    kind_table(
        "resources",
        "Tools and resources: publisher, address, kind, who and what each is for, and how we checked the address.",
        *(REST, "note", "checked", "checked_how"),
        more=cells.of_resource,
    ),
    kind_table(
        "situations",
        "Things that happen to people: what to do first, who can help, what the law says, and the statements and tools that go with it.",
        *("id", "title", "roles", "answer", "asked_as", REST),
        without=("quick_exit",),
    ),
    Table(
        name="contacts",
        about="Who to contact, a row for each way to reach someone, with where and when we saw the number or address.",
        rows=own.contacts,
        kinds=("contacts",),
    ),
    kind_table(
        "templates",
        "Forms and letters to fill in: what each is for, who fills it in and keeps it, and what it goes with.",
        *("id", "title", "shape", "about", "roles", "filled_by", "kept_by", REST, "version", "dated"),
    ),
    Table(
        name="template_boxes",
        about="The boxes of the forms and letters, a row for each: its label, why it is there, and whether it comes from the law or from good practice.",
        rows=own.template_boxes,
    ),
    kind_table(
        "sources",
        "Documents that facts come from: what each is, its limits and errors, and how much of it we read.",
        *(REST, "findings"),
        without=("themes_note",),
        more=cells.of_source,
    ),
    kind_table(
        "findings",
        "Findings: source, place, kind, roles and standards, and the statements and components that cite each one.",
        *("id", "source", "source_title", "place", "also", REST, "actions", "components"),
        more=cells.of_finding,
    ),
    kind_table(
        "alignments",
        "Other frameworks: title, publisher, date, address, how much of each we read, and how many of its parts we list.",
        *(REST, "units"),
        more=cells.of_alignment,
    ),
    kind_table(
        "units",
        "Parts of other frameworks, a row for each standard that a part relates to, with who made the match and why.",
        *("id", "alignment", "alignment_title", REST, "standard", "by", "why"),
        more=cells.of_unit,
    ),
    kind_table(
        "terms", "Glossary terms: what each means in plain and in easy words, and other names for it.", REST, without=("related", "roles", "pages", "in_text")
    ),
    Table(
        name="easy_read",
        about="Easy-read pages, a row for each picture with its words. Where the words are about a statement, the row gives its id.",
        rows=own.easy_read,
        kinds=("easy_read",),
    ),
)


COLUMNS = "columns"
"""The name of the table that describes the columns of the others."""


@dataclass(frozen=True)
class Download:
    """A CSV file under ``/data/``: its name without suffix, a description, and a function that makes its rows when they are first needed.

    ``model`` is the model of its records, or None if they are of several kinds. ``tables`` has the name of the file with the records of each kind.
    """

    table: str
    about: str
    make: Callable[[], Iterable[Row]]
    model: type[BaseModel] | None
    tables: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.table}.csv"

    @cached_property
    def rows(self) -> Rows:
        return [*self.make()]

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


def downloads(framework: Framework, links: Links, site_url: str) -> tuple[Download, ...]:
    """Every table that has rows, each row with its whole address, and a last table that describes the columns."""
    base = site_url.rstrip("/")
    tables = {kind: f"{table.name}.csv" for table in TABLES for kind in table.kinds}
    with_rows = (table for table in TABLES if any(True for _ in table.rows(framework, NONE)))  # without links, which are slow to find and add no rows
    some = tuple(Download(table.name, table.about, partial(_addressed, table, framework, links, base), table.model, tables) for table in with_rows)
    return (*some, Download(COLUMNS, "What each column of these tables holds.", partial(_described, some), None, tables))


def _addressed(table: Table, framework: Framework, links: Links, base: str) -> Iterator[Row]:
    """The rows of a table, each with its whole address."""
    return (row | {"link": f"{base}{row['url']}"} for row in map(dict, table.rows(framework, links)))


def _described(tables: Sequence[Download]) -> Iterator[Row]:
    """A row for each column of ``tables``."""
    return ({"file": one.name, "column": column.name, "form": column.form, "about": column.about} for one in tables for column in one.columns)


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
