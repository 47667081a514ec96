"""Text -> sentences -> words, the base forms of a word, and the readability index LIX. For English only, and simple on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sds.easy_read.hard_words import plain
from sds.model.records.easy_read import SENTENCE_END

WORD = re.compile(r"\d+(?:[.,]\d+)*(?: \d+)*|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
"""A word. A phone number counts as one word, and so does a word with a hyphen or an apostrophe."""

LONG = 6  # a long word, for LIX, has more letters than this (Bjornsson, 1968)

IRREGULAR = {
    form: base
    for base, forms in {
        "be": "am is are was were been being isn't aren't wasn't weren't",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "can": "can't cannot could couldn't",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "deal": "dealt",
        "do": "did done does don't didn't doesn't",
        "feel": "felt",
        "find": "found",
        "forget": "forgot forgotten",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone goes",
        "have": "had has haven't hasn't hadn't",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "mean": "meant",
        "meet": "met",
        "pay": "paid",
        "say": "said",
        "see": "saw seen",
        "send": "sent",
        "show": "shown",
        "speak": "spoke spoken",
        "spend": "spent",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "will": "won't would wouldn't",
        "write": "wrote written",
        "good": "better best",
        "bad": "worse worst",
        "child": "children",
        "person": "people",
    }.items()
    for form in forms.split()
}
"""Irregular forms of words in common use, each with its base form."""


def listed(words: str) -> frozenset[str]:
    """A set of words, given as one text with spaces between them."""
    return frozenset(words.split())


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text``: each ends with a full stop or a question mark and a space, or with the text."""
    return tuple(piece for piece in SENTENCE_END.split(text.strip()) if piece)


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` as written, without the stars of bold words."""
    return tuple(WORD.findall(plain(text)))


@lru_cache(maxsize=8192)
def bases(word: str) -> tuple[str, ...]:
    """The possible base forms of ``word``, itself first: without 's, plural s, -ed, -ing, -er, -est or -ly.

    ``planning`` -> planning, plann, plan, planne. Not all are words: callers look them up in a word list.
    """
    low = word.lower().replace("\u2019", "'")
    return tuple(dict.fromkeys(_bases(low)))


def _bases(word: str) -> Iterator[str]:
    yield word
    if word in IRREGULAR:
        yield IRREGULAR[word]
    if word.endswith(("'s", "s'")):
        yield from _bases(word.removesuffix("s'") if word.endswith("s'") else word[:-2])
        return
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("es", ""), ("s", ""), ("ly", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + instead
    for ending in ("ed", "ing", "er", "est"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def lix(texts: Iterable[str]) -> float:
    """The LIX of sentences: the mean number of words in a sentence, plus the percentage of words with more than six letters (Bjornsson, 1968)."""
    counted = [words(text) for text in texts]
    total = sum(map(len, counted))
    if not total:
        return 0.0
    long = sum(sum(letter.isalpha() for letter in word) > LONG for some in counted for word in some)
    return total / len(counted) + 100 * long / total
