"""The rule for numbers of a few digits, of which some are called in danger. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from sds.checks.contacts import CALLED, ways
from sds.checks.context import Context
from sds.checks.own_words import lines_with
from sds.model.framework import Framework
from sds.paths import CONTACTS, SITUATIONS
from sds.problem import FieldPath, Problem
from sds.reading.joined_values import values_with
from sds.reading.visible_words import Visible
from sds.reading.yaml_text import Document
from sds.rule import Example, rule
from sds.suggest import one_slip_away

GOES_ON = r"and|or|if|when|where|unless|for|to|at|now|first|straight|instead|on|in|as|with|from|then|after|before|because|any|free|is|who|they|you|but|so|while"
TO_CALL = re.compile(
    r"\b(?:[Pp]hon|[Cc]all|[Rr]ing|[Dd]ial+|[Tt]ext)(?:e|ed|ing|s)?\b (?:(?:the number|them on|us on|it on|on|either) )?"
    rf"(?P<first>\d{{2,5}}(?: \d{{2,4}})?)(?: or (?P<second>\d{{2,5}}(?: \d{{2,4}})?))?(?=[.,;:!?)\u201d\u2019\"]|$| (?:{GOES_ON})\b)(?![.,:]\d)"
)
"""A short number after a word for calling it. What follows shows that it is no amount, as in "call 24 hours a day"."""
AFTER_A_WORD = re.compile(r"\d(?<=[a-z] \d)")
"""A quick test: words without a match have no such number. It begins with the digit, so that the search goes from digit to digit."""


@rule(
    "short-numbers-are-known",
    "A short number that is a contact's",
    Example("    how: If nobody answers, call 55.", "    how: If nobody answers, call 555.", f"{SITUATIONS}/dry-tap.yaml"),
)
def short_numbers_are_known(context: Context) -> Iterator[Problem]:
    """A number of a few digits that words tell people to call is that of a contact, or on the list of short numbers. The short name of a contact, if it is a
    number, is one of its own: with a digit lost or added, nobody would answer somebody in danger."""
    if CONTACTS in context.incomplete or "contacts" in context.unread:
        return
    known = _known(context.framework)
    if known:
        yield from context.in_documents("short numbers", partial(_in_words, known), *sorted(known))
        yield from context.in_pages("short numbers", partial(_in_page, known), *sorted(known))
    yield from _named(context)


def _known(framework: Framework) -> frozenset[str]:
    """Each number that can be called, without spaces."""
    listed = framework.contacts.numbers.short if framework.contacts.numbers else ()
    return frozenset(_digits(number) for number in (*listed, *(way.value for *_, way in ways(framework) if way.kind in CALLED)))


def _digits(number: str) -> str:
    return number.replace(" ", "")


def _in_words(known: Collection[str], document: Document) -> Iterator[Problem]:
    lines: Sequence[str] = ()
    for place, value in values_with(document, AFTER_A_WORD):
        for number, said in _unknown(value, known):
            lines, first = lines or document.text.split("\n"), document.line(place)
            at = next((at for at in lines_with(number, value, first, lines) if re.search(rf"\b{number}\b", lines[at - 1])), first)
            yield _problem(document.path, at, number, said, known)


def _in_page(known: Collection[str], file: Visible) -> Iterator[Problem]:
    for at, line in enumerate(file.seen.split("\n"), start=1):
        for number, said in _unknown(line, known):
            yield _problem(file.path, at, number, said, known)


def _unknown(words: str, known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each number that ``words`` tell people to call and that is not ``known``, with the words around it."""
    for found in TO_CALL.finditer(words):
        yield from ((number, found[0]) for number in found.groups() if number and _digits(number) not in known)


def _problem(path: str, line: int, number: str, said: str, known: Collection[str]) -> Problem:
    meant = one_slip_away(number, sorted(known))
    instead = f"Write {said.replace(number, meant)}" if meant else f"Write a number of {CONTACTS}. If it can be called, add it to short, under numbers there."
    return Problem(path, line, f'"{said}": {number} is the number of no contact.', instead)


def _named(context: Context) -> Iterator[Problem]:
    """A problem for each contact whose short name is a number that is not among its own."""
    for contact in context.framework.contacts.contacts:
        own = [way.value for way in contact.ways if way.kind in CALLED]
        if contact.short and re.fullmatch(r"[\d ]+", contact.short) and own and _digits(contact.short) not in map(_digits, own):
            place: FieldPath = ("short",)
            instead, write = (f'Write short: "{own[0]}"', f'short: "{own[0]}"') if len(set(own)) == 1 else (f"Write one of them: {', '.join(own)}.", "")
            yield context.where.problem("contacts", contact.id, place, f'"{contact.short}" is no number of this contact.', instead, write=write)
