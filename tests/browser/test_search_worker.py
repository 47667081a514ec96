"""The search runs in a web worker or, where a browser cannot start one, in the page, with the same results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from browsing import opened, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUERIES = yaml.load((Path(__file__).parent.parent / "search/queries.yaml").read_text("utf-8"), yaml.CSafeLoader)
ASKED = [query["q"] for query in QUERIES]
NO_WORKER = {
    "refused": "window.Worker = class { constructor() { throw new DOMException('refused', 'SecurityError'); } };",
    "fails as it starts": """window.Worker = class extends EventTarget {
      constructor() { super(); setTimeout(() => this.dispatchEvent(new Event('error'))); }
    };""",
    "unknown": "delete window.Worker;",
}
ANSWER = """async (words) => {
  const box = document.querySelector('#q'), heading = document.querySelector('[data-heading]'), shown = words.slice(0, 60);
  box.value = words;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const there = () => heading.textContent.includes(shown) && document.querySelector('[data-results]').ariaBusy === 'false';
  for (const end = performance.now() + 20000; !there(); await new Promise((next) => setTimeout(next, 5)))
    if (performance.now() > end) throw new Error(`No answer to ${words}`);
  const parts = ['[data-heading]', '[data-notes]', '[data-results]', '[data-further]', '[data-others]', '[data-nothing]', '[data-filters]', '[data-roles]'];
  return parts.map((part) => document.querySelector(part).textContent);
}"""
READY = "!document.querySelector('[data-heading]').textContent.startsWith('Getting')"


def answers(page: Page, served: str, asked: Sequence[str]) -> list[list[str]]:
    """The whole text of the results for each query."""
    page.goto(f"{served}/search/")
    until(page, READY)
    return [page.evaluate(ANSWER, words) for words in asked]


@pytest.mark.parametrize("why", NO_WORKER)
def test_where_no_worker_starts_the_page_answers_the_same_itself(
    why: str, browser: Browser, served: str, sample: Callable[[Sequence[Any], int], Sequence[Any]]
) -> None:
    asked = sample(ASKED[:: len(ASKED) // 60], 10)
    with opened(browser) as page:
        there = answers(page, served, asked)
        assert len(page.workers) == 1
    with opened(browser) as page:
        page.add_init_script(NO_WORKER[why])
        assert answers(page, served, asked) == there
        assert page.workers == []
    assert len(asked) > 3
    assert all(results for _, _, results, *_ in there)


def test_easy_read_starts_its_worker_once_something_is_asked(browser: Browser, served: str) -> None:
    with opened(browser) as page:
        page.goto(f"{served}/easy-read/search/")
        until(page, "!document.querySelector('.without-scripts')")
        assert page.workers == []
        page.locator("[data-easy-search] input").fill("money")
        page.keyboard.press("Enter")
        page.locator("[data-easy-answers] a").first.wait_for()
        assert len(page.workers) == 1


def test_of_what_is_typed_in_haste_the_last_is_answered_and_nothing_older_after_it(browser: Browser, served: str) -> None:
    with opened(browser) as page:
        page.goto(f"{served}/search/?q=budget")
        page.locator("[data-results] li").first.wait_for()
        page.locator("#q").fill("")
        page.keyboard.type("advocacy")
        until(page, "document.querySelector('[data-heading]').textContent.includes('“advocacy”')")
        page.wait_for_timeout(500)
        assert "“advocacy”" in page.locator("[data-heading]").inner_text()
