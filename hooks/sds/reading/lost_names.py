"""Finds the words of a field that has lost its first line, such as ``meaning: >-``, in the words of the field above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from pydantic import BaseModel

from sds.problem import FieldPath, Problem
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_forms import at_any, field_at, fields_at, is_text, value_at
from sds.reading.yaml_lines import FOLD, entry
from sds.reading.yaml_nameless import field_on, followers, name_after, without_name
from sds.reading.yaml_text import Document

PLAIN = re.compile(r"[^>|'\"\[{#\s]")
"""The start of a value in plain words, which stand on the line of its field."""


def lost_name(document: Document, model: type[BaseModel], lines: Sequence[str], span: tuple[int, int], place: FieldPath) -> Problem | None:
    """The problem, if any, for a value in plain words at ``place`` that goes on behind its line (``span`` are the first line and the last), when another field
    of its record, which takes words, is not there."""
    first, last = span
    column, name = field_on(lines[first - 1])
    owner, there = place[:-1], value_at(document, place[:-1])
    if not place or place[-1] != name or not isinstance(there, dict) or _closes_a_list(str(there.get(name, ""))):
        return None
    lacking = [one for one in fields_at(model, owner) if one not in there and is_text(model, at_any((*owner, one)))]
    if not lacking:
        return None
    needed = [one for one in lacking if (field := field_at(model, (*owner, one))) and field.is_required()]
    likely = [one for one in name_after(lines, first, last) if one in lacking]
    meant = (likely if len(likely) == 1 else needed[:1]) or ([] if is_text(model, at_any(place)) else likely[:1])
    if not meant:
        return None
    found = without_name(lines, first + 1, column, meant[0], f'These words are read as part of "{name}".')
    if meant[0] in needed or not is_text(model, at_any(place)):
        return Problem(document.path, found.line, found.wrong, found.instead, replacement=found.replacement, hides=True, lacks=meant[0])
    wrong = f'These words are read as part of "{name}", and the line "{meant[0]}: >-" may be missing.'
    told = f"Write {meant[0]}: >- on a line above this one. If they belong to {name}, write {name}: >- there, and all its words below that."
    return Problem(document.path, found.line, wrong, told, lacks=meant[0])


def _closes_a_list(value: str) -> bool:
    """Whether a value is a list on several lines that lost its first bracket, which is told where its field is read."""
    return value.endswith("]") and "[" not in value


def two_in_one(document: Document, lines: Sequence[str], span: tuple[int, int], place: Callable[[], FieldPath]) -> Problem | None:
    """A warning, if any, for a value of several lines in which the words of the field that follows in most records of this file may begin."""
    first, last = span
    if last < first + 2 or len(ends := _ends(lines[first:last])) != 1:  # a shortcut for nearly all values
        return None
    column, name = field_on(lines[first - 1])
    there = value_at(document, place()[:-1])
    if not name or not isinstance(there, dict):
        return None
    after = Counter(followers(lines, name, column))
    likely = next((one for one, count in after.most_common(1) if one not in there and count > 1), "")
    if not likely:
        return None
    wrong = f'A second text begins here in "{name}", and the record has no "{likely}", which follows in others.'
    told = f"If these are its words, write {likely}: >- on a line above this one."
    return Problem(document.path, first + ends[0] + 1, wrong, told, level="warning", lacks=likely)


def swallowed_above(document: Document, owner: FieldPath, name: str, order: Sequence[str]) -> tuple[str, Diagnosis | None]:
    """For a record at ``owner`` that lacks the text ``name``: the field above, if its words of several lines may hold those, and the diagnosis if they surely
    do. ``order`` are the fields of such a record. The field is empty if there is none."""
    there, lines = value_at(document, owner), document.text.split("\n")
    if not isinstance(there, dict):
        return "", None
    for field, value in there.items():
        at = document.line((*owner, field))
        own = entry(lines, at)
        column, here = field_on(lines[at - 1])
        if here == field and isinstance(value, str) and own.last > own.first and PLAIN.match(own.value):
            return field, without_name(lines, at + 1, column, name, f'These words are read as part of "{field}".')
    above = _usually_above(document, owner, name, [one for one in order if one in there or one == name])
    line = document.line((*owner, above)) if above else 0
    if not line or field_on(lines[line - 1])[1] != above or not FOLD.search(lines[line - 1].rstrip()):
        return "", None
    last, column = entry(lines, line).last, field_on(lines[line - 1])[0]
    if last < line + 2:
        return "", None
    ends = _ends(lines[line:last])
    found = without_name(lines, line + 1 + ends[0], column, name, f'These words are read as part of "{above}".') if len(ends) == 1 else None
    return above, found


def _ends(block: Sequence[str]) -> list[int]:
    """The positions in ``block`` of the lines before which a sentence ended so early that the next word had room behind it: a new text begins there."""
    width = max(map(len, block), default=0)
    found = []
    for at, (line, following) in enumerate(pairwise(block), start=1):
        first = following.split(maxsplit=1)[0] if following.strip() else ""
        if line.rstrip().endswith((".", "?", "!", "\u201d", ")")) and first[:1].isupper() and len(line.rstrip()) + 1 + len(first) <= width:
            found.append(at)
    return found


def _usually_above(document: Document, owner: FieldPath, name: str, order: Sequence[str]) -> str:
    """The field that stands above ``name`` in most other records of the list that has the record at ``owner``; else the one before it in ``order``."""
    others = value_at(document, owner[:-1]) if owner else None
    before = Counter[str]()
    for one in others if isinstance(others, list) else ():
        names = list(one) if isinstance(one, dict) else []
        if name in names[1:]:
            before[names[names.index(name) - 1]] += 1
    there = value_at(document, owner)
    if before and isinstance(there, dict):
        return next((one for one, _ in before.most_common() if one in there), "")
    at = order.index(name) if name in order else 0
    return order[at - 1] if at else ""
