"""The search of a reader who is faster than the page: nothing that is typed, sent or chosen while the index is loading is lost, and neither is the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browsing import until, until_here

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

BOX = "main [type=search]"
LINK = "document.querySelector('[data-results] li:nth-child(2) a')"


def held_back(page: Page, files: str) -> list[Route]:
    """The requests for some files, which get no response until a test lets them go on."""
    held: list[Route] = []
    page.route(files, lambda route: held.append(route))
    return held


def test_words_that_are_sent_and_a_role_that_is_chosen_before_the_index_is_there_are_not_lost(desk: Page, served: str) -> None:
    held = held_back(desk, "**/search/start.json")
    desk.goto(f"{served}/search/", wait_until="load")
    until_here(desk, lambda: held)
    desk.evaluate("window.still = true")
    desk.locator(BOX).fill("my budget")
    desk.locator("input[name=role][value=practitioners]").check()
    desk.locator(BOX).press("Enter")
    for route in held:
        route.continue_()
    until(desk, "document.querySelector('[data-results] h3')")
    assert desk.evaluate("window.still"), "the page was not loaded again"
    assert desk.evaluate(f"document.activeElement.matches('{BOX}')")
    assert desk.locator("input[name=role][value=practitioners]").is_checked()
    assert "“my budget”" in desk.locator("[data-heading]").inner_text()
    assert "practitioners" in desk.url


def test_where_the_index_cannot_be_opened_sending_the_form_loads_the_page_again(desk: Page, served: str) -> None:
    desk.route("**/search/start.json", lambda route: route.abort())
    desk.goto(f"{served}/search/", wait_until="load")
    until(desk, "document.querySelector('[data-heading]').textContent === 'Search is not working'")
    desk.unroute("**/search/start.json")
    desk.locator(BOX).fill("my budget")
    desk.locator(BOX).press("Enter")
    until(desk, "document.querySelector('[data-heading]').textContent.includes('“my budget”')")
    assert "budget" not in desk.url


def test_results_that_come_late_leave_the_focus_on_the_link_that_has_it(desk: Page, served: str) -> None:
    desk.goto(f"{served}/search/?q=budget", wait_until="load")
    until(desk, LINK)
    address = desk.evaluate(f"{LINK}.focus(), {LINK}.href")
    desk.evaluate(f"const field = document.querySelector('{BOX}'); field.value = 'budgets'; field.dispatchEvent(new Event('input', {{ bubbles: true }}))")
    until(desk, "document.querySelector('[data-heading]').textContent.includes('“budgets”')")
    assert desk.evaluate("document.activeElement.href") == address


def test_sending_words_whose_results_are_shown_renders_nothing_again(desk: Page, served: str) -> None:
    desk.goto(f"{served}/search/?q=budget", wait_until="load")
    until(desk, f"{LINK} && document.querySelector('[data-results]').ariaBusy === 'false'")
    assert desk.evaluate("document.querySelector('[data-search]').requestSubmit(), document.querySelector('[data-results]').ariaBusy") == "false"


def test_words_that_are_typed_while_the_easy_search_is_loading_stay_in_its_box(desk: Page, served: str) -> None:
    held = held_back(desk, "**/easy-read/search.*.js")
    desk.goto(f"{served}/easy-read/search/", wait_until="commit")
    until_here(desk, lambda: held)
    desk.locator(BOX).press_sequentially("my money")
    for route in held:
        route.continue_()
    until(desk, "!document.querySelector('.without-scripts')")
    assert desk.locator(BOX).input_value() == "my money"
    desk.locator(BOX).press("Enter")
    desk.locator("[data-easy-answers] a").first.wait_for()
