"""Long lists and pages: shorter versions, a text filter, a table of contents that shows the current section, and consistent names for pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urljoin

import pytest

from browsing import ASKED, DESK, PHONE, barriers_at, opened, until
from helpers import Element
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Pages = dict[str, Element]
Go: TypeAlias = "Callable[[Page, str], None]"
SAID = "document.querySelector('[data-narrow] [data-said]').textContent"


def links(url: str, part: Element) -> list[str]:
    """The addresses, from the root of the site, of the links in a part of a page."""
    return [urljoin(url, one.attrs["href"]) for one in part.all("a")]


def ids(page: Element, name: str) -> list[str]:
    """The ids of a page's elements with a class, in order."""
    return [one.attrs["id"] for one in page.one("main").walk() if one.has_class(name) and "id" in one.attrs]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A new narrow window."""
    with opened(browser, viewport=PHONE) as page:
        yield page


# --- shorter versions of long pages ---


def test_each_word_stands_on_the_page_of_its_letter_and_on_the_whole_page(pages: Pages, framework: Framework) -> None:
    letters = sorted({term.term[0].upper() for term in framework.terms})
    addresses = [f"/glossary/{letter.lower()}/" for letter in letters]
    assert links("/glossary/", pages["/glossary/"].one("nav", **{"aria-label": "Letters"})) == addresses
    for letter, url in zip(letters, addresses, strict=True):
        page = pages[url]
        wanted = sorted((term.term.lower(), term.id) for term in framework.terms if term.term[0].upper() == letter)
        listed = [one.attrs["id"] for one in page.one("main").one("dl").all("div")]
        assert listed == [id for _, id in wanted]
        for id in listed:
            here, whole = page.id(id), pages["/glossary/"].id(id)
            assert here is not None
            assert whole is not None
            assert here.text == whole.text, id
        current = page.one("nav", **{"aria-label": "Letters"}).all("a", **{"aria-current": "page"})
        assert [urljoin(url, one.attrs["href"]) for one in current] == [url]


def test_each_type_of_resource_has_a_page_of_its_own(pages: Pages, framework: Framework) -> None:
    seen = Counter[str]()
    for kind in framework.resource_words["kinds"]:
        some = [one for one in framework.resources if one.kind == kind.id]
        if not some:
            continue
        url = f"/resources/types/{kind.id}/"
        assert url in links("/resources/", pages["/resources/"].one("nav", **{"aria-labelledby": "shorter"}))
        items = [one for one in pages[url].one("main").all("li") if "data-item" in one.attrs]
        assert sorted(links(url, one)[0] for one in items) == sorted(f"/resources/{one.id}/" for one in some)
        seen.update(one.id for one in some)
    assert seen == Counter(one.id for one in framework.resources if one.kind)


def test_a_document_with_many_findings_has_a_page_for_each_standard(pages: Pages, framework: Framework) -> None:
    found = 0
    for source in framework.sources:
        some = [one for one in framework.findings if source.id in {one.source, *(also.source for also in one.also)}]
        url = f"/sources/{source.id}/"
        for standard in framework.standards:
            own, about = f"{url}standards/{standard.id}/", [one for one in some if standard.id in one.standards]
            if len(some) < 30 or not about:
                assert own not in pages
                continue
            found += 1
            assert own in links(url, pages[url].one("main"))
            items = [one for one in pages[own].one("main").all("li") if "data-item" in one.attrs]
            assert len(items) == len(about)
            assert all(one.text in item.text for one, item in zip(about, items, strict=True))
            assert source.limits in pages[own].one("main").text, "what is read alone says what it cannot tell"
    assert found > 12


def test_each_role_has_a_page_for_each_standard_and_stage_and_its_whole_page_leads_there(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        url = f"/roles/{role.id}/"
        for standard in framework.standards:
            own = f"{url}standards/{standard.id}/"
            assert ids(pages[own], "action") == [action.id for action in standard.actions_of(role.id)]
            assert own in links(url, pages[url].one("main"))
            assert f"{url}#{standard.id}" in links(own, pages[own].one("main"))
        here = [action for action in framework.current_actions if action.role == role.id]
        for stage in framework.spine.stages:
            own, wanted = f"{url}by-stage/{stage.id}/", [action.id for action in here if stage.id in action.stages]
            assert (own in pages) == bool(wanted)
            if wanted:
                assert sorted(ids(pages[own], "action")) == sorted(wanted)
                assert own in links(f"{url}by-stage/", pages[f"{url}by-stage/"].one("main"))


# --- pages and their names ---


def test_the_menu_and_the_foot_call_each_place_by_the_name_of_its_page(pages: Pages) -> None:
    titles = {url: page.one("head").one("title").text.partition(" | ")[0] for url, page in pages.items()}
    wanted = {"/situations/", "/standards/", "/roles/", "/sources/", "/self-evaluation/", "/data/", "/contacts/"}
    for url in ("/", "/standards/budgets/", "/about/"):
        for part in (pages[url].one("nav", **{"aria-label": "Main"}), pages[url].one("nav", **{"aria-label": "Footer"})):
            found = {urljoin(url, one.attrs["href"]): one.text for one in part.all("a")}
            assert wanted <= set(found)
            assert {to: name for to, name in found.items() if titles[to] != name} == {}


def test_home_and_the_search_page_call_a_place_by_the_name_of_its_page(pages: Pages) -> None:
    titles = {url: page.one("head").one("title").text.partition(" | ")[0] for url, page in pages.items()}
    for url, id in (("/", "more"), ("/search/", "lists")):
        part = pages[url].one("section", **{"aria-labelledby": id}) if url == "/" else pages[url].one("main")
        ways = next(one for one in part.all("ul") if one.has_class("ways"))
        named = {urljoin(url, one.all("a")[0].attrs["href"]): one.all("a")[0].text for one in ways.all("li")}
        assert {to: name for to, name in named.items() if titles[to] != name and to != "/easy-read/"} == {}


def test_every_page_marks_its_place_in_the_menu_or_the_foot(pages: Pages) -> None:
    unmarked = []
    for url, page in pages.items():
        if url in {"/", "/404.html"} or page.one("body").has_class("easy-zone"):
            continue
        places = [one for name in ("Main", "Footer") for one in page.one("nav", **{"aria-label": name}).all("a")]
        marked = {urljoin(url, one.attrs["href"]) for one in places if one.has_class("within") or one.attrs.get("aria-current") == "page"}
        if len(marked) != 1 or (url in {urljoin(url, one.attrs["href"]) for one in places} and marked != {url}):
            unmarked.append((url, marked))
    assert unmarked == []


# --- filtering a list ---


def fitting(framework: Framework, word: str) -> set[str]:
    """The ids of the glossary entries with a word that begins with ``word``."""
    found = set()
    for term in framework.terms:
        said = " ".join([term.term, term.meaning, term.easy or "", *term.also_called]).lower().replace("-", " ").replace("(", " ")
        if any(piece.startswith(word) for piece in said.split()):
            found.add(term.id)
    return found


def shown(page: Page) -> list[str]:
    """The ids of the visible glossary entries."""
    return [str(id) for id in page.locator("[data-item]:visible").evaluate_all("all => all.map(one => one.id)")]


def test_words_typed_narrow_the_glossary_and_are_kept_in_this_tab_alone(desk: Page, framework: Framework, go: Go, served: str) -> None:
    go(desk, "/glossary/")
    everything = len(framework.terms)
    until(desk, f"{SAID} === '{everything} of {everything} words.'")
    desk.get_by_label("Words to look for").fill("ADVOC")
    until(desk, f"!{SAID}.startsWith('{everything} of')")
    some = shown(desk)
    assert fitting(framework, "advoc") <= set(some)
    assert 0 < len(some) < everything / 4
    until(desk, f"{ASKED} === 'ADVOC'")
    assert desk.url == f"{served}/glossary/"
    left = desk.locator("[data-group]:visible").count()
    assert left == desk.locator("[data-group]:has([data-item]:visible)").count(), "a letter with nothing left is not shown"
    assert left < desk.locator("[data-group]").count()
    desk.reload()
    until(desk, f"{SAID}.startsWith('{len(some)} of')")
    assert shown(desk) == some
    desk.emulate_media(media="print")
    assert desk.get_by_text(f"Printed here: {len(some)} of {everything} words.").is_visible()
    desk.emulate_media(media="screen")
    desk.get_by_role("button", name="Clear all").click()
    until(desk, f"{SAID}.startsWith('{everything} of')")
    assert desk.url == f"{served}/glossary/"
    desk.go_back()
    until(desk, f"{SAID}.startsWith('{len(some)} of')")
    assert desk.get_by_label("Words to look for").input_value() == "ADVOC"


def test_a_link_to_a_word_that_is_left_out_shows_it(desk: Page, framework: Framework, go: Go) -> None:
    term = next(one for one in framework.terms if "budget" in one.id)
    go(desk, f"/glossary/?q=zzzz#{term.id}")
    until(desk, f"{SAID}.startsWith('{len(framework.terms)} of')")
    assert desk.locator(f"[id='{term.id}']").is_visible()
    assert desk.url.endswith(f"/glossary/#{term.id}")


@pytest.mark.parametrize("asked", ["constructor", "<img src=x onerror=alert(1)>", "مرحبا", "🙂", "a" * 10_000, "__proto__", "%", "'"])
def test_whatever_is_typed_the_page_stays_usable_and_says_what_is_left(desk: Page, framework: Framework, go: Go, asked: str) -> None:
    go(desk, "/glossary/")
    everything = len(framework.terms)
    box = desk.get_by_label("Words to look for")
    box.fill("zzzz")
    until(desk, f"{SAID} === '0 of {everything} words.'")
    assert desk.locator("[data-nothing]").is_visible()
    box.evaluate("(box, asked) => { box.value = asked; box.dispatchEvent(new Event('input', {bubbles: true})); }", asked)
    until(desk, f"{ASKED} !== 'zzzz'")
    assert desk.locator("img[src=x]").count() == 0
    assert desk.url.endswith("/glossary/")
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.get_by_role("button", name="Clear all").click()
    until(desk, f"{SAID} === '{everything} of {everything} words.'")


def test_findings_are_narrowed_by_words_standard_kind_and_role(desk: Page, framework: Framework, go: Go) -> None:
    some = [one for one in framework.findings if one.source == "east-lothian-2019" or "east-lothian-2019" in {also.source for also in one.also}]
    standard, role = framework.standards[3].id, framework.roles[2].id
    wanted = [one for one in some if standard in one.standards and one.kind == "weak" and role in one.roles]
    assert wanted
    go(desk, f"/sources/east-lothian-2019/?standard={standard}&finding=weak&role={role}")
    until(desk, f"{SAID} === '{len(wanted)} of {len(some)} findings.'")
    assert shown(desk) == [one.id for one in wanted]


def test_documents_are_narrowed_by_words_and_by_the_standard_that_their_findings_are_about(desk: Page, framework: Framework, go: Go) -> None:
    standard = framework.standards[9].id
    wanted = {one.source for one in framework.findings if standard in one.standards} | {
        also.source for one in framework.findings if standard in one.standards for also in one.also
    }
    go(desk, f"/sources/?about={standard}")
    until(desk, f"{SAID} === '{len(wanted)} of {len(framework.sources)} documents.'")


def test_without_scripts_the_lists_are_whole_and_no_form_is_offered(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(f"{served}/glossary/?q=advocacy")
        assert page.locator("[data-item]:visible").count() == len(framework.terms)
        assert page.locator("main input:visible, main button:visible, [data-nothing]:visible").count() == 0
        page.get_by_role("navigation", name="Letters").get_by_role("link").first.click()
        page.wait_for_url("**/glossary/a/")


# --- the current section of a long page ---


def test_the_contents_of_a_long_page_say_where_one_is(desk: Page, framework: Framework, go: Go) -> None:
    standard, role = framework.standards[4].id, framework.roles[3].id
    marked = "[...document.querySelectorAll('.contents [aria-current]')].map(one => one.hash).join()"
    go(desk, f"/standards/{standard}/")
    for id in ("components", role, "law"):
        desk.evaluate("id => document.getElementById(id).scrollIntoView()", id)
        until(desk, f"{marked} === '#{id}'")
    desk.evaluate("scrollTo(0, 0)")
    until(desk, f"{marked} === ''")


def test_on_a_phone_the_contents_are_one_tap_away_all_along_a_long_page(phone: Page, framework: Framework, go: Go) -> None:
    for path in (f"/standards/{framework.standards[0].id}/", f"/roles/{framework.roles[1].id}/"):
        go(phone, path)
        phone.evaluate("document.querySelector('.action:nth-of-type(3)').scrollIntoView()")
        back = phone.get_by_role("link", name="Contents", exact=True)
        box = back.bounding_box()
        assert box is not None
        assert 0 < box["y"] < PHONE["height"] - box["height"] + 1
        assert box["height"] >= 44
        back.click()
        until(phone, "document.getElementById('contents').getBoundingClientRect().top < innerHeight / 2")
        phone.emulate_media(media="print")
        assert not back.is_visible()
        phone.emulate_media(media="screen")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_row_of_a_statement_has_the_same_shape(browser: Browser, framework: Framework, go: Go, width: int) -> None:
    with opened(browser, viewport={"width": width, "height": 800}) as page:
        for path in (f"/roles/{framework.roles[1].id}/standards/budgets/", f"/stages/{framework.spine.stages[2].id}/"):
            go(page, path)
            rows = page.locator(".action").evaluate_all(
                """all => all.filter(one => one.checkVisibility()).map(one => {
                  const inside = one.getBoundingClientRect(), meta = one.querySelector('.action-meta');
                  const copy = meta.querySelector('.action-copy').getBoundingClientRect();
                  const id = one.querySelector('.action-id'), shown = id.getBoundingClientRect(), links = id.parentElement.getBoundingClientRect();
                  const others = [...meta.children].filter(other => !other.matches('.action-copy, :has(.action-id)'));
                  const last = others.filter(other => other.offsetHeight > 1);
                  const above = Math.max(...last.map(other => other.getBoundingClientRect().bottom));
                  const quiet = shown.width <= 1 || Math.abs(shown.bottom - links.bottom) < 8, beside = copy.left >= links.right && copy.top < links.bottom;
                  return [Math.round(links.left - inside.left), links.height < 40, links.top >= above - 1, quiet && beside];
                })"""
            )
            assert len(rows) > 5
            assert len({row[0] for row in rows}) <= 2, "the links begin at the same place"
            assert [row for row in rows if row[1:] != [True, True, True]] == []


@pytest.mark.parametrize(
    "path",
    [
        "/glossary/c/",
        "/resources/types/tool/",
        "/sources/east-lothian-2019/standards/recording/",
        "/roles/practitioners/standards/budgets/",
        "/roles/supported-people/by-stage/review/",
        "/booklets/",
    ],
)
def test_axe_finds_nothing_on_a_shorter_page(browser: Browser, go: Go, path: str) -> None:
    with opened(browser, viewport=DESK) as page:
        assert barriers_at(page, path, go) == []
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth <= 320")
