"""Two roles compared side by side on a standard's page: all roles without scripts, the chosen two with scripts, and usable with any value in the address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from browsing import PHONE, barriers_at, opened, until
from helpers import Element, build_site, full_page_url
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Pages = dict[str, Element]
Go = Callable[["Page", str], None]


def url_of(framework: Framework) -> str:
    return f"/standards/{framework.standards[-1].id}/compare/"


def shown(page: Page) -> list[str]:
    """The ids of the visible roles, in reading order."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('[data-side]')].filter(e => e.checkVisibility()).map(e => e.dataset.side)")
    return found


def said(page: Page) -> str:
    return page.locator("[data-compare] [role=status]").inner_text()


def test_every_standard_has_all_its_sides_on_one_page_without_a_script(pages: Pages, framework: Framework, built: Path) -> None:
    places = [element.text or "" for element in ElementTree.parse(built / "sitemap.xml").iter() if element.tag.endswith("loc")]
    for standard in framework.standards:
        url = f"/standards/{standard.id}/compare/"
        for role in framework.roles:
            side = pages[url].one("div", **{"data-side": role.id})
            assert [one.attrs["id"] for one in side.walk() if one.has_class("action")] == [action.id for action in standard.actions_of(role.id)]
            heading = side.one("h2")
            assert f"#{heading.attrs['id']}" in {one.attrs["href"] for one in pages[url].one("main").all("a")}
        assert pages[url].one("link", rel="canonical").attrs["href"].endswith(url)
        assert [place for place in places if place.endswith(url) or f"{url}?" in place] == [pages[url].one("link", rel="canonical").attrs["href"]]
        assert url in {urljoin(f"/standards/{standard.id}/", one.attrs["href"]) for one in pages[f"/standards/{standard.id}/"].one("main").all("a")}


def test_each_role_page_leads_to_its_own_side_beside_the_one_it_most_needs(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        url = full_page_url(pages, role.id)
        links = {urljoin(url, one.attrs["href"]) for one in pages[url].one("main").all("a")}
        assert role.compare_with not in (None, role.id)
        assert {f"/standards/{standard.id}/compare/?a={role.id}&b={role.compare_with}" for standard in framework.standards} <= links


def test_two_roles_are_chosen_with_real_controls_and_the_choice_stands_in_the_address(desk: Page, framework: Framework, go: Go) -> None:
    url, roles = url_of(framework), framework.roles
    go(desk, url)
    assert shown(desk) == [role.id for role in roles]
    assert said(desk) == ""
    desk.get_by_label("One role", exact=True).select_option(roles[4].id)
    desk.get_by_label("Another role", exact=True).select_option(roles[0].id)
    assert shown(desk) == [role.id for role in roles]
    desk.get_by_role("button", name="Compare").click()
    assert shown(desk) == [roles[4].id, roles[0].id]
    assert desk.url.endswith(f"{url}?a={roles[4].id}&b={roles[0].id}")
    assert said(desk) == f"You are comparing {roles[4].title.lower()} with {roles[0].title.lower()}."
    desk.reload()
    until(desk, "!document.querySelector('[data-compare][hidden]')")
    assert shown(desk) == [roles[4].id, roles[0].id]
    assert desk.get_by_label("One role", exact=True).input_value() == roles[4].id
    desk.get_by_role("button", name="Show all roles").click()
    assert shown(desk) == [role.id for role in roles]
    assert desk.url.endswith(url)


def test_the_back_button_undoes_a_choice(desk: Page, framework: Framework, go: Go) -> None:
    roles = framework.roles
    go(desk, f"{url_of(framework)}?a={roles[1].id}&b={roles[2].id}")
    desk.get_by_label("Another role", exact=True).select_option(roles[3].id)
    desk.get_by_role("button", name="Compare").click()
    assert shown(desk) == [roles[1].id, roles[3].id]
    desk.go_back()
    until(desk, f"document.querySelector('[data-side={roles[3].id}]').hidden")
    assert shown(desk) == [roles[1].id, roles[2].id]
    assert desk.get_by_label("Another role", exact=True).input_value() == roles[2].id


@pytest.mark.parametrize(
    "junk",
    ["a=%3Cscript%3E&b=leaders", "a=practitioners", "b=", "a=practitioners&b=nobody", "a=%E0%A4%A&b=%00", "a[]=1&b=constructor", "a=__proto__&b=leaders"],
)
def test_junk_in_the_address_shows_all_roles_and_says_so(desk: Page, framework: Framework, go: Go, junk: str) -> None:
    errors: list[str] = []
    desk.on("pageerror", lambda error: errors.append(str(error)))
    go(desk, f"{url_of(framework)}?{junk}")
    if "a=" in junk or "b=" in junk:
        assert said(desk) == "The link does not name two roles, so all roles are shown. Choose two."
    assert shown(desk) == [role.id for role in framework.roles]
    desk.get_by_role("button", name="Compare").click()
    assert len(shown(desk)) == 2
    assert errors == []


def test_words_that_have_nothing_to_do_with_roles_are_let_be(desk: Page, framework: Framework, go: Go) -> None:
    go(desk, f"{url_of(framework)}?utm_source=letter")
    assert said(desk) == ""
    assert shown(desk) == [role.id for role in framework.roles]


def test_one_role_beside_itself_is_refused_kindly(desk: Page, framework: Framework, go: Go) -> None:
    go(desk, f"{url_of(framework)}?a={framework.roles[1].id}&b={framework.roles[1].id}")
    assert said(desk) == "Choose two different roles. All roles are shown."
    assert shown(desk) == [role.id for role in framework.roles]


def test_two_roles_are_chosen_by_keyboard_on_a_phone(browser: Browser, framework: Framework, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, url_of(framework))
        page.get_by_label("One role", exact=True).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Compare"
        page.keyboard.press("Enter")
        assert len(shown(page)) == 2
        lefts = page.evaluate("[...document.querySelectorAll('[data-side]:not([hidden])')].map(e => Math.round(e.getBoundingClientRect().left))")
        assert len(set(lefts)) == 1


def test_without_scripts_all_sides_are_read_and_no_control_is_shown(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{served}{url_of(framework)}?a=leaders&b=providers")
        assert page.locator("[data-side]:visible").count() == len(framework.roles)
        assert page.locator("main select:visible, main button:visible").count() == 0


def test_what_is_printed_is_what_was_chosen(desk: Page, framework: Framework, go: Go) -> None:
    pair = [framework.roles[1].id, framework.roles[2].id]
    go(desk, f"{url_of(framework)}?a={pair[0]}&b={pair[1]}")
    desk.emulate_media(media="print")
    assert shown(desk) == pair
    assert desk.locator("main select:visible, main button:visible").count() == 0


def test_axe_finds_nothing_side_by_side(desk: Page, framework: Framework, go: Go) -> None:
    url = url_of(framework)
    assert barriers_at(desk, url, go) + barriers_at(desk, f"{url}?a={framework.roles[0].id}&b={framework.roles[3].id}", go) == []


def test_another_framework_has_its_own_roles_side_by_side(small: Path) -> None:
    html = build_site(small)["standards/water/compare/index.html"]
    for words in ('<option value="growers"', '<option value="wardens" selected', 'data-side="growers"', 'id="water-w1"'):
        assert words in html
