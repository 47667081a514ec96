"""Goes through our own words in files and in hand-written pages, for the rules about typos."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from sds.cache import Cache
from sds.checks.context import Context
from sds.model.files import File
from sds.model.in_print import curly
from sds.problem import FieldPath, Problem
from sds.reading.field_forms import at_any, is_sentences, is_words
from sds.reading.joined_values import Joined
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import values_in
from sds.reading.visible_words import Visible
from sds.reading.yaml_lines import FOLD
from sds.reading.yaml_text import Document

LookInFile: TypeAlias = Callable[[Document, File, Collection[str]], Iterable[Problem]]


def look_everywhere(context: Context, what: str, in_file: LookInFile, in_page: Callable[[Visible], Iterable[Problem]]) -> Iterator[Problem]:
    """What ``in_file`` finds in each file with our own words (it gets the fields with other people's words), and ``in_page`` in each hand-written page."""
    not_ours = context.framework.phrases_to_avoid.not_ours
    for path, document in context.where.documents.items():
        if path not in not_ours.files:
            look = partial(in_file, document, kind_of_file(path), not_ours.fields)
            yield from context.clean_checks.among((what, path, document.text, *sorted(not_ours.fields)), look)
    yield from context.in_pages(what, in_page)


OwnText: TypeAlias = tuple[FieldPath, str, bool]
"""A text of several words that readers see: its field path, its words, and whether it is made of whole sentences."""


def texts_of(document: Document, form: File, not_ours: Collection[str]) -> Sequence[OwnText]:
    """Each text of several words that readers see, in the order of the file. Several rules go through them."""
    return _TEXTS.get(document.path, (document, not_ours), partial(_all_texts, document, form, frozenset(not_ours)))


def texts_with(document: Document, form: File, not_ours: Collection[str], *quick: re.Pattern[str]) -> Iterator[tuple[OwnText, Collection[re.Pattern[str]]]]:
    """Each of these texts that ``Joined.suspects`` finds, with the patterns that it finds there."""
    texts = texts_of(document, form, not_ours)
    joined = _JOINED.get(document.path, (texts,), lambda: Joined([words for _, words, _ in texts]))
    return ((texts[at], found) for at, found in joined.suspects(*quick).items())


_TEXTS, _JOINED = Cache[Sequence[OwnText]](), Cache[Joined]()


def _all_texts(document: Document, form: File, not_ours: frozenset[str]) -> Sequence[OwnText]:
    ours = values_in(document, lambda at: is_words(form.model, at) and not_ours.isdisjoint(at))
    return [(place, " ".join(value.split()), is_sentences(form.model, at_any(place))) for place, value in ours if " " in value]


def lines_with(said: str, words: str, first: int, lines: Sequence[str]) -> list[int]:
    """The numbers of the ``lines`` that contain ``said``, among those that the value ``words``, which starts on line ``first``, can take up."""
    return [at for at in range(first, min(first + words.count(" ") + 2, len(lines) + 1)) if said in lines[at - 1]]


def line_with(said: str, words: str, first: int, lines: Sequence[str]) -> int:
    """The number of the first of the lines that ``lines_with`` finds, or ``first`` if it finds none."""
    return next(iter(lines_with(said, words, first, lines)), first)


def on_its_line(problem: Problem, right: str) -> Problem:
    """The problem of words that lack a capital or a full stop, whose replacement is the whole field with the ``right`` words. Where they take several lines, at
    the line that has to change: the first with words, or the last."""
    old = problem.replacement
    if not old or not FOLD.search(old.was[0]):
        return problem
    small, ended = old.was[1].strip()[0] != right[0], right.endswith(curly(old.was[-1].strip()))
    if small and not ended:
        return problem
    at = 1 if small else len(old.was) - 1
    words = old.was[at].strip()
    mended = f"{words[0].upper()}{words[1:]}" if small else f"{words.rstrip(',;:- ')}."
    new = replace(old, first=old.first + at, last=old.first + at, was=(old.was[at],), line=old.was[at].replace(words, mended))
    return replace(problem, line=new.first, instead=f"Write {mended}", replacement=new)
