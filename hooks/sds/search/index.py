"""What can be found -> the index that the search scripts ask: which records have which stem, how often, and under which names.

Scores are made in the browser (BM25+, in ``overrides/assets/js/search/scores.js``); here is what they are made from.
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
"""Where a word can stand: a statement is all text (``says``), everything else has a title."""
SENTENCES = "actions"
"""The kind whose title is what it says."""
NAMELESS = frozenset({"actions", "components", "units", "ask_for", "provisions"})
"""Kinds whose titles are sentences, not names."""
NOT_COVERED = "not_covered"
"""The kind that answers only who asks for it: no word of it is looked for by itself."""
SITUATIONS = "situations"
"""The kind of which the browser weighs the ways of asking apart from those for all else."""
PRECISE = 2
"""Parts of one in which the weights of ways of asking are told: finer ones moved no answer, and all of them are told to everybody."""
EVERYWHERE = 0.1
"""Of the commonest words, those in a larger share of the ways of asking than this tell nothing apart, and are left out of them."""
COMMON = 0.3
"""How much one of the commonest words counts in a way of asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One record as it is looked through. ``names`` are other names of it; ``also`` is looked through and not shown.

    ``told`` says that its names are whole questions and sentences, which people type as they would say them; ``area`` that it is named beside what is
    asked for there.
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
    """``postings`` by stem and field: three numbers for each record, its own, how many different stems the field has, and how often this one.

    ``having``: in how many records a stem is. ``words``: each word as it stands in the texts, and how often. ``names``: each name as a run of stems, with
    the records that have it, each twice its number, and one more where it is not their first name. ``titles``: the fingerprint of each title, with its
    rarest stem and the records that have it. ``told``: the records that are asked for in whole sentences, situations before all others. ``ways``: by stem,
    which of the ways of asking for these have it; ``way_counts``: how many ways each has; ``way_weights``: what all stems of each way count together, in each
    record from the lightest on.
    ``asking``: by stem, which of the ways of asking for all other records have it, without the commonest words; ``asked_counts``: how many of these ways
    each record has; ``asked_weights``: what all stems of each count together.
    ``averages``: how many different stems each field has, in the mean; of the last, how many ways of asking.
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
    """The index of ``records``, which are numbered in their order."""
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
    """Puts a record under each of its stems. The mean is kept as it goes, of all records so far, whether or not they have the field."""
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
    """The ways in which people ask for these records, each with the weight of its stems: the less, the more of these records have them."""
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
        # Those that weigh about the same stand by their commonest words: ways that share them are neighbours, which is told in fewer bytes
        for weight, way in sorted(weighed, key=lambda one: (round(one[0] * PRECISE), [stem in one[1] for stem in commonest], sorted(one[1]))):
            for stem in way:
                index.ways[stem].append(len(index.way_weights))
            index.way_weights.append(weight)


def _asking(index: Index, records: Sequence[Searched], tokens: Tokens) -> None:
    """The ways of asking of all records, one by one: words that one way has together say more than the same words scattered over many."""
    for record in records:
        ways = [tokens.bare(way) for way in record.asked if tokens.terms(way)]
        index.asked_counts.append(len(ways))
        for way in ways:
            for stem in sorted(frozenset(tokens.terms(way))):
                index.asking[stem].append(len(index.asked_weights))
            # a number and the word before it count once, as in what is typed
            said = frozenset(tokens.run(way).split()) - tokens.stop_stems
            index.asked_weights.append(sum(weight_in_way(stem, tokens) * math.log(1 + len(records) / (1 + index.having[stem])) for stem in said))
    asked = [count for count in index.asked_counts if count]
    index.averages[-1] = sum(asked) / max(1, len(asked))


def weight_in_way(stem: str, tokens: Tokens) -> float:
    """How much a stem counts in a way of asking, before how rare it is."""
    return COMMON if stem in tokens.stop_stems else tokens.weights.get(stem, 1.0)


def weights() -> Mapping[str, Any]:
    """What the scripts have to weigh alike: ``slight``, what whole questions are made of; ``kin``, whose matter it is; ``common``."""
    return {"slight": 0.6, "kin": 0.4, "common": COMMON}
