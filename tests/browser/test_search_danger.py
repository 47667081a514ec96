"""Anyone whose query may mean danger, to them or someone else, sees the numbers to call before all results, whatever else is found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from browsing import PHONE, opened, until, with_kept_scripts
from helpers import ROOT
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SAID: dict[str, list[str]] = yaml.load((ROOT / "tests/search/danger.yaml").read_text("utf-8"), yaml.CSafeLoader)
TELLS = """async (asked) => {
  const { openIndex } = await import('/assets/js/search/source.js');
  const index = await openIndex(await (await fetch('start.json')).arrayBuffer(), location.href);
  const found = [];
  for (const words of asked) if (await index.all(() => index.inDanger(words, index.read(words).words))) found.push(words);
  return found;
}"""
MISREAD = """async (asked) => {
  const { openIndex } = await import('/assets/js/search/source.js');
  const { stemOf } = await import('/assets/js/search/tokens.js');
  const index = await openIndex(await (await fetch('start.json')).arrayBuffer(), location.href);
  await index.all(() => index.lexicon.inDanger('and me'));
  const found = [];
  for (const word of asked) {
    const read = await index.all(() => index.lexicon.danger.read(stemOf(word), (stem) => index.lexicon.has(stem)));
    if (read.size > 1) found.push(word);
  }
  return found;
}"""
"""The words that are taken for misspelt words of danger."""
ABOVE = """() => {
  const first = document.querySelector('[data-results] h3, [data-easy-answers] a.easy-choice');
  return [...document.querySelectorAll('main a[href^="tel:"]:not(form a)')].filter((link) => link.checkVisibility()
    && (!first || link.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING)).map((link) => link.getAttribute('href').slice(4));
}"""
"""The ``tel:`` links before the first result, except the one that is always there."""
SEARCHES = pytest.mark.parametrize("easy", ["", "/easy-read"], ids=["full", "easy read"])


@pytest.fixture
def phone(browser: Browser) -> Any:
    with opened(browser, viewport=PHONE) as page:
        yield page


def ask(page: Page, words: str) -> None:
    field = page.locator("[type=search]:visible")
    field.fill(words)
    field.press("Enter")


@SEARCHES
def test_words_of_danger_are_known_and_ordinary_questions_are_not_taken_for_them(phone: Page, served: str, tell: Callable[[str], None], easy: str) -> None:
    phone.goto(f"{served}{easy}/search/")
    with_kept_scripts(phone)
    known = phone.evaluate(TELLS, SAID["danger"])
    taken = phone.evaluate(TELLS, SAID["others"])
    tell(f"{len(known)} of {len(SAID['danger'])} in danger are known, {len(taken)} of {len(SAID['others'])} others are taken for it")
    assert [words for words in SAID["danger"] if words not in known] == []
    assert len(taken) <= 0.05 * len(SAID["others"]), taken


@SEARCHES
def test_no_common_word_of_the_content_and_no_name_of_an_area_is_taken_for_a_misspelt_word_of_danger(
    phone: Page, framework: Framework, served: str, easy: str
) -> None:
    """Easy read has fewer words than the rest of the site, so its own words do not tell which are right."""
    texts = (path.read_text("utf-8") for path in sorted((ROOT / "content").rglob("*.yaml")) if path.name != "search.yaml")
    common = [word for word, _ in Counter(word for text in texts for word in re.findall(r"\b[a-z]{5,}\b", text.lower())).most_common(1000)]
    names = [name for area in framework.contacts.areas for name in (area.title, *area.also_called)]
    phone.goto(f"{served}{easy}/search/")
    with_kept_scripts(phone)
    assert phone.evaluate(MISREAD, [*common, *(word for name in names for word in name.lower().split())]) == []
    assert phone.evaluate(MISREAD, ["punchd", "strangeld"]) == ["punchd", "strangeld"], "misspelt words of danger are"
    assert phone.evaluate(TELLS, [f"I look after my mum in {name}" for name in names]) == []


@SEARCHES
@pytest.mark.parametrize(
    "words",
    [
        pytest.param("there is no food in the house", id="other answers come first"),
        pytest.param("my carer hits me", id="the situation comes first"),
        pytest.param("my freind is sucidal", id="misspelt"),
        pytest.param("ma da skelps me", id="Scots"),
    ],
)
def test_the_number_to_call_stands_before_the_first_answer(phone: Page, framework: Framework, served: str, easy: str, words: str) -> None:
    assert framework.spine.front_doors
    assert framework.spine.front_doors.not_safe
    cards = framework.record("situations", framework.spine.front_doors.not_safe).danger
    first = {way.value for card in cards for way in framework.record("contacts", card.contact).ways}
    phone.goto(f"{served}{easy}/search/")
    ask(phone, "how do i complain")
    until(phone, "document.querySelector('[data-results] h3, [data-easy-answers] a.easy-choice')?.textContent.toLowerCase().includes('complain')")
    assert phone.evaluate(ABOVE) == []
    ask(phone, words)
    until(phone, f"({ABOVE})().length > 0")
    above = phone.evaluate(ABOVE)
    assert first & {*above}
    assert len(above) == len({*above}), "no number stands there twice"


@SEARCHES
def test_the_number_to_call_is_always_there_whatever_is_typed(phone: Page, framework: Framework, served: str, easy: str) -> None:
    """Because not every query about danger is recognized as one."""
    assert framework.spine.front_doors
    assert framework.spine.front_doors.not_safe
    cards = framework.record("situations", framework.spine.front_doors.not_safe).danger
    number = next(way.value for way in framework.record("contacts", cards[0].contact).ways if way.has_number)
    phone.goto(f"{served}{easy}/search/")
    line = phone.locator(f"form .safe-line a[href='tel:{number}']")
    for words in ("", "how do i complain", "xqzvvb jjk"):
        if words:
            ask(phone, words)
            until(phone, f"document.querySelector('main').textContent.includes({words!r}) || document.querySelector('[data-easy-said]')?.textContent")
        box = line.bounding_box()
        assert box, words
        top = phone.evaluate("scrollY")
        assert box["y"] + top + box["height"] <= PHONE["height"], words
        assert box["height"] >= 24


def test_in_easy_read_the_number_stands_once_above_the_right_page_where_words_may_tell_of_danger_and_surely_of_something_else(phone: Page, served: str) -> None:
    """The page for someone in danger is the second result, so that the page that was searched for is not hidden behind it."""
    phone.goto(f"{served}/easy-read/search/")
    ask(phone, "my support worker says it is not safe to go swimming")
    until(phone, f"({ABOVE})().length > 0")
    assert phone.evaluate(ABOVE) == ["999"]
    answers = phone.locator("[data-easy-answers] a")
    first, second = (str(answers.nth(at).get_attribute("href")) for at in (0, 1))
    assert first.endswith("/situations/risky-choice/")
    assert second.endswith("/situations/hurt-or-frightened/")
    assert phone.locator("[data-easy-answers] a[href^='tel:']").count() == 0


def test_nothing_but_the_count_stands_above_the_number_and_it_is_said_first(phone: Page, served: str) -> None:
    """Suggested words and corrected spellings come after it: on a phone they would push the number off the screen."""
    phone.goto(f"{served}/search/")
    ask(phone, "im feart of my carer")
    until(phone, "document.querySelector('[data-notes]').textContent.includes('Did you mean')")
    assert phone.evaluate(ABOVE)
    until(phone, "document.querySelector('[data-status]').textContent.includes('999')")
    assert phone.evaluate(
        "document.querySelector('[data-status]').textContent.indexOf('999') < document.querySelector('[data-status]').textContent.indexOf('Did you mean')"
    )
    number, notes = (phone.locator(what).first.bounding_box() for what in ("[data-in-danger] a[href^='tel:']", "[data-notes]"))
    assert number
    assert notes
    assert number["y"] < notes["y"]
    ask(phone, "xqzvvb jjk")
    until(phone, "document.querySelector('[data-status]').textContent.startsWith('No results')")
    assert "999" in phone.locator("[data-status]").inner_text()


def test_the_number_to_call_stands_there_when_a_piece_of_the_index_does_not_come(phone: Page, served: str) -> None:
    """The easy-read index is a single file. Another test covers its failure."""
    phone.goto(f"{served}/search/")
    ask(phone, "my budget")
    until(phone, "document.querySelector('[data-results] h3')")
    phone.route("**/search/*/*.json", lambda route: route.abort())
    ask(phone, "he punched my granny")
    until(phone, "document.querySelector('[data-heading]').textContent.includes('did not load')")
    assert "999" in phone.evaluate(ABOVE)
