"""Queries of templates about situations and contacts: whom to reach, what to say, by when, and from which web page a number comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sds.model.framework import Framework
from sds.model.looks import last_checked
from sds.model.records import Area, AreaContact, Contact, Situation, SituationGroup, Step, Way
from sds.model.situation_lines import ToldStep, route_step, step_of
from sds.phone import CallLinks

ORIGINS = {
    "law": "Set by law",
    "model": "The usual time for complaints, not set by law",
    "guidance": "Set by guidance",
    "practice": "Set by each organisation",
    "suggestion": "Our suggestion",
}
"""The words on pages for who set a time limit."""
SHORT_ORIGINS = {"law": "set by law", "model": "usual time, not law", "guidance": "set by guidance", "practice": "their own rule", "suggestion": "we suggest"}
"""Shorter words for the same, for narrow columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOfPage:
    """The ways to reach a contact that come from the same web page: numbers that may be shown, links to pages, and the labels of what else that page has.

    ``looked`` is the day or month when someone last looked at the page. ``fixed`` is true for numbers that never change, such as those for emergencies.
    """

    first: Way
    numbers: tuple[Way, ...]
    links: tuple[Way, ...]
    there_too: tuple[str, ...]
    looked: str
    fixed: bool


class ContactQueries:
    """Queries of templates about contacts and situations. Every public name is a global name in templates."""

    origins = ORIGINS
    short_origins = SHORT_ORIGINS

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._file = framework.contacts
        self._calls = CallLinks(framework.contacts.contacts)
        self.area_called = framework.contacts.area_called or "area"
        """The word for an area."""
        self.complaints_note = framework.contacts.complaints_note
        """A note on who set the number of days in which a complaint is answered."""
        self.local_purposes = frozenset(one.purpose for area in framework.contacts.areas for one in area.contacts)
        """The purposes for which at least one area has a contact of its own."""
        ways = [way for contact in framework.contacts.contacts for way in contact.ways]
        ways += [way for area in framework.contacts.areas for contact in area.contacts for way in contact.ways]
        self.numbers_read = min((last_checked(way) for way in ways if way.has_number), default="")[: len("2026-11")]
        """The month (``2026-11``) of the oldest last look at any number; empty if there are no numbers."""

    def is_purpose(self, id: str) -> bool:
        """Whether an id belongs to a purpose rather than a contact."""
        return not self._framework.has("contacts", id)

    def everywhere(self, purpose: str) -> list[Contact]:
        """The national contacts for a purpose. Those whose first purpose it is come first."""
        some = [one for one in self._file.contacts if purpose in one.purposes]
        return sorted(some, key=lambda one: one.purposes[0] != purpose)

    def beside_area(self, purpose: str) -> list[Contact]:
        """The national contacts to show for a purpose: all if no area has contacts of its own for it, else only the first, beside those of the area."""
        return self.everywhere(purpose)[:1] if purpose in self.local_purposes else self.everywhere(purpose)

    def first_group(self, situation: Situation) -> str:
        """The first purpose among a situation's contacts, for which a number is shown even before an area is chosen. Empty if there is none."""
        return next(filter(self.is_purpose, situation.contacts), "")

    def calls(self, situation: Situation) -> list[tuple[Contact, str]]:
        """The national contacts to phone in a situation, each with when to phone them: those in its field ``anywhere``, else, with an empty "when", those for
        its first purpose."""
        if situation.anywhere:
            return [(self._framework.record("contacts", one.contact), one.when) for one in situation.anywhere]
        return [(one, "") for one in self.beside_area(self.first_group(situation)) if one.id not in situation.contacts]

    def danger_numbers(self, situation: Situation) -> list[Way]:
        """The numbers to call at once when someone is in danger: the first number of each national contact in the situation's danger cards."""
        return [number for one in self._in_danger(situation) if (number := self.first_number(one))]

    def also_in_danger(self, situation: Situation) -> list[Contact]:
        """The situation's other national contacts that can be phoned in danger: those with a number that share a purpose with its danger cards."""
        cards = self._in_danger(situation)
        purposes = {purpose for one in cards for purpose in one.purposes}
        named = [self._framework.record("contacts", id) for id in situation.contacts if not self.is_purpose(id)]
        return [one for one in named if one not in cards and purposes & {*one.purposes} and self.first_number(one)]

    def _in_danger(self, situation: Situation) -> list[Contact]:
        """The national contacts in the danger cards of a situation. Purposes, for which areas have their own contacts, are left out."""
        return [self._framework.record("contacts", card.contact) for card in situation.danger if not self.is_purpose(card.contact)]

    def in_area(self, area: Area, purpose: str) -> list[AreaContact]:
        """The contacts of an area for a purpose."""
        return [one for one in area.contacts if one.purpose == purpose]

    def has_phone(self, area: Area, purpose: str) -> bool:
        """Whether an area has a number to phone for a purpose."""
        return any(way.has_number and way.kind == "phone" for one in self.in_area(area, purpose) for way in one.ways)

    def page_of(self, area: Area) -> str:
        """The web page to link to for what is not known of an area: its own page, or the first page from which a contact of it comes."""
        return area.page or area.contacts[0].ways[0].seen.address

    def by_page(self, ways: Iterable[Way], contact: Contact | None = None) -> list[WaysOfPage]:
        """Ways to reach a contact, in their order, grouped by the web page from which they come and the date of the last look."""
        groups = (tuple(some) for _, some in groupby(ways, key=lambda way: (way.seen.address, last_checked(way))))
        return [self._of_page(some, contact) for some in groups]

    def _of_page(self, ways: tuple[Way, ...], contact: Contact | None) -> WaysOfPage:
        numbers = tuple(way for way in ways if way.has_number)
        links = [way for way in ways if way not in numbers]
        same = [way for way in links if numbers and way.value == way.seen.address]
        return WaysOfPage(
            first=ways[0],
            numbers=numbers,
            links=tuple(way for way in links if way not in same),
            there_too=tuple(way.label for way in same if way.label),
            looked=last_checked(ways[0]),
            fixed=contact in self._calls,
        )

    def first_number(self, contact: Contact) -> Way | None:
        """The first number of a contact, or None."""
        return next((way for way in contact.ways if way.has_number), None)

    def steps_of(self, steps: Iterable[Step]) -> list[ToldStep]:
        """The steps of a situation, with steps of the complaints route resolved."""
        return [step_of(self._framework, one) for one in steps]

    def route(self, beside: bool) -> list[ToldStep]:
        """The steps of the complaints route in order, or, with ``beside``, the alternatives to it."""
        return [route_step(self._framework, one) for one in self._file.complaints_route if one.beside == beside]

    def doors(self, ids: Iterable[str] | None = None) -> list[tuple[SituationGroup | None, list[Situation]]]:
        """Situations by group: all, or those with ``ids``. Those in no group come last, under None. Empty groups are left out."""
        wanted = {one.id for one in self._framework.situations} if ids is None else set(ids)
        groups: list[tuple[SituationGroup | None, list[str]]] = [(group, [*group.situations]) for group in self._framework.spine.situation_groups]
        grouped = {id for _, some in groups for id in some}
        groups.append((None, [one.id for one in self._framework.situations if one.id not in grouped]))
        made: list[tuple[Any, list[Situation]]] = [(group, [self._framework.record("situations", id) for id in some if id in wanted]) for group, some in groups]
        return [(group, some) for group, some in made if some]
