"""The filter for all findings, the filtered lists that counts link to, and the pages with diagrams, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest
from playwright.sync_api import Page

from browsing import LAID_OUT, PHONE, barriers_at, opened, until
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Go: TypeAlias = Callable[[Page, str], None]
ARRIVED = "document.querySelector('[data-said]').textContent.length > 0"


def fitting(framework: Framework, kind: str, role: str) -> list[str]:
    return [one.id for one in framework.findings if one.kind == kind and role in one.roles]


def test_an_address_with_choices_shows_just_those_findings_and_says_how_many(desk: Page, go: Go, framework: Framework) -> None:
    some = fitting(framework, "weak", "providers")
    assert some
    go(desk, "/findings/?kind=weak&role=providers")
    until(desk, ARRIVED)
    assert desk.locator("[data-said]").inner_text() == f"{len(some)} of {len(framework.findings)} findings."
    assert desk.locator("[data-lens-list] .finding-id").all_inner_texts() == some[:20]
    assert desk.locator("#choose-role option:checked").inner_text().endswith(f"({len(some)})")


def test_a_choice_stands_in_the_address_and_the_way_back_undoes_it(desk: Page, go: Go, framework: Framework) -> None:
    go(desk, "/findings/")
    assert desk.locator("[data-lens-answers]").is_hidden()
    desk.locator("select[name=kind]").select_option("tension")
    until(desk, ARRIVED)
    assert desk.url.endswith("?kind=tension")
    count = sum(one.kind == "tension" for one in framework.findings)
    more = desk.locator("[data-lens-more]")
    assert desk.locator("[data-lens-list] > li").count() == min(20, count)
    more.click()
    assert desk.locator("[data-lens-list] > li").count() == min(40, count)
    desk.go_back()
    until(desk, "document.querySelector('[data-lens-answers]').hidden")
    assert desk.locator("select[name=kind]").input_value() == ""


def test_a_printed_id_finds_its_finding(desk: Page, go: Go, framework: Framework) -> None:
    wanted = framework.findings[100]
    go(desk, f"/findings/?q={wanted.id}")
    until(desk, ARRIVED)
    assert desk.locator("[data-lens-list] .finding-id").all_inner_texts() == [wanted.id]
    desk.locator("[data-lens-list] .cite a").click()
    until(desk, f"location.hash === '#{wanted.id}' || location.pathname.includes('/sources/')")


@pytest.mark.parametrize(
    "asked", ["?kind=constructor&q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", f"?q={'a' * 5000}", "?q=%F0%9F%8C%8A%20%D8%A7%D9%84", "?role=__proto__"]
)
def test_odd_choices_leave_the_page_usable(desk: Page, go: Go, asked: str) -> None:
    go(desk, f"/findings/{asked}")
    assert desk.locator("[data-lens-list] img").count() == 0
    desk.locator("[data-clear]").click()
    desk.locator("select[name=kind]").select_option("weak")
    until(desk, "document.querySelectorAll('[data-lens-list] > li').length > 0")


def test_findings_that_do_not_arrive_are_said_and_asked_for_again(desk: Page, go: Go) -> None:
    desk.route("**/findings/all.json", lambda route: route.abort())
    go(desk, "/findings/")
    desk.locator("select[name=kind]").select_option("weak")
    until(desk, "document.querySelector('[data-said]').textContent.includes('did not load')")
    desk.unroute("**/findings/all.json")
    desk.locator("select[name=kind]").select_option("tension")
    until(desk, "document.querySelectorAll('[data-lens-list] > li').length > 0")


def test_a_number_leads_to_just_those_findings(desk: Page, go: Go, framework: Framework) -> None:
    standard = framework.standards[4]
    go(desk, f"/standards/{standard.id}/findings/?kind=weak#weak")
    until(desk, ARRIVED)
    shown = desk.locator("[data-item]:visible")
    assert shown.count() == sum(standard.id in one.standards and one.kind == "weak" for one in framework.findings)
    assert desk.locator("[data-group]:visible h2").all_inner_texts() == ["Weakness"]


def test_without_scripts_every_number_leads_to_its_list(browser: Browser, served: str, framework: Framework) -> None:
    standard = framework.standards[0]
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(f"{served}/findings/")
        assert page.locator("[data-lens]").is_hidden()
        page.locator(f"a[href$='/{standard.id}/findings/?kind=weak#weak']").click()
        assert page.locator("h2#weak").is_visible()
        assert page.locator("[data-item]").count() == sum(standard.id in one.standards for one in framework.findings)


def test_drawings_keep_their_edges_in_the_colours_of_the_system(desk: Page, go: Go) -> None:
    desk.emulate_media(forced_colors="active")
    for path, shape in (("/actions/", ".coverage .part"), ("/options/", ".money rect"), ("/editions/", ".timeline circle")):
        go(desk, path)
        fill, stroke = desk.locator(f"{shape}:visible").first.evaluate("one => [getComputedStyle(one).fill, getComputedStyle(one).stroke]")
        assert fill != stroke, path
        assert stroke != "none", path


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_one_drawing_of_each_pair_shows_and_fits(desk: Page, go: Go, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    for path, name in (("/actions/", "coverage"), ("/options/", "money"), ("/editions/", "timeline")):
        go(desk, path)
        shown = desk.locator(f"svg.{name}:visible")
        assert shown.count() == 1, path
        box = shown.bounding_box()
        assert box, path
        assert box["x"] >= 0, path
        assert box["x"] + box["width"] <= width, path


@pytest.mark.heavy
def test_axe_finds_nothing_on_pages_of_findings_and_drawings(desk: Page, go: Go, framework: Framework) -> None:
    themed = next(source for source in framework.sources if source.themes)
    statement = next(one for one in framework.current_actions if one.provisions and one.evidence)
    paths = (
        "/findings/",
        "/findings/thin/",
        f"/findings/{framework.standards[4].id}/",
        f"/findings/{themed.id}/{themed.themes[0].section}/",
        f"/standards/{framework.standards[5].id}/findings/",
        f"/actions/{statement.id}/",
        "/actions/",
        "/options/",
        "/editions/",
        "/alignments/",
        "/",
    )
    assert [one for path in paths for one in barriers_at(desk, path, go)] == []


def test_the_longest_pages_of_findings_are_told(desk: Page, go: Go, framework: Framework, tell: Callable[[str], None]) -> None:
    desk.set_viewport_size(PHONE)
    themed = next(source for source in framework.sources if source.themes)
    heights = {}
    for path in (
        "/findings/",
        "/findings/thin/",
        *(f"/findings/{one.id}/" for one in framework.standards),
        *(f"/findings/{themed.id}/{one.section}/" for one in themed.themes),
    ):
        go(desk, path)
        until(desk, LAID_OUT)
        heights[path] = desk.evaluate("document.documentElement.scrollHeight")
    tell("heights at 320: " + ", ".join(f"{path} {height}" for path, height in sorted(heights.items(), key=lambda one: -one[1])[:5]))
    assert max(heights.values()) < 28_000
