"""Rules for contacts, so that readers can trust them. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from urllib.parse import urlsplit

from sds.checks.addresses import is_under
from sds.checks.calendar import dated_ahead
from sds.checks.context import Context
from sds.model.framework import Framework
from sds.model.records import Numbers, Way
from sds.model.records.contacts import NUMBER
from sds.model.urls import host_of
from sds.paths import CONTACTS, SITUATIONS
from sds.problem import FieldPath, Problem, counted
from sds.rule import Example, rule

CALLED = frozenset({"phone", "text", "textphone"})
"""The kinds of way that are phone numbers."""
WITH_NOUGHT = range(7, 12)
"""The possible numbers of digits of a phone number that begins with 0. The shortest in use is 0845 46 47."""
EXAMPLE_NUMBER = "01632 960 001"
"""A phone number for examples: the regulator reserves 01632 for fiction (bbc.com/news/blogs-magazine-monitor-32348371)."""
MARKED = re.compile(r"\(?0[0-9()\-. ]*[0-9]")
"""A single phone number that is written with brackets, hyphens or dots."""
MANY_DIGITS = re.compile(r"\d{7,}")
"""A number that is too long to be read or said in one."""
ONE_EMAIL = re.compile(r"[^\s@:/,;]+@[^\s@:/,;]+\.[^\s@:/,;]+")
"""An email address alone, without the signs that part several."""
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def ways(framework: Framework) -> Iterator[tuple[str, str, FieldPath, Way]]:
    """Each way to reach a contact, with the kind and id of its record, and its field path there."""
    for contact in framework.contacts.contacts:
        yield from (("contacts", contact.id, ("ways", index), way) for index, way in enumerate(contact.ways))
    for area in framework.contacts.areas:
        for at, one in enumerate(area.contacts):
            yield from (("areas", area.id, ("contacts", at, "ways", index), way) for index, way in enumerate(one.ways))


@rule(
    "nothing-is-seen-in-the-future",
    "When a number was seen",
    Example('          read: "2099-03"', '          read: "2025-03"', CONTACTS),
)
def nothing_is_seen_in_the_future(context: Context) -> Iterator[Problem]:
    """The day or month when a page was read is not in the future, and neither is the date that the page gives."""
    today = context.today.isoformat()
    for kind, id, place, way in ways(context.framework):
        read = way.seen.read
        if dated_ahead(way.seen.dated, context.today):
            wrong = f'"{way.seen.dated}" is in the future, so no page can have that date yet.'
            yield context.where.problem(kind, id, (*place, "seen", "dated"), wrong, "Write the date that the page gives, or undated.")
        if read > today[: len(read)]:
            wrong, instead = f'"{read}" is in the future.', 'Write the day when the page was read: read: "YYYY-MM-DD".'
            yield context.where.problem(kind, id, (*place, "seen", "read"), wrong, instead)


@rule(
    "numbers-hold-no-letters",
    "A phone number that works",
    Example('value: "0300 GARDEN"', 'value: "0300 555 0101"', CONTACTS),
)
def numbers_hold_no_letters(context: Context) -> Iterator[Problem]:
    """A number to call or text has only digits and spaces, and as many digits as a phone number has. Where other numbers have spaces between groups of
    digits, so has it. An email address has an @. A page or a form has a web address."""
    plan = context.framework.contacts.numbers
    spaced = [way.value for *_, way in ways(context.framework) if way.kind in CALLED and " " in way.value and NUMBER.fullmatch(way.value)]
    for kind, id, place, way in ways(context.framework):
        wrong, instead, write = _form(way, plan)
        if not wrong and way.kind in CALLED and MANY_DIGITS.fullmatch(way.value) and (groups := _in_groups(way.value, spaced)):
            write = f'value: "{groups}"'
            wrong, instead = "in groups of digits, which people can read and say", f"Write {write}"
        if wrong:
            yield context.where.problem(kind, id, (*place, "value"), f'"{way.value}" is not {wrong}.', instead, write=write)


def _in_groups(number: str, spaced: Iterable[str]) -> str:
    """The digits of ``number`` with spaces as most of the ``spaced`` numbers have them that begin in the same way; an empty string if none does."""
    alike = [other for other in spaced if len(re.sub(r"\D", "", other)) == len(number)]
    for start in range(len(number), 1, -1):
        if groups := Counter(tuple(map(len, other.split())) for other in alike if re.sub(r"\D", "", other).startswith(number[:start])):
            ends = list(accumulate(groups.most_common(1)[0][0]))
            return " ".join(number[first:end] for first, end in pairwise([0, *ends]))
    return ""


def _form(way: Way, plan: Numbers | None) -> tuple[str, str, str]:
    """For a wrong value of a way: what it should be, what to write instead, and the line to write if there is just one. Three empty strings if it is right."""
    if way.kind in CALLED and not NUMBER.fullmatch(way.value):
        if MARKED.fullmatch(way.value):
            write = f'value: "{" ".join(re.findall("[0-9]+", way.value))}"'
            return "a number that can be called", f"Write {write}", write
        return "a number that can be called", f'Write digits and spaces, as in value: "{EXAMPLE_NUMBER}". Words go in label.', ""
    if way.kind in CALLED and plan and (instead := _no_number(way.value, plan)):
        return "a number that can be called", instead, ""
    if way.kind in CALLED and not plan and way.value.startswith("0") and len(re.sub(r"\D", "", way.value)) not in WITH_NOUGHT:
        return "a whole number", f"Count its digits: one that begins with 0 has {WITH_NOUGHT[0]} to {WITH_NOUGHT[-1]} of them.", ""
    if way.kind == "email" and way.value.startswith("mailto:"):
        write = f"value: {way.value.removeprefix('mailto:').strip()}"
        return "an email address alone", f"Write {write}", write
    if way.kind == "email" and not ONE_EMAIL.fullmatch(way.value):
        meant = re.sub(r"\s+|(?<=@)@+", "", re.sub(r"[,;]", ".", way.value))
        if ONE_EMAIL.fullmatch(meant):
            return "an email address", f"Write value: {meant}", f"value: {meant}"
        return "an email address", 'Write it as in value: "name@example.org"', ""
    return "", "", ""


def _no_number(value: str, plan: Numbers) -> str:
    """What to do about a number that cannot exist by the numbering ``plan``; an empty string for a valid number."""
    called, short = re.sub(r"[^+\d]", "", value), [number.replace(" ", "") for number in plan.short]
    if called in short:
        return ""
    begins = max((begin for begin in plan.digits if called.startswith(begin)), key=len, default="")
    count = len(called.removeprefix("+"))
    if not begins:
        return f"Copy it from its page. If it is a number of few digits that can be called, add it to short, under numbers in {CONTACTS}."
    if not plan.digits[begins] or count in plan.digits[begins]:  # none are left where one was wrong and set aside
        return ""
    lengths = " or ".join(map(str, plan.digits[begins]))
    told = f"A number that begins with {begins} has {lengths} digits, and this one has {count}. Copy it from its page."
    return f"{told} If its page has it so, add it to short, under numbers in {CONTACTS}." if count < min(plan.digits[begins]) else told


@rule(
    "old-pages-show-no-number",
    "No number from an old page",
    Example('          dated: March 2009\n          read: "2025-03"', '          dated: undated\n          read: "2025-03"', CONTACTS),
)
def old_pages_show_no_number(context: Context) -> Iterator[Problem]:
    """A number from an old page is not shown, unless pages of enough public bodies give the same number. "expected" says how old and how many."""
    expected = context.framework.spine.expected
    for kind, id, place, way in ways(context.framework):
        years = [int(year) for year in YEAR.findall(way.seen.dated)]
        sites = {host_of(address) for address in (way.seen.address, *way.seen.agrees)}
        if way.show == "number" and not way.checked and years and max(years) < expected.contact_pages_since and len(sites) < expected.contact_pages_agree:
            wrong = f'"{way.value}" was read on a page from before {expected.contact_pages_since}.'
            more = counted(expected.contact_pages_agree - len(sites), "more site")
            instead = f"Write show: page, or list under agrees pages of public bodies that give the same number, on {more}."
            yield context.where.problem(kind, id, (*place, "show"), wrong, instead)


@rule(
    "numbers-stand-on-own-sites",
    "An area's number from its own site",
    Example('address: "https://north.example/who"', 'address: "https://gardens.example/north"', CONTACTS),
)
def numbers_stand_on_own_sites(context: Context) -> Iterator[Problem]:
    """For a purpose with own_sites_only, a number of an area is shown only where it was read on one of the area's own sites."""
    strict = {purpose.id for purpose in context.framework.contacts.purposes if purpose.own_sites_only}
    for area in context.framework.contacts.areas:
        for at, one in enumerate(area.contacts):
            for index, way in enumerate(one.ways if one.purpose in strict else ()):
                host = urlsplit(way.seen.address).hostname or ""
                if way.has_number and not way.checked and not is_under(host, area.sites):
                    wrong = f'"{way.value}" was read on {host}, which is not one of the sites of "{area.id}".'
                    sites = ", ".join([*area.sites, host.removeprefix("www.")])
                    instead = f"Write show: page, or add the host to the area if the site is its own: sites: [{sites}]"
                    yield context.where.problem("areas", area.id, ("contacts", at, "ways", index, "show"), wrong, instead)


