"""Every kind of page in a real browser: no barriers that axe can find, usable by keyboard on a phone, readable without scripts and in print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pytest

from browsing import DESK, LINES, PHONE, Colours, axe, barriers_at, focus, opened, until
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = "all => all.map(one => [one.innerText, Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height)])"
ONES = ["home", "lost", "standard", "action", "role", "principle", "option", "driver", "stage", "source", "resource", "alignment"]
LOOKED_AT_ELSEWHERE = {"role", "stage", "stages", "search"}
INDEXES = (
    *["standards", "actions", "roles", "principles", "options", "drivers", "stages", "sources", "resources", "alignments", "glossary", "editions"],
    *["data", "search", "about", "contribute", "accessibility"],
)


def kinds(framework: Framework) -> dict[str, str]:
    """The address of one page of each kind (the longest, where pages of a kind differ)."""

    def longest(records: Any) -> str:
        return str(max(records, key=lambda record: len(record.title)).id)

    spine = framework.spine
    found = {
        "standard": f"/standards/{longest(framework.standards)}/",
        "action": f"/actions/{max(framework.current_actions, key=lambda action: len(action.text)).id}/",
        "role": f"/roles/{framework.roles[1].id}/",
        "principle": f"/principles/{spine.principles[0].id}/",
        "option": f"/options/{spine.options[0].id}/",
        "driver": f"/drivers/{spine.drivers[0].id}/",
        "stage": f"/stages/{spine.stages[0].id}/",
        "source": f"/sources/{longest(framework.sources)}/",
        "resource": f"/resources/{longest(framework.resources)}/",
        "alignment": f"/alignments/{framework.alignments[0].id}/",
        "home": "/",
        "lost": "/no/such/page/",
    }
    return found | {name: f"/{name}/" for name in INDEXES}


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[Page]:
    """A wide window shared by tests that store nothing in it."""
    with opened(browser) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A new window as wide as a small phone."""
    with opened(browser, viewport=PHONE) as page:
        yield page


@pytest.fixture
def go(served: str) -> Callable[[Page, str], None]:
    """A function that opens an address of the site and waits until its scripts have run."""

    def go(page: Page, path: str) -> None:
        page.goto(served + path, wait_until="load")
        until(page, "document.querySelector('button[data-colours]').hidden === false")

    return go


# --- barriers that axe finds ---


def looked_at(kind: str) -> object:
    """Marks a kind of page as ``long`` if the tests of its feature already check it with axe in more states."""
    return pytest.param(kind, marks=pytest.mark.long("has axe look at pages that others look at, too")) if kind in LOOKED_AT_ELSEWHERE else kind


@pytest.mark.parametrize("kind", [looked_at(kind) for kind in (*ONES, *INDEXES)])
def test_axe_finds_nothing_on_a_phone_or_a_desk_in_light_or_dark(desk: Page, framework: Framework, go: Callable[[Page, str], None], kind: str) -> None:
    assert barriers_at(desk, kinds(framework)[kind], go) == []


def test_axe_does_find_what_is_wrong(desk: Page, go: Callable[[Page, str], None]) -> None:
    go(desk, "/about/")
    desk.evaluate("""() => {
      const add = (tag, more) => document.querySelector('main').append(Object.assign(document.createElement(tag), more));
      add('img', { src: '' });
      add('p', { className: 'x', textContent: 'grey' });
      add('button');
    }""")
    assert {violation["id"] for violation in axe(desk)["violations"]} >= {"image-alt", "button-name"}


def test_the_dark_pages_are_dark_and_the_light_ones_light(desk: Page, go: Callable[[Page, str], None]) -> None:
    def light() -> float:
        return float(desk.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number).reduce((a, b) => a + b) / 765"))

    desk.emulate_media(color_scheme="light")
    go(desk, "/")
    assert light() > 0.9
    desk.emulate_media(color_scheme="dark")
    assert light() < 0.2


