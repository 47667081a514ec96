"""Situations for the people in them, in a real browser: the way to the right number, the chosen area, invalid stored data, and printing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from browsing import PHONE, barriers_at, opened, set_storage, until, until_here, with_kept_scripts
from helpers import ROOT, area_with_a_number, parse_html
from sds.model.framework import Framework
from sds.model.records import Area, Situation
from sds.model.urls import url_of
from tiers import Sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

Go = Callable[["Page", str], None]

SENTENCES: list[dict[str, str]] = yaml.load((ROOT / "tests/search/situations.yaml").read_text("utf-8"), yaml.CSafeLoader)
REFUSALS: list[dict[str, str]] = yaml.load((ROOT / "tests/search/refusals.yaml").read_text("utf-8"), yaml.CSafeLoader)
IN_EASY_READ: list[dict[str, str]] = yaml.load((ROOT / "tests/search/easy-read.yaml").read_text("utf-8"), yaml.CSafeLoader)
ON_HOME = ("hurt-or-frightened", "complain", "cut-or-stopped")
NUMBERS = """[...document.querySelectorAll('main a[href^="tel:"]')].filter(a => a.checkVisibility()).map(a => a.getAttribute('href').slice(4))"""
FIND = """async ([asked, people]) => {
  const { openIndex } = await import('/assets/js/search/source.js');
  const index = await openIndex(await (await fetch('start.json')).arrayBuffer(), location.href);
  const found = [];
  for (const words of asked) found.push((await index.all(() => {
    const some = index.find(words, [], undefined, people).found.slice(0, 3);
    for (const { one } of some) index.lexicon.shown(one);
    return some;
  })).map(({ one }) => one.url));
  return found;
}"""
JUNK = ("constructor", "__proto__", "<b>", "../../secret", "x" * 10_000, "glasgow glasgow")
JUNK_LINES = (
    "no list",
    '{"id": "x"}',
    '[null, 5, "x", {"id": "UPPER", "words": "x"}]',
    '[{"id": "a", "words": "<img src=x onerror=alert(1)>"}, {"id": 1}]',
    '["' + "x" * 100_000 + '"]',
)


def tap(page: Page, href: str) -> None:
    """Taps the first link in the page's main part that leads there, and waits for the page."""
    link = page.locator(f"main a[href$='{href}']").first
    link.scroll_into_view_if_needed()
    link.click()
    page.wait_for_url(f"**/{href}")


def local_purposes(framework: Framework) -> set[str]:
    return {one.purpose for area in framework.contacts.areas for one in area.contacts}


def right_numbers(framework: Framework, one: Situation, area: Area | None) -> set[str]:
    """The numbers (as in ``tel:`` links) that the first entry with a number under "Who to call" must show.

    For a purpose that areas have contacts for, these are the numbers of the chosen area's first contact. Otherwise they are those that the situation names for
    everyone, or those of a national body.
    """
    national = {contact.id: contact for contact in framework.contacts.contacts}
    for id in one.contacts:
        local = [contact for contact in area.contacts if contact.purpose == id][:1] if area else []
        named = [national[who.contact] for who in one.anywhere]
        bodies = [national[id]] if id in national else named or [contact for contact in national.values() if id in contact.purposes]
        for some in ([way for contact in local for way in contact.ways], [way for body in bodies for way in body.ways]):
            found = {way.value.replace(" ", "") for way in some if way.kind == "phone" and way.has_number}
            if found:
                return found
    raise AssertionError(f"{one.id} names nobody who has a number")


# --- the way to the right number ---


ON_SCREEN = """[...document.querySelectorAll('main a[href^="tel:"]')].filter(a => {
  const box = a.getBoundingClientRect();
  return a.checkVisibility() && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}).map(a => a.getAttribute('href').slice(4))"""
"""The numbers of the ``tel:`` links that are completely on the screen."""


