"""The rule for phrases to avoid. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import TypeAlias

from sds.cache import Cache
from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.records import PhrasesToAvoid, PhraseToAvoid
from sds.paths import PHRASES_TO_AVOID
from sds.problem import MOST_SHOWN, Level, Problem, counted
from sds.reading.values_and_lists import Values, values_in
from sds.reading.visible_words import GONE, Visible
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

WORD = re.compile(r"\w+")


class Phrases:
    """Finds the phrases of the list in a text."""

    def __init__(self, listed: PhrasesToAvoid) -> None:
        lists: tuple[tuple[Level, tuple[PhraseToAvoid, ...]], ...] = (("error", listed.never), ("warning", listed.rarely))
        self._level = {_key(words): (level, entry) for level, entries in lists for entry in entries for words in entry.words}
        right = {_key(words) for entry in (*listed.never, *listed.rarely) for words in entry.unless}
        self.listed = repr(listed)
        """The whole list as text: what rests on it is judged anew when it changes."""
        self._by_first: dict[str, list[tuple[frozenset[str], str]]] = {}
        for words in {*self._level, *right}:
            each = WORD.findall(words)
            self._by_first.setdefault(each[0] if each else "", []).append((frozenset(each), words))

    def _lettered_in(self, text: str) -> list[str]:
        """The listed phrases that occur in ``text``, also inside longer words, the longest first; empty if the list allows all of them there."""
        said = _said(text)
        key, tokens = " ".join(said), set(said)
        plain = set(filter(str.isalpha, tokens))  # a shortcut for most tokens, which are plain words and occur often: three times as fast
        known = plain.union(WORD.findall(" ".join(tokens - plain)))
        begun = self._by_first.keys() & {"", *known}
        here = [words for first in begun for words_of, words in self._by_first[first] if words_of <= known and words in key]
        return [] if self._level.keys().isdisjoint(here) else sorted(here, key=len, reverse=True)

    def may_stand_in(self, text: str) -> bool:
        """A quick test: whether any of the phrases occurs in ``text``, also inside longer words."""
        return bool(self._lettered_in(text))

    def found_in(self, text: str) -> Iterator[tuple[re.Match[str], Level, PhraseToAvoid]]:
        """Each occurrence of a phrase as whole words, with its level and its entry in the list. What the list allows is skipped."""
        here = self._lettered_in(text)
        if not here:  # a shortcut for nearly all texts
            return
        either = "|".join(r"\s+".join(map(re.escape, words.split())).replace("'", "['\u2019]") for words in here)
        for found in re.finditer(rf"(?<![\w/-])(?:{either})(?![\w/-])", text, re.IGNORECASE):
            if _key(found[0]) in self._level:
                yield found, *self._level[_key(found[0])]

    def stand_in(self, text: str) -> bool:
        """Whether any of the phrases occurs in ``text`` as whole words."""
        return any(True for _ in self.found_in(text))


def _said(words: str) -> list[str]:
    return words.lower().replace("\u2019", "'").split()


def _key(words: str) -> str:
    return " ".join(_said(words))


phrases_of = lru_cache(maxsize=4)(Phrases)


@rule(
    "words-to-avoid",
    "Words people use",
    Example(
        "      why: Taps froze and nobody was apprised until June.",
        "      why: Taps froze and nobody knew until June.",
        WATER,
    ),
    levels={"error": "A phrase is on the list of those never to use.", "warning": "A phrase is on the list of those that are rarely right."},
    source="Our list in content/words-to-avoid.yaml",
)
def words_to_avoid(context: Context) -> Iterator[Problem]:
    """Content, hand-written pages, templates and scripts use the words that people use. The list gives each phrase to avoid and what to write instead."""
    phrases = phrases_of(context.framework.phrases_to_avoid)
    in_files = (_IN_FILE.get(file.path, (file, phrases), partial(_in_file_or_known, context, file, phrases)) for file in context.visible)
    by_entry = dict[PhraseToAvoid, list[Problem]]()
    for entry, problem in (*_in_content(context, phrases), *chain.from_iterable(in_files)):
        by_entry.setdefault(entry, []).append(problem)
    for entry, found in by_entry.items():
        yield from [_everywhere(context, entry, found)] if len(found) > MOST_SHOWN else found


def _everywhere(context: Context, entry: PhraseToAvoid, found: Sequence[Problem]) -> Problem:
    """The problem, at the entry, for one that is ``found`` in so many places that it was most likely added without looking."""
    lists = context.framework.phrases_to_avoid
    place = next((name, at) for name, entries in (("never", lists.never), ("rarely", lists.rarely)) for at, one in enumerate(entries) if one == entry)
    places = f"{counted(len(found), 'place')} in {counted(len({one.path for one in found}), 'file')}"
    wrong = f"These words are in {places}, the first of them {found[0].path}:{found[0].line}."
    told = "Write other words there first. Or delete this line of the list, if it is new."
    return replace(context.where.problem_in(PHRASES_TO_AVOID, place, wrong, told), level=found[0].level)


Listed: TypeAlias = tuple[PhraseToAvoid, Problem]
"""A problem, and the entry of the list that it is about."""
_IN_FILE = Cache[list[Listed]]()
_ANYWHERE = Cache[bool]()
APART = f"\n{GONE}\n"
"""What stands between two values in the text of all: no phrase goes on behind it."""


def _in_file_or_known(context: Context, file: Visible, phrases: Phrases) -> list[Listed]:
    return context.clean_checks.among(("phrases", file.path, file.text, phrases.listed), partial(_in_file, file, phrases))


def _in_file(file: Visible, phrases: Phrases) -> list[Listed]:
    problems = list[Listed]()
    for found, level, entry in phrases.found_in(file.seen) if phrases.may_stand_in(file.text) else ():  # a shortcut, because ``seen`` is slow to compute
        line = file.text.count("\n", 0, found.start()) + 1
        problem = _problem(found[0], entry, file.text.split("\n")[line - 1])
        problems.append((entry, replace(problem, path=file.path, line=line, level=level)))
    return problems


def _in_content(context: Context, phrases: Phrases) -> Iterator[Listed]:
    """The problems in the values of all YAML files."""
    not_ours = context.framework.phrases_to_avoid.not_ours
    for path, document in context.where.documents.items():
        if path not in {PHRASES_TO_AVOID, *not_ours.files}:
            yield from context.clean_checks.among(("phrases", path, document.text, phrases.listed), partial(_in_values, context, document, phrases))


def _in_values(context: Context, document: Document, phrases: Phrases) -> Iterator[Listed]:
    """The problems in the values of one file."""
    path, theirs = document.path, frozenset(context.framework.phrases_to_avoid.not_ours.fields)
    if not _ANYWHERE.get(path, (document, phrases), lambda: phrases.stand_in(APART.join(value for _, value in _ours(document, theirs)))):
        return
    lines = document.text.split("\n")
    for place, value in _ours(document, theirs):
        for found, level, entry in phrases.found_in(value):
            first = document.line(place)
            line = next((at for at in range(first, len(lines) + 1) if found[0] in lines[at - 1]), first)
            problem = _problem(found[0], entry, lines[line - 1])
            yield entry, replace(problem, path=path, line=line, level=level, record=context.where.record_at(path, place))


def _ours(document: Document, theirs: frozenset[str]) -> Values:
    """Each value of a file, with its field path, except those in the fields with words of other people (``theirs``)."""
    return values_in(document, theirs.isdisjoint)


def _problem(said: str, entry: PhraseToAvoid, line: str) -> Problem:
    """The problem for a phrase, with the corrected line if the list has just one replacement. Path and line number are filled in later."""
    said = " ".join(said.split())
    if entry.write.endswith("."):  # a whole sentence is advice, not a replacement
        return Problem("", 0, f'"{said}" is on the list of words to avoid.', entry.write)
    again = line.strip().replace(said, entry.write, 1)
    shown = f" The line: {again}" if "," not in entry.write and len(entry.words) == 1 and again != line.strip() else ""
    return Problem("", 0, f'"{said}" is on the list of words to avoid.', f"Write: {entry.write}.{shown}")
