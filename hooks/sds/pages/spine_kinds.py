"""The pages of kinds whose records are in the spine: options, principles and drivers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sds.model.framework import Framework
from sds.pages.page import HOME, Link, Page, list_twin, neighbours, shorten, twin_of
from sds.paths import SPINE
from sds.problem import counted
from sds.reading.locations import Locations


def option_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of options, and a page for each."""
    spine = framework.spine
    yield from _pages(framework, where, "options", f"The {counted(len(spine.options), 'option')}", "option", spine.options, spine.phrases.options_about)


def principle_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of principles, and a page for each. Foundations are on the index, which is called "Foundations" when there are no principles."""
    spine, title = framework.spine, "Foundations"
    about = f"{title}: {', '.join(one.title for one in spine.foundations)}."
    if spine.principles:
        title, about = spine.phrases.principles_title or "Principles", spine.phrases.principles_about
    if spine.principles or spine.foundations:
        yield from _pages(framework, where, "principles", title, "principle", spine.principles, about, always=True)


def driver_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of drivers, and a page for each."""
    spine = framework.spine
    yield from _pages(framework, where, "drivers", "Drivers of change", "driver", spine.drivers, spine.phrases.drivers_about)


def _pages(
    framework: Framework, where: Locations, kind: str, title: str, template: str, records: Sequence[Any], about: str, always: bool = False
) -> Iterator[Page]:
    """The index and the pages of a kind in the spine. Without records there is nothing, unless ``always`` asks for the index. ``about`` is its description."""
    if not records and not always:
        return
    document, index = where.documents[SPINE], Link(title, f"/{kind}/")
    names = [f"Option {record.number}: {record.title}" if kind == "options" else str(record.title) for record in records]
    yield Page(
        url=index.url,
        template=f"{kind}.html",
        title=title,
        description=about or shorten(f"{title}: {', '.join(names)}."),
        edit=SPINE,
        line=document.line((kind,)),
        crumbs=(HOME,),
        section=kind,
        data={"facts": tuple(dict.fromkeys(name for record in records for name in getattr(record, "facts", ())))},
        twin=list_twin(framework, kind),
    )
    links = [Link(name, f"/{kind}/{record.id}/") for name, record in zip(names, records, strict=True)]
    for position, record in enumerate(records):
        before, after = neighbours(links, position)
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
