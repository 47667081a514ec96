"""What can be found -> an inverted index: which records have which stem, how often, and which names records have.

The scores (BM25+) are computed from it in the browser, by ``overrides/assets/js/search/scores.js``. A "way of asking", or phrasing, is a question or sentence
with which people ask for a record.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sds.search.codes import fingerprint
from sds.search.tokens import Tokens

FIELDS = ("title", "says", "names", "text", "also", "asked")
"""The indexed fields. The text of a statement is in ``says``; everything else has a ``title``."""
SENTENCES = "actions"
"""The kind whose title is its whole text."""
NAMELESS = frozenset({"actions", "components", "units", "ask_for", "provisions"})
"""Kinds whose titles are sentences rather than names."""
NOT_COVERED = "not_covered"
"""The kind of subjects that the site does not cover. It is found only by its names and phrasings, not by single words."""
SITUATIONS = "situations"
"""The kind whose phrasings the browser weighs separately from those of all other kinds."""
PRECISE = 2
"""By this the weights of phrasings are multiplied before they are rounded: a finer scale changed no result, and every reader fetches them."""
EVERYWHERE = 0.1
"""Stop words that are in a larger share of the phrasings than this are left out of them."""
COMMON = 0.3
"""The weight of a stop word in a phrasing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One record as it is indexed. The fields are those of ``entry.Found`` with the same names.

    ``told`` is true if its names are whole questions and sentences, as people would say them; ``area`` if it is an area, which people name together with what
    they ask for.
    """

    kind: str
    title: str
    text: str
    also: str
    names: tuple[str, ...]
    asked: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    told: bool = False
    area: bool = False


@dataclass(slots=True, kw_only=True)
class Index:
    """The inverted index.

    - ``postings``: by stem, for each field a flat list of three numbers for each record: its number, the number of different stems in the field, and how often
      the stem occurs in it. ``having``: the number of records with each stem.
    - ``words``: how often each word occurs in the texts.
    - ``names``: by name (as stems joined with spaces), the records that have it: number -> twice the number, plus 1 if it is not the record's first name.
    - ``titles``: by the hash of a title, its rarest stem and the records that have it.
    - ``told``: the records that people ask for in whole sentences, situations first. ``ways``: by stem, the numbers of their phrasings that have it.
      ``way_counts``: the number of phrasings of each of these records. ``way_weights``: the weight of each phrasing, ascending within a record.
    - ``asking``: by stem, the numbers of the phrasings of ``asked`` that have it, without stop words. ``asked_counts``: the number of such phrasings of each
      record. ``asked_weights``: the weight of each of them.
    - ``averages``: the mean number of different stems in each field; for the last field, the mean number of phrasings.
    """

    averages: list[float]
    postings: dict[str, list[array[int]]] = field(default_factory=dict)
    having: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    names: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    titles: dict[str, tuple[str, list[int]]] = field(default_factory=dict)
    told: list[int] = field(default_factory=list)
    ways: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    way_counts: list[int] = field(default_factory=list)
    way_weights: list[float] = field(default_factory=list)
    asking: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    asked_counts: list[int] = field(default_factory=list)
    asked_weights: list[float] = field(default_factory=list)


def make_index(records: Sequence[Searched], tokens: Tokens) -> Index:
    """The index of ``records``, which are numbered from 0 in their order."""
    index = Index(averages=[0.0] * len(FIELDS))
    for number, record in enumerate(records):
        _fields(index, number, record, tokens)
        titles = () if record.kind in NAMELESS else (record.title, *record.title.split(": "))
        common = [way for way in record.asked if not tokens.terms(way)]
        for at, name in enumerate((*titles, *(record.names if titles else ()), *common)):
            index.names[tokens.run(tokens.bare(name))].setdefault(number, number * 2 + (at > 0 or not titles))
    for number, record in enumerate(records):
        said = tokens.bare(record.title)
        rarest = min(tokens.terms(said), key=lambda stem: index.having[stem], default="")
        index.titles.setdefault(fingerprint(said), (rarest, []))[1].append(number)
    _asking(index, records, tokens)
    told = [(number, record) for number, record in enumerate(records) if record.told]
    for of_kind in (True, False):
        _ways(index, [one for one in told if (one[1].kind == SITUATIONS) is of_kind], tokens)
    return index


def _fields(index: Index, number: int, record: Searched, tokens: Tokens) -> None:
    """Adds a record to the posting lists of its stems. The averages are running means over all records so far, as if each had the field."""
    texts = (record.title, *record.names, record.text, record.also)
    for text in texts:
        index.words.update(tokens.pieces(text))
    if record.kind == NOT_COVERED:
        return
    says = record.kind == SENTENCES
    stems_of = (
        [] if says else tokens.terms(record.title),
        tokens.terms(record.title) if says else [],
        tokens.terms(" . ".join(record.names)),
        tokens.terms(record.text),
        tokens.terms(record.also) + [tokens.run(id) for id in record.ids],
    )
    there = (not says, says, bool(record.names), bool(record.text), bool(record.also or record.ids))
    for at, stems in enumerate(stems_of):
        if not there[at]:
            continue
        often = Counter(stems)
        index.averages[at] = (index.averages[at] * number + len(often)) / (number + 1)
        for stem, times in often.items():
            if stem not in index.postings:
                index.postings[stem] = [array("I") for _ in stems_of]
            index.postings[stem][at].extend((number, len(often), times))
    index.having.update({stem for stems in stems_of for stem in stems}.union(tokens.terms(" . ".join(record.asked))))


def _ways(index: Index, numbered: Sequence[tuple[int, Searched]], tokens: Tokens) -> None:
    """Adds the phrasings of records with ``told``. The weight of a phrasing is the sum over its stems, where a stem counts less the more records have it."""
    index.told.extend(number for number, _ in numbered)
    told = [record for _, record in numbered]
    ways = [[tokens.way(tokens.bare(way)) for way in (one.title, *one.names)] for one in told]
    said = Counter(stem for own in ways for way in own for stem in way if stem in tokens.stop_stems)
    commonest = [stem for stem, _ in said.most_common()]
    everywhere = {stem for stem, often in said.items() if often > EVERYWHERE * sum(map(len, ways))}
    ways = [[way - everywhere or way for way in own] for own in ways]
    shared = Counter[str]()
    for one, own in zip(told, ways, strict=True):
        shared.update(frozenset(tokens.terms(f"{one.text} {one.also}")).union(*own))
    rarity = {stem: math.log(1 + len(told) / some) for stem, some in shared.items()}
    for own in ways:
        index.way_counts.append(len(own))
        weighed = [(sum(weight_in_way(stem, tokens) * rarity[stem] for stem in sorted(way)), way) for way in own]
        # of about equal weight, those that share stop words come together, because neighbouring numbers compress better
        for weight, way in sorted(weighed, key=lambda one: (round(one[0] * PRECISE), [stem in one[1] for stem in commonest], sorted(one[1]))):
            for stem in way:
                index.ways[stem].append(len(index.way_weights))
            index.way_weights.append(weight)


def _asking(index: Index, records: Sequence[Searched], tokens: Tokens) -> None:
    """Adds the phrasings in ``asked`` of all records, each separately: words together in one phrasing say more than the same words in several."""
    for record in records:
        ways = [tokens.bare(way) for way in record.asked if tokens.terms(way)]
        index.asked_counts.append(len(ways))
        for way in ways:
            for stem in sorted(frozenset(tokens.terms(way))):
                index.asking[stem].append(len(index.asked_weights))
            # a number and the word before it count as one term, as in a query
            said = frozenset(tokens.run(way).split()) - tokens.stop_stems
            index.asked_weights.append(sum(weight_in_way(stem, tokens) * math.log(1 + len(records) / (1 + index.having[stem])) for stem in said))
    asked = [count for count in index.asked_counts if count]
    index.averages[-1] = sum(asked) / max(1, len(asked))


def weight_in_way(stem: str, tokens: Tokens) -> float:
    """The weight of a stem in a phrasing, before it is multiplied by its rarity."""
    return COMMON if stem in tokens.stop_stems else tokens.weights.get(stem, 1.0)


def weights() -> Mapping[str, Any]:
    """Weights that the scripts must use too: of ``slight`` words, which most questions have; of words for ``kin``; and of stop words (``common``)."""
    return {"slight": 0.6, "kin": 0.4, "common": COMMON}
