"""The tokenizer for the index, which gives the same tokens as ``overrides/assets/js/search/tokens.js`` gives for queries.

Tokens are stems in lower case without accents; a number is joined to the word before it. A test compares both on every text of the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Any

from sds.model.contractions import full_forms
from sds.search.stemmer import stemmer

_ACCENTS = re.compile("[\u0300-\u036f]")
_ENDING = re.compile(r"'(?:s|d|m|ll|re|ve)$")


@cache  # compiled when first needed: a check of content makes no index, and would be slower by it
def _piece() -> re.Pattern[str]:
    """The pattern of a word. In many scripts, letters carry combining marks, which are neither letters nor digits."""
    marks = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M"))
    letter, sign = r"[^\W\d_]", f"[^\\W_{marks}]|[{marks}]"
    return re.compile(rf"{letter}+(?:-{letter}+)*-{letter}{{1,2}}[0-9]+(?![\w-])|[0-9]+(?:\.[0-9]+)+|(?:{sign})+(?:'{letter}+)?")


_PLAIN_PIECE = re.compile(r"[a-z]++-(?:[a-z]++-)*[a-z]{1,2}[0-9]++(?![\w-])|[0-9]++(?:\.[0-9]+)+|[a-z0-9]++(?:'[a-z]+)?", re.ASCII)
"""The pattern of a word in ASCII text, which is most text: four times as fast, because ``++`` gives no letter back to try again with fewer."""


def _cut(text: str) -> list[str]:
    """The words of a text as typed, in lower case, before contractions are resolved."""
    if text.isascii() and text.replace(" ", "").isalnum():  # most phrasings are like this: no sign in them, so no pattern is needed
        return text.lower().split()
    small = text.lower() if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    plain = _straight(small)
    found: list[str] = (_PLAIN_PIECE if plain.isascii() else _piece()).findall(plain)
    return found


def _straight(text: str) -> str:
    """A text with straight apostrophes only."""
    return text.replace("`", "'").replace("\u2019", "'").replace("\u2018", "'")


def is_number(piece: str) -> bool:
    """Whether a word begins with a digit."""
    return "0" <= piece[0] <= "9"


def _has_number(pieces: Sequence[str]) -> bool:
    """Whether one of some words is a number. Signs that sort before digits begin no word, so the first in alphabetical order tells."""
    return bool(pieces) and is_number(min(pieces))


def owner_phrase(words: Mapping[str, Any]) -> re.Pattern[str]:
    """The pattern of a phrase such as "my mum's": an owner ("my"), a word for kin ("mum"), and an s. Never matches if the data has no such words."""
    owners, kin = ("|".join(map(re.escape, words.get(name, ()))) for name in ("owners", "kin"))
    return re.compile(rf"\b(?:{owners})\s+(?:{kin})'?s\b" if owners and kin else r"(?!)")


class Tokens:
    """The tokenizer with the word lists of the site's data. ``words`` is the same data as for the scripts: ``entry.told_words`` and ``index.weights``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._english = re.match(r"en\b", words["language"]) is not None
        self._variants: Mapping[str, str] = words.get("variants", {})
        self._forms = {form: word for word, forms in words.get("forms", {}).items() for form in forms}
        self._contractions = full_forms(words.get("contractions", {}), words.get("not_contractions", ()))
        self._words = words
        self.stop = frozenset(words.get("stop", ()))
        self._fillers = frozenset(words.get("fillers", ()))
        self._little = self.stop.union(words.get("slight", ()), words.get("kin", ()))
        self._owner = owner_phrase(words)
        self.pieces = lru_cache(maxsize=1 << 16)(self._pieces)
        """The words of a text in lower case: ``Gardener's s.5`` -> ``gardener``, ``s``, ``5``; ``Don't`` or ``dont`` -> ``do``, ``not``."""
        self._resolved = cache(self._resolve)
        self.bare = cache(self._bare)
        self.stem = cache(self._stem)
        """The stem of a word."""
        self.terms = cache(self._terms)
        """The index terms of a text: stems without stop words, and, for a number, also the number joined to the word before it."""

    def clear(self) -> None:
        """Empties the caches. They refer back to this object, so only garbage collection would free them, and a build runs without it."""
        for one in (self.pieces, self._resolved, self.bare, self.stem, self.terms):
            one.cache_clear()

    def _pieces(self, text: str) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(self._resolved, _cut(text))))

    def _resolve(self, piece: str) -> tuple[str, ...]:
        """The words of a contraction; any other word without its ending (``'s``)."""
        return tuple(self._contractions.get(piece) or (_ENDING.sub("", piece).replace("'", "", 1),))

    def _stem(self, word: str) -> str:
        """The stem of an English word, or of the word that it is a form of; numbers, words with hyphens and words of other languages have no other stem."""
        plain = self._forms.get(word, word)
        return stemmer(plain) if self._english and "-" not in plain and not is_number(plain) else plain

    @cached_property
    def stop_stems(self) -> frozenset[str]:
        return frozenset(map(self.stem, self.stop))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weights, by stem, of words that count less than others in a question. All other words have the weight 1."""
        kinds = ("slight", self._words["weights"]["slight"]), ("kin", self._words["weights"]["kin"])
        return {self.stem(word): weight for name, weight in kinds for word in self._words.get(name, ())}

    def _terms(self, text: str) -> list[str]:
        pieces = self.pieces(text)
        stop, stem = self.stop, self.stem
        if not _has_number(pieces):
            return [stem(piece) for piece in pieces if piece not in stop]
        found: list[str] = []
        before = ""
        for piece in pieces:
            if before and is_number(piece) and before not in stop:
                found.append(f"{stem(before)}_{piece}")
            if piece not in stop:
                found.append(stem(piece))
            before = piece
        return found

    def _bare(self, text: str) -> str:
        """A phrasing without filler words and without phrases such as "my mum's", which would hide its subject. If only one word of little meaning would
        be left, the whole phrasing."""
        small = _straight(text.lower())
        plain = self._owner.sub(" ", small)
        said = self.pieces(text if plain == small else plain)  # the words of ``text`` are mostly cached
        left = [piece for piece in said if piece not in self._fillers]
        return " ".join(left if len(left) > 1 or not self._little.issuperset(left) else self.pieces(text))

    def run(self, name: str) -> str:
        """A name as stems joined with spaces, each number joined to the word before it, to test whether a query contains the name."""
        pieces = self.pieces(name)
        if not _has_number(pieces):
            return " ".join(map(self.stem, pieces))
        stems: list[str] = []
        for piece in pieces:
            if stems and is_number(piece) and stems[-1] not in self.stop:
                stems.append(f"{stems.pop()}_{piece}")
            else:
                stems.append(self.stem(piece))
        return " ".join(stems)

    def usual(self, piece: str) -> str:
        """The standard form of a word: ``small`` for ``wee``."""
        return self._variants.get(piece, piece)

    def phrasing_stems(self, text: str) -> frozenset[str]:
        """The set of stems of a phrasing, including stop words."""
        return frozenset(self.stem(self.usual(piece)) for piece in self.pieces(text))