@rule(
    "numbers-for-everywhere-can-be-called",
    "A number for everyone",
    Example('      - kind: text\n        value: "0300 555 0101"', '      - kind: phone\n        value: "0300 555 0101"', CONTACTS),
)
def numbers_for_everywhere_can_be_called(context: Context) -> Iterator[Problem]:
    """A contact for people wherever they live has a phone number that pages may show, because people see it before they choose their area."""
    silent = {one.id for one in context.framework.contacts.contacts if not any(way.kind == "phone" and way.has_number for way in one.ways)}
    for situation in context.framework.situations:
        for index, one in enumerate(situation.anywhere):
            if one.contact in silent and context.whole("contacts", one.contact):
                wrong = f'"{one.contact}" has no phone number that pages may show.'
                yield context.where.problem("situations", situation.id, ("anywhere", index, "contact"), wrong, "Name a contact that has one.")


@rule(
    "contacts-and-purposes-differ",
    "An id means one thing",
    Example("  - id: mend\n    title: The warden", "  - id: warden-line\n    title: The warden", CONTACTS),
)
def contacts_and_purposes_differ(context: Context) -> Iterator[Problem]:
    """No contact has the same id as a purpose, because either can be named in the same place."""
    purposes = context.ids("purposes")
    for contact in context.framework.contacts.contacts:
        if contact.id in purposes.known:
            yield context.where.problem("contacts", contact.id, ("id",), f'"{contact.id}" is the id of a purpose too.', "Give the contact another id.")


@rule(
    "routes-keep-their-order",
    "Steps of a complaint in their order",
    Example("  - {route: parish-meeting}\n  - {route: say}", "  - {route: parish-meeting}", f"{SITUATIONS}/dry-tap.yaml"),
    {"warning": ""},
)
def routes_keep_their_order(context: Context) -> Iterator[Problem]:
    """A situation names steps of the route for complaints in the order of that route."""
    order = {step.id: at for at, step in enumerate(context.framework.contacts.complaints_route) if not step.beside}
    for situation in context.framework.situations:
        named = [(order[step.route], index, step.route) for index, step in enumerate(situation.steps) if step.route in order]
        for (before, _, earlier), (at, index, id) in pairwise(named):
            if at < before:
                wrong = f'"{id}" comes before "{earlier}" in the route for complaints.'
                yield context.where.problem("situations", situation.id, ("steps", index), wrong, f'Move it above "{earlier}".')
