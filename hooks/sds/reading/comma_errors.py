"""Explains missing and misplaced commas in lists on one line, and in values in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from pydantic_core import ErrorDetails

from sds.model.field_types import FINDING_ID, ID, Citation, Id, slug
from sds.problem import FieldPath, Problem, Replacement, quoted
from sds.reading.field_forms import annotation_at, fields_at, holds, value_at
from sds.reading.refused import Message, Refused, lower
from sds.reading.wrong_ids import kinds_at
from sds.reading.yaml_braces import slip_in_braces
from sds.reading.yaml_lines import replacement, step
from sds.reading.yaml_text import Document

BETWEEN = re.compile(r"\s*[;/&]\s*|\.\s+|\s+(?:and|or)\s+|\s+")
"""What people write between two ids instead of a comma."""
SPLIT = re.compile(r"^\S*$|[;/&]|\.\s|\s(?:and|or)\s")
"""An item of one word, or of several words with a clear separator of ids."""
SOURCE_AND_PLACE = re.compile(r"([a-z][a-z0-9-]*-\d{4})[ ,]([^\s,][^,]*)")
"""A source whose id ends in a year, and the place in it, without the comma or the space between them."""
SPACED = re.compile(r"\b([Ee]\d\d) ?[-\u2013] ?(\d\d)\b")
"""The id of a finding with a space, or with a dash instead of its hyphen."""


def regrouped_list(owner: Refused) -> Problem | None:
    """The problem for a list of ids or citations with wrong or missing commas, with the corrected list; None for any other list."""
    document, place = owner.document, owner.place
    items = value_at(document, place)
    if holds(annotation_at(owner.model, place), Id) and isinstance(items, list) and all(isinstance(item, str) for item in items):
        kinds = f"/{owner.field}/"
        plain = [f"/{item.strip('() /')}".removeprefix(kinds).removeprefix("/") for item in map(str, items)]
        if plain != items and all(map(ID.fullmatch, plain)):
            line = f"{owner.field}: [{', '.join(plain)}]"
            wrong = f"In {owner.where}: An id is on its own here, without what comes before it in an address."
            return Problem(document.path, document.line(place), wrong, f"Write {line}", replacement=owner.replaced_by(line))
        if wrapped := _without_hyphen(owner, list(map(str, items))):
            return wrapped
        if unclear := next((item for item in map(str, items) if not (SPLIT.search(item) or _known(item, document.text))), None):
            return _one_or_several(owner, list(map(str, items)), unclear)
        parts = [part for item in map(str, items) for part in _ids_in(item, document.text)]
        if parts == items or not all(map(ID.fullmatch, parts)):
            return None
        line = f"{owner.field}: [{', '.join(parts)}]"
        what = "Two items have no comma between them." if len(parts) > len(items) else "An id is written with hyphens between its words."
        wrong = f"In {owner.where}: {what}"
        return Problem(document.path, document.line(place), wrong, f"Write {line}", replacement=owner.replaced_by(line))
    if not holds(annotation_at(owner.model, place), Citation) or not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return None
    meant = list[str]()
    for item in (SPACED.sub(lambda one: f"{one[1].upper()}-{one[2]}", str(item).rstrip('"')) for item in items):
        if found := SOURCE_AND_PLACE.fullmatch(item):
            meant.append(f"{found[1]}, {found[2]}")
        elif meant and not ID.fullmatch(item) and "," not in item and (_source(meant[-1]) or ", " in meant[-1]):
            meant[-1] += f", {item}"
        elif all(map(FINDING_ID.fullmatch, parts := [part for part in re.split(BETWEEN, item) if part])):
            meant.extend(parts)
        else:
            meant.append(item)
    if meant == items or not all(FINDING_ID.fullmatch(item) or (_source(item.partition(", ")[0]) and ", " in item) for item in meant):
        return None
    wrong = "A comma starts a new item, so a source and its place need quotes." if len(meant) < len(items) else "Two items have no comma between them."
    if len(meant) == len(items):
        lost = any(SOURCE_AND_PLACE.fullmatch(str(item)) for item in items)
        wrong = "There is no comma and space between a source and its place." if lost else "The id of a finding is written without spaces."
    line = f"{owner.field}: [{', '.join(quoted(item) if ',' in item else item for item in meant)}]"
    return Problem(document.path, document.line(place), f"In {owner.where}: {wrong}", f"Write {line}", replacement=owner.replaced_by(line))


def _without_hyphen(owner: Refused, items: list[str]) -> Problem | None:
    """The problem for the first id that lost its hyphen, so that it is read as a word of the item on the line above; or None."""
    document, lines = owner.document, [*owner.document.text.split("\n"), ""]
    for at, item in enumerate(items):
        number, (first, *below) = document.line((*owner.place, at)), item.split() or [""]
        if len(below) == 1 and lines[number - 1].strip() == f"- {first}" and lines[number].strip() == below[0]:
            wrong = f'"{below[0]}" has no hyphen, so it is read as words of the item above.'
            new = replacement(lines, number + 1, number + 1, f"{' ' * step(lines[number - 1])}- {below[0]}")
            return Problem(document.path, number + 1, wrong, f"Write - {below[0]}", replacement=new)
    return None


def _one_or_several(owner: Refused, items: list[str], unclear: str) -> Problem | None:
    """The problem for a list on one line with an item of several words. Only the editor knows whether these are one id or several, so it offers both."""
    words, document, number = unclear.split(), owner.document, owner.document.line(owner.place)
    if not all(map(ID.fullmatch, words)) or "[" not in document.text.split("\n")[number - 1]:
        return None
    several, one = (", ".join(part for item in items for part in (parts if item == unclear else [item])) for parts in (words, [slug(unclear)]))
    wrong = f'In {owner.where}: "{unclear}" is not an id.'
    told = f"If it is {len(words)} ids, write {owner.field}: [{several}] If it is one, {owner.field}: [{one}]"
    return Problem(document.path, number, wrong, told, unknown=unclear, kinds=kinds_at(owner))


def _known(item: str, text: str) -> bool:
    """Whether the file has the id in ``item`` elsewhere too: all words joined with hyphens, or each word as an id."""
    one, *words = slug(item), *re.split(BETWEEN, item.strip("() "))
    there = (re.search(rf"(?:[\[,] ?|: +|- +){re.escape(id)} *(?:[,\]}}]|$)", text.replace(item, ""), re.MULTILINE) for id in words)
    return bool(re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text)) or all(there)


def _ids_in(item: str, text: str) -> list[str]:
    """The ids in an item: one, if the file has its words joined with hyphens (``young-people``), else one for each word."""
    as_one = slug(item)
    if " " in item.strip() and re.search(rf"(?<![\w-]){re.escape(as_one)}(?![\w-])", text):
        return [as_one]
    return re.split(BETWEEN, item.strip("() "))


def _source(item: str) -> bool:
    """Whether an item of a list of citations may be the id of a source."""
    return bool(ID.fullmatch(item)) and not FINDING_ID.fullmatch(item)


def slips_in_braces(details: Sequence[ErrorDetails], document: Document) -> Iterator[tuple[tuple[FieldPath, ...], Problem]]:
    """A problem for each record in braces that can be read, but not as it was meant, because a quote or a colon is lost; with the path of the record."""
    lines = [*document.text.split("\n"), ""]
    for owner in dict.fromkeys(tuple(detail["loc"])[:-1] for detail in details):
        if owner and (slip := slip_in_braces(lines, document.line(owner))):
            yield (owner,), slip.problem(document.path)


def cut_in_braces(one: Refused) -> Message | None:
    """The message of ``cut_by_commas`` for a record that was refused as a whole, or None."""
    given: dict[str, Any] = one.given if isinstance(one.given, dict) else {}
    known = fields_at(one.model, one.place)
    names = (name for name, value in given.items() if value == "" and name not in known)
    return next((cut_by_commas(replace(one, place=(*one.place, name))) for name in names), None)


def cut_by_commas(one: Refused) -> Message | None:
    """The message for a value in braces with a comma in it, or None. YAML ends the value at the comma, and reads the rest as the name of an empty field."""
    owner = value_at(one.document, one.place[:-1])
    names = list(owner) if isinstance(owner, dict) else []
    known = fields_at(one.model, one.place[:-1])
    start = next((at for at in range(names.index(one.field), -1, -1) if names[at] in known), None) if one.field in names else None
    if start is None or not isinstance(owner, dict) or not isinstance(owner[names[start]], str):
        return None
    rest = list(takewhile(lambda name: owner[name] == "" and name not in known, names[start + 1 :]))
    words = ", ".join([str(owner[names[start]]), *rest])
    wrong = f'In {lower(one.record)}: A comma ends the words of "{names[start]}" there.'
    number = one.document.line((*one.place[:-1], names[start]))
    line = one.document.text.split("\n")[number - 1]
    plain = words[1:-1] if words.startswith("\u201c") and words.endswith("\u201d") else words  # curly quotes around the value are replaced too
    if (cut := f"{names[start]}: {words}") in line:
        mended = line.replace(cut, f"{names[start]}: {quoted(plain)}", 1)
        return Message(wrong, f"Write {mended.strip()}", Replacement(number, number, (line,), mended))
    return Message(wrong, f"Put the words in double quotes there: {quoted(plain)}")
