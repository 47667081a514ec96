"""Citations: which record one names, and places in a document, such as ``section 1(1) and (3)``, as numbers that can be compared."""

from __future__ import annotations

import re
from typing import TypeAlias

Part: TypeAlias = tuple[str, str]  # the number of a section, and of the part of it; empty for the whole

PLACE_NUMBER = re.compile(r"(?<=[a-z]) (?=\d+[A-Z]*\b(?! [A-Z]))")
"""The space before the number of a section, page or paragraph: no line breaks there."""
NUMBERS = re.compile(r"(\d+[A-Z]*)?((?:\(\w+\))+)|(\d+[A-Z]*)")


def unbroken(told: str) -> str:
    """A citation, or words with citations in them, in which no number is parted from what it is the number of."""
    return PLACE_NUMBER.sub("\u00a0", told)


def parts(place: str) -> frozenset[Part]:
    """``"section 1(1) and (3)"`` -> ``{("1", "1"), ("1", "3")}``: a bracket without a number belongs to the number before it."""
    found, section = set[Part](), ""
    for number, brackets, whole in NUMBERS.findall(place):
        section = number or whole or section
        found.add((section, brackets[1:].partition(")")[0]))
    return frozenset(found)


def meet(place: str, other: str) -> bool:
    """Whether two places in one document have a part in common; a section without brackets is the whole of it."""
    return any(one == two or (one[0] == two[0] and "" in {one[1], two[1]}) for one in parts(place) for two in parts(other))


def split_citation(citation: str) -> tuple[str, str]:
    """``"bylaw, section 9"`` -> ``("bylaw", "section 9")``; a finding's id -> ``(id, "")``."""
    source, _, place = citation.partition(", ")
    return source, place


def cited(citation: str) -> tuple[str, str]:
    """The kind and id of the record that a citation names: a source where a place in it follows, and else a finding."""
    named, place = split_citation(citation)
    return ("sources" if place else "findings", named)


def in_order(place: str) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """A key that puts sections in the order of a document: ``section 5(2)``, ``section 12A(1)``, ``section 12AZA``; what stands in a schedule comes last."""
    numbers = re.findall(r"(\d+)([A-Z]*)|\(([a-z])\)", place)
    return place.startswith("schedule"), tuple((int(number or 0), suffix or letter) for number, suffix, letter in numbers)
