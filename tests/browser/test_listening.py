"""Read-aloud with voices like Android's, where pausing ends the current utterance: pause, resume and go back, on easy-read and full pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from browsing import DESK, opened, until, until_here
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

EASY, FULL = "/easy-read/situations/complain/", "/situations/complain/"
ANDROID = """({ langs, says }) => {
  window.heard = [];
  const list = langs.map(([name, lang]) => ({ name, lang, voiceURI: name, default: false, localService: true }));
  class Utterance extends EventTarget { constructor(text) { super(); Object.assign(this, { text, rate: 1, lang: '', voice: null }); } }
  const over = () => { const one = voices.current; voices.current = null; voices.speaking = false; if (one) one.dispatchEvent(new Event(says)); };
  const voices = {
    current: null, speaking: false, pending: false, paused: false,
    getVoices: () => list,
    speak(one) { if (!one.text) return; this.current = one; this.speaking = true; heard.push({ text: one.text, rate: one.rate, voice: one.voice?.name }); },
    cancel: over, pause: over, resume() {}, addEventListener() {},
  };
  window.ended = () => { const one = voices.current; voices.current = null; voices.speaking = false; one.dispatchEvent(new Event('end')); };
  Object.defineProperty(window, 'speechSynthesis', { value: voices, configurable: true });
  window.SpeechSynthesisUtterance = Utterance;
}"""
VOICES = (("Google US English", "en-US"), ("Google UK English Female", "en-GB"), ("Fiona (Scotland)", "en-scotland"), ("Google français", "fr-FR"))


@contextmanager
def listening(browser: Browser, address: str, says: str) -> Iterator[Page]:
    """A page being read aloud, at its third sentence. ``says`` is the event that the voice fires when it is paused or cancelled: ``end`` or ``error``."""
    with opened(browser, viewport=DESK, reduced_motion="reduce") as page:
        page.add_init_script(f"({ANDROID})({json.dumps({'langs': VOICES, 'says': says})})")
        page.goto(address, wait_until="load")
        page.get_by_role("button", name="Listen", exact=True).click()
        for more in (1, 2):
            until(page, f"heard.length === {more}")
            page.evaluate("ended()")
        until(page, "heard.length === 3")
        yield page


def heard(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("heard")
    return found


def test_reading_begins_when_the_bar_has_its_styles_so_that_its_buttons_never_stand_in_the_page(browser: Browser, served: str) -> None:
    held: list[Route] = []
    with opened(browser, viewport=DESK) as page:
        page.add_init_script(f"({ANDROID})({json.dumps({'langs': VOICES, 'says': 'end'})})")
        page.route("**/listening.*.css", lambda route: held.append(route))
        page.goto(served + FULL, wait_until="load")
        page.get_by_role("button", name="Listen", exact=True).click()
        until_here(page, lambda: held)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert heard(page) == []
        assert page.get_by_role("button", name="Pause").count() == 0
        for route in held:
            route.continue_()
        until(page, "heard.length === 1")
        bar = page.locator("[data-listen-more]").bounding_box()
        assert bar
        assert bar["y"] + bar["height"] == DESK["height"]


@pytest.mark.parametrize("says", ["end", "error"])
@pytest.mark.parametrize("path", [EASY, FULL], ids=["easy read", "in full"])
def test_a_pause_says_nothing_more_and_carrying_on_begins_the_block_again(browser: Browser, served: str, path: str, says: str) -> None:
    with listening(browser, served + path, says) as page:
        marked = page.locator(".reading").inner_text()
        page.get_by_role("button", name="Pause").click()
        page.wait_for_timeout(300)
        assert len(heard(page)) == 3, "a voice that says that it ended, or failed, is not heard"
        assert page.locator("[data-listen-said]").inner_text() == "Paused."
        page.get_by_role("button", name="Carry on").click()
        until(page, "heard.length === 4")
        assert page.locator(".reading").inner_text() == marked
        assert heard(page)[-1]["text"] in marked
        assert page.evaluate("CSS.highlights.get('reading').size") == 1, "the sentence being read is marked"
        assert page.locator("[data-listen-said]").inner_text() == "Reading."


@pytest.mark.parametrize("says", ["end", "error"])
def test_going_back_reads_the_block_before(browser: Browser, served: str, says: str) -> None:
    with listening(browser, served + EASY, says) as page:
        for _ in range(6):
            page.evaluate("ended()")
            if page.evaluate("heard.at(-1).text.trim() === document.querySelector('.reading .block-words p')?.textContent.trim()"):
                break  # the first sentence of a block
        here = page.locator(".reading").inner_text()
        count = len(heard(page))
        page.get_by_role("button", name="Go back").click()
        until(page, f"heard.length > {count}")
        before = page.locator(".reading").inner_text()
        assert before != here
        assert heard(page)[-1]["text"].strip(" .") in before


def test_a_scottish_voice_is_first_then_a_british_one_and_the_speed_and_voice_are_kept(browser: Browser, framework: Framework, served: str) -> None:
    assert framework.spine.framework.voices
    with listening(browser, served + EASY, "end") as page:
        assert {one["voice"] for one in heard(page)} == {"Fiona (Scotland)"}
        choices = page.locator("[data-voice] option").all_inner_texts()
        assert [name.split(" (")[0] for name in choices][:2] == ["Fiona", "Google UK English Female"]
        page.locator("[data-voice] select").select_option(index=1)
        until(page, "heard.at(-1).voice === 'Google UK English Female'")
        before = len(heard(page))
        page.get_by_role("button", name="Faster").click()
        until(page, f"heard.length > {before} && heard.at(-1).rate > heard.at({before} - 1).rate")
        chosen = heard(page)[-1]
        page.get_by_role("button", name="Stop").click()
        page.goto(served + FULL, wait_until="load")
        page.get_by_role("button", name="Listen", exact=True).click()
        until(page, "heard.length === 1")
        assert {name: heard(page)[0][name] for name in ("voice", "rate")} == {name: chosen[name] for name in ("voice", "rate")}
