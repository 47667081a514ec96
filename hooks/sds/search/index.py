"""What can be found -> an inverted index: which records have which stem, how often, and which names records have.

The scores (BM25+) are computed from it in the browser, by ``overrides/assets/js/search/scores.js``. A phrasing is a question or sentence with
which people ask for a record.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

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
WEIGHT_SCALE = 2
"""By this the weights of phrasings are multiplied before they are rounded: a finer scale changed no result, and every reader fetches them."""
EVERYWHERE = 0.1
"""Stop words that are in a larger share of the phrasings than this are left out of them."""
COMMON = 0.3
"""The weight of a stop word in a phrasing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One record as it is indexed. The fields are those of ``entry.Found`` with the same names.

    ``asked_in_sentences`` is true if its names are whole questions and sentences, as people would say them; ``area`` if it is an area, which people name
    together with what they ask for.
    """

    kind: str
    title: str
    text: str
    also: str
    names: tuple[str, ...]
    asked: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    asked_in_sentences: bool = False
    area: bool = False


@dataclass(slots=True, kw_only=True)
class Index:
    """The inverted index.

    - ``postings``: by stem, for each field a flat list of three numbers for each record: its number, the number of different stems in the field, and how often
      the stem occurs in it. ``having``: the number of records with each stem.
    - ``words``: how often each word occurs in the texts.
    - ``names``: by name (as stems joined with spaces), the records that have it: number -> twice the number, plus 1 if it is not the record's first name.
    - ``titles``: by title without filler words, the records that have it.
    - ``asked_in_sentences``: the records that people ask for in whole sentences, situations first. ``phrasings``: by stem, the numbers of their phrasings that
      have it. ``phrasing_counts``: the number of phrasings of each of these records. ``phrasing_weights``: the weight of each, ascending within a record.
    - ``asking``: by stem, the numbers of the phrasings of ``asked`` that have it, without stop words. ``asked_counts``: the number of such phrasings of each
      record. ``asked_weights``: the weight of each of them.
    - ``averages``: the mean number of different stems in each field; for the last field, the mean number of phrasings.
    """

    averages: list[float]
    postings: dict[str, list[array[int]]] = field(default_factory=dict)
    having: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    names: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    titles: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    asked_in_sentences: list[int] = field(default_factory=list)
    phrasings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    phrasing_counts: list[int] = field(default_factory=list)
    phrasing_weights: list[float] = field(default_factory=list)
    asking: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    asked_counts: list[int] = field(default_factory=list)
    asked_weights: list[float] = field(default_factory=list)


def make_index(records: Sequence[Searched], tokens: Tokens) -> Index:
    """The index of ``records``, which are numbered from 0 in their order."""
    index = Index(averages=[0.0] * len(FIELDS))
    for number, record in enumerate(records):
        _fields(index, number, record, tokens)
        titles = () if record.kind in NAMELESS else (record.title, *record.title.split(": "))
        common = [phrasing for phrasing in record.asked if not tokens.terms(phrasing)]
        for at, name in enumerate((*titles, *(record.names if titles else ()), *common)):
            index.names[tokens.run(tokens.bare(name))].setdefault(number, number * 2 + (at > 0 or not titles))
        index.titles[tokens.bare(record.title)].append(number)
    _asking(index, records, tokens)
    in_sentences = [(number, record) for number, record in enumerate(records) if record.asked_in_sentences]
    for of_kind in (True, False):
        _phrasings(index, [one for one in in_sentences if (one[1].kind == SITUATIONS) is of_kind], tokens)
    return index


def _fields(index: Index, number: int, record: Searched, tokens: Tokens) -> None:
    """Adds a record to the posting lists of its stems. The averages are running means over all records so far, as if each had the field."""
    index.words.update(chain(tokens.pieces(record.title), *map(tokens.pieces, record.names), tokens.pieces(record.text), tokens.pieces(record.also)))
    if record.kind == NOT_COVERED:
        return
    says = record.kind == SENTENCES
    stems_of = (
        [] if says else tokens.terms(record.title),
        tokens.terms(record.title) if says else [],
        [*chain.from_iterable(map(tokens.terms, record.names))],
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
    index.having.update({stem for stems in stems_of for stem in stems}.union(*map(tokens.terms, record.asked)))


def _phrasings(index: Index, numbered: Sequence[tuple[int, Searched]], tokens: Tokens) -> None:
    """Adds the phrasings of records with ``asked_in_sentences``. A phrasing weighs the sum of its stems, which weigh less the more records have them."""
    index.asked_in_sentences.extend(number for number, _ in numbered)
    in_sentences = [record for _, record in numbered]
    phrasings = [[tokens.phrasing_stems(tokens.bare(phrasing)) for phrasing in (one.title, *one.names)] for one in in_sentences]
    said = Counter(stem for own in phrasings for phrasing in own for stem in phrasing if stem in tokens.stop_stems)
    commonest = [stem for stem, _ in said.most_common()]
    everywhere = {stem for stem, often in said.items() if often > EVERYWHERE * sum(map(len, phrasings))}
    phrasings = [[phrasing - everywhere or phrasing for phrasing in own] for own in phrasings]
    shared = Counter[str]()
    for one, own in zip(in_sentences, phrasings, strict=True):
        shared.update(frozenset(tokens.terms(f"{one.text} {one.also}")).union(*own))
    rarity = {stem: math.log(1 + len(in_sentences) / some) for stem, some in shared.items()}
    for own in phrasings:
        index.phrasing_counts.append(len(own))
        weighed = [(sum(weight_in_phrasing(stem, tokens) * rarity[stem] for stem in sorted(phrasing)), phrasing) for phrasing in own]
        # of about equal weight, those that share stop words come together, because neighbouring numbers compress better
        for weight, phrasing in sorted(weighed, key=lambda one: (round(one[0] * WEIGHT_SCALE), [stem in one[1] for stem in commonest], sorted(one[1]))):
            for stem in phrasing:
                index.phrasings[stem].append(len(index.phrasing_weights))
            index.phrasing_weights.append(weight)


def _asking(index: Index, records: Sequence[Searched], tokens: Tokens) -> None:
    """Adds the phrasings in ``asked`` of all records, each separately: words together in one phrasing say more than the same words in several."""

    @cache
    def weight(stem: str) -> float:
        return weight_in_phrasing(stem, tokens) * math.log(1 + len(records) / (1 + index.having[stem]))

    for record in records:
        phrasings = [tokens.bare(phrasing) for phrasing in record.asked if tokens.terms(phrasing)]
        index.asked_counts.append(len(phrasings))
        for phrasing in phrasings:
            for stem in sorted(frozenset(tokens.terms(phrasing))):
                index.asking[stem].append(len(index.asked_weights))
            # a number and the word before it count as one term, as in a query
            said = frozenset(tokens.run(phrasing).split()) - tokens.stop_stems
            index.asked_weights.append(sum(map(weight, said)))
    counts = [count for count in index.asked_counts if count]
    index.averages[-1] = sum(counts) / max(1, len(counts))


def weight_in_phrasing(stem: str, tokens: Tokens) -> float:
    """The weight of a stem in a phrasing, before it is multiplied by its rarity."""
    return COMMON if stem in tokens.stop_stems else tokens.weights.get(stem, 1.0)


def weights() -> Mapping[str, Any]:
    """Weights that the scripts must use too: of ``slight`` words, which most questions have; of words for ``kin``; and of stop words (``common``)."""
    return {"slight": 0.6, "kin": 0.4, "common": COMMON}
