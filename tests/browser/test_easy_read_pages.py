"""Easy read for its readers: an easy-read version of every page, one idea and one picture at a time, read-aloud, and a choice of appearance.

Rules about appearance (ER05, ER07 to ER10) are tested in test_easy_read_look.py, and rules about words in test_easy_read_rules.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest

from browsing import CUT, DESK, LINES, PHONE, WIDEST, Colours, axe, barriers_at, focus, opened, set_storage, until
from helpers import Element
from sds.model.framework import Framework
from sds.model.urls import url_of
from tiers import each_with_one, everything

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Pages = dict[str, Element]
HELP = "/easy-read/topics/people-who-can-help/"
PICTURES = "/easy-read/pictures/"
STANDARD, STATEMENTS = "/easy-read/standards/budgets/", "/easy-read/roles/supported-people/statements/"
KINDS = {
    "home": "/easy-read/",
    "list": "/easy-read/standards/",
    "standard": STANDARD,
    "role": "/easy-read/roles/practitioners/",
    "statements": STATEMENTS,
    "topic": HELP,
    "words": "/easy-read/words/",
    "pictures": PICTURES,
}
"""The address of one page of each kind of easy-read page."""


def is_easy(page: Element) -> bool:
    return page.one("body").has_class("easy-zone")


@pytest.fixture(scope="module")
def easy(pages: Pages) -> Pages:
    """All easy-read pages."""
    return {url: page for url, page in pages.items() if is_easy(page)}


def blocks(page: Element) -> list[Element]:
    return [one for one in page.one("main").all("div") if one.has_class("block")]


def other_version(url: str, page: Element) -> str:
    """The address that the only link to the other version (easy or full) of the same record leads to."""
    found = page.all("nav", **{"aria-label": "Easy read or full"})
    return urljoin(url, found[0].one("a").attrs["href"]) if found else ""


def place(page: Element) -> int:
    """The position of the link to the other version among the body's children after the header."""
    children = [child for child in page.one("body").children if isinstance(child, Element)]
    held = [bool(child.all("nav", **{"aria-label": "Easy read or full"})) for child in children]
    return held.index(True) - [child.tag for child in children].index("header")


# --- an easy-read version of everything ---


def test_there_are_forty_pages_and_more(easy: Pages) -> None:
    assert len(easy) >= 40


def test_every_standard_principle_option_role_and_home_has_a_twin_one_click_away_both_ways(pages: Pages, framework: Framework) -> None:
    spine = framework.spine
    wanted = {"/": "/easy-read/"}
    for kind, records in (("standards", framework.standards), ("principles", spine.principles), ("options", spine.options), ("roles", spine.roles)):
        wanted |= {f"/{kind}/{one.id}/": f"/easy-read/{kind}/{one.id}/" for one in records}
    for full, twin in wanted.items():
        assert (other_version(full, pages[full]), other_version(twin, pages[twin])) == (twin, full)


def test_an_easy_page_that_is_shared_shows_as_much_as_a_full_one(pages: Pages) -> None:
    def told(url: str) -> set[str]:
        return {one.attrs.get("property") or one.attrs.get("name") or one.attrs.get("http-equiv", "") for one in pages[url].all("meta")}

    assert {"og:image:alt", "twitter:card", "Content-Security-Policy"} <= told("/standards/budgets/")
    for url in KINDS.values():
        assert told(url) == told("/standards/budgets/"), url


def test_the_link_to_the_other_version_stands_in_the_same_place_on_both(pages: Pages) -> None:
    places = {url: place(page) for url, page in pages.items() if other_version(url, page)}
    assert len(places) > 80
    assert set(places.values()) == {1}, "right after the header"
    for url in places:
        assert pages[other_version(url, pages[url])], url


def test_every_statement_for_supported_people_has_a_line_with_a_picture(pages: Pages, framework: Framework) -> None:
    role = framework.roles[0]
    for standard in framework.standards:
        wanted = [action.id for action in standard.actions_of(role.id)]
        for url in (f"/easy-read/standards/{standard.id}/", STATEMENTS):
            found = [one.attrs["id"] for one in blocks(pages[url]) if one.attrs.get("id") in wanted]
            assert sorted(found) == sorted(wanted), url
            for id in wanted:
                here = pages[url].id(id)
                assert here is not None
                assert len(here.all("img")) == 1, id
                assert here.all("p")[0].text.endswith((".", "?")), id


def test_what_someone_who_is_not_safe_needs_is_one_tap_from_every_easy_page_at_the_same_place(easy: Pages, framework: Framework) -> None:
    doors = framework.spine.front_doors
    assert doors
    assert doors.not_safe
    wanted = url_of(framework, "easy_read", f"situations/{doors.not_safe}")
    title = framework.record("easy_read", f"situations/{doors.not_safe}").title
    assert len(easy) > 100
    for url, page in easy.items():
        if url == wanted:
            continue
        tools = next(one for one in page.walk() if one.has_class("page-tools"))
        first = next(one for one in tools.walk() if one.tag == "a")
        assert (urljoin(url, first.attrs["href"]), first.text) == (wanted, title), url