# --- the keyboard on a phone ---


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_content(phone: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    go(phone, f"/standards/{framework.standards[0].id}/")
    phone.keyboard.press("Tab")
    here = focus(phone)
    assert here["href"] == "#main"
    assert here["top"] >= 0
    assert here["height"] > 20
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "main"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_by_keyboard_and_esc_closes_it_and_gives_focus_back(phone: Page, go: Callable[[Page, str], None]) -> None:
    go(phone, "/")
    button, links = phone.locator("[data-menu]"), phone.locator("#menu a")
    assert button.get_attribute("aria-expanded") == "false"
    assert not links.first.is_visible()
    for _ in range(10):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.hasAttribute('data-menu')"):
            break
    assert phone.evaluate("document.activeElement.hasAttribute('data-menu')")
    closed = button.bounding_box()
    phone.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert button.bounding_box() == closed, "whoever presses twice presses the same button"
    assert [link.is_visible() for link in links.all()] == [True] * links.count()
    for _ in range(4):  # the colour scheme buttons and the search box are between the menu button and the menu
        phone.keyboard.press("Tab")
        if focus(phone)["tag"] == "A":
            break
    assert focus(phone)["href"] == links.first.get_attribute("href")
    phone.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert not links.first.is_visible()
    assert phone.evaluate("document.activeElement.hasAttribute('data-menu')")


def test_the_menu_opens_and_closes_with_the_space_bar_too(phone: Page, go: Callable[[Page, str], None]) -> None:
    go(phone, "/")
    button = phone.locator("[data-menu]")
    button.focus()
    phone.keyboard.press("Space")
    assert phone.locator("#menu a").first.is_visible()
    phone.keyboard.press("Space")
    assert not phone.locator("#menu a").first.is_visible()


@pytest.mark.parametrize("kind", ["home", "standard", "action", "resources", "search"])
def test_with_the_menu_closed_nothing_unseen_takes_focus(phone: Page, framework: Framework, go: Callable[[Page, str], None], kind: str) -> None:
    go(phone, kinds(framework)[kind])
    seen = []
    for _ in range(60):
        phone.keyboard.press("Tab")
        here = focus(phone)
        if here["tag"] == "BODY":  # past the last element
            break
        seen.append(here)
        assert here["width"] >= 1, here
        assert here["height"] >= 1, here
        assert here["left"] >= -1, here
        assert here["right"] <= PHONE["width"] + 1, here
        assert here["top"] >= 0, here
        assert not here["hidden"], here
        assert here["ring"], here
    assert len(seen) > 10
    assert "#main" in [one["href"] for one in seen]


@pytest.mark.parametrize("kind", ["home", "standard", "action", "role", "search"])
def test_buttons_and_menu_links_are_big_enough_for_a_finger(phone: Page, framework: Framework, go: Callable[[Page, str], None], kind: str) -> None:
    go(phone, kinds(framework)[kind])
    phone.locator("[data-menu]").click()
    sizes = phone.locator("button:visible, #menu a:visible, input:visible, select:visible").evaluate_all(SIZES)
    assert len(sizes) > 10
    assert [words for words, least in sizes if least < 24] == []


# --- controls that scripts add ---


@pytest.mark.parametrize(("device", "first", "then"), [("light", "Dark colours", "dark"), ("dark", "Light colours", "light")])
def test_the_button_for_colours_changes_them_and_a_reload_keeps_them(
    browser: Browser, go: Callable[[Page, str], None], device: Colours, first: str, then: str
) -> None:
    with opened(browser, color_scheme=device) as page:
        go(page, "/")
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        button = page.locator("button[data-colours]")
        assert " ".join(button.inner_text().split()) == first
        button.click()
        after = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert after != before
        assert page.locator("html").get_attribute("data-colours") == then
        page.reload()
        go(page, "/about/")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after
        assert " ".join(button.inner_text().split()) != first
        button.click()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == before


def test_the_copy_buttons_put_the_link_and_the_citation_on_the_clipboard_and_say_so(browser: Browser, framework: Framework, served: str) -> None:
    action = framework.current_actions[0]
    with opened(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{served}/actions/{action.id}/")
        said = page.locator("main [data-said]")
        assert said.inner_text() == ""
        page.get_by_role("button", name="Copy link").click()
        until(page, "document.querySelector('[data-said]').textContent !== ''")
        assert said.inner_text() == "Copied."
        link = page.evaluate("navigator.clipboard.readText()")
        assert link.endswith(f"/actions/{action.id}/")
        assert link == page.locator("link[rel=canonical]").get_attribute("href")
        page.get_by_role("button", name="Copy with citation").click()
        until(page, "navigator.clipboard.readText().then(text => text.startsWith(document.querySelector('h1').textContent.trim()))")
        citation = page.evaluate("navigator.clipboard.readText()")
        about = framework.spine.framework
        for words in (action.text, about.title, action.id, about.edition, link):
            assert words in citation


def test_a_citation_for_reference_managers_is_copied_and_saved_under_the_name_of_its_statement(browser: Browser, framework: Framework, served: str) -> None:
    action = framework.current_actions[0]
    with opened(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{served}/actions/{action.id}/")
        page.get_by_role("button", name="Copy BibTeX").click()
        until(page, "document.querySelector('[data-said]').textContent !== ''")
        assert page.locator("[data-said]").inner_text() == "Copied."
        assert page.evaluate("navigator.clipboard.readText()").startswith(f"@misc{{{action.id}-")
        with page.expect_download() as saved:
            page.get_by_role("link", name="Download RIS").click()
        assert saved.value.suggested_filename == f"{action.id}.ris"
        page.route("**/cite.ris", lambda route: route.abort())
        page.get_by_role("button", name="Copy RIS").click()
        until(page, "document.querySelector('[data-said]').textContent.startsWith('The file did not load.')")


def test_a_finding_is_copied_with_its_citation_and_saved(browser: Browser, framework: Framework, served: str) -> None:
    finding = framework.findings[0]
    source = framework.record("sources", finding.source)
    with opened(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{served}/sources/{source.id}/")
        until(page, "document.querySelectorAll('[data-finding] .action-copy').length > 0")
        page.get_by_role("button", name=f"Copy “{finding.text}”", exact=True).click()
        page.get_by_role("button", name="Copy with citation").click()
        until(page, "document.querySelector('[data-copied]').textContent === 'Copied.'")
        citation = page.evaluate("navigator.clipboard.readText()")
        assert citation.startswith(finding.text)
        for words in (f"Finding {finding.id}", source.title, finding.place, f"/sources/{source.id}/#{finding.id}"):
            assert words in citation
        with page.expect_download() as saved:
            page.get_by_role("link", name=f"RIS “{finding.text}”", exact=True).click()
        assert saved.value.suggested_filename == f"{finding.id}.ris"


# --- without scripts, and in print ---


def test_without_scripts_the_menu_and_every_statement_can_be_read(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        role = framework.roles[1]
        page.goto(f"{served}/roles/{role.id}/")
        links = page.locator("#menu a")
        assert links.count() >= 5
        assert all(link.is_visible() for link in links.all())
        assert page.locator("button:visible").count() == 0
        statements = [action.text for standard in framework.standards for action in standard.actions_of(role.id)]
        assert [text.strip() for text in page.locator(".action-text:visible").all_inner_texts()] == statements
        page.goto(f"{served}/search/")
        assert page.locator("input:visible").count() == 0
        assert page.get_by_role("link", name="All statements").first.is_visible()


def test_a_printed_role_page_holds_every_statement_its_address_edition_and_date(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role, about = framework.roles[1], framework.spine.framework
    go(desk, f"/roles/{role.id}/")
    assert not desk.locator("footer p.print-only").is_visible()
    desk.emulate_media(media="print")
    try:
        statements = [action.text for standard in framework.standards for action in standard.actions_of(role.id)]
        assert [text.strip() for text in desk.locator(".action-text:visible").all_inner_texts()] == statements
        assert not desk.locator(".top").is_visible()
        foot = desk.locator("footer p.print-only").inner_text()
        assert f"/roles/{role.id}/" in foot
        assert about.edition in foot
        assert about.updated[:4] in foot
    finally:
        desk.emulate_media(media="screen")


# --- readable text ---


def test_words_are_18_pixels_or_more_and_lines_45_to_80_characters(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    desk.set_viewport_size(DESK)
    go(desk, f"/standards/{framework.standards[0].id}/")
    assert float(desk.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) >= 18
    paragraphs = [one for one in desk.evaluate(LINES, 3) if "small" not in one["name"].split()]
    body = [one for one in paragraphs if one["name"] == ""]
    assert len(body) > 10
    assert [one for one in body if one["size"] < 18] == []
    assert [one for one in paragraphs if one["longest"] > 80] == []
    wide = [one for one in body if one["longest"] >= 45]
    assert len(wide) > 5


SMALLER = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const fields = "input:not([type=checkbox], [type=radio], [type=file]), select, textarea";
  const small = (one) => parseFloat(getComputedStyle(one).fontSize) < 18 && one.checkVisibility({ visibilityProperty: true });
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.data.trim() && !node.parentElement.closest("svg, sup, sub, option") && small(node.parentElement)) found.push(node.data.trim());
  }
  return [...found, ...[...document.querySelectorAll(fields)].filter(small).map((one) => one.outerHTML)].map((one) => one.slice(0, 60));
}"""
"""What is read on a page in letters of less than 18 pixels, what a reader writes too. Words in a drawing are as large as the drawing."""
WITH_PARTS_OF_THEIR_OWN = (
    *[
        "/easy-read/situations/complain/",
        "/easy-read/standards/budgets/",
        "/easy-read/topics/people-who-can-help/",
        "/easy-read/words/",
        "/easy-read/pictures/",
    ],
    *["/situations/", "/law/", "/templates/", "/offline/", "/contribute/fields/", "/stay-safe/", "/standards/budgets/", "/changes/"],
)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_on_any_kind_of_page_is_smaller_than_18_pixels(
    browser: Browser, framework: Framework, served: str, sample: Callable[[Sequence[str], int], Sequence[str]], width: int
) -> None:
    with opened(browser, viewport={"width": width, "height": 900}) as page:
        small = {}
        for path in sample(sorted({*kinds(framework).values(), *CROWDED, *WITH_PARTS_OF_THEIR_OWN}), 6):
            page.goto(served + path, wait_until="networkidle")
            if page.locator("[data-menu]").is_visible():
                page.locator("[data-menu]").click()
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            small[path] = page.evaluate(SMALLER)
        assert {path: found for path, found in small.items() if found} == {}


def test_words_can_be_made_twice_as_big_without_a_sideways_scroll(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, viewport={"width": 640, "height": 800}) as page:
        for path in ("/", f"/standards/{framework.standards[0].id}/", "/actions/"):
            page.goto(served + path)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            wide, window = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert wide <= window, path


def test_the_home_page_of_a_phone_starts_with_a_choice_of_role(phone: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    phone.set_viewport_size({"width": 390, "height": 844})
    go(phone, "/")
    first = phone.get_by_role("link", name=framework.roles[0].i_am).bounding_box()
    assert first is not None
    assert first["y"] + first["height"] <= 844


def test_a_link_to_one_statement_lands_on_it_and_marks_it(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    action = framework.current_actions[-1]
    go(desk, f"/standards/{action.standard}/#{action.id}")
    box = desk.locator(f"[id='{action.id}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < DESK["height"]
    others = desk.evaluate("id => getComputedStyle(document.getElementById(id)).backgroundColor", framework.standards[-1].actions[0].id)
    assert desk.evaluate("id => getComputedStyle(document.getElementById(id)).backgroundColor", action.id) != others


SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
"""The text spacing that a reader may set without loss of content: https://www.w3.org/TR/WCAG22/#text-spacing."""
FULL_PAGES = ("/", "/standards/accountability/", "/roles/practitioners/", "/search/?q=budget", "/situations/complain/", "/contacts/", "/pack/", "/my-words/")
WITH_TABLES = ("/sources/progress-report-2018/checklist/", "/data/", "/editions/")
OTHER_PAGES = ("/easy-read/standards/independent-support/", "/resources/", "/findings/", "/actions/independent-support-s1/", "/self-evaluation/")


def test_no_page_is_wider_than_a_small_phone_or_a_window_at_400_percent_with_wide_spacing_of_text(browser: Browser, served: str) -> None:
    for size in (PHONE, {"width": 320, "height": 256}):
        with opened(browser, viewport=size, bypass_csp=True) as page:
            for path in (*FULL_PAGES, *OTHER_PAGES, *WITH_TABLES):
                page.goto(served + path, wait_until="load")
                page.add_style_tag(content=SPACED)
                assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path


LARGEST = {"fontSizes": {"standard": 32, "fixed": 26}}
"""A browser's font size setting at twice the default, to which the site's sizes are relative."""
CROWDED = (
    *FULL_PAGES,
    *OTHER_PAGES,
    *WITH_TABLES,
    "/stages/",
    "/stages/first-contact/two-minutes/",
    "/pack/?standard=accountability",
    "/easy-read/",
    "/easy-read/questions/transparency/",
    "/standards/accountability/compare/",
    "/standards/accountability/resources/",
    "/alignments/carers-act-2016/",
    "/templates/complaint-letter/",
    "/findings/budgets/",
    "/drivers/data-and-finance/",
    "/situations/person-lacks-capacity/",
    "/easy-read/search/?q=money",
    "/easy-read/roles/",
    "/law/awi-2000-s1-2-3/",
    "/contribute/rules/",
)
BEYOND = """() => {
  const room = document.documentElement.clientWidth, range = document.createRange(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const scrolls = (one) => one && one !== document.body && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
  const found = document.documentElement.scrollWidth > room ? [`${document.documentElement.scrollWidth} pixels`] : [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    if (holder.closest(".vh, .vh-phone") || scrolls(holder)) continue;
    range.selectNodeContents(node);
    if (range.getBoundingClientRect().right > room + 1) found.push(node.data.trim().slice(0, 40));
  }
  return found;
}"""
"""The width of a page, and the text that extends beyond the window, except in elements that scroll by themselves."""


def test_the_largest_type_fits_the_smallest_phone(browser: Browser, served: str, sample: Callable[[Sequence[str], int], Sequence[str]]) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.context.new_cdp_session(page).send("Page.setFontSizes", LARGEST)
        for path in sample(CROWDED, 3):
            page.goto(served + path, wait_until="networkidle")
            assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
            assert page.evaluate(BEYOND) == [], path


VOICES = """Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
  getVoices: () => ["One", "Two"].map((name) => ({ name, lang: "en-GB", voiceURI: name })), addEventListener() {}, speak() {}, cancel() {}, resume() {},
} });
window.SpeechSynthesisUtterance = class extends EventTarget {};"""
"""Speech with two voices, so that the bar has all its controls."""
BARS: dict[str, tuple[str, str, str]] = {
    "listening in easy read": ("/easy-read/standards/independent-support/", "[data-listen]", "[data-listen-more]"),
    "listening": ("/situations/complain/", "[data-listen]", "[data-listen-more]"),
    "ticks": ("/roles/practitioners/", "[data-ticks-open]", "[data-ticks-bar]"),
}
"""For each bar at the bottom of the window: an address, what to press there, and the bar."""
BROKEN = """(bar) => {
  const walk = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest(".vh, option")) continue;
    for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
      range.setStart(node, index); range.setEnd(node, index + word.length);
      if (range.getClientRects().length > 1) found.push(word);
    }
  }
  return found;
}"""
"""The words of a bar that are broken over two lines."""
ROOM = """(bar) => {
  const { top, bottom, right } = bar.getBoundingClientRect(), page = getComputedStyle(document.documentElement);
  scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
  const last = [...document.querySelectorAll(".foot a")].filter((one) => one.checkVisibility()).at(-1).getBoundingClientRect();
  return { height: bottom - top, beyond: right - innerWidth, kept: parseFloat(page.scrollPaddingBlockEnd),
           lastLink: last.bottom, barAtEnd: bar.getBoundingClientRect().top };
}"""


@pytest.mark.parametrize("which", BARS)
def test_a_bar_in_the_largest_type_breaks_no_word_and_hides_nothing(which: str, browser: Browser, served: str) -> None:
    path, button, shown = BARS[which]
    with opened(browser, viewport=PHONE) as page:
        page.add_init_script(VOICES)
        page.context.new_cdp_session(page).send("Page.setFontSizes", LARGEST)
        page.goto(served + path, wait_until="load")
        page.locator(button).click()
        if which == "ticks":
            page.locator(".action input[type=checkbox]").first.check()
        bar = page.locator(shown)
        bar.wait_for()
        assert bar.evaluate(BROKEN) == []
        assert page.evaluate(BEYOND) == []
        room = bar.evaluate(ROOM)
        assert room["beyond"] <= 0
        assert room["height"] <= PHONE["height"] / 2
        assert room["height"] <= room["kept"], "what gets the focus is scrolled to above the bar"
        assert room["lastLink"] <= room["barAtEnd"] or room["barAtEnd"] < 0, "the end of the page is not below the bar"


QUIET = """[...document.querySelectorAll("main .small, main .action-stages, main .law-marks")].map((one) => getComputedStyle(one).color)
  .concat(getComputedStyle(document.querySelector(".component")).borderTopColor)"""
"""The colours of secondary text, and of a line."""
INK = "getComputedStyle(document.querySelector('main')).color"
MARKED = """[...document.querySelectorAll(".menu a")].filter((one) => {
  const { borderBottomColor, borderBottomWidth } = getComputedStyle(one), ground = getComputedStyle(document.body).backgroundColor;
  return parseFloat(borderBottomWidth) > 0 && borderBottomColor !== ground;
}).map((one) => one.textContent.trim())"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_whoever_asks_for_more_contrast_gets_no_quiet_words_and_no_faint_lines(
    desk: Page, framework: Framework, go: Callable[[Page, str], None], colours: Colours
) -> None:
    go(desk, f"/standards/{framework.standards[0].id}/")
    try:
        desk.emulate_media(contrast="more", color_scheme=colours)
        assert set(desk.evaluate(QUIET)) == {desk.evaluate(INK)}
        desk.emulate_media(contrast="no-preference", color_scheme=colours)
        assert set(desk.evaluate(QUIET)) - {desk.evaluate(INK)}, "there are some to change"
    finally:
        desk.emulate_media(contrast="no-preference", color_scheme="light")


def test_in_forced_colours_only_the_current_entry_of_the_menu_is_marked(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    go(desk, f"/standards/{framework.standards[0].id}/")
    try:
        desk.emulate_media(forced_colors="active")
        assert desk.evaluate(MARKED) == desk.locator(".menu .within").all_inner_texts()
    finally:
        desk.emulate_media(forced_colors="none")
