"""An index -> the files that the search scripts fetch as they need them: what an answer costs does not grow with the framework.

``start.json`` is fetched first: the choices of the form, what the data says of everyday words, what each record belongs to (so that what is counted
is exact), and where the pieces are cut. Everything else is in pieces, in a folder that is named after what they hold, so that a page never puts
together pieces of two editions:

- ``w`` and a number: stems, with the records that have them, and the words and names made of them. They are in the order of the alphabet, since a
  half word is answered by its neighbours; words that people use for one another are together, since they are asked for together; and the commonest
  words, which are in no record, are in the first.
- ``d0``: the words of danger, which only what is no name of a thing needs.
- ``s`` and a number: all words with one first letter, for mending what is misspelt.
- ``r`` and a number: what is shown of some records.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sds.search.codes import coded, steps
from sds.search.cut import Cut, joined_lots, order
from sds.search.index import PRECISE, Index, Searched, make_index, weights
from sds.search.tokens import Tokens, is_number

TOGETHER = 4
"""Records in a piece of what is shown."""
MENDED_FROM = 4
"""Letters of a word from which on it may have been meant by a misspelt one."""


DANGER = "danger"
"""The name of the words of danger in the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record: as it is looked through, the positions of what it belongs to by facet, how much is linked to it, and what is shown of it."""

    searched: Searched
    facets: Mapping[str, Sequence[int]]
    linked: int
    shown: Mapping[str, object]


def search_files(entries: Sequence[Entry], facets: Mapping[str, Sequence[str]], words: Mapping[str, Any], folder: str, whole: bool = False) -> dict[str, str]:
    """The text of each file by its path, all in ``folder``. With ``whole``, ``start.json`` has all pieces in it and there are no other files."""
    told = {name: some for name, some in words.items() if name != DANGER} | {"weights": weights()}
    tokens = Tokens(told)
    index = make_index([one.searched for one in entries], tokens)
    alike = words.get("alike", ())
    cut = Cut(index, tokens, joined_lots(tokens, alike), whole)
    pieces = {"d0": words.get(DANGER, {}), **cut.pieces(), **_spelling(index), **_records(entries)}
    start = {
        "facets": facets,
        "words": told,
        "records": len(entries),
        "averages": index.averages,
        "columns": {name: _column([one.facets[name] for one in entries]) for name in facets} | {"linked": _column([one.linked for one in entries])},
        "ways": {
            "told": coded(steps(index.told)),
            "counts": coded(index.way_counts),
            "weights": coded(_way_weights(index)),
        },
        "asked": coded(index.asked_counts),
        "areas": coded(steps(number for number, one in enumerate(entries) if one.searched.area)),
        "from": cut.starts,
        "lots": [cut.place(tokens.stem(lot[0])) for lot in alike],
        "letters": _letters(index),
        "together": TOGETHER,
        "shown": list(entries[0].shown) if entries else [],
    }
    if whole:
        return {f"{folder}/start.json": _json({**start, "pieces": pieces})}
    texts = {name: _json(piece) for name, piece in pieces.items()}
    edition = hashlib.sha256("\n".join((_json(start), *texts.values())).encode()).hexdigest()[:10]
    return {f"{folder}/start.json": _json({**start, "edition": edition}), **{f"{folder}/{edition}/{name}.json": text for name, text in texts.items()}}


def _way_weights(index: Index) -> Iterator[int]:
    """What each way of asking counts, in parts of one: in each record the first, and how much more than the one before it each other is."""
    weights = iter(index.way_weights)
    for count in index.way_counts:
        yield from steps(round(weight * PRECISE) for weight in islice(weights, count))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _column(values: Sequence[object]) -> dict[str, object]:
    """Each different value once, and for each record which of them it has."""
    numbers: dict[str, int] = {}
    at = coded(numbers.setdefault(json.dumps(value), len(numbers)) for value in values)
    return {"values": [json.loads(value) for value in numbers], "at": at}


def _letters(index: Index) -> str:
    """The first letters of words that may have been meant."""
    return "".join(sorted({word[0] for word in index.words if _mendable(word)}, key=order))


def _mendable(word: str) -> bool:
    return len(word) >= MENDED_FROM and not any(map(is_number, word))


def _spelling(index: Index) -> dict[str, list[object]]:
    """The pieces for mending: the words with each first letter, and how often each is in the texts."""
    made: dict[str, list[object]] = {}
    for number, letter in enumerate(_letters(index)):
        words = sorted((word for word in index.words if word[0] == letter and _mendable(word)), key=order)
        made[f"s{number}"] = [" ".join(words), coded(index.words[word] for word in words)]
    return made


def _records(entries: Sequence[Entry]) -> dict[str, list[object]]:
    """The pieces of what is shown: a list for each field."""
    pieces = (entries[first : first + TOGETHER] for first in range(0, len(entries), TOGETHER))
    return {f"r{number}": [[one.shown[name] for one in some] for name in some[0].shown] for number, some in enumerate(pieces)}
