"""The two halves of the search work together: the index that a build makes, and the scripts that query it in a browser."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from browsing import opened, with_kept_scripts
from helpers import read_search_index
from sds.model.framework import Framework
from sds.search.codes import coded, fingerprint, front_coded, hashed, steps
from sds.search.partition import order
from sds.search.records import records
from sds.search.tokens import Tokens

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEARCH = Path(__file__).parent.parent / "search"
ASKED = [query["q"] for name in ("queries", "unseen", "situations") for query in yaml.load((SEARCH / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)]
ODD = [
    "",
    "constructor __proto__ toString",
    "الدعم الموجه ذاتيا",
    "支持 服务",
    "हिन्दी में मदद",
    "😀 help 👍🏽",
    "Ωμέγα ΣΊΣΥΦΟΣ",
    "it's carer\u2019s o`clock",
    "x1 s.5 1.2.3 budgets-l3",
]

CUT = """async ([texts, words]) => {
  const { learnWords, pieces, terms, run } = await import('/assets/js/search/tokens.js');
  learnWords(words);
  return texts.map((text) => [pieces(text), terms(text), run(text)]);
}"""
DECODED = """async ([codes, stepped, fronted, texts]) => {
  const { numbers, running, unfronted, fingerprint } = await import('/assets/js/search/codes.js');
  return [codes.map(numbers), stepped.map((one) => running(numbers(one))), unfronted(fronted), texts.map(fingerprint)];
}"""
COMPARED = """async ([asked, names]) => {
  const { openIndex } = await import('/assets/js/search/source.js');
  const start = await (await fetch('start.json')).arrayBuffer();
  const [inPieces, whole] = [await openIndex(start, location.href), await openIndex(start, location.href)];
  for (let at = 0; at < names.length; at += 50) await whole.lexicon.pieces.load(names.slice(at, at + 50));
  const role = (at) => (one) => !one.role.length || one.role.includes(at);
  const told = (answer) => JSON.stringify([answer.found.map(({ one, score }) => [one.id, score]), answer.all.length, answer.mended]);
  const others = [];
  for (const [at, words] of asked.entries()) {
    const roles = at % 2 ? [at % inPieces.facets.role.length] : [];
    const ask = (index) => index.find(words, roles, roles.length && at % 4 === 1 ? role(roles[0]) : undefined, [0]);
    const some = await inPieces.all(() => ask(inPieces));
    const { result, missing } = whole.lexicon.pieces.gather(() => ask(whole));
    if (missing.length || told(some) !== told(result)) others.push([words, missing]);
  }
  return [others, [...inPieces.lexicon.pieces.here].length];
}"""


@pytest.fixture
def index(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the site in which to run its scripts."""
    with opened(browser) as page:
        with_kept_scripts(page)
        page.goto(f"{served}/search/")
        yield page


def test_the_build_cuts_every_text_of_the_site_as_the_browser_does(index: Page, built: Path, framework: Framework) -> None:
    start, _ = read_search_index(lambda path: (built / path).read_text("utf-8"))
    tokens = Tokens(start["words"])
    texts = [text for one in records(framework) for text in (one.title, one.text, one.also, *one.names)] + ODD
    words = sorted({word for text in texts for word in tokens.pieces(text)})
    assert len(words) > 3000
    for text, (cut, terms, run) in zip(texts, index.evaluate(CUT, [texts, start["words"]]), strict=True):
        assert ([*tokens.pieces(text)], tokens.terms(text), tokens.run(text)) == (cut, terms, run), text


def test_the_browser_reads_numbers_and_makes_fingerprints_as_the_build_does(index: Page) -> None:
    some = random.Random(13)
    lists = [[some.randrange(10 ** some.randrange(1, 7)) for _ in range(20)] for _ in range(50)]
    texts = sorted([*ODD[3].split(), *(f"{word}_{at}" for word in ("", "bed", "beds", "b") for at in range(12))], key=order)
    asked = [[coded(numbers) for numbers in lists], [coded(steps(numbers)) for numbers in lists], front_coded(texts), ODD]
    decoded, stepped, whole, prints = index.evaluate(DECODED, asked)
    assert decoded == stepped == lists
    assert whole == texts
    assert prints == [fingerprint(hashed(text)) for text in ODD]


@pytest.mark.heavy
def test_pieces_that_are_fetched_as_they_are_needed_answer_as_the_whole_index_does(index: Page, built: Path, tell: Callable[[str], None]) -> None:
    start, _ = read_search_index(lambda path: (built / path).read_text("utf-8"))
    names = [path.stem for path in sorted((built / "search" / start["edition"]).iterdir())]
    others, fetched = index.evaluate(COMPARED, [[*ASKED, *ODD], names])
    tell(f"{len(ASKED) + len(ODD)} questions needed {fetched} of {len(names)} pieces")
    assert others == []
    assert fetched < len(names)
