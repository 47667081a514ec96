"""The pages of the kinds that stand whole in the spine: options, principles, drivers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sds.model.framework import Framework
from sds.pages.page import HOME, Link, Page, around, list_twin, shorten, twin_of
from sds.paths import SPINE
from sds.reading.locations import Locations

DESCRIPTIONS = {
    "options": "The ways of arranging support that the law gives, in everyday words and in the law\u2019s words.",
    "principles": "The principles in the law with section and strength of duty, and the good-practice ones that are not in it.",
    "drivers": "The things that have to change across a whole system for the standards to work.",
}


def kind_pages(framework: Framework, where: Locations, kind: str, title: str, template: str, records: Sequence[Any]) -> Iterator[Page]:
    """The index and the pages of a kind that is written whole in the spine."""
    document, index = where.documents[SPINE], Link(title, f"/{kind}/")
    yield Page(
        url=index.url,
        template=f"{kind}.html",
        title=title,
        description=DESCRIPTIONS[kind],
        edit=SPINE,
        line=document.line((kind,)),
        crumbs=(HOME,),
        section=kind,
        twin=list_twin(framework, kind),
    )
    names = [f"Option {record.number}: {record.title}" if kind == "options" else str(record.title) for record in records]
    links = [Link(name, f"/{kind}/{record.id}/") for name, record in zip(names, records, strict=True)]
    for position, record in enumerate(records):
        before, after = around(links, position)
        what = next(str(getattr(record, name)) for name in ("lay", "plain", "text") if hasattr(record, name))
        suffix = "" if kind == "options" else f" ({template})"
        yield Page(
            url=links[position].url,
            template=f"{template}.html",
            title=f"{names[position]}{suffix}",
            description=shorten(f"{names[position]}. {what}"),
            edit=SPINE,
            line=document.line((kind, position)),
            crumbs=(HOME, index),
            previous=before,
            next=after,
            section=kind,
            data={template: record},
            twin=twin_of(framework, kind, record.id),
        )
