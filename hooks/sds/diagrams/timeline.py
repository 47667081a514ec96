"""A timeline of what was published: editions, law, guidance and plans, and inspections and research, from the year that the framework names to its last change.

Dates are the free text of the records. A record appears if its date begins with a day, a month or a year, as in ``Made 27 January 2014`` or
``May 2024``. All measures are units of the SVG's viewBox, about one pixel each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sds.model.framework import Framework
from sds.model.links import same_place
from sds.model.urls import url_of

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
DATE = re.compile(
    r"(?:(?:made|royal assent|about|early|late|spring|summer|autumn|winter) )*"
    rf"(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
LANES = (
    ("editions", "Editions of the framework", frozenset[str]()),
    ("law", "Law", frozenset({"law"})),
    ("asked", "Guidance and plans", frozenset({"guidance", "official", "replaced"})),
    ("seen", "Inspections, decisions, reviews and research", frozenset({"inspection", "review", "research"})),
)
"""The lanes from top to bottom: an id, a title, and the values of ``authority`` of the sources shown in it."""
LANE, NAME, AXIS, EDGE = 36, 24, 26, 22
"""The height of a lane, of the line with its name, and of the axis with the years; the margin at both ends."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Event:
    """A dated record. ``month`` and ``day`` are 0 where the date does not give them; ``date`` is the date as it was written."""

    year: int
    month: int
    day: int
    title: str
    date: str
    url: str
    lane: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How many events of a lane fall in one year, and the position of that mark."""

    x: int
    y: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The diagram: its size, each lane as name, y of its name and y of its line, each labelled year with its x, and the marks."""

    columns: int
    width: int
    height: int
    lanes: tuple[tuple[str, int, int], ...]
    years: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]


def events(framework: Framework) -> tuple[Event, ...]:
    """Every dated record from the framework's first year on, by date. Empty where the framework names no first year."""
    since = framework.spine.framework.timeline_since
    return tuple(sorted(event for event in _dated(framework) if event.year >= since)) if since else ()


def _dated(framework: Framework) -> Iterator[Event]:
    editions = {same_place(edition.address) for edition in framework.spine.editions if edition.address}
    for edition in framework.spine.editions:
        yield from _event(edition.date, f"Edition: {edition.label}", f"/editions/#edition-{edition.id}", "editions")
    for source in framework.sources:
        if source.address and same_place(source.address) in editions:
            continue  # this source is itself an edition, which is already in the list
        for lane, _, authorities in LANES:
            if source.authority in authorities:
                yield from _event(source.date, source.short, url_of(framework, "sources", source.id), lane)


def _event(date: str, title: str, url: str, lane: str) -> Iterator[Event]:
    found = DATE.match(date)
    if found:
        month = MONTHS.index(found["month"].capitalize()) + 1 if found["month"] else 0
        yield Event(year=int(found["year"]), month=month, day=int(found["day"] or 0), title=title, date=date, url=url, lane=lane)


def timeline(framework: Framework, columns: int) -> Timeline | None:
    """The diagram, narrow (1 column) or wide (2 columns). None where there are no events."""
    some = events(framework)
    first = framework.spine.framework.timeline_since
    if not some or first is None:
        return None
    last = max(some[-1].year, int(framework.spine.framework.updated[:4]))
    width = 340 if columns == 1 else 760
    step = (width - 2 * EDGE) / max(last - first, 1)
    lanes = [(name, title) for name, title, _ in LANES if any(event.lane == name for event in some)]

    def place(year: int) -> int:
        return round(EDGE + (year - first) * step)

    marks, named = list[Mark](), list[tuple[str, int, int]]()
    for position, (name, title) in enumerate(lanes):
        y = position * (LANE + NAME)
        named.append((title, y + NAME - 8, y + NAME + LANE // 2))
        years = [event.year for event in some if event.lane == name]
        marks += [Mark(x=place(year), y=y + NAME + LANE // 2, number=years.count(year)) for year in sorted({*years})]
    every = 5 if columns == 1 else 2
    return Timeline(
        columns=columns,
        width=width,
        height=len(lanes) * (LANE + NAME) + AXIS,
        lanes=tuple(named),
        years=tuple((year, place(year)) for year in range(first, last + 1) if (year - first) % every == 0),
        marks=tuple(marks),
    )
