"""Divides names and titles into pieces by the hash of what they are looked up by, so that no list of pieces is needed.

Names are looked up by the words that were typed, and titles by the whole query. They are apart from the records of a stem, because a query also fetches the
records of many stems that nobody typed: those of synonyms, and of other names of a thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sds.search.codes import coded, deltas, fingerprint, hashed
from sds.search.index import Index
from sds.search.tokens import Tokens

NAMES_TOGETHER = 800
"""About how many characters of names are in a piece."""
TITLES_TOGETHER = 32
"""About how many titles are in a piece."""
SHORT_NAME = 3
"""Names of at most this many stems are listed under their two rarest stems, longer ones under one."""


def names_by_stem(index: Index, tokens: Tokens) -> dict[str, list[str]]:
    """Each name under its rarest stem. A short name is under its two rarest, so that it is found when one of them is misspelt as another word."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in filter(None, index.names):
        rare = sorted(dict.fromkeys(name.split(" ")), key=lambda stem: (stem in tokens.stop_stems, index.having[stem]))
        for stem in rare[: 2 if len(rare) <= SHORT_NAME else 1]:
            found[stem].append(name)
    return found


def name_pieces(index: Index, tokens: Tokens, whole: bool) -> list[list[object]]:
    """The pieces of names: the names of each stem in the piece, and the records of each name. With ``whole``, there is one piece."""
    by_stem = names_by_stem(index, tokens)
    length = sum(len(name) for names in by_stem.values() for name in names)
    made: list[list[tuple[str, list[str]]]] = [[] for _ in range(1 if whole else 1 + length // NAMES_TOGETHER)]
    for stem in sorted(by_stem):
        made[hashed(stem) % len(made)].append((stem, by_stem[stem]))
    return [
        [
            " ".join(stem for stem, _ in piece),
            ";".join(",".join(names) for _, names in piece),
            " ".join(coded(deltas(sorted(index.names[name].values()))) for _, names in piece for name in names),
        ]
        for piece in made
    ]


def title_pieces(titles: Mapping[str, list[int]], whole: bool) -> list[list[object]]:
    """The pieces of titles: the fingerprint of each, and the records with it. With ``whole``, there is one piece."""
    made: list[list[str]] = [[] for _ in range(1 if whole else 1 + len(titles) // TITLES_TOGETHER)]
    for title in titles:
        made[hashed(title) % len(made)].append(title)
    return [["".join(map(fingerprint, piece)), " ".join(coded(deltas(titles[title])) for title in piece)] for piece in made]
