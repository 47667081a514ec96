"""Parses citations: which record a citation names, and the order of places in a document (``section 1(1) and (3)``)."""

from __future__ import annotations

import re

PLACE_NUMBER = re.compile(r"(?<=[a-z]) (?=\d+[A-Z]*\b(?! [A-Z]))")
"""The space before the number of a section, page or paragraph, where a line must not break."""


def unbroken(told: str) -> str:
    """``told``, a citation or a text with citations, with a no-break space before each number of a section, page or paragraph."""
    return PLACE_NUMBER.sub("\u00a0", told)


def split_citation(citation: str) -> tuple[str, str]:
    """``"bylaw, section 9"`` -> ``("bylaw", "section 9")``; a finding's id -> ``(id, "")``."""
    source, _, place = citation.partition(", ")
    return source, place


def cited(citation: str) -> tuple[str, str]:
    """The kind and id of the record that a citation names: a source when a place follows its id, else a finding."""
    named, place = split_citation(citation)
    return ("sources" if place else "findings", named)


def in_order(place: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """A sort key that puts places in document order: ``section 5(2)``, ``section 12A(1)``, ``section 12AZA``. Schedules come after all sections."""
    numbers = re.findall(r"(\d+)([A-Z]*)|\(([a-z])\)", place)
    return place.startswith("schedule"), tuple((int(number or 0), suffix or letter) for number, suffix, letter in numbers)