def test_the_way_to_it_is_seen_at_once_on_a_phone_and_not_on_paper(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        for url in KINDS.values():
            page.goto(served + url, wait_until="load")
            until(page, "!document.querySelector('[data-tools]').hidden")
            box = page.locator(".if-unsafe a").bounding_box()
            assert box is not None
            assert box["height"] >= 44, url
            assert box["y"] + box["height"] <= 130, url
        page.emulate_media(media="print")
        assert page.locator(".if-unsafe a").is_hidden()


# --- one idea, one picture ---


def test_every_block_has_one_picture_with_words_for_it_that_are_not_its_sentence(easy: Pages) -> None:
    seen = 0
    for url, page in easy.items():
        for block in blocks(page):
            picture, words = block.one("img"), next(one for one in block.walk() if one.has_class("block-words"))
            alt = picture.attrs["alt"]
            assert 10 <= len(alt) <= 125, (url, alt)
            assert alt.rstrip(".").lower() not in [one.text.rstrip(".").lower() for one in words.all("p")], (url, alt)
            asked = words.all("legend") or words.all("label")  # the question of a form field counts as a sentence too
            assert 1 <= len(words.all("p")) + len(asked) <= 3, (url, words.text)
            seen += 1
    assert seen > 400


def test_every_picture_has_a_meaning_words_and_a_use_and_the_sheet_shows_them_all(pages: Pages, framework: Framework, built: Any) -> None:
    assert len(framework.pictures) >= 60
    items = {one.attrs["id"]: one for one in pages[PICTURES].one("ul", **{"class": "sheet"}).all("li")}
    assert list(items) == [one.id for one in framework.pictures]
    for picture in framework.pictures:
        item = items[picture.id]
        shown = item.one("img")
        assert shown.attrs["alt"] == picture.alt
        assert (built / urljoin(PICTURES, shown.attrs["src"])[1:]).is_file()
        for said in (picture.meaning[1:], picture.alt, picture.use):
            assert said in item.text, picture.id
    assert len({one.meaning.lower() for one in framework.pictures}) == len(framework.pictures), "a picture means one thing"


def test_a_page_offers_five_main_choices_at_the_most(easy: Pages) -> None:
    lists = 0
    for url, page in easy.items():
        choices = [one for one in page.one("main").walk() if one.has_class("easy-choice")]
        assert len(choices) <= 5, url
        lists += bool(choices)
        for name in ("Easy read", "Back and next"):
            assert len([one for nav in page.all("nav", **{"aria-label": name}) for one in nav.all("a")]) <= 5, url
    assert lists >= 9


def test_a_page_says_which_of_how_many_it_is(easy: Pages, framework: Framework) -> None:
    for url, page in easy.items():
        found = [one.text for one in page.walk() if one.has_class("place")]
        kind = url.split("/")[2]
        if kind in {"words", "pictures", ""} or url == STATEMENTS or not url.startswith("/easy-read/"):
            assert found == [], url
        elif kind == "templates" and "/list-" not in url and url != "/easy-read/templates/":
            forms = [one.id for one in framework.templates if one.easy]
            assert found == [f"Form {forms.index(url.split('/')[3]) + 1} of {len(forms)}"], url
        elif len(url.split("/")) > 4 and "/list-" not in url and "/group-" not in url:
            same = [one for one in framework.easy_read if one.kind == kind]
            position = [one.id for one in same].index(url.split("/")[3]) + 1
            assert found == [f"{'Standard' if kind == 'standards' else 'Page'} {position} of {len(same)}"], url


def test_the_number_of_each_situation_is_three_taps_from_home_at_the_most(easy: Pages, framework: Framework) -> None:
    """Counted by links on the pages, as for a reader who does not search. Situations that the home page names take two taps."""

    def called(url: str) -> set[str]:
        return {one.attrs["href"] for one in easy[url].all("main")[0].all("a") if one.attrs["href"].startswith("tel:")}

    def choices(url: str) -> list[str]:
        return [urljoin(url, one.attrs["href"]) for one in easy[url].all("main")[0].all("a") if one.has_class("easy-choice")]

    doors = framework.spine.front_doors
    assert doors
    home = choices("/easy-read/")
    lists = choices("/easy-read/situations/")
    assert "/easy-read/situations/" in home
    for one in framework.situations:
        page = url_of(framework, "easy_read", f"situations/{one.id}")
        number = next(link.attrs["href"] for link in easy[page].all("main")[0].all("a") if link.attrs["href"].startswith("tel:"))
        if page not in home:
            assert any(page in choices(some) and number in called(some) for some in lists), one.id
    assert {url_of(framework, "easy_read", f"situations/{id}") for id in doors.on_home[:3]} <= {*home}


def test_help_is_in_the_same_place_on_every_page_and_gives_a_phone_number(easy: Pages, pages: Pages) -> None:
    for url, page in easy.items():
        menu = page.all("header")[0].all("a")
        assert [(one.text, urljoin(url, one.attrs["href"])) for one in menu] == [
            ("Easy read", "/easy-read/"),
            ("Get help", HELP),
            ("Home", "/easy-read/"),
            ("Word bank", "/easy-read/words/"),
            ("Main site", "/"),
            ("Search", "/easy-read/search/"),  # the search link for readers without scripts
        ], url
        assert HELP in [urljoin(url, one.attrs["href"]) for one in page.all("footer")[-1].all("p")[0].all("a")], url
    assert re.search(r"\b0\d{2,4} \d{3} \d{4}\b", pages[HELP].one("main").text)


def test_the_page_of_help_names_who_helps_and_says_where_each_number_was_seen(pages: Pages, framework: Framework) -> None:
    page, local = pages[HELP].one("main"), {one.purpose for area in framework.contacts.areas for one in area.contacts}
    wanted = [block.contact for one in framework.easy_read if (one.kind, one.id) == ("topics", HELP.split("/")[3]) for block in one.blocks if block.contact]
    assert [one.attrs["data-area-slot"] for one in page.walk() if "data-area-slot" in one.attrs] == [id for id in wanted if id in local]
    named = [one for one in framework.contacts.contacts if {one.id, one.purposes[0]} & {*wanted} - local]
    assert len(named) > 3
    for contact in named:
        assert contact.title in page.text
    ways = {way.value.replace(" ", ""): way for contact in named for way in contact.ways if way.kind == "phone"}
    shown = {one.attrs["href"].removeprefix("tel:") for one in page.all("a") if one.attrs.get("href", "").startswith("tel:")} - {"999"}
    assert shown
    for number in shown:
        assert urlsplit(ways[number].seen.address).netloc.removeprefix("www.") in page.text, number


def test_who_wants_to_complain_is_told_whose_times_these_are_and_finds_what_the_ombudsman_does_in_the_words(pages: Pages, framework: Framework) -> None:
    steps = pages["/easy-read/situations/complain/"].one("main").text
    assert "Councils say it takes 5 working days." in steps
    assert "Councils say it takes 20 working days." in steps
    assert "The Ombudsman set the 5 and 20 days." in steps
    assert "The Ombudsman can say that a decision is wrong." in steps
    term = next(one for one in framework.terms if "ombudsman" in one.also_called)
    meaning = pages["/glossary/"].id(term.id)
    assert meaning is not None
    assert "looks into complaints" in meaning.text
    assert "within 12 months" in meaning.text
    assert "You can ask the Ombudsman to look at your complaint." in meaning.text


def test_hard_words_are_said_to_have_thick_letters_which_is_so_in_all_colours(pages: Pages) -> None:
    assert "Hard words are in bold." in pages["/easy-read/"].one("main").text


def test_a_page_that_nobody_has_checked_says_that_it_is_a_draft(pages: Pages, framework: Framework) -> None:
    for one in framework.easy_read:
        url = "/easy-read/" if one.kind == "home" else f"/easy-read/{one.kind}/{one.id}/"
        states = [part.text for part in pages[url].walk() if part.has_class("state")]
        wanted = f"Checked by {one.checked.by}" if one.checked else "Draft: not yet checked by people who use easy read."
        assert len(states) == 1, url
        assert states[0].startswith(wanted), url
        assert not any(part.has_class("state") for part in pages[url].one("main").walk()), url  # the state is under "About this page"


def test_what_to_choose_and_what_it_shows_are_two_lines(easy: Pages) -> None:
    told = [one for page in easy.values() for one in page.one("main").all("p") if "Then you see who to call." in one.text]
    assert len(told) > 50
    assert [one.text for one in told if not one.all("br")] == []


def test_an_easy_page_leads_to_how_the_site_was_tested_and_says_that_this_is_not_in_easy_read(easy: Pages) -> None:
    for url, page in easy.items():
        [link] = [one for one in page.one("footer").all("a") if urljoin(url, one.attrs["href"]) == "/accessibility/"]
        assert link.text == "how we test this site", url
        assert "That page is not in easy read." in page.one("footer").text, url


def test_a_word_in_bold_is_explained_on_the_page_and_in_the_word_bank(easy: Pages, pages: Pages, framework: Framework) -> None:
    bank, terms = pages["/easy-read/words/"], {term.id: term for term in framework.terms}
    seen = set()
    for url, page in easy.items():
        for one in page.walk():
            if not one.has_class("term"):
                continue
            id = one.attrs["href"].partition("#")[2]
            meaning, banked = page.id(f"meaning-{id}"), bank.id(id)
            assert meaning is not None, (url, id)
            assert banked is not None, (url, id)
            assert meaning.text == terms[id].easy
            assert terms[id].easy in banked.text
            assert urljoin(url, one.attrs["href"]) == f"/easy-read/words/#{id}"
            assert not {holder.tag for holder in one.ancestors} & {"a", "button", "h1", "h2", "h3"}, url
            seen.add(id)
    assert len(seen) > 15


# --- in a browser ---


def reached(page: Page, address: str) -> None:
    """Opens an easy-read page and waits until its scripts have run."""
    page.goto(address, wait_until="load")
    until(page, "!document.querySelector('[data-tools]').hidden")


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """A wide window shared by tests that store nothing in it."""
    with opened(browser, viewport=DESK) as page:
        yield page


SMALLEST = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility() || holder.closest('.vh')) continue;
    const style = getComputedStyle(holder), size = parseFloat(style.fontSize), line = parseFloat(style.lineHeight);
    const small = holder.closest('h1, h2, .button, .no-picture, .easy-choice, .name') ? 1.1 : 1.5;
    if (size < 20 || line / size < small - 0.01 || style.textAlign !== 'start' || style.hyphens === 'auto' || style.fontStyle !== 'normal'
        || style.textTransform !== 'none') {
      found.push([node.data.trim().slice(0, 40), size, line, style.textAlign, style.hyphens, style.fontStyle, style.textTransform]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_all_words_of_a_page_are_large_upright_left_aligned_and_in_lines_of_60_letters(desk: Page, served: str, kind: str) -> None:
    desk.set_viewport_size(DESK)
    desk.emulate_media(color_scheme="light")
    reached(desk, served + KINDS[kind])
    assert desk.evaluate(SMALLEST) == []
    lines = desk.evaluate(LINES, 2)
    assert [line for line in lines if line["longest"] > 62] == []
    wrapped = [line for line in lines if line["name"] == "" and kind != "pictures" and not line["parted"]]
    assert [line for line in wrapped if line["longest"] < 40 and len(line["text"]) > 45] == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_phone_or_a_desk_in_light_or_dark(desk: Page, served: str, kind: str) -> None:
    assert barriers_at(desk, served + KINDS[kind], reached) == []


SEVEN: dict[str, Any] = {
    "runOnly": ["color-contrast-enhanced"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations", "passes"],
}


OTHER = {"light": "Dark", "dark": "Light"}
"""The choice that differs from the device's setting."""


@pytest.mark.parametrize(("kind", "device"), each_with_one([*KINDS], ["light", "dark"]))
def test_all_words_stand_out_seven_to_one_in_every_choice_of_colours(browser: Browser, served: str, kind: str, device: Colours) -> None:
    found = []
    with opened(browser, viewport=DESK, color_scheme=device) as page:
        reached(page, served + KINDS[kind])
        if not everything():
            page.evaluate(CUT)
        page.locator("[data-look]").click()
        for choice in ("As my device", "Light", "Dark") if everything() else (OTHER[device],):
            page.get_by_label(choice, exact=True).check()
            answer = axe(page, SEVEN)
            assert sum(len(one["nodes"]) for one in answer["passes"]) > 5
            found += [f"{choice}: {node['target']} {node['any'][0]['message']}" for one in answer["violations"] for node in one["nodes"]]
    assert found == []


@pytest.mark.parametrize("kind", ["home", "list", "standard", "statements", "words"])
def test_a_page_is_walked_with_the_keyboard_and_each_stop_is_seen(browser: Browser, served: str, kind: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        reached(page, served + KINDS[kind])
        stops = []
        for _ in range(200):
            page.keyboard.press("Tab")
            here = focus(page)
            if here["tag"] == "BODY":
                break
            stops.append(here["href"] or here["text"])
            assert not here["hidden"], here
            assert min(here["width"], here["height"]) >= 20, here
            assert here["left"] >= -1, here
            assert here["right"] <= PHONE["width"] + 1, here
            assert here["ring"], here
            if len(stops) == 1:
                assert here["href"] == "#main"
        assert "Change how this looks" in stops
        reachable = page.locator("a[href]:visible, button:visible, input:visible, select:visible").count()
        assert len(stops) == reachable


@pytest.mark.parametrize("width", [320, 1280])
def test_a_hard_word_opens_in_place_by_click_and_keyboard_and_esc_closes_it(browser: Browser, framework: Framework, served: str, width: int) -> None:
    easy = {term.id: term.easy for term in framework.terms}
    with opened(browser, viewport={"width": width, "height": 800}) as page:
        page.goto(served + STANDARD)
        id = page.evaluate('fetch(location.href).then(r => r.text()).then(t => /class="term" href="[^"#]*#([^"]+)"/.exec(t)[1])')
        until(page, "!!document.querySelector('main .term[role=button]')")
        word, meaning = page.locator("main .term[role=button]").first, page.locator("main .meaning")
        word.click()
        assert easy[id] in meaning.inner_text()
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.meaning')).fontSize)") >= 20
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        word.click()
        assert meaning.count() == 0
        page.keyboard.press("Enter")
        assert meaning.count() == 1
        page.keyboard.press("Escape")
        assert meaning.count() == 0


def test_the_link_to_the_other_version_lies_over_nothing_that_is_clicked(desk: Page, framework: Framework, served: str) -> None:
    for url in (*KINDS.values(), "/", f"/standards/{framework.standards[0].id}/", f"/roles/{framework.roles[1].id}/"):
        desk.goto(served + url, wait_until="load")
        for width in (320, 800, 1280):
            desk.set_viewport_size({"width": width, "height": 800})
            for one in desk.locator(".crumbs a, .easy-tools button:visible, .switch a").all():
                one.scroll_into_view_if_needed()
                box = one.bounding_box()
                assert box is not None
                middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
                assert one.evaluate("(one, [x, y]) => one.contains(document.elementFromPoint(x, y))", middle), (url, width, one.inner_text())


def test_without_scripts_every_word_and_picture_is_there_and_no_button(browser: Browser, pages: Pages, served: str) -> None:
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(served + STANDARD)
        wanted = [one.text for block in blocks(pages[STANDARD]) for one in block.all("p")]
        shown = [" ".join(text.split()) for text in page.locator(".block p:visible").all_inner_texts()]
        assert shown == wanted
        assert page.locator(".block img:visible").count() == len(blocks(pages[STANDARD]))
        assert page.locator("[data-tools] button:visible").count() == 0
        link = page.locator("main a.term").first
        href = link.get_attribute("href") or ""
        link.click()
        page.wait_for_url("**/easy-read/words/#" + href.partition("#")[2])


def test_pictures_that_do_not_arrive_leave_their_words_and_break_nothing(browser: Browser, pages: Pages, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.route("**/assets/pictures/*", lambda route: route.abort())
        reached(page, served + STANDARD)
        first = blocks(pages[STANDARD])[0]
        assert page.get_by_alt_text(first.one("img").attrs["alt"]).first.is_visible()
        for one in page.locator(".block-words:visible").all():
            box = one.bounding_box()
            assert box is not None
            assert box["width"] > 200
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- read-aloud ---

VOICES = """(langs) => {
  const listeners = new Set();
  window.heard = []; window.voiceList = langs.map((lang) => ({ lang, name: lang, default: true, localService: true }));
  class Utterance extends EventTarget { constructor(text) { super(); Object.assign(this, { text, rate: 1, lang: '', voice: null }); } }
  const voices = {
    current: null, paused: false, speaking: false, pending: false, cancelled: 0,
    getVoices: () => window.voiceList,
    speak(one) { if (!one.text) return; this.current = one; this.speaking = true; heard.push({ text: one.text, rate: one.rate, lang: one.lang }); },
    cancel() {
      this.cancelled += 1;
      const one = this.current; this.current = null; this.speaking = false; if (one) setTimeout(() => one.dispatchEvent(new Event('error')));
    },
    pause() { this.paused = true; heard.push('pause'); },
    resume() { if (this.paused) heard.push('resume'); this.paused = false; },
    addEventListener: (name, act) => listeners.add(act),
  };
  window.ended = () => { const one = voices.current; voices.current = null; voices.speaking = false; one.dispatchEvent(new Event('end')); };
  window.arrive = (lang) => { window.voiceList.push({ lang, name: lang }); for (const act of listeners) act(); };
  Object.defineProperty(window, 'speechSynthesis', { value: voices, configurable: true });
  window.SpeechSynthesisUtterance = Utterance;
}"""
NONE = "Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true }); delete window.SpeechSynthesisUtterance;"


@contextmanager
def speaking(browser: Browser, address: str, *langs: str) -> Iterator[Page]:
    """A page in a browser with a stub for speech synthesis, which records what it is asked to say."""
    with opened(browser, viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as page:
        page.add_init_script(f"({VOICES})({json.dumps(langs)})")
        reached(page, address)
        yield page


def heard(page: Page) -> list[Any]:
    found: list[Any] = page.evaluate("heard")
    return found


def reading(page: Page) -> list[str]:
    """The words that are highlighted as being read."""
    return [" ".join(text.split()) for text in page.locator(".reading").all_inner_texts()]


def test_listen_reads_block_by_block_in_order_and_marks_what_it_reads(browser: Browser, pages: Pages, served: str) -> None:
    with speaking(browser, served + STANDARD, "fr-FR", "en-US", "en-GB") as page:
        listen(page)
        parts, at = page.locator("[data-block]").count(), list[int]()
        while page.locator(".reading").count():
            assert page.locator(".reading").count() == 1
            at.append(page.evaluate("[...document.querySelectorAll('[data-block]')].indexOf(document.querySelector('.reading'))"))
            assert len(heard(page)) == len(at)
            assert page.evaluate("(r => r.top >= -1 && r.top < innerHeight)([...CSS.highlights.get('reading')][0].getBoundingClientRect())")
            page.evaluate("ended()")
        assert at == sorted(at)
        assert set(at) == {*range(parts)}
        said = [one["text"] for one in heard(page)]
        assert said[0].rstrip(".") == pages[STANDARD].one("h1").text
        whole, here = " ".join(said), 0
        for words in (one.text for block in blocks(pages[STANDARD]) for one in block.all("p")):
            assert words in whole[here:]
            here = whole.index(words, here) + len(words)
        assert {one["lang"] for one in heard(page)} == {"en-GB"}
        assert page.locator(".reading").count() == 0
        assert page.locator("[data-listen-said]").inner_text() == "That is the end of the page."
        assert page.locator("[data-listen-more]").is_hidden()


def listen(page: Page) -> None:
    """Presses "Listen" and waits for the first words, because the read-aloud module is loaded only then."""
    page.get_by_role("button", name="Listen").click()
    until(page, "heard.length === 1")


def test_listen_pauses_carries_on_stops_and_changes_speed_from_the_keyboard(browser: Browser, served: str) -> None:
    with speaking(browser, served + STANDARD, "en-GB") as page:
        said = page.locator("[data-listen-said]")
        for _ in range(20):
            page.keyboard.press("Tab")
            if focus(page)["text"] == "Listen":
                break
        page.keyboard.press("Enter")
        until(page, "heard.length === 1")
        assert said.inner_text() == "Reading."
        page.evaluate("ended()")
        assert len(heard(page)) == 2
        second = heard(page)[1]

        def press(name: str) -> None:
            for _ in range(10):
                page.keyboard.press("Tab")
                if focus(page)["text"] == name:
                    break
            assert focus(page)["text"] == name
            page.keyboard.press("Enter")

        press("Pause")
        assert (said.inner_text(), focus(page)["text"]) == ("Paused.", "Carry on")
        assert not page.evaluate("speechSynthesis.speaking")
        page.keyboard.press("Space")
        until(page, "heard.length === 3")
        assert heard(page)[-1] == second
        assert (said.inner_text(), focus(page)["text"]) == ("Reading.", "Pause")
        page.get_by_role("button", name="Slower").focus()
        page.keyboard.press("Enter")
        until(page, "heard.length === 4")
        assert heard(page)[-1]["text"] == second["text"], "it starts the block again"
        assert heard(page)[-1]["rate"] < second["rate"]
        assert said.inner_text() == "Slower."
        page.get_by_role("button", name="Faster").focus()
        for _ in range(3):
            page.keyboard.press("Enter")
        until(page, f"heard.at(-1).rate > {second['rate']}")
        for _ in range(6):
            page.keyboard.press("Enter")
        assert said.inner_text() == "This is the fastest."
        page.wait_for_timeout(200)  # speech that was cancelled starts again after a moment
        count = len(heard(page))
        page.wait_for_timeout(200)
        assert len(heard(page)) == count, "a block that was cut short leads nowhere"
        page.get_by_role("button", name="Stop").focus()
        before = page.evaluate("speechSynthesis.cancelled")
        assert page.evaluate("speechSynthesis.speaking")
        page.keyboard.press("Enter")
        assert page.evaluate("speechSynthesis.cancelled") > before, "the voice itself is told to stop"
        assert not page.evaluate("speechSynthesis.speaking")
        assert said.inner_text() == "Stopped."
        assert reading(page) == []
        assert focus(page)["text"] == "Listen"
        page.wait_for_timeout(50)
        assert len(heard(page)) == count
        page.keyboard.press("Enter")
        until(page, f"heard.length === {count + 1}")
        assert heard(page)[-1]["text"] == heard(page)[0]["text"], "it starts again from the top"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_buttons_stay_in_sight_while_the_page_is_read_and_hide_no_stop(browser: Browser, served: str, width: int) -> None:
    with speaking(browser, served + STANDARD, "en-GB") as page:
        page.set_viewport_size({"width": width, "height": 640})
        listen(page)
        for _ in range(8):
            page.evaluate("ended()")
        for name in ("Pause", "Stop", "Slower", "Faster"):
            box = page.get_by_role("button", name=name).bounding_box()
            assert box is not None
            assert 0 <= box["x"] <= box["x"] + box["width"] <= width
            assert 0 <= box["y"] <= box["y"] + box["height"] <= 640
        bar = page.locator("[data-listen-more]").bounding_box()
        assert bar is not None
        page.locator("main a, main button").first.focus()
        for _ in range(25):
            page.keyboard.press("Tab")
            here = page.evaluate("(r => [r.top, r.bottom])(document.activeElement.getBoundingClientRect())")
            if page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('[data-listen-more]')"):
                assert here[1] <= bar["y"] + 1, focus(page)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        last = page.locator("footer p:visible").last.bounding_box()
        assert last is not None
        assert last["y"] + last["height"] <= bar["y"]


@pytest.mark.parametrize("kind", KINDS)
def test_listen_is_on_every_page_that_has_something_to_hear(browser: Browser, served: str, kind: str) -> None:
    with speaking(browser, served + KINDS[kind], "en-GB") as page:
        listen(page)
        assert page.locator("h1.reading").count() == 1
        page.evaluate("ended()")
        assert heard(page)[1]["text"].strip()


def test_an_open_meaning_is_not_read_in_the_middle_of_its_sentence(browser: Browser, served: str) -> None:
    with speaking(browser, served + STANDARD, "en-GB") as page:
        page.locator("main .term[role=button]").first.click()
        listen(page)
        for _ in range(3):
            page.evaluate("ended()")
        assert "More on this word" not in json.dumps(heard(page))


def test_listen_stays_away_where_there_is_no_english_voice_until_one_comes(browser: Browser, served: str) -> None:
    with speaking(browser, served + STANDARD, "fr-FR", "pl_PL") as page:
        listen = page.get_by_role("button", name="Listen")
        assert not listen.is_visible()
        assert page.get_by_role("button", name="Change how this looks").is_visible()
        page.evaluate("arrive('en_GB')")
        assert listen.is_visible()


def test_listen_stays_away_where_the_browser_cannot_speak(browser: Browser, served: str) -> None:
    with opened(browser, viewport=DESK) as page:
        failed = list[str]()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.add_init_script(NONE)
        reached(page, served + STANDARD)
        assert not page.get_by_role("button", name="Listen").is_visible()
        assert page.get_by_role("button", name="Change how this looks").is_visible()
        assert failed == []


def test_a_voice_that_fails_is_said_and_stops(browser: Browser, served: str) -> None:
    with speaking(browser, served + STANDARD, "en-GB") as page:
        listen(page)
        page.evaluate("speechSynthesis.current.dispatchEvent(new Event('error'))")
        assert page.locator("[data-listen-said]").inner_text() == "Your browser could not read this aloud."
        assert reading(page) == []


# --- choose the appearance ---

SEEN: dict[str, str] = {
    "Larger": "parseFloat(getComputedStyle(document.querySelector('.block-words p, .easy-choice')).fontSize)",
    "Very large": "parseFloat(getComputedStyle(document.querySelector('.block-words p, .easy-choice')).fontSize)",
    "Dark": "getComputedStyle(document.body).backgroundColor",
    "Hide": "[...document.querySelectorAll('.picture')].filter(one => one.checkVisibility()).length",
    "Wide": "parseFloat(getComputedStyle(document.querySelector('main p, main li')).lineHeight)",
}
"""The computed style that each choice changes."""


@pytest.mark.parametrize("choice", SEEN)
def test_a_choice_changes_what_is_seen_and_holds_after_a_reload_and_on_other_pages(browser: Browser, served: str, choice: str) -> None:
    with opened(browser, viewport=DESK, color_scheme="light") as page:
        before = {}
        for url in (KINDS["list"], STANDARD):
            reached(page, served + url)
            before[url] = page.evaluate(SEEN[choice])
        page.get_by_role("button", name="Change how this looks").click()
        page.get_by_label(choice, exact=True).check()
        after = page.evaluate(SEEN[choice])
        assert after != before[STANDARD]
        page.reload()
        until(page, "!document.querySelector('[data-tools]').hidden")
        assert page.evaluate(SEEN[choice]) == after
        reached(page, served + KINDS["list"])
        assert page.evaluate(SEEN[choice]) != before[KINDS["list"]]
        page.get_by_role("button", name="Change how this looks").click()
        assert page.get_by_label(choice, exact=True).is_checked()
        group = page.locator("fieldset", has=page.get_by_label(choice, exact=True))
        group.locator("input").first.check()
        assert page.evaluate(SEEN[choice]) == before[KINDS["list"]]
        page.reload()
        assert page.evaluate(SEEN[choice]) == before[KINDS["list"]]


def test_the_look_that_was_chosen_is_there_before_the_scripts_of_the_page(browser: Browser, served: str) -> None:
    with opened(browser, viewport=DESK) as page:
        reached(page, served + STANDARD)
        size = page.evaluate(SEEN["Very large"])
        set_storage(page, {"easy-size": "largest"})
        page.route("**/easy-read.*.js", lambda route: route.abort())
        page.goto(served + STANDARD)
        assert page.evaluate(SEEN["Very large"]) > size


def test_the_panel_is_worked_with_the_keyboard_and_esc_closes_it(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE, color_scheme="light") as page:
        reached(page, served + STANDARD)
        button = page.get_by_role("button", name="Change how this looks")
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == "size"
        size = page.evaluate(SEEN["Larger"])
        page.keyboard.press("ArrowDown")
        assert page.evaluate(SEEN["Larger"]) > size
        page.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"
        assert page.evaluate("document.activeElement.hasAttribute('data-look')")
        assert not page.locator("#look").is_visible()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_largest_words_fit_the_window_without_a_sideways_scroll_or_a_broken_word(browser: Browser, served: str, width: int) -> None:
    with opened(browser, viewport={"width": width, "height": 800}) as page:
        reached(page, served + STANDARD)
        set_storage(page, {"easy-size": "largest", "easy-spacing": "wide"})
        for kind, url in KINDS.items():
            reached(page, served + url)
            page.locator("[data-look]").click()
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (kind, page.evaluate(WIDEST))
            assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 20
            assert page.evaluate(BROKEN) == [], kind


BROKEN = """() => {
  const found = [], range = document.createRange(), walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('.vh, code')) continue;
    for (const match of node.data.matchAll(/[A-Za-z']+/g)) {
      range.setStart(node, match.index); range.setEnd(node, match.index + match[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(match[0]);
    }
  }
  return found;
}"""
"""Words that are broken over two lines."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_split_over_two_lines_on_a_phone(browser: Browser, served: str, kind: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        reached(page, served + KINDS[kind])
        assert page.evaluate(BROKEN) == []


REFUSED = {
    "keeping is refused": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };",
    "there is no storage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
}


@pytest.mark.parametrize("script", REFUSED.values(), ids=REFUSED)
def test_where_nothing_is_kept_a_choice_works_on_this_page_and_says_so(browser: Browser, served: str, script: str) -> None:
    with opened(browser, viewport=DESK, color_scheme="light") as page:
        failed = list[str]()
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.add_init_script(script)
        reached(page, served + STANDARD)
        page.get_by_role("button", name="Change how this looks").click()
        for choice, seen in SEEN.items():
            before = page.evaluate(seen)
            page.get_by_label(choice, exact=True).check()
            assert page.evaluate(seen) != before, choice
        assert page.locator("[data-tools] [data-said]").inner_text() == "Your device could not save this. It works on this page only."
        page.reload()
        until(page, "!document.querySelector('[data-tools]').hidden")
        assert failed == []


def test_junk_kept_on_the_device_leaves_the_look_as_it_was(browser: Browser, served: str) -> None:
    with opened(browser, viewport=DESK, color_scheme="light") as page:
        reached(page, served + STANDARD)
        before = [page.evaluate(seen) for seen in SEEN.values()]
        set_storage(page, dict.fromkeys(["easy-size", "easy-pictures", "easy-spacing", "colours"], "<b>zzz"))
        reached(page, served + STANDARD)
        assert [page.evaluate(seen) for seen in SEEN.values()] == before
        page.get_by_role("button", name="Change how this looks").click()
        assert page.locator("#look input:checked").evaluate_all("all => all.map(one => one.value)") == [""] * page.evaluate(
            "new Set([...document.querySelectorAll('#look input')].map(one => one.name)).size"
        )


# --- print ---


def test_a_printed_page_is_16_points_with_pictures_on_the_left_and_no_buttons(browser: Browser, pages: Pages, served: str) -> None:
    with opened(browser, viewport={"width": 794, "height": 1123}) as page:
        reached(page, served + STANDARD)
        page.emulate_media(media="print")
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.block-words p')).fontSize)") >= 16 * 96 / 72 - 0.1
        assert page.locator("button:not(.term):visible").count() == 0
        for one in page.locator(".block").all():
            picture, words = one.locator(".picture").bounding_box(), one.locator(".block-words").bounding_box()
            assert picture is not None
            assert words is not None
            assert picture["width"] >= 113, "3 cm"
            assert picture["x"] + picture["width"] <= words["x"]
            assert one.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
        assert f"Printed from https://sds-standards.example{STANDARD}" in page.locator("footer .print-only").inner_text()
        assert len(blocks(pages[STANDARD])) == page.locator(".block-words:visible").count()
