"""Small words change no answer: the ways of asking for a situation, with a small word added at the beginning, in the middle or at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from browsing import opened, with_kept_scripts
from sds.model.framework import Framework
from tiers import Sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SMALL = ("really", "still", "just", "even", "now", "please", "always", "again", "my mum's", "today")
FIRST = """async (asked) => {
  const { openIndex } = await import('/assets/js/search/source.js');
  const index = await openIndex(await (await fetch('start.json')).arrayBuffer(), location.href);
  const found = [];
  for (const words of asked) found.push(await index.all(() => {
    const first = index.find(words, [], undefined, [0]).found[0]?.one;
    return first && index.lexicon.shown(first);
  }));
  return found.map((one) => one?.url);
}"""


def with_small_word(words: str, small: str) -> Iterator[str]:
    """``words`` with a small word before them, after them and, if there are several words, in the middle."""
    said = words.split()
    middle = (len(said) + 1) // 2
    yield f"{small} {words}"
    if len(said) > 1:
        yield " ".join([*said[:middle], small, *said[middle:]])
    yield f"{words} {small}"


@pytest.mark.parametrize("easy", ["", "/easy-read"], ids=["full", "easy read"])
def test_a_small_word_more_finds_the_same_situation_first(
    browser: Browser, framework: Framework, served: str, tell: Callable[[str], None], easy: str, sample: Sample
) -> None:
    ways = [words for one in framework.situations for words in (one.title, *one.asked_as)]
    with opened(browser) as page:
        page.goto(f"{served}{easy}/search/")
        with_kept_scripts(page)
        some = list(sample(ways, 60))
        without = dict(zip(some, page.evaluate(FIRST, some), strict=True))
        asked = [(words, more) for words in some for small in SMALL for more in with_small_word(words, small)]
        found = page.evaluate(FIRST, [more for _, more in asked])
    other = [(more, url) for (words, more), url in zip(asked, found, strict=True) if url != without[words]]
    tell(f"{len(asked) - len(other)} of {len(asked)} find the same first as without the word")
    assert other == []