@pytest.mark.heavy
@pytest.mark.parametrize("chosen", [False, True], ids=["no area", "an area"])
def test_the_right_number_lies_on_the_screen_two_taps_from_home_for_what_home_names_and_three_for_the_rest(
    browser: Browser, framework: Framework, go: Go, tell: Callable[[str], None], chosen: bool, sample: Sample
) -> None:
    """The taps: the situation (for one that is not on the home page, first the list of all), then "Who to call". In a situation of danger, its number comes one
    tap earlier.

    If an area is chosen, it is one that has a number for the situation's first contact, if there is any.
    """
    assert framework.spine.front_doors is not None
    assert set(ON_HOME) <= set(framework.spine.front_doors.on_home)
    told, missing = [], []
    rest = [one for one in framework.situations if one.id not in ON_HOME]
    with opened(browser, viewport=PHONE) as page:
        for one in (*(framework.record("situations", id) for id in ON_HOME), *sample(rest, 5)):
            first = next((id for id in one.contacts if id in local_purposes(framework)), "")
            area, _ = area_with_a_number(framework, first)
            go(page, "/")
            if chosen:
                set_storage(page, {"area": area.id})
                go(page, "/")
            taps = 2  # on the situation, and on "Who to call"
            if not page.locator(f"main a[href$='situations/{one.id}/']").first.is_visible():
                tap(page, "situations/")
                taps += 1
            tap(page, f"{one.id}/")
            until(page, "document.querySelector('button[data-colours]').hidden === false")
            if any(card.contact == "police-emergency" for card in one.danger):
                assert "999" in page.evaluate(ON_SCREEN), one.id
            right = right_numbers(framework, one, area if chosen else None)
            until(page, f"{NUMBERS}.some(one => {sorted(right)}.includes(one))")
            page.locator("a[href='#who-to-call']:visible").first.click()
            until(page, "Math.abs(document.querySelector('#who-to-call').getBoundingClientRect().top) < 120")
            on_screen = page.evaluate(ON_SCREEN)
            told.append(f"{one.id}: {taps} taps, {' '.join(on_screen) or 'none'}; right: {' '.join(sorted(right))}")
            if not right & {*on_screen} or (not chosen and not page.locator(".who-to-call [data-choose-area] select").is_visible()):
                missing.append(told[-1])
            assert taps <= (2 if one.id in ON_HOME else 3), one.id
    tell("\n  ".join([f"{len(told) - len(missing)} of {len(told)} show the right number", *told]))
    assert missing == []


def test_what_home_names_has_a_number_in_sight_before_an_area_is_chosen(browser: Browser, go: Go) -> None:
    """One tap on the situation, and one on the number."""
    with opened(browser, viewport={"width": 320, "height": 640}) as page:
        for id in ON_HOME:
            go(page, f"/situations/{id}/")
            assert page.evaluate(ON_SCREEN), id
            told = page.locator(".top-calls .reach-when").all()
            assert all(one.is_visible() for one in told), f"{id}: when to phone is told beside the number"
            assert told or id != "complain"


