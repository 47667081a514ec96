"""What the words mean puts the first answers of the search in another order, and does nothing else."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from browsing import opened, with_kept_scripts
from sds.model.framework import Framework
from sds.model.links import links_of
from sds.search.documents import entries, facets
from sds.search.entry import told_words
from sds.search.pieces import search_files
from sds.search.records import records

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORDS, ASKED, LOOKED_AT = 4, 12, 10
ASK = """async ([starts, asked]) => {
  const { makeIndex } = await import('/assets/js/search/index.js');
  const told = [];
  for (const start of starts) {
    const index = makeIndex(start, (name) => Promise.reject(new Error(`${name} is in no piece`)));
    const found = [];
    for (const words of asked) found.push((await index.all(() => index.find(words))).found.map(({ one }) => one.id));
    told.push(found);
  }
  return told;
}"""


@pytest.fixture(scope="module")
def starts(framework: Framework) -> tuple[Any, Any, list[Any]]:
    """The whole index without meanings and with them, and its records."""
    assert framework.word_vectors
    found = entries(framework, links_of(framework), (), ())
    ids = {facet: [id for id, _ in values] for facet, values in facets(framework).items()}

    def made(vectors: Any) -> Any:
        (text,) = search_files(found, ids, told_words(framework), "search", whole=True, vectors=vectors).values()
        return json.loads(text)

    return made({}), made(framework.word_vectors), found


def test_only_the_first_answers_change_places_and_a_known_question_keeps_its_own(
    browser: Browser, served: str, framework: Framework, starts: tuple[Any, Any, list[Any]]
) -> None:
    without, meant, found = starts
    chance = random.Random(13)
    ways = sorted({(way, one.title) for one in records(framework) if one.kind == "actions" for way in one.asked if len(way.split()) >= WORDS})
    asked = chance.sample(ways, ASKED)
    with opened(browser) as page:
        with_kept_scripts(page)
        page.goto(f"{served}/search/")
        before, after = page.evaluate(ASK, [[without, meant], [f"{way} zyzzyva" for way, _ in asked]])
        known, still = page.evaluate(ASK, [[without, meant], [way for way, _ in asked]])
    moved = [words for words, one, other in zip(asked, before, after, strict=True) if one != other]
    assert moved
    for one, other in zip(before, after, strict=True):
        assert sorted(one[:LOOKED_AT]) == sorted(other[:LOOKED_AT])
        assert one[LOOKED_AT:] == other[LOOKED_AT:]
    for (way, title), one, other in zip(asked, known, still, strict=True):
        if found[one[0]].shown["title"] == title:
            assert found[other[0]].shown["title"] == title, way
