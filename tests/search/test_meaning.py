"""What a record is asked for, as the search compares it with what was typed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sds.search.index import Searched
from sds.search.meaning import Meaning
from sds.search.pieces import Entry, search_files
from sds.search.tokens import Tokens

WORDS = {"language": "en", "stop": ["the", "of"]}
EAST, NORTH = "_" + "g" * 15, "g_" + "g" * 14
"""A word that leads all to one side, and one that leads to another."""
VECTORS = {"bed": EAST, "plot": EAST, "tap": NORTH}


def record(title: str, *ways: str) -> Searched:
    return Searched(kind="terms", title=title, text="", also="", names=(), asked=ways)


def meant(*ways: str) -> str:
    return Meaning(VECTORS, Tokens(WORDS)).of_record(record(*ways))


def test_ways_that_say_two_things_lead_two_ways() -> None:
    assert meant("Raised bed", "my plot", "a tap") == EAST + NORTH


def test_a_word_that_is_not_known_changes_nothing() -> None:
    assert meant("Bed", "a zyzzyva bed") == meant("Bed", "bed") == EAST
    assert meant("Zyzzyva") == ""


def test_without_meanings_the_search_is_told_of_none() -> None:
    entries = [Entry(searched=record("Bed"), facets={"kind": [0]}, linked=0, shown={"title": "Bed"})]

    def made(vectors: Mapping[str, str]) -> str:
        return search_files(entries, {"kind": ["terms"]}, WORDS, "search", whole=True, vectors=vectors)["search/start.json"]

    assert "meant" not in json.loads(made({}))["shown"]
    assert EAST not in made({})
    assert "meant" in json.loads(made(VECTORS))["shown"]
    assert made(VECTORS).count(EAST) == 2  # of the word and of the record
