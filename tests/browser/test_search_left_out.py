"""Measures how well the search answers unseen queries: leaves one way of asking out of a record's index entry, and then searches for it.

The lists of queries (``search/*.yaml``) are passed almost always, because whoever saw a query fail added its words. Here the queries differ for every
record, and only that record counts as right. So the rates are lower than readers would judge, and show better whether a change helps.
"""

from __future__ import annotations

import dataclasses
import json
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pytest

from browsing import opened, with_kept_scripts
from sds.model.framework import Framework
from sds.model.links import links_of
from sds.search import documents
from sds.search.entry import KINDS, Found
from sds.search.records import records

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHARE = 0.4
"""The share of records (of those with more than :data:`WORDS` ways of asking) that have one left out. If all had, the index would lack too many words."""
WORDS = 3
"""The fewest words of a way of asking that counts as a query and not just as a name."""
LEAST = {"situations": 0.3, "actions": 0.55, "resources": 0.75, "terms": 0.4, "not_covered": 0.1}
"""For each kind, the share of records that must be among the first three results."""
ASK = """async ([start, asked]) => {
  const { makeIndex } = await import('/assets/js/search/index.js');
  const index = makeIndex(start, (name) => Promise.reject(new Error(`${name} is in no piece`)));
  const at = [];
  for (const [words, role, right] of asked) {
    const { found } = await index.all(() => index.find(words, [role], () => true, [0]));
    at.push(found.findIndex(({ one }) => one.id === right));
  }
  return at;
}"""


def left_out(found: Sequence[Found], kinds: Sequence[str]) -> tuple[list[Found], dict[tuple[str, str, str], str]]:
    """The records, some of them without one way of asking; and those ways, by the kind, address and title of their records."""
    chance = random.Random(13)
    kept, ways = [], {}
    for one in found:
        long = [way for way in dict.fromkeys((*one.asked, *(one.names if one.kind == "situations" else ()))) if len(way.split()) >= WORDS]
        if one.kind in kinds and len(long) > WORDS and chance.random() < SHARE:
            way = chance.choice(long)
            ways[one.kind, one.url, one.title] = way
            one = dataclasses.replace(one, asked=tuple(some for some in one.asked if some != way), names=tuple(some for some in one.names if some != way))
        kept.append(one)
    return kept, ways


def test_ways_of_asking_that_are_left_out_find_their_record(
    browser: Browser, served: str, framework: Framework, tell: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    found, ways = left_out(list(records(framework)), [*LEAST])
    monkeypatch.setattr(documents, "records", lambda _: found)
    entries = documents.entries(framework, links_of(framework), (), ())
    (start,) = documents.documents(framework, links_of(framework), (), (), whole=True).values()
    roles = [role.id for role in framework.roles]
    asked: list[tuple[str, int, int]] = []
    kinds: list[str] = []
    chance = random.Random(13)
    order = sorted(found, key=lambda one: [kind for kind, *_ in KINDS].index(one.kind))
    for number, (one, entry) in enumerate(zip(order, entries, strict=True)):
        assert one.title == entry.shown["title"]
        if (one.kind, one.url, one.title) in ways:
            asked.append((ways[one.kind, one.url, one.title], roles.index(chance.choice(one.roles or roles)), number))
            kinds.append(one.kind)
    assert len(asked) > 300
    with opened(browser) as page:
        with_kept_scripts(page)
        page.goto(f"{served}/search/")
        places = page.evaluate(ASK, [json.loads(start), asked])
    at: Mapping[str, list[int]] = defaultdict(list)
    for kind, place in zip(kinds, places, strict=True):
        at[kind].append(place)
    for kind, some in at.items():
        first, three = (sum(0 <= place < most for place in some) / len(some) for most in (1, 3))
        tell(f"{len(some)} ways of asking for {kind} that were left out: {three:.0%} among the first three, {first:.0%} first")
        assert three >= LEAST[kind], kind
