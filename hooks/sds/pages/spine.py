"""The home page and the pages of what stands once in the spine: options, principles, drivers, editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sds.model.framework import Framework
from sds.pages.page import HOME, Link, Page, around, list_twin, shorten, twin_of
from sds.paths import SPINE
from sds.reading.locations import Where

DESCRIPTIONS = {
    "options": "The ways of arranging support that the law gives, in everyday words and in the law\u2019s words.",
    "principles": "The principles in the law with section and strength of duty, and the good-practice ones that are not in it.",
    "drivers": "The things that have to change across a whole system for the standards to work.",
}


def top_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """Home, and the pages that are about the site."""
    about = framework.spine.framework
    yield Page("/", "home.html", about.title, about.summary, SPINE, twin=twin_of(framework, "home", "home"))
    yield Page(
        "/search/",
        "search.html",
        "Search",
        f"Find statements, tools, words and easy-read pages of the {len(framework.standards)} standards by your own words, role, standard or stage.",
        SPINE,
        crumbs=(HOME,),
        section="search",
    )
    yield Page(
        "/data/",
        "data.html",
        "Data",
        "The framework as data: JSON and CSV files made from the same records as the pages, free to use.",
        SPINE,
        crumbs=(HOME,),
        section="data",
    )
    yield Page(
        "/editions/",
        "editions.html",
        "Editions",
        "Each published form of the framework: when, how many standards, what it held, and what became of each title and component.",
        SPINE,
        where.documents[SPINE].line(("editions",)),
        (HOME,),
        section="editions",
    )
    yield Page("/404.html", "404.html", "This page is not here", "The address leads nowhere on this site. Ways to find what you were looking for.", SPINE)


def kind_pages(framework: Framework, where: Where, kind: str, title: str, template: str, records: Sequence[Any]) -> Iterator[Page]:
    """The index and the pages of a kind that is written whole in the spine."""
    document, index = where.documents[SPINE], Link(title, f"/{kind}/")
    yield Page(index.url, f"{kind}.html", title, DESCRIPTIONS[kind], SPINE, document.line((kind,)), (HOME,), section=kind, twin=list_twin(framework, kind))
    names = [f"Option {record.number}: {record.title}" if kind == "options" else str(record.title) for record in records]
    links = [Link(name, f"/{kind}/{record.id}/") for name, record in zip(names, records, strict=True)]
    for position, record in enumerate(records):
        before, after = around(links, position)
        what = next(str(getattr(record, name)) for name in ("lay", "plain", "text") if hasattr(record, name))
        suffix = "" if kind == "options" else f" ({template})"
        yield Page(
            links[position].url,
            f"{template}.html",
            f"{names[position]}{suffix}",
            shorten(f"{names[position]}. {what}"),
            SPINE,
            document.line((kind, position)),
            (HOME, index),
            before,
            after,
            kind,
            {template: record},
            twin_of(framework, kind, record.id),
        )
