"""Words as the search compares them, for the index: the same as ``overrides/assets/js/search/tokens.js`` makes of what is typed.

Small letters without accents, stems, numbers joined to the word before them. A test holds the two to each other on every text of the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import Any

from sds.model.contractions import full_forms
from sds.search.stemmer import stemmer

_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("[\u2019\u2018`]")
_ENDING = re.compile(r"'(?:s|d|m|ll|re|ve)$")


@cache  # made when something is searched for: a check of content makes no index, and would wait for it
def _piece() -> re.Pattern[str]:
    """One word. Letters of many scripts carry marks that are neither letters nor numbers."""
    marks = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M"))
    letter, sign = r"[^\W\d_]", f"[^\\W_{marks}]|[{marks}]"
    return re.compile(rf"{letter}+(?:-{letter}+)*-{letter}{{1,2}}[0-9]+(?![\w-])|[0-9]+(?:\.[0-9]+)+|(?:{sign})+(?:'{letter}+)?")


_PLAIN_PIECE = re.compile(r"[a-z]+(?:-[a-z]+)*-[a-z]{1,2}[0-9]+(?![\w-])|[0-9]+(?:\.[0-9]+)+|[a-z0-9]+(?:'[a-z]+)?", re.ASCII)
"""The same for a text of plain letters, as most are: in half the time."""


def _cut(text: str) -> list[str]:
    """The words of a text as they are typed, in small letters."""
    small = text.lower() if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    plain = _APOSTROPHES.sub("'", small)
    found: list[str] = (_PLAIN_PIECE if plain.isascii() else _piece()).findall(plain)
    return found


def is_number(piece: str) -> bool:
    """Whether it begins with a digit."""
    return "0" <= piece[0] <= "9"


def owner_phrase(words: Mapping[str, Any]) -> re.Pattern[str]:
    """Whose matter it is, as in "my mum's": one of the words for owners, one for kin, and an s."""
    owners, kin = ("|".join(map(re.escape, words.get(name, ()))) for name in ("owners", "kin"))
    return re.compile(rf"\b(?:{owners})\s+(?:{kin})'?s\b" if owners and kin else r"(?!)")


class Tokens:
    """Reads texts by what the site's data says of everyday words: ``words`` is what the scripts are told, too."""

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
        """The words of a text, in small letters: ``Carer's s.5`` gives ``carer``, ``s``, ``5``, and ``Don't`` or ``dont`` gives ``do``, ``not``."""
        self.stem = cache(self._stem)
        """What is left of a word when its endings are cut off."""
        self.terms = cache(self._terms)
        """The words that stand for a text in the index: stems without the commonest words, and each number with the word before it."""

    def _pieces(self, text: str) -> tuple[str, ...]:
        full = self._contractions
        return tuple(word for piece in _cut(text) for word in full.get(piece) or (_ENDING.sub("", piece).replace("'", "", 1),))

    def _stem(self, word: str) -> str:
        """The stemmer knows the endings of no other language than English."""
        plain = self._forms.get(word, word)
        return stemmer(plain) if self._english and "-" not in plain and not is_number(plain) else plain

    @cached_property
    def stop_stems(self) -> frozenset[str]:
        return frozenset(map(self.stem, self.stop))

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much a word counts in a question beside others, by its stem, where it counts less than others."""
        kinds = ("slight", self._words["weights"]["slight"]), ("kin", self._words["weights"]["kin"])
        return {self.stem(word): weight for name, weight in kinds for word in self._words.get(name, ())}

    def _terms(self, text: str) -> list[str]:
        found: list[str] = []
        before, stop, stem = "", self.stop, self.stem
        for piece in self.pieces(text):
            if before and is_number(piece) and before not in stop:
                found.append(f"{stem(before)}_{piece}")
            if piece not in stop:
                found.append(stem(piece))
            before = piece
        return found

    def bare(self, text: str) -> str:
        """A way of asking without the words that say nothing wherever they stand, and without whose matter it is: none of them may hide what is asked.
        The whole, where one word would be left that says little."""
        said = self.pieces(self._owner.sub(" ", _APOSTROPHES.sub("'", text.lower())))
        left = [piece for piece in said if piece not in self._fillers]
        return " ".join(left if len(left) > 1 or not self._little.issuperset(left) else self.pieces(text))

    def run(self, name: str) -> str:
        """A name as one run of stems, each number joined to the word before it, to see whether it stands in what was typed."""
        stems: list[str] = []
        for piece in self.pieces(name):
            if stems and is_number(piece) and stems[-1] not in self.stop:
                stems.append(f"{stems.pop()}_{piece}")
            else:
                stems.append(self.stem(piece))
        return " ".join(stems)

    def way(self, text: str) -> frozenset[str]:
        """The stems of a way of asking, the commonest too."""
        return frozenset(self.stem(self._variants.get(piece, piece)) for piece in self.pieces(text))
