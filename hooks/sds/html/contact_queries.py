"""What templates ask of situations and contacts: whom to reach, in which words, by when, and where a number was seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sds.model.framework import Framework
from sds.model.looks import looked_at
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
"""Whose a time is, in the words of the page."""
SHORT_ORIGINS = {"law": "set by law", "model": "usual time, not law", "guidance": "set by guidance", "practice": "their own rule", "suggestion": "we suggest"}
"""The same where there is little room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOfPage:
    """The ways that were seen on one page: numbers that may be shown, that page and other pages as links, and what else the page is good for.

    ``looked`` is the day or month when someone last looked at the page; ``fixed`` are numbers that stay for ever, such as those for an emergency.
    """

    first: Way
    numbers: tuple[Way, ...]
    links: tuple[Way, ...]
    there_too: tuple[str, ...]
    looked: str
    fixed: bool


class ContactQueries:
    """Answers the questions of the templates about contacts and situations. Every public name is a name in the templates."""

    origins = ORIGINS
    short_origins = SHORT_ORIGINS

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._file = framework.contacts
        self._calls = CallLinks(framework.contacts.contacts)
        self.area_called = framework.contacts.area_called or "area"
        """What people call an area."""
        self.complaints_note = framework.contacts.complaints_note
        """Whose the days are in which a complaint is answered."""
        self.local_purposes = frozenset(one.purpose for area in framework.contacts.areas for one in area.contacts)
        """The purposes for which an area has a contact of its own."""
        ways = [way for contact in framework.contacts.contacts for way in contact.ways]
        ways += [way for area in framework.contacts.areas for contact in area.contacts for way in contact.ways]
        self.numbers_read = min((looked_at(way) for way in ways if way.has_number), default="")[: len("2026-11")]
        """The month in which someone last looked at the number that was left longest; empty, where there is none."""

    def is_purpose(self, id: str) -> bool:
        """Whether an id is that of a purpose, and not of a contact."""
        return not self._framework.has("contacts", id)

    def everywhere(self, purpose: str) -> list[Contact]:
        """The contacts for a purpose wherever someone lives: those that it is the first purpose of come first."""
        some = [one for one in self._file.contacts if purpose in one.purposes]
        return sorted(some, key=lambda one: one.purposes[0] != purpose)

    def beside_area(self, purpose: str) -> list[Contact]:
        """The contacts that a situation shows for a purpose: all where no area has one of its own, else the first beside that of the area."""
        return self.everywhere(purpose)[:1] if purpose in self.local_purposes else self.everywhere(purpose)

    def first_group(self, situation: Situation) -> str:
        """The purpose that a situation names first: where a number is in sight before an area is chosen. Empty where it names none."""
        return next(filter(self.is_purpose, situation.contacts), "")

    def calls(self, situation: Situation) -> list[tuple[Contact, str]]:
        """Who to phone wherever someone lives, and when: those that a situation has for it, else, with no "when", who stands beside the area's own."""
        if situation.anywhere:
            return [(self._framework.record("contacts", one.contact), one.when) for one in situation.anywhere]
        return [(one, "") for one in self.beside_area(self.first_group(situation)) if one.id not in situation.contacts]

    def danger_numbers(self, situation: Situation) -> list[Way]:
        """The numbers to call at once in a situation where someone is in danger: the first of each card that is for everyone."""
        return [number for one in self._in_danger(situation) if (number := self.first_number(one))]

    def also_in_danger(self, situation: Situation) -> list[Contact]:
        """Whom a situation names, beside those of its cards of danger, who can be phoned in such a danger wherever someone lives."""
        cards = self._in_danger(situation)
        purposes = {purpose for one in cards for purpose in one.purposes}
        named = [self._framework.record("contacts", id) for id in situation.contacts if not self.is_purpose(id)]
        return [one for one in named if one not in cards and purposes & {*one.purposes} and self.first_number(one)]

    def _in_danger(self, situation: Situation) -> list[Contact]:
        """The contacts that the cards of danger of a situation name, without those that each area has its own of."""
        return [self._framework.record("contacts", card.contact) for card in situation.danger if not self.is_purpose(card.contact)]

    def in_area(self, area: Area, purpose: str) -> list[AreaContact]:
        """The contacts of an area for a purpose."""
        return [one for one in area.contacts if one.purpose == purpose]

    def has_phone(self, area: Area, purpose: str) -> bool:
        """Whether an area has a number to phone for a purpose."""
        return any(way.has_number and way.kind == "phone" for one in self.in_area(area, purpose) for way in one.ways)

    def page_of(self, area: Area) -> str:
        """The page of an area that stands in for whatever was not read: its own, or the first where something was seen."""
        return area.page or area.contacts[0].ways[0].seen.address

    def by_page(self, ways: Iterable[Way], contact: Contact | None = None) -> list[WaysOfPage]:
        """Ways in their order, those together that stand on one page and were looked at together."""
        groups = (tuple(some) for _, some in groupby(ways, key=lambda way: (way.seen.address, looked_at(way))))
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
            looked=looked_at(ways[0]),
            fixed=contact in self._calls,
        )

    def first_number(self, contact: Contact) -> Way | None:
        """The first number of a contact that may be shown; None where there is none."""
        return next((way for way in contact.ways if way.has_number), None)

    def steps_of(self, steps: Iterable[Step]) -> list[ToldStep]:
        """Steps, each in full."""
        return [step_of(self._framework, one) for one in steps]

    def route(self, beside: bool) -> list[ToldStep]:
        """The steps in making a complaint in their order, or the ways beside them."""
        return [route_step(self._framework, one) for one in self._file.complaints_route if one.beside == beside]

    def doors(self, ids: Iterable[str] | None = None) -> list[tuple[SituationGroup | None, list[Situation]]]:
        """Situations in their groups, all or those with ``ids``; those in no group come last, under None."""
        wanted = {one.id for one in self._framework.situations} if ids is None else set(ids)
        groups: list[tuple[SituationGroup | None, list[str]]] = [(group, [*group.situations]) for group in self._framework.spine.situation_groups]
        grouped = {id for _, some in groups for id in some}
        groups.append((None, [one.id for one in self._framework.situations if one.id not in grouped]))
        made: list[tuple[Any, list[Situation]]] = [(group, [self._framework.record("situations", id) for id in some if id in wanted]) for group, some in groups]
        return [(group, some) for group, some in made if some]
