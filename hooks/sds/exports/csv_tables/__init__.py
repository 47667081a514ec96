"""The framework -> tables as CSV, most of them one a kind of record: words only, in the order of the files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sds.exports.csv_tables import library, standards
from sds.exports.csv_tables.rows import Rows
from sds.model.framework import Framework

TABLES: tuple[tuple[str, str, Callable[[Framework], Rows]], ...] = (
    ("spine", "Roles, stages, principles, options and drivers: kind, number where there is one, title and text.", standards.spine),
    ("standards", "The standards with number, titles now and before, group and summary.", standards.standards),
    ("law", "What the law says about each standard, in our words, with source and section.", standards.law),
    ("ask_for", "What a person can ask for under each standard, in words to say or show.", standards.ask_for),
    ("components", "Core components, each official or ours, with what very good and weak look like.", standards.components),
    ("actions", "Action statements with standard, role, why, basis, driver, stages, evidence and resources.", standards.actions),
    ("resources", "Tools and resources with publisher, address, kind, whom and what they serve, and how the address was checked.", library.resources),
    ("sources", "Documents that facts come from: what each is, its limits and mistakes, and how far it was read.", library.sources),
    ("findings", "Findings with source, place, kind, roles and standards, and the statements and components that cite them.", library.findings),
    ("alignments", "Other frameworks: title, publisher, date, address, how far each was read, and how many units we hold.", library.alignments),
    ("units", "Units of other frameworks, a row for each standard that one meets, with who made the link and why.", library.units),
    ("terms", "Terms with plain meaning, easy meaning and other words for them.", library.terms),
    ("easy_read", "Easy-read pages, a row for each picture with its words; a statement said in easy words names the statement.", library.easy_read),
)
"""The name of each table, what is in it, and how its rows are made."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away: its name under ``/data/``, what is in it, and its rows."""

    name: str
    about: str
    rows: Sequence[Mapping[str, object]]

    def text(self) -> str:
        """The table as a spreadsheet opens it: a mark that it is UTF-8, lists parted by a semicolon and a space, and no cell that starts a formula."""
        out = io.StringIO()
        out.write("\ufeff")
        writer = csv.DictWriter(out, list(self.rows[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in self.rows)
        return out.getvalue()


def downloads(framework: Framework) -> tuple[Download, ...]:
    """Every table that has a row."""
    made = ((name, about, rows(framework)) for name, about, rows in TABLES)
    return tuple(Download(f"{name}.csv", about, rows) for name, about, rows in made if rows)


def _cell(value: object) -> object:
    """What stands in a cell: words, nothing where there are none, and no sign at the start that would make a formula of them."""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "-", "@"} else value
