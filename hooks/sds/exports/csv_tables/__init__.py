"""The framework -> CSV tables, most of them with the records of one kind, in the order of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sds.exports.csv_tables import cells, own
from sds.exports.csv_tables.columns import Tables
from sds.exports.csv_tables.download import Download
from sds.exports.csv_tables.said import COMPONENT_FIELDS, SPINE
from sds.exports.csv_tables.table import REST, Row, Table, kind_table
from sds.exports.csv_tables.wording import listed, when, worded
from sds.model.framework import Framework
from sds.model.links import NONE, Links

TABLES: tuple[Table, ...] = (
    Table(
        name="spine",
        about=(listed(*(when(kind, kind) for kind in SPINE)), ": kind, ", when("number where there is one, ", "options", "drivers"), "title and text."),
        rows=own.spine,
        kinds=SPINE,
    ),
    kind_table(
        "standards",
        (
            "The standards: ",
            listed("number", when("current and earlier titles", "editions", otherwise="title"), when("group", "groups"), "summary"),
            ".",
        ),
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
        about=(
            "What a person can ask for under each standard, in words to say or show",
            when(", with the legal rule that makes it a right", "provisions"),
            ".",
        ),
        rows=own.ask_for,
        kinds=("ask_for",),
    ),
    kind_table(
        "components",
        (
            "Components",
            when(", each official or ours", "components.ours"),
            when(", with what “very good” and “weak” look like", "components.very_good", "components.weak", otherwise=": what should be in place"),
            ".",
        ),
        *("id", "standard", "title", "text", "official_number", "official_edition", "ours", "very_good", "weak", "evidence", REST),
        without=("official",),
        more=cells.of_component,
    ),
    kind_table(
        "actions",
        (
            "Action statements: ",
            listed(
                "standard",
                "role",
                "why",
                when("basis", "bases"),
                when("who has the duty", "bearers"),
                when("driver", "drivers"),
                when("stages", "stages"),
                when("law", "provisions"),
                when("evidence", "findings", "sources"),
                when("resources", "resources"),
            ),
            ".",
        ),
        *("id", "standard_number", "standard", "standard_title", "role", "role_title"),
        *("text", "asked_as", "why", "basis", "duty_of", "driver", "stages", "evidence", REST, "resources", "status", "reason", "replaced_by"),
        more=cells.of_action,
    ),
    kind_table(
        "resources",
        ("Tools and resources: publisher, address, ", when("kind, ", "kinds"), "who and what each is for, and how we checked the address."),
        *(REST, "note", "checked", "checked_how"),
        more=cells.of_resource,
    ),
    kind_table(
        "situations",
        (
            "Things that happen to people: what to do first",
            when(", who can help", "contacts", "purposes"),
            when(", what the law says", "provisions"),
            when((", and the ", listed(when("statements", "actions"), when("tools", "resources")), " that go with it"), "actions", "resources"),
            ".",
        ),
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
        about=(
            "The boxes of the forms and letters, a row for each: its label",
            when(", why it is there, and whether it comes from the law or from good practice", "provisions", otherwise=" and why it is there"),
            ".",
        ),
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
        (
            "Findings: ",
            listed("source", "place", when("kind", "kinds"), when("roles", "roles"), when("standards", "standards")),
            when((", and the ", listed(when("statements", "actions"), when("components", "components")), " that cite each one"), "actions", "components"),
            ".",
        ),
        *("id", "source", "source_title", "place", "also", REST, "actions", "components"),
        more=cells.of_finding,
    ),
    kind_table(
        "alignments",
        (
            "Other frameworks: title, publisher, date, address",
            when(", how much of each we read, and how many of its parts we list", "units", otherwise=" and how much of each we read"),
            ".",
        ),
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
        about=("Easy-read pages, a row for each picture with its words.", when(" Where the words are about a statement, the row gives its id.", "actions")),
        rows=own.easy_read,
        kinds=("easy_read",),
    ),
)


COLUMNS = "columns"
"""The name of the table that describes the columns of the others."""


def downloads(framework: Framework, links: Links, site_url: str) -> tuple[Download, ...]:
    """Every table that has rows, each row with its whole address, and a last table that describes the columns."""
    base = site_url.rstrip("/")
    tables = Tables({kind: f"{table.name}.csv" for table in TABLES for kind in table.kinds}, _absent(framework), framework.spine.phrases.law.either)
    with_rows = (table for table in TABLES if any(True for _ in table.rows(framework, NONE)))  # without links, which are slow to find and add no rows
    some = tuple(
        Download(table.name, worded(table.about, tables.absent), partial(_addressed, table, framework, links, base), table.model, tables) for table in with_rows
    )
    return (*some, Download(COLUMNS, "What each column of these tables holds.", partial(_described, some), None, tables))


def _absent(framework: Framework) -> frozenset[str]:
    """The kinds that have no record, and those of ``COMPONENT_FIELDS`` that no component has."""
    return framework.absent.union(f"components.{name}" for name in COMPONENT_FIELDS if not any(getattr(one, name) for one in framework.components))


def _addressed(table: Table, framework: Framework, links: Links, base: str) -> Iterator[Row]:
    """The rows of a table, each with its whole address."""
    return (row | {"link": f"{base}{row['url']}"} for row in map(dict, table.rows(framework, links)))


def _described(tables: Sequence[Download]) -> Iterator[Row]:
    """A row for each column of ``tables``."""
    return ({"file": one.name, "column": column.name, "form": column.form, "about": column.about} for one in tables for column in one.columns)