def test_who_complains_sees_who_looks_into_a_council_and_a_care_service_before_an_area_is_chosen(browser: Browser, framework: Framework, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/situations/complain/")
        assert page.locator(".first-steps li").first.locator("[data-choose-area] select").is_visible()
        page.locator("a[href='#who-to-call']:visible").first.click()
        for id in ("ombudsman", "care-inspectorate"):
            numbers = {way.value.replace(" ", "") for way in framework.record("contacts", id).ways if way.kind == "phone"}
            until(page, f"{sorted(numbers)}.some(one => {ON_SCREEN}.includes(one))")


@pytest.mark.parametrize("day", [True, False], ids=["no area", "an area with a number"])
def test_a_card_for_today_has_a_number_beside_999_before_an_area_is_chosen(browser: Browser, framework: Framework, go: Go, day: bool) -> None:
    with opened(browser, viewport=PHONE) as page:
        for one in framework.situations:
            if not any(card.contact in local_purposes(framework) for card in one.urgent):
                continue
            go(page, url_of(framework, "situations", one.id))
            if not day:
                page.locator(".call-card select").first.select_option(area_with_a_number(framework, one.urgent[0].contact)[0].id)
                page.locator(".call-card .area-slot .number").first.wait_for()
            rows = page.locator(".call-card .call-row a[href^='tel:']")
            assert [row.is_visible() for row in rows.all()] == [day], one.id


def test_home_names_the_most_pressing_on_one_screen_of_a_phone(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/")
        for id in ON_HOME:
            box = page.locator(f"main a[href$='situations/{id}/']").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], id


@pytest.mark.parametrize("width", [320, 360])
def test_a_phone_asks_what_has_happened_beside_who_you_are_on_one_screen(browser: Browser, framework: Framework, go: Go, width: int) -> None:
    with opened(browser, viewport={"width": width, "height": 640}) as page:
        page.add_init_script("window.speechSynthesis ??= { getVoices: () => [{ lang: 'en-GB', name: 'a voice' }], addEventListener() {}, cancel() {} }")
        go(page, "/")
        for place, answer in (("happened", ".door"), ("start", f"a[href$='roles/{framework.roles[0].id}/']")):
            for part in (f"#{place}", f"section[aria-labelledby={place}] {answer}"):
                box = page.locator(part).first.bounding_box()
                assert box is not None
                assert box["y"] >= 0, part
                assert box["y"] + box["height"] <= 640, f"{part} ends at {box['y'] + box['height']}"


def test_where_someone_is_in_danger_the_number_is_on_the_first_screen(browser: Browser, framework: Framework, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        for one in framework.situations:
            if not one.danger:
                continue
            go(page, url_of(framework, "situations", one.id))
            box = page.locator("main a[href='tel:999']").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], one.id


def test_a_keyboard_alone_goes_from_home_to_the_number(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/")

        def tab_to(wanted: str) -> None:
            for _ in range(60):
                page.keyboard.press("Tab")
                if page.evaluate(f"document.activeElement.matches({wanted!r})"):
                    return
            raise AssertionError(f"Tab never came to {wanted}")

        tab_to("main a[href$='situations/complain/']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/situations/complain/")
        tab_to("a[href='#who-to-call']")
        page.keyboard.press("Enter")
        tab_to("main a[href='tel:08003777330']")
        until(page, "document.activeElement.getBoundingClientRect().top < innerHeight")


# --- the chosen area ---

SHOWS = "[...document.querySelectorAll('main a[href=\"tel:{}\"]')].some(a => a.checkVisibility())"
"""Whether a number is visible on the page."""


def test_an_area_is_chosen_once_and_its_numbers_stand_on_every_page_until_it_is_forgotten(browser: Browser, framework: Framework, go: Go) -> None:
    area, number = area_with_a_number(framework)
    shown = SHOWS.format(number)
    with opened(browser, viewport=PHONE) as page:
        go(page, "/situations/cut-or-stopped/")
        page.locator("[data-choose-area] select").first.select_option(area.id)
        until(page, shown)
        for path in ("/situations/waiting/", "/situations/refused/", "/contacts/", "/easy-read/situations/cut-or-stopped/"):
            page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + path)
            until(page, shown)
        go(page, "/situations/cut-or-stopped/")
        page.locator("[data-forget-area]").first.click()
        until(page, f"!({shown})")


def test_an_area_that_is_chosen_before_its_script_has_come_is_shown_then(browser: Browser, framework: Framework, go: Go) -> None:
    area, number = area_with_a_number(framework)
    held: list[Route] = []
    with opened(browser, viewport=PHONE) as page:
        page.route("**/contacts/area.*.js", lambda route: held.append(route))
        go(page, "/situations/cut-or-stopped/")
        page.locator("[data-choose-area] select").first.select_option(area.id)
        assert not page.evaluate(SHOWS.format(number))
        until_here(page, lambda: held)
        held[0].continue_()
        until(page, SHOWS.format(number))


@pytest.mark.parametrize("junk", JUNK)
def test_junk_as_the_chosen_area_is_left_aside_with_one_sentence(browser: Browser, go: Go, junk: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/situations/cut-or-stopped/")
        set_storage(page, {"area": junk})
        go(page, "/situations/cut-or-stopped/")
        until(page, "document.querySelector('[data-area-said]').textContent.split('.').length === 3")
        assert page.locator("[data-choose-area] select").first.input_value() == ""
        assert len(page.evaluate(NUMBERS)) > 2
        page.goto(f"{page.url}?area={junk[:500]}")
        until(page, "document.querySelector('[data-area-said]').textContent === 'The area in this link is not in our list. Choose yours.'")


# --- stored data ---


@pytest.mark.parametrize("junk", JUNK_LINES)
def test_junk_among_kept_words_is_left_out_said_once_and_the_page_goes_on(browser: Browser, go: Go, junk: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/my-words/")
        set_storage(page, {"my-words": junk}, "sessionStorage")
        go(page, "/my-words/")
        words = page.locator("main").inner_text()
        assert words.count("could not be read") + words.count("could not read") == 1, words[:1500]
        assert page.locator("main img[src='x']").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator("main button[data-add]:visible, main button:visible:has-text('Add')").first.click()
        until(page, "sessionStorage.length > 0")


# --- queries ---


def test_what_people_type_finds_their_situation_first(desk: Page, framework: Framework, served: str, tell: Callable[[str], None]) -> None:
    assert len(SENTENCES) >= 40
    desk.goto(f"{served}/search/")
    with_kept_scripts(desk)
    found = desk.evaluate(FIND, [[one["q"] for one in SENTENCES], [0]])
    missed = [f"{one['q']} -> {urls}" for one, urls in zip(SENTENCES, found, strict=True) if urls[:1] != [url_of(framework, "situations", one["situation"])]]
    tell("\n  ".join([f"{len(SENTENCES) - len(missed)} of {len(SENTENCES)} sentences find their situation first", *missed]))
    assert len(missed) <= 0.05 * len(SENTENCES), "\n".join(missed)


def test_what_people_type_finds_their_situation_first_in_easy_read_too(desk: Page, framework: Framework, served: str, tell: Callable[[str], None]) -> None:
    """Only queries by people about themselves, because workers do not search easy read."""
    people = {one.id for one in framework.situations if any(framework.record("roles", id).easy_first for id in one.roles)}
    asked = [*(one for one in SENTENCES if one["situation"] in people), *IN_EASY_READ]
    desk.goto(f"{served}/easy-read/search/")
    with_kept_scripts(desk)
    found = desk.evaluate(FIND, [[one["q"] for one in asked], own_roles(desk)])
    right = [url_of(framework, "easy_read", f"situations/{one['situation']}") for one in asked]
    missed = [f"{one['q']} -> {urls}" for one, urls, url in zip(asked, found, right, strict=True) if urls[:1] != [url]]
    tell("\n  ".join([f"{len(asked) - len(missed)} of {len(asked)} sentences find their situation first in easy read", *missed]))
    assert len(missed) <= 0.05 * len(asked), "\n".join(missed)


def test_the_title_of_a_situation_finds_its_easy_page_first(desk: Page, framework: Framework, served: str) -> None:
    """The title of the full page, and the title of the easy-read page."""
    pages = {page.id: page for page in framework.easy_read if page.kind == "situations"}
    asked = [(title, page) for one in framework.situations if (page := pages.get(one.id)) for title in (one.title, page.title)]
    desk.goto(f"{served}/easy-read/search/")
    with_kept_scripts(desk)
    found = desk.evaluate(FIND, [[title for title, _ in asked], own_roles(desk)])
    assert [urls[0] for urls in found] == [url_of(framework, "easy_read", page.key) for _, page in asked]


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/easy-read/", ["how to use this website", "how do I use these pages", "help with this site", "home page", "start again", "go to the start"]),
        ("/easy-read/", ["print", "can I print this", "bigger words", "make the letters bigger", "the words are too small", "change the colours"]),
        ("/easy-read/", ["listen", "can you read it to me", "read it out loud", "who made this site", "is this from the government"]),
        ("/easy-read/words/", ["word bank", "hard words", "what does this hard word mean", "list of words"]),
    ],
)
def test_who_asks_about_the_pages_themselves_in_easy_read_finds_the_one_that_helps(desk: Page, served: str, address: str, asked: list[str]) -> None:
    desk.goto(f"{served}/easy-read/search/")
    with_kept_scripts(desk)
    found = desk.evaluate(FIND, [asked, own_roles(desk)])
    assert [(words, urls[:1]) for words, urls in zip(asked, found, strict=True) if urls[:1] != [address]] == []


def own_roles(page: Page) -> list[int]:
    """The roles of people who ask for themselves, as the page passes them to its search."""
    return [int(one) for one in str(page.locator("[data-easy-search]").get_attribute("data-people")).split()]


def test_who_waits_for_an_assessment_finds_what_to_do_and_who_asks_what_that_is_its_meaning(desk: Page, framework: Framework, served: str) -> None:
    desk.goto(f"{served}/search/")
    with_kept_scripts(desk)
    happens, means = url_of(framework, "situations", "waiting"), url_of(framework, "terms", "waiting-for-an-assessment")
    right = {"still waiting for an assessment": happens, "waiting for an assessment": happens, "what is waiting for an assessment": means}
    found = desk.evaluate(FIND, [list(right), [0]])
    assert [urls[0] for urls in found] == list(right.values())


@pytest.mark.parametrize("easy", ["", "/easy-read"], ids=["full", "easy read"])
def test_who_is_kept_from_something_or_wants_somebody_else_finds_their_situation_first(
    desk: Page, framework: Framework, served: str, tell: Callable[[str], None], easy: str
) -> None:
    desk.goto(f"{served}{easy}/search/")
    with_kept_scripts(desk)
    found = desk.evaluate(FIND, [[one["q"] for one in REFUSALS], [0]])
    right = [easy + url_of(framework, "situations", one["situation"]) for one in REFUSALS]
    missed = [f"{one['q']} -> {urls}" for one, urls, url in zip(REFUSALS, found, right, strict=True) if urls[:1] != [url]]
    tell("\n  ".join([f"{len(REFUSALS) - len(missed)} of {len(REFUSALS)} such sentences find their situation first", *missed]))
    assert len(missed) <= 0.05 * len(REFUSALS), "\n".join(missed)


def test_words_to_say_typed_as_they_stand_find_their_standard_first(desk: Page, framework: Framework, served: str) -> None:
    lines = [line for standard in framework.standards for line in standard.ask_for]
    desk.goto(f"{served}/search/")
    with_kept_scripts(desk)
    found = desk.evaluate(FIND, [[line.words for line in lines], [0]])
    missed = [line.words for line, urls in zip(lines, found, strict=True) if url_of(framework, "ask_for", line.id) not in urls[:1]]
    assert missed == []


IN_DANGER = (
    "i want to die",
    "i wish i was dead",
    "i feel like killing myself",
    "thinking about suicide",
    "i am suicidal",
    "i might hurt myself tonight",
    "i cut myself",
    "my husband is violent",
    "my wife hits me",
    "my partner beats me",
    "domestic violence",
    "i was raped",
    "he touched me",
    "someone stole my money",
    "i am being abused",
    "my mum is being abused",
    "i am scared of my husband",
    "he will not let me out",
    "someone threatens me",
    "my neighbour is being hurt",
    "i dont want to live",
    "i don't want to live any more",
    "i dont want to be here anymore",
    "im scared",
    "im not safe",
    "he wont let me out",
    "better off dead",
    "im scared of my carer",
    "i dont feel safe with my carer",
    "he hits me",
    "someone is stealing my money",
    "my mum has fallen and no one comes",
    "my carer pushed my dad",
    "I don't want to be here any more",
    "i cant go on",
    "im going to end it",
    "im not coping and want to die",
    "they won't let me out",
    "neglect",
    "I\u2019m frightened",
    "my carer hts me",
)


@pytest.mark.parametrize("easy", ["", "/easy-read"], ids=["full", "easy read"])
def test_who_may_be_in_danger_is_led_to_help_first(desk: Page, framework: Framework, served: str, easy: str) -> None:
    """Nobody in danger may be missed here."""
    assert framework.spine.front_doors
    assert framework.spine.front_doors.not_safe
    help_now = {easy + url_of(framework, "situations", framework.spine.front_doors.not_safe)}
    if not easy:
        help_now |= {url_of(framework, "contacts", contact.id) for contact in framework.contacts.contacts if contact.purposes[0] == "listening"}
    desk.goto(f"{served}{easy}/search/")
    with_kept_scripts(desk)
    own = framework.record("situations", framework.spine.front_doors.not_safe).asked_as
    typed = list(dict.fromkeys([*IN_DANGER, *own, *(run_together(words, framework, mark) for words in own for mark in ("", "\u2019"))]))
    found = desk.evaluate(FIND, [typed, [] if easy else [0]])
    # The name of a glossary term finds the term first
    first = {words: urls[: 2 if urls[:1] and urls[0].startswith("/glossary/") and words in own else 1] for words, urls in zip(typed, found, strict=True)}
    assert {words: urls for words, urls in first.items() if not help_now & {*urls}} == {}


@pytest.mark.parametrize("easy", ["", "/easy-read"], ids=["full", "easy read"])
def test_short_forms_of_words_find_a_situation_first_as_often_as_the_words_in_full(
    desk: Page, framework: Framework, served: str, tell: Callable[[str], None], easy: str
) -> None:
    """ "I am", "I'm" and "im"; "do not", "don't" and "dont": for all titles and ways of asking with such words."""
    # The easy-read search has only the ways of asking of situations for those who read easy read first
    some = [one for one in framework.situations if not easy or any(framework.record("roles", id).easy_first for id in one.roles)]
    asked = {apart(words, framework): one.id for one in some for words in (one.title, *one.asked_as)}
    asked = {words: id for words, id in asked.items() if run_together(words, framework, "") != words}
    assert len(asked) > 250
    desk.goto(f"{served}{easy}/search/")
    with_kept_scripts(desk)
    shares = {}
    for name, typed in (
        ("in full", list(asked)),
        ("with apostrophe", [run_together(words, framework, "'") for words in asked]),
        ("without", [run_together(words, framework, "") for words in asked]),
    ):
        found = desk.evaluate(FIND, [typed, [] if easy else [0]])
        missed = [words for words, urls, id in zip(typed, found, asked.values(), strict=True) if urls[:1] != [easy + url_of(framework, "situations", id)]]
        shares[name] = 1 - len(missed) / len(asked)
        tell("\n  ".join([f"{len(asked) - len(missed)} of {len(asked)} {name} first", *missed]))
    assert min(shares.values()) > 0.98
    assert shares["with apostrophe"] >= shares["in full"]
    assert shares["without"] >= shares["in full"] - 0.02, "its is a word of its own"


def run_together(words: str, framework: Framework, mark: str) -> str:
    """``words`` in all their contractions, with ``mark`` as the apostrophe."""
    for form, both in framework.search_words.contractions.items():
        if "'" in form:
            words = re.sub(rf"\b{both}\b", form.replace("'", mark), words, flags=re.IGNORECASE)
    return words


def apart(words: str, framework: Framework) -> str:
    """``words`` without contractions."""
    said = framework.search_words
    full = {spelt: both for form, both in said.contractions.items() for spelt in (form, form.replace("'", "")) if spelt not in said.not_contractions}
    return re.sub(r"[\w'\u2019]+", lambda found: full.get(found[0].lower().replace("\u2019", "'"), found[0]), words)


def test_who_finds_nothing_in_easy_read_has_the_number_and_the_way_to_help(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(f"{served}/easy-read/search/")
        field = page.locator("[type=search]:visible")
        field.fill("zzzz qqqq")
        field.press("Enter")
        until(page, "document.querySelector('[data-easy-said]').textContent.includes('We found no page')")
        help_now = page.locator("[data-easy-answers] li")
        assert help_now.locator("a[href='tel:999']").is_visible()
        assert help_now.locator("a.easy-choice").inner_text() == "If someone hurts or frightens you"
        assert "999" in page.evaluate(ON_SCREEN)
        field.fill("how do i complain")
        field.press("Enter")
        until(page, "document.querySelector('[data-easy-answers] a').href.includes('complain')")
        assert page.locator("[data-easy-answers] a[href='tel:999']").count() == 0


@pytest.mark.parametrize("easy", [False, True], ids=["full", "easy read"])
def test_who_searches_in_danger_taps_a_number_among_the_answers(browser: Browser, framework: Framework, served: str, easy: bool) -> None:
    """The number at the top of the situation's page is above its result, on the screen. Other numbers to call in danger are in the result."""
    assert framework.spine.front_doors
    assert framework.spine.front_doors.not_safe
    unsafe: Situation = framework.record("situations", framework.spine.front_doors.not_safe)
    first = {way.value for card in unsafe.danger for way in framework.record("contacts", card.contact).ways}
    answers = "[data-easy-answers] li" if easy else "[data-results] > ol > li"
    with opened(browser, viewport=PHONE) as page:
        page.goto(f"{served}{'/easy-read' if easy else ''}/search/")
        field = page.locator("[type=search]:visible")
        for words in ("i dont want to live", "im scared of my carer", "someone is stealing my money", "my mum has fallen and no one comes"):
            field.fill(words)
            field.press("Enter")
            until(page, f"document.querySelector('{answers} a[href^=\"tel:\"]')")
            assert first <= {*page.evaluate(ON_SCREEN)}, words
            assert page.locator(f"{answers} >> nth=0").locator("a").first.get_attribute("href") in {f"tel:{one}" for one in first}, words
            if not easy:
                assert {"tel:116123", "tel:08001111"} <= {link.get_attribute("href") for link in page.locator(f"{answers} >> nth=0").locator("a").all()}
        field.fill("how do i complain")
        field.press("Enter")
        until(page, f"document.querySelector('{answers} a').href.includes('complain')")
        assert page.locator(f"{answers} >> nth=0").locator("a[href^='tel:']").count() == 0


EASY = {
    "my money was cut": "situations/cut-or-stopped/",
    "how do i complain": "situations/complain/",
    "advocate": "standards/independent-support/",
    "carer": "situations/carer-cannot-go-on/",
    "i want a break": "situations/carer-cannot-go-on/",
    "i wnat a brake": "situations/carer-cannot-go-on/",
    "say no": "situations/risky-choice/",
    "who can help me": "topics/people-who-can-help/",
    "my worker is rude": "situations/complain/",
}


def test_the_easy_search_answers_what_people_ask_it(desk: Page, served: str) -> None:
    desk.goto(f"{served}/easy-read/search/")
    with_kept_scripts(desk)
    found = [urls[0].removeprefix("/easy-read/") for urls in desk.evaluate(FIND, [list(EASY), []])]
    assert dict(zip(EASY, found, strict=True)) == EASY


def test_the_easy_search_shows_five_answers_with_pictures_and_forgives_spelling(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(f"{served}/easy-read/search/?q=complane")
        until(page, "document.querySelectorAll('[data-easy-answers] li').length > 0")
        assert page.locator("[data-easy-answers] li").count() <= 5
        assert str(page.locator("[data-easy-answers] li a").first.get_attribute("href")).endswith("/easy-read/situations/complain/")
        assert str(page.locator("[data-easy-answers] li img").first.get_attribute("src")).endswith(".svg")
        assert all("/easy-read/" in str(link.get_attribute("href")) for link in page.locator("[data-easy-answers] a:not(.number)").all())


def test_the_list_of_situations_narrows_to_those_asked_for_in_just_these_words(browser: Browser, framework: Framework, go: Go) -> None:
    shown = "[...document.querySelectorAll('[data-asked]:not([hidden]) a')].map(a => new URL(a.href).pathname)"
    right = {"they want me to pay": "told-to-pay", "i cant go on": "hurt-or-frightened", "I don\u2019t agree with my assessment": "disagree-with-assessment"}
    with opened(browser, viewport=PHONE) as page:
        go(page, "/situations/")
        for words, id in right.items():
            page.locator("[data-find-situation] input").fill(words)
            found = page.evaluate(shown)
            assert url_of(framework, "situations", id) in found, words
            assert len(found) <= 2, words
        page.locator("[data-find-situation] input").fill("pay")
        assert len(page.evaluate(shown)) < len(framework.situations)
        page.locator("[data-find-situation] input").fill("")
        assert len(page.evaluate(shown)) == len(framework.situations)


# --- addresses, pictures, print ---


@pytest.mark.parametrize(
    ("old", "new"), [("/roles/supported-people/full/", "/roles/supported-people/"), ("/easy-read/topics/how-to-complain/", "/easy-read/situations/complain/")]
)
def test_an_old_address_leads_on(desk: Page, served: str, old: str, new: str) -> None:
    desk.goto(served + old)
    desk.wait_for_url(f"**{new}")
    assert desk.locator("h1").count() == 1


def test_who_decides_what_is_a_picture_and_a_list_of_the_same(built: Path, framework: Framework) -> None:
    page = parse_html((built / "situations/index.html").read_text("utf-8"))
    figures = [figure for figure in page.all("figure") if figure.all("svg")]
    assert figures
    for decision in framework.spine.decisions:
        assert decision.title in page.all("main")[0].text, decision.id


PAGES = (
    "/situations/",
    *(f"/situations/{id}/" for id in ("hurt-or-frightened", "complain", "told-to-pay", "first-visit")),
    "/contacts/",
    "/contacts/card/",
    "/my-words/",
    "/stay-safe/",
    *(f"/easy-read/situations/{id}/" for id in ("hurt-or-frightened", "complain", "cut-or-stopped")),
    "/easy-read/search/",
)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_phone_or_a_desk_in_light_or_dark(desk: Page, go: Go, served: str, path: str) -> None:
    def ready(page: Page, path: str) -> None:
        if path.startswith("/easy-read/"):
            page.goto(served + path, wait_until="load")
        else:
            go(page, path)

    assert barriers_at(desk, path, ready) == []


def test_nothing_on_the_page_of_a_situation_scrolls_sideways_on_a_small_phone(browser: Browser, framework: Framework, go: Go, sample: Sample) -> None:
    with opened(browser, viewport=PHONE) as page:
        for one in sample(framework.situations, 3):
            go(page, url_of(framework, "situations", one.id))
            wide: Any = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= PHONE["width"], one.id
