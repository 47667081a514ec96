"""The rules for spelling and repeated words. Unknown words are warnings only, because no dictionary has all correct words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sds.cache import Cache
from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.paths import KNOWN_SPELLINGS, PHRASES_TO_AVOID, WORDS_TO_AVOID
from sds.problem import Problem, Replacement
from sds.reading.field_forms import at_any, is_words
from sds.reading.joined_values import values_with
from sds.reading.known_spellings import KnownSpellings, out_of_order
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import values_of
from sds.reading.visible_words import GONE, Visible
from sds.reading.yaml_text import Document
from sds.rule import Example, rule
from sds.spelling import dictionary

WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
NO_WORDS = re.compile(r"[@\\_{}=<>~]|\d|://|\.\w|^/|[a-z]['\u2019](?!(?:s|t|d|m|re|ve|ll)\b)[a-z]")
"""Tokens that are not words, such as addresses, numbers and names in code. Another rule reports stray characters and missing spaces."""
LATIN = re.compile(r"[a-z\u00c0-\u017f'\u2019]+", re.IGNORECASE)
TWO_CAPITALS = re.compile(r"[A-Z]{2}[a-z]{2,}")
"""A word with two capitals by mistake. Other words with several capitals are abbreviations and names, which the dictionary does not have."""
SMALL_WORDS = frozenset(
    [
        "and",
        "are",
        "as",
        "at",
        "but",
        "by",
        "can",
        "do",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "is",
        "it",
        "not",
        "of",
        "on",
        "or",
        "that",
        "the",
        "you",
        "your",
        "we",
        "they",
        "should",
        "will",
        "with",
        "this",
    ]
)
MOST_MEANT = 10
"""The most words for which a suggestion is looked up, which takes a tenth of a second each. A text with more unknown words is probably in another language."""
Used = Callable[[str], int]


class Speller:
    """Finds the words that are in neither the dictionary nor the list of known words. Results are cached."""

    def __init__(self, known: KnownSpellings) -> None:
        self._known = known
        self._wrong, self._meant, self._right = dict[str, tuple[str, ...]](), dict[str, str](), set[str]()

    def wrong(self, tokens: set[str]) -> dict[str, tuple[str, ...]]:
        """The unknown words in each of ``tokens``, which are texts between spaces. Tokens without unknown words are left out."""
        tokens = tokens - self._right
        for token in tokens - self._wrong.keys():
            words = () if NO_WORDS.search(token) else WORD.findall(token)
            if wrong := tuple(word for word in words if not self._knows(word.replace("\u2019", "'").removesuffix("'s"))):
                self._wrong[token] = wrong
            else:
                self._right.add(token)
        return {token: self._wrong[token] for token in tokens - self._right}

    def _knows(self, word: str) -> bool:
        if not LATIN.fullmatch(word) or len(word) == 1:
            return True
        capitals = sum(map(str.isupper, word))
        if capitals > 1 and not TWO_CAPITALS.fullmatch(word):
            return True
        return word in self._known or (capitals < 2 and (dictionary.knows(word) or dictionary.knows(_without_accents(word))))

    def meant(self, word: str, used: Used, left: Iterator[int]) -> str | None:
        """The most likely intended word, an empty string if there is none, or None when no lookups are ``left``."""
        if word not in self._meant:
            if next(left, None) is None:
                return None
            self._meant[word] = dictionary.meant(word, used)
        return self._meant[word]


def _without_accents(word: str) -> str:
    """A word without accents, as in the dictionary: café as cafe."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


_SPELLER = Cache[Speller]()
_FOUND = Cache[list[Problem]]()


