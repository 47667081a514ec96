"""When somebody last looked at the web page from which a contact's number comes, and which pages to look at again."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sds.model.framework import Framework
from sds.model.records import Way
from sds.problem import FieldPath


def last_checked(way: Way) -> str:
    """The day (``2026-11-21``) or month (``2026-11``) when someone last looked at the page from which a way to reach a contact comes."""
    return way.checked.when if way.checked else way.seen.read


@dataclass(frozen=True, slots=True, kw_only=True)
class PageToCheck:
    """One web page to look at: the record that cites it, the title of that record, and each way to reach it with its field path in the record.

    ``page`` is the name of the page and ``address`` its address. ``last`` is the day or month of the last look; ``opened`` says whether a person has
    opened the page itself.
    """

    kind: str
    id: str
    title: str
    page: str
    address: str
    last: str
    opened: bool
    ways: tuple[tuple[FieldPath, Way], ...]


def pages_to_check(framework: Framework) -> Iterator[PageToCheck]:
    """Every page of every contact: national contacts first, then the areas that have no phone number, as they lack most, then the other areas."""
    file = framework.contacts
    for contact in file.contacts:
        yield from _pages("contacts", contact.id, contact.title, [(("ways", index), way) for index, way in enumerate(contact.ways)])
    for area in sorted(file.areas, key=lambda area: any(way.has_number and way.kind == "phone" for one in area.contacts for way in one.ways)):
        for at, one in enumerate(area.contacts):
            ways = [(("contacts", at, "ways", index), way) for index, way in enumerate(one.ways)]
            yield from _pages("areas", area.id, f"{area.title}: {one.title}", ways)


def _pages(kind: str, id: str, title: str, ways: Sequence[tuple[FieldPath, Way]]) -> Iterator[PageToCheck]:
    """The pages of one contact, with all ways that come from the same page together."""
    for (address, last), some in groupby(ways, key=lambda one: (one[1].seen.address, last_checked(one[1]))):
        group = tuple(some)
        first = group[0][1]
        yield PageToCheck(kind=kind, id=id, title=title, page=first.seen.page, address=address, last=last, opened=bool(first.checked), ways=group)


def is_old(last: str, today: datetime.date) -> bool:
    """Whether ``last``, a day or a month, is more than 12 months before ``today``. A month counts as its last day, as in the script of the pages."""
    year, month, *day = map(int, last.split("-"))
    least = day[0] if day else calendar.monthrange(year, month)[1]
    return (today.year - 1, today.month, today.day) > (year, month, least)
