"""An index -> the files that the search scripts fetch as needed, so that the cost of a query hardly grows with the framework.

``start.json`` is fetched first. It has the choices of the form, the word lists of the data, the facets of every record (so that counts are exact), and the
first stem of each alphabetical piece. Everything else is in pieces, in a folder named by the hash of all of them, so that a page never mixes pieces of two
builds:

- ``w`` and a number: stems with their records, and words with these stems; ``l`` and a number: the records of one stem. ``partition.py`` says which are in
  which piece.
- ``n`` and a number: names; ``t`` and a number: titles. ``buckets.py`` says which are in which piece.
- ``a0``: the weights of phrasings, needed only to tell which situation a query describes.
- ``d0``: the words that mean danger, which are needed only for queries that are not the name of a record.
- ``s`` and a number: all words with the same first letter, for the correction of misspelt words.
- ``r`` and a number: the texts to show for some records.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic_core import to_json

from sds.search.buckets import name_pieces, title_pieces
from sds.search.codes import coded, deltas, front_coded
from sds.search.columns import columns_of
from sds.search.danger_words import danger_words
from sds.search.index import WEIGHT_SCALE, Index, Searched, make_index, weights
from sds.search.partition import Partition, merged_groups, order
from sds.search.tokens import Tokens, is_number

TOGETHER = 2
"""The number of records in an ``r`` piece."""
MENDED_FROM = 4
"""The least number of letters of a word that may be suggested for a misspelt one."""


DANGER = "danger"
"""The key of the words that mean danger in the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record: what is indexed, its values by facet (as positions), the rounded number of links to it, and what is shown of it."""

    searched: Searched
    facets: Mapping[str, Sequence[int]]
    linked: int
    shown: Mapping[str, object]


def search_files(entries: Sequence[Entry], facets: Mapping[str, Sequence[str]], words: Mapping[str, Any], folder: str, whole: bool = False) -> dict[str, str]:
    """The text of each file by its path in ``folder``.

    ``facets`` are the ids of the values of each facet, and ``words`` the data from ``told_words``. With ``whole``, ``start.json`` contains all pieces and is
    the only file.
    """
    told = {name: some for name, some in words.items() if name != DANGER} | {"weights": weights()}
    tokens = Tokens(told)
    index = make_index([one.searched for one in entries], tokens)
    synonyms = words.get("alike", ())
    partition = Partition(index, merged_groups(tokens, synonyms), whole)
    names, titles = name_pieces(index, tokens, whole), title_pieces(index.titles, whole)
    pieces = {
        "d0": danger_words(words.get(DANGER, {}), tokens),
        "a0": [coded(index.phrasing_counts), coded(_phrasing_weights(index))],
        **partition.pieces(),
        **{f"{letter}{number}": piece for letter, some in (("n", names), ("t", titles)) for number, piece in enumerate(some)},
        **_spelling(index),
        **_records(entries),
    }
    start = {
        "facets": facets,
        "words": told,
        "averages": index.averages,
        **columns_of({name: [one.facets[name] for one in entries] for name in facets} | {"linked": [[one.linked] for one in entries]}),
        "told": coded(deltas(index.asked_in_sentences)),
        "asked": coded(index.asked_counts),
        "areas": coded(deltas(number for number, one in enumerate(entries) if one.searched.area)),
        "from": front_coded(partition.starts),
        "long": front_coded(partition.long),
        "lots": [partition.place(tokens.stem(group[0])) for group in synonyms],
        "names": len(names),
        "titles": len(titles),
        "letters": _letters(index),
        "together": TOGETHER,
        "shown": list(entries[0].shown) if entries else [],
    }
    tokens.clear()
    if whole:
        return {f"{folder}/start.json": _json({**start, "pieces": pieces})}
    texts = {name: _json(piece) for name, piece in pieces.items()}
    edition = hashlib.sha256("\n".join((_json(start), *texts.values())).encode()).hexdigest()[:10]
    return {f"{folder}/start.json": _json({**start, "edition": edition}), **{f"{folder}/{edition}/{name}.json": text for name, text in texts.items()}}


def _phrasing_weights(index: Index) -> Iterator[int]:
    """The weights of phrasings as integers, delta encoded within each record."""
    weights = iter(index.phrasing_weights)
    for count in index.phrasing_counts:
        yield from deltas(round(weight * WEIGHT_SCALE) for weight in islice(weights, count))


def _json(value: object) -> str:
    return to_json(value).decode()


def _letters(index: Index) -> str:
    """The first letters of the words that may be suggested for misspelt ones."""
    return "".join(sorted({word[0] for word in index.words if _mendable(word)}, key=order))


def _mendable(word: str) -> bool:
    return len(word) >= MENDED_FROM and not any(map(is_number, word))


def _spelling(index: Index) -> dict[str, list[object]]:
    """The ``s`` pieces: the words with each first letter, and how often each occurs in the texts."""
    made: dict[str, list[object]] = {}
    for number, letter in enumerate(_letters(index)):
        words = sorted((word for word in index.words if word[0] == letter and _mendable(word)), key=order)
        made[f"s{number}"] = [" ".join(words), coded(index.words[word] for word in words)]
    return made


def _records(entries: Sequence[Entry]) -> dict[str, list[object]]:
    """The ``r`` pieces: for each field that is shown, a list with the values of the records."""
    pieces = (entries[first : first + TOGETHER] for first in range(0, len(entries), TOGETHER))
    return {f"r{number}": [[one.shown[name] for one in some] for name in some[0].shown] for number, some in enumerate(pieces)}