@rule(
    "words-are-spelt",
    "Words are in the dictionary",
    Example("      why: The by-law gives eech ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
    {"warning": "A word is not in the dictionary. It may be right: a name, or a technical term."},
    source=f"The British words of SCOWL, and our list in {KNOWN_SPELLINGS}",
)
def words_are_spelt(context: Context) -> Iterator[Problem]:
    """Every word of content and of hand-written pages is in the dictionary, or in our list of correct words that the dictionary does not have. That
    list is in alphabetical order."""
    known = context.known_spellings
    if known is None:
        return
    yield from out_of_order(known)
    if not dictionary.installed():
        yield Problem(KNOWN_SPELLINGS, 1, "Spelling was not checked: Hunspell is not installed here.", "A pull request is checked for spelling.")
        return
    speller, left = _SPELLER.get("", (known,), partial(Speller, known)), iter(range(MOST_MEANT))
    not_ours, listed = context.framework.phrases_to_avoid.not_ours, (known.text, dictionary.edition())

    def used(word: str) -> int:
        return sum(document.text.count(f" {word}{end}") for document in context.where.documents.values() for end in " .,\n")

    for path, document in context.where.documents.items():
        if path not in {PHRASES_TO_AVOID, WORDS_TO_AVOID, *not_ours.files}:
            look = partial(_in_values, document, speller, frozenset(not_ours.fields), used, left)
            asked = ("spelling", path, document.text, *listed, *not_ours.fields)
            yield from _FOUND.get(path, (document, speller, not_ours), partial(context.clean_checks.among, asked, look))
    for file in context.hand_written:
        look = partial(_in_page, file, speller, used, left)
        yield from _FOUND.get(file.path, (file, speller), partial(context.clean_checks.among, ("spelling", file.path, file.text, *listed), look))


def _in_values(document: Document, speller: Speller, not_ours: frozenset[str], used: Used, left: Iterator[int]) -> Iterator[Problem]:
    ours = [(place, value.split()) for place, value in values_of(document) if not_ours.isdisjoint(place)]
    wrong = speller.wrong(set().union(*(tokens for _, tokens in ours)))
    if not wrong:
        return
    model, lines = kind_of_file(document.path).model, document.text.split("\n")
    told = set[str]()
    for place, tokens in ours:
        if wrong.keys().isdisjoint(tokens):  # a shortcut for nearly all lines
            continue
        here = [word for token in tokens for word in wrong.get(token, ()) if word not in told]
        if here and is_words(model, at_any(place)):
            told.update(here)
            yield from _told(document.path, lines, document.line(place), dict.fromkeys(here), partial(speller.meant, used=used, left=left))


def _in_page(file: Visible, speller: Speller, used: Used, left: Iterator[int]) -> Iterator[Problem]:
    seen = file.seen.replace(GONE, " ")
    wrong, lines, told = speller.wrong(set(seen.split())), file.text.split("\n"), set[str]()
    for number, line in enumerate(seen.split("\n") if wrong else (), start=1):
        here = dict.fromkeys(word for token in line.split() for word in wrong.get(token, ()) if word not in told)
        told.update(here)
        yield from _told(file.path, lines, number, here, partial(speller.meant, used=used, left=left))


def _told(path: str, lines: list[str], first: int, words: Iterable[str], meant: Callable[[str], str | None]) -> Iterator[Problem]:
    """A problem for each of ``words``, on line ``first`` or below. A word with a capital and without a suggestion counts as a name, and is left out."""
    for word in words:
        likely = meant(word) or _parted(word)
        if likely == "" and word[0].isupper():
            continue
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        number = next((at for at in range(first, len(lines) + 1) if whole.search(lines[at - 1])), first)
        line = lines[number - 1]
        new = Replacement(number, number, (line.removesuffix("\r"),), whole.sub(likely, line.removesuffix("\r"), count=1), sure=False) if likely else None
        or_write = f", or write {new.line.strip()}" if new and new.line != line else "."
        instead = f"If it is right, add it to {KNOWN_SPELLINGS}, in order{or_write}"
        asked = f' Did you mean "{likely}"?' if likely else ""
        yield Problem(path, number, f'"{word}" is not in the dictionary.{asked}', instead, replacement=new)


def _parted(word: str) -> str:
    """Two joined words with the missing space, if one of them is a common small word: Callthe, Supportand. An empty string for others, which may be names."""
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1)) if dictionary.installed() else ()
    both = ((one, other) for one, other in halves if SMALL_WORDS & {one.lower(), other} and dictionary.knows(one) and dictionary.knows(other))
    return next((f"{one} {other}" for one, other in both), "")


TWICE = re.compile(r"\b(?<!['\u2019-])([^\W\d_]++)[ \n](?=\1(?![\w'\u2019-]))", re.IGNORECASE)
QUICK_TWICE = re.compile(r"[^\w'\u2019-]([^\x00-@\[-`{-~]++)\s+(?i:\1)(?![\w'\u2019-])")
"""A quick test, for ``Joined.suspects``: letters are what is neither a sign nor a digit of ASCII."""
RIGHT_TWICE = frozenset({"had", "that", "very"})


@rule(
    "words-stand-once",
    "No word twice in a row",
    Example("      why: The by-law gives each each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
    {"warning": "The same word comes twice in a row."},
)
def words_stand_once(context: Context) -> Iterator[Problem]:
    """No word is repeated by mistake, as in "the the"."""
    fields = context.framework.phrases_to_avoid.not_ours.fields
    not_ours = frozenset(fields)
    for path, document in context.where.documents.items():
        look = partial(_twice_in_values, document, not_ours)
        yield from _TWICE.get(path, (document,), partial(context.clean_checks.among, ("twice", path, document.text, *fields), look))
    for file in context.hand_written:
        yield from _TWICE.get(
            file.path, (file,), partial(context.clean_checks.among, ("twice", file.path, file.text), partial(_twice, file.path, file.text, 1, file.seen))
        )


_TWICE = Cache[list[Problem]]()


def _twice_in_values(document: Document, not_ours: frozenset[str]) -> Iterator[Problem]:
    for place, value in values_with(document, QUICK_TWICE):
        if not_ours.isdisjoint(place) and TWICE.search(words := " ".join(value.split())):
            yield from _twice(document.path, document.text, document.line(place), words)


def _twice(path: str, text: str, first: int, words: str) -> Iterator[Problem]:
    """A problem for each repeated word in ``words``, which start on line ``first`` of ``text`` or below. Names may repeat a word: Duran Duran."""
    lines = text.split("\n")
    for found in TWICE.finditer(words):
        word, both = found[1], words[found.start() : found.end() + len(found[1])]
        if word.lower() in RIGHT_TWICE or (both.istitle() and not (dictionary.installed() and dictionary.knows(word.lower()))):
            continue
        begins = first + words.count("\n", 0, found.start())
        number = next((at for at in range(begins, len(lines) + 1) if both in lines[at - 1]), 0)
        line = lines[number - 1].removesuffix("\r") if number else ""
        new = Replacement(number, number, (line,), line.replace(both, word, 1)) if number else None
        yield Problem(
            path,
            number or begins,
            f'"{word}" comes twice in a row.',
            f"Write {new.line.strip()}" if new else f'Delete one "{word}".',
            replacement=new,
        )
