"""An invisible character that stands where a space was: the line to write gets a space there, so that no two words run together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sds.checks.typos import DIGIT_IN_A_WORD
from sds.problem import Problem
from sds.reading.characters import UNSEEN, bad_characters
from sds.reading.known_spellings import KnownSpellings
from sds.spelling import dictionary

SOFT_HYPHEN = "\u00ad"
"""Stands only inside a word, where it may be divided at the end of a line."""
LAST, FIRST = re.compile(r"[^\W_]+\Z"), re.compile(r"[^\W_]+")


def with_spaces(problems: Iterable[Problem], known: KnownSpellings | None) -> Iterator[Problem]:
    """``problems``, those about invisible characters with a line to write in which no words run together that had only such a character between them."""
    for problem in problems:
        new = problem.replacement
        if not new or not problem.hides or len(new.was) > 1 or not any(map(_invisible, new.was[0])) or _letters(new.was[0]) != _letters(new.line):
            yield problem
            continue
        spaced = _spaced(new.was[0], known)
        line = next((one.replacement.line for one in bad_characters(problem.path, spaced) if one.replacement), spaced).rstrip()  # it may have other signs
        yield replace(problem, instead=f"Write {line.strip()}", replacement=replace(new, line=line))


def _invisible(character: str) -> bool:
    return character in UNSEEN or unicodedata.category(character) == "Cf"


def _letters(line: str) -> str:
    """What is seen of a line, without its spaces."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", "".join(one for one in line if not _invisible(one))))


def _spaced(line: str, known: KnownSpellings | None) -> str:
    """The line without its invisible characters, and with a space for those that stand between two words."""
    done, between = "", False
    for at, character in enumerate(line):
        if _invisible(character):
            between = between or character != SOFT_HYPHEN
            continue
        done += " " if between and _two_words(done, "".join(one for one in line[at:] if not _invisible(one)), known) else ""
        done, between = done + character, False
    return done


def _two_words(before: str, after: str, known: KnownSpellings | None) -> bool:
    """Whether the word that ends ``before`` and the one that begins ``after`` are two: a number and a word, or two words that are none when joined."""
    left, right = LAST.search(before), FIRST.match(after)
    if not left or not right or not dictionary.installed():
        return False

    def knows(word: str) -> bool:
        return dictionary.knows(word) or (known is not None and word in known)

    if left[0].isdecimal() != right[0].isdecimal():
        word = right[0] if left[0].isdecimal() else left[0]
        slips = DIGIT_IN_A_WORD.finditer(f"{before}{after}")
        return knows(word) and any(slip.start() < len(before) < slip.end() for slip in slips)
    return left[0].isalpha() and right[0].isalpha() and knows(left[0]) and knows(right[0]) and not knows(f"{left[0]}{right[0]}")
