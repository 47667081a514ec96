"""Finds text that booklets cannot print, because their typeface does not have one of its characters."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from sds.booklets.booklet import BookletSettings, Plan
from sds.booklets.easy import easy_plans
from sds.booklets.forms import form_plans
from sds.booklets.full import full_plans
from sds.booklets.text import FONTS, MADE, lacking, printable, texts, typeface
from sds.cache import Cache
from sds.disk_cache import DiskCache
from sds.easy_read.hard_words import pieces
from sds.model.framework import Framework
from sds.problem import FieldPath, Problem, counted
from sds.reading.locations import Locations
from sds.reading.values_and_lists import values_of
from sds.reading.yaml_text import Document

AROUND = 12
"""How many characters before and after a missing one are compared to see whether a value is printed."""


def unprintable(framework: Framework, drawn: Mapping[str, str], where: Locations, templates: Path, kept: DiskCache | None = None) -> Iterator[Problem]:
    """A problem for each value of a file that is printed in a booklet and has a character that the typeface does not have.

    ``drawn`` are the SVG texts of the pictures by id, ``templates`` is the folder of the booklets' templates, and ``kept`` a cache of the characters of
    the typeface. A project without a typeface prints no booklets, so it has no such problems.
    """
    if not any((templates / FONTS).glob("*.ttf")):
        return
    font = typeface(templates, kept)
    known = font | {"\n"}
    suspects = [(path, place, value, bad) for path, place, value in _values(where) if (bad := lacking(value, known))]
    if not suspects:  # nearly always, so that the plans need not be made
        return
    settings = BookletSettings(templates, "https://site.example/")
    plans = (*easy_plans(framework, drawn, settings), *full_plans(framework, settings), *form_plans(framework, drawn, settings))
    if not _may_be_printed(plans, {letter for *_, bad in suspects for letter in bad}):  # such values are only on pages, or only for the search
        return
    words = {text for plan in plans for text in texts(plan.data)}  # a set, because most texts are in several booklets
    shown = (str(printable(text)) for text in words)
    printed = "\n".join(text for text in shown if lacking(text, font)).casefold().replace("\u00a0", " ")
    for path, place, value, bad in suspects:
        lost = [letter for letter in sorted(bad) if any(words in printed for words in _around(value, letter))]
        if lost:
            name = unicodedata.name(lost[0], "a letter without a name").lower()
            more = f" and {counted(len(lost) - 1, 'more letter')}" if len(lost) > 1 else ""
            wrong = f'"{lost[0]}" ({name}){more} cannot be printed: the type of the booklets has no such letter{"s" if more else ""}.'
            yield Problem(path, where.documents[path].line(place), wrong, "Write the words another way. The type has the letters of Latin scripts.")


def _values(where: Locations) -> Iterator[tuple[str, FieldPath, str]]:
    """Every value that is not ASCII, prepared for print, with the path of its file and its field path."""
    for path, document in where.documents.items():
        if not document.text.isascii():
            yield from ((path, place, value) for place, value in _PRINTED.get(path, (document,), partial(_printed, document)))


_PRINTED = Cache[list[tuple[FieldPath, str]]]()


def _printed(document: Document) -> list[tuple[FieldPath, str]]:
    return [(place, str(printable(" ".join(value.split())))) for place, value in values_of(document) if not value.isascii()]


def _may_be_printed(plans: Iterable[Plan], letters: Collection[str]) -> bool:
    """Whether one of ``letters`` may occur in the texts of ``plans``. Searches each plan as one text, in a tenth of the time of a search in each value."""
    if any(letter.isascii() or letter in MADE for letter in letters):
        return True
    any_of_them = re.compile(f"[{re.escape(''.join(letters))}]")
    written = (json.dumps(plan.data, ensure_ascii=False) for plan in plans)
    return any(not unicodedata.is_normalized("NFC", text) or any_of_them.search(text) for text in written)


SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")
"""The space between sentences: some booklets print each sentence of a value on a line of its own."""


def _around(value: str, letter: str) -> Iterator[str]:
    """The text around each occurrence of ``letter`` in a value, up to ``AROUND`` characters on each side, within its sentence."""
    for piece in pieces(value):
        words = piece.words.casefold().replace("\u00a0", " ")
        at = words.find(letter.casefold())
        while at >= 0:
            yield SENTENCE_ENDS.split(words[max(0, at - AROUND) : at])[-1] + SENTENCE_ENDS.split(words[at : at + AROUND])[0]
            at = words.find(letter.casefold(), at + 1)
