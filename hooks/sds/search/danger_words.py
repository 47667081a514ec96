"""The words that mean danger, as in ``content/search.yaml`` -> the same as stems, which ``overrides/assets/js/search/danger.js`` compares with a query's.

Many words of a list have the same stem, and a phone need not find any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from sds.search.tokens import Tokens

FEW = 3
"""The fewest letters of a stem."""
AS_TYPED = ("about", "beside", "subjects")
"""The lists whose words are compared as they are typed."""
DROPPED = re.compile(r"([^aeiou]..?[^aeiou])in$")
"""``hittin``, for hitting."""


def danger_words(words: Mapping[str, Any], tokens: Tokens) -> dict[str, object]:
    """``words`` with stems in place of words, each phrase and each word of a list once. A list's name in a phrase, as in ``<hit> me``, stays.

    Those in ``AS_TYPED`` stay as they are: who asks about training is in no danger, and who thinks of a train may be.
    """

    def phrase(text: str) -> str:
        return " ".join(part for word in text.split(" ") for part in ([word] if word.startswith("<") else _stems(word, tokens)))

    def once(texts: Sequence[str]) -> list[str]:
        return list(dict.fromkeys(map(phrase, texts)))

    lists = {name: " ".join(dict.fromkeys(stem for text in some for stem in _stems(text, tokens))) for name, some in words.get("words", {}).items()}
    phrases = {name: once(some) for name, some in words.items() if name not in {"words", *AS_TYPED}}
    return {**phrases, **{name: list(words.get(name, ())) for name in AS_TYPED}, "words": lists} if words else {}


def _stems(text: str, tokens: Tokens) -> list[str]:
    """The stem of each word of a text; the word itself if its stem would be too short, because ``use`` is not ``us``."""
    usual = [DROPPED.sub(r"\1ing", tokens.usual(piece)) for piece in tokens.pieces(text)]
    return [stem if len(stem := tokens.stem(word)) >= FEW else word for word in usual]
