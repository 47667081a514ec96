"""Divides names and titles into pieces by the hash of what they are looked up by, so that no list of pieces is needed.

Names are looked up by the words that were typed, and titles by the whole query. They are apart from the records of a stem, because a query also fetches the
records of many stems that nobody typed: those of synonyms, and of other names of a thing.
"""

from __future__ import annotations

from collections.abc import Mapping

from sds.search.codes import coded, deltas, fingerprint, hashed
from sds.search.index import Index
from sds.search.tokens import Tokens

NAMES_TOGETHER = 400
"""About how many characters of names are in a piece."""
TITLES_TOGETHER = 32
"""About how many titles are in a piece."""
SHORT_NAME = 3
"""Names of at most this many stems are listed under their two rarest stems, longer ones under one."""


def rarest(name: str, index: Index, tokens: Tokens) -> list[str]:
    """The stems under which a name is listed: its rarest. A short name is under its two rarest, so that it is found when one is misspelt as another word."""
    rare = sorted(dict.fromkeys(name.split(" ")), key=lambda stem: (stem in tokens.stop_stems, index.having[stem]))
    return rare[: 2 if len(rare) <= SHORT_NAME else 1]


def name_pieces(index: Index, tokens: Tokens, whole: bool) -> list[list[object]]:
    """The pieces of names: names, which stems of each it is listed under (as positions, if it has several stems), and the records of each. With ``whole``,
    there is one piece."""
    listed = {name: rarest(name, index, tokens) for name in filter(None, index.names)}
    length = sum(len(name) * len(stems) for name, stems in listed.items())
    made: list[dict[str, None]] = [{} for _ in range(1 if whole else 1 + length // NAMES_TOGETHER)]
    for name, stems in listed.items():
        for stem in stems:
            made[hashed(stem) % len(made)][name] = None

    def places(name: str) -> list[int]:
        parts = name.split(" ")
        return sorted(map(parts.index, listed[name])) if len(parts) > 1 else []

    return [
        [
            ",".join(piece),
            " ".join(coded(places(name)) for name in piece),
            " ".join(coded(deltas(sorted(index.names[name].values()))) for name in piece),
        ]
        for piece in made
    ]


def title_pieces(titles: Mapping[str, list[int]], whole: bool) -> list[list[object]]:
    """The pieces of titles: the fingerprint of each, and the records with it. With ``whole``, there is one piece."""
    made: list[list[tuple[int, list[int]]]] = [[] for _ in range(1 if whole else 1 + len(titles) // TITLES_TOGETHER)]
    for title, records in titles.items():
        value = hashed(title)
        made[value % len(made)].append((value, records))
    return [["".join(fingerprint(value) for value, _ in piece), " ".join(coded(deltas(records)) for _, records in piece)] for piece in made]
