"""Stage pages: the journey as navigation, all roles side by side, what the person can ask for, and the two-minute page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from browsing import DESK, PHONE, barriers_at, opened, until
from helpers import Element, build_site, full_page_url, labelled_section, parse_html, problems_after
from sds.model.framework import Framework
from sds.model.records import Stage, TwoMinutes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Pages = dict[str, Element]
MOST_WORDS = 400
JOURNEY = "Stages of support"


def quick(framework: Framework) -> list[tuple[Stage, TwoMinutes]]:
    """The stages that have a two-minute page."""
    found = [(stage, stage.two_minutes) for stage in framework.spine.stages if stage.two_minutes]
    assert found
    return found


def addresses(url: str, element: Element) -> list[str]:
    return [urljoin(url, one.attrs["href"]) for one in element.all("a")]


# --- the journey ---


def test_the_journey_is_a_list_of_every_stage_in_order_with_the_one_you_are_at_marked(pages: Pages, framework: Framework) -> None:
    steps = [f"/stages/{stage.id}/" for stage in framework.spine.stages if not stage.under_all]
    under = [f"/stages/{stage.id}/" for stage in framework.spine.stages if stage.under_all]
    assert under
    for url in ("/stages/", *steps, *under):
        journey = pages[url].one("nav", **{"aria-label": JOURNEY})
        assert addresses(url, journey.one("ol")) == steps
        assert addresses(url, journey) == steps + under
        marked = journey.all("a", **{"aria-current": "page"})
        assert [urljoin(url, one.attrs["href"]) for one in marked] == ([] if url == "/stages/" else [url])


def test_the_pictures_of_the_journey_say_nothing_that_its_words_do_not(pages: Pages, framework: Framework) -> None:
    journey = pages["/stages/"].one("nav", **{"aria-label": JOURNEY})
    assert len(journey.all("img", alt="")) == len(framework.spine.stages)
    assert all(stage.title in journey.text and stage.question in journey.text for stage in framework.spine.stages)


# --- side by side ---


def test_a_stage_has_every_statement_once_under_its_standard_and_role(pages: Pages, framework: Framework) -> None:
    for stage in framework.spine.stages:
        page = pages[f"/stages/{stage.id}/"]
        here = [action for action in framework.current_actions if stage.id in action.stages]
        assert sorted(one.attrs["id"] for one in page.walk() if one.has_class("action")) == sorted(action.id for action in here)
        for standard in framework.standards:
            for role in framework.roles:
                wanted = [action.id for action in here if (action.standard, action.role) == (standard.id, role.id)]
                sides = [heading.parent for heading in page.all("h4", id=f"{standard.id}-{role.id}")]
                assert [[one.attrs["id"] for one in side.walk() if one.has_class("action")] for side in sides if side] == ([wanted] if wanted else [])
        legend = {role.id: page.id(role.id) for role in framework.roles}
        for role in framework.roles:
            count, item = sum(action.role == role.id for action in here), legend[role.id]
            assert item is not None
            assert role.title in item.text
            assert (str(count) if count else "none at this stage") in item.text


def test_a_stage_leads_each_role_to_its_own_statements_there(pages: Pages, framework: Framework) -> None:
    for stage in framework.spine.stages:
        url = f"/stages/{stage.id}/"
        for role in framework.roles:
            if any(stage.id in action.stages and action.role == role.id for action in framework.current_actions):
                assert f"{full_page_url(pages, role.id)}by-stage/#{stage.id}" in addresses(url, pages[url].one("main"))


def test_roles_stand_in_columns_on_a_desk_and_under_each_other_on_a_phone(browser: Browser, served: str, framework: Framework) -> None:
    boxes = """() => [...document.querySelectorAll('.side-row')].filter(row => row.querySelectorAll('.side').length > 3)[0].querySelectorAll('.side')"""
    lefts = f"() => [...({boxes})()].map(e => Math.round(e.getBoundingClientRect().left))"
    with opened(browser, viewport=DESK) as page:
        page.goto(f"{served}/stages/{framework.spine.stages[7].id}/")
        across = page.evaluate(lefts)
        assert across == sorted(set(across))
        assert page.evaluate(f"() => new Set([...({boxes})()].map(e => Math.round(e.getBoundingClientRect().top))).size") == 1
        page.set_viewport_size(PHONE)
        assert len(set(page.evaluate(lefts))) == 1
        assert page.locator(".side h4:visible").count() == page.locator(".side").count()
        page.set_viewport_size(DESK)
        page.emulate_media(media="print")
        here = [action for action in framework.current_actions if framework.spine.stages[7].id in action.stages]
        assert page.locator(".action-text:visible").count() == len(here)
        assert page.locator(".side h4:visible").count() == page.locator(".side").count()


# --- what the person can ask for, and tools ---


def test_a_stage_says_what_the_person_can_ask_for_with_rights_in_law_first(pages: Pages, framework: Framework) -> None:
    ground = [basis.id for basis in framework.spine.bases]
    rights = {role.id for role in framework.roles if role.statement_form}
    actions = {action.text: action for action in framework.current_actions}
    for stage in framework.spine.stages:
        here = [action for action in framework.current_actions if stage.id in action.stages and action.role in rights]
        said = [actions[one.all("a")[0].text] for one in labelled_section(pages[f"/stages/{stage.id}/"], "ask-for").all("li")]
        assert len(said) == min(5, len(here))
        assert {action.id for action in said} <= {action.id for action in here}
        assert [action.basis for action in said] == sorted((action.basis for action in here), key=ground.index)[:5]


def test_a_stage_shows_first_the_tools_that_help_with_most_of_its_statements_and_then_those_for_the_fewest_stages(pages: Pages, framework: Framework) -> None:
    for stage in framework.spine.stages:
        url = f"/stages/{stage.id}/"
        here = {action.id for action in framework.current_actions if stage.id in action.stages}
        ranks = {f"/resources/{one.id}/": (-len(here & set(one.actions)), len(one.stages)) for one in framework.resources if stage.id in one.stages}
        shown = [link for link in addresses(url, pages[url].one("main")) if link in ranks]
        assert [ranks[link] for link in shown] == sorted(ranks.values())
        assert len(set(ranks.values())) > 2


def test_a_stage_has_its_easy_read_page_and_all_its_tools(pages: Pages, framework: Framework) -> None:
    for stage in framework.spine.stages:
        url = f"/stages/{stage.id}/"
        links = addresses(url, pages[url].one("main"))
        assert f"/easy-read/stages/{stage.id}/" in links
        tools = [f"/resources/{resource.id}/" for resource in framework.resources if stage.id in resource.stages]
        assert tools
        assert sorted(link for link in links if link.startswith("/resources/")) == sorted(tools)


# --- two minutes ---


def seen(element: Element) -> str:
    """The text that is visible on a page, without what only screen readers read."""
    pieces = []
    for child in element.children:
        if isinstance(child, str):
            pieces.append(child)
        elif not child.has_class("vh") and child.tag != "button":
            pieces.append(" " + seen(child) + " ")
    return "".join(pieces)


def test_a_two_minute_page_is_read_in_two_minutes_and_says_all_its_data(pages: Pages, framework: Framework) -> None:
    for stage, two in quick(framework):
        url = f"/stages/{stage.id}/two-minutes/"
        main = pages[url].one("main")
        assert len(re.findall(r"\w[^\s]*", seen(main))) <= MOST_WORDS
        for line in (*two.what, *two.say, *two.never):
            assert line.text in main.text
        assert len(two.what) == 3
        assert [line.option for line in two.options] == [option.id for option in framework.spine.options]
        for contact in two.pass_to:
            assert contact.who in main.text
            assert contact.when in main.text
        links = addresses(url, main)
        for page in two.hand_over:
            assert f"/easy-read/{page}/" in links
        for finding in two.evidence:
            assert framework.record("findings", finding).text in main.text
            assert f"/sources/{framework.record('findings', finding).source}/#{finding}" in links


def test_every_line_of_a_two_minute_page_leads_to_what_it_comes_from(pages: Pages, framework: Framework) -> None:
    for stage, two in quick(framework):
        url = f"/stages/{stage.id}/two-minutes/"
        items = {item.text: addresses(url, item) for item in pages[url].one("main").all("li")}
        for line in (*two.what, *two.say, *two.never):
            links = next(links for text, links in items.items() if text.startswith(line.text))
            assert {f"/actions/{action}/" for action in line.actions} <= set(links)
            assert {f"/law/{law}/" for law in line.provisions} <= set(links)
            assert len(links) == len(line.actions) + len(line.provisions) + len(line.evidence) > 0


def test_what_was_seen_in_one_area_is_said_to_be_of_one_area_and_its_year(framework: Framework) -> None:
    for _, two in quick(framework):
        sources = {framework.record("findings", finding).source for finding in two.evidence}
        assert sources == {"east-lothian-2019"}
        assert "one area" in two.evidence_note
        assert "2018" in two.evidence_note


def test_the_two_minute_page_is_reached_from_home_the_stages_and_the_roles_it_is_for(pages: Pages, framework: Framework) -> None:
    for stage, two in quick(framework):
        url = f"/stages/{stage.id}/two-minutes/"
        for start in ("/", "/stages/", f"/stages/{stage.id}/", *(full_page_url(pages, role) for role in two.roles)):
            links = [one for one in pages[start].one("main").all("a") if urljoin(start, one.attrs["href"]) == url]
            assert [one.text for one in links] == [two.i_am], start


def test_the_two_minute_page_is_one_sheet_of_a4_with_its_address_and_date(
    desk: Page, framework: Framework, go: Callable[[Page, str], None], tmp_path: Path
) -> None:
    import pikepdf

    for stage, _ in quick(framework):
        go(desk, f"/stages/{stage.id}/two-minutes/")
        assert desk.get_by_role("button", name="Print on one page").is_visible()
        desk.pdf(path=tmp_path / "two.pdf", format="A4")
        with pikepdf.open(tmp_path / "two.pdf") as paper:
            assert len(paper.pages) == 1
        desk.emulate_media(media="print")
        assert f"/stages/{stage.id}/two-minutes/" in desk.locator("footer p.print-only").inner_text()
        desk.emulate_media(media="screen")


def test_the_edit_link_of_a_two_minute_page_names_the_line_of_its_words(pages: Pages, framework: Framework, root: Path) -> None:
    lines = (root / "standards.yaml").read_text("utf-8").splitlines()
    for stage, two in quick(framework):
        line = re.search(r"from line (\d+)", pages[f"/stages/{stage.id}/two-minutes/"].all("footer")[-1].text)
        assert line is not None
        assert two.title in " ".join(lines[int(line[1]) - 1 : int(line[1]) + 2])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("actions: [water-g1, water-g2]", "actions: [water-w7]", '"water-w7" is not the id of a statement in force.'),
        ("actions: [water-g1, water-g2]", "actions: [paths-w2]", '"paths-w2" is withdrawn.'),
        ("evidence: [E01-02]", "evidence: [E01-99]", '"E01-99" is not the id of a finding.'),
        ("      roles: [wardens]\n", "      roles: [warden]\n", '"warden" is not the id of a role. Did you mean "wardens"?'),
        ("option: option-1, text: The grower", "option: option-9, text: The grower", '"option-9" is not the id of an option. Write one of: option-1.'),
        ("          evidence: [E01-02]\n", "", "It does not say what it comes from"),
        ("summary: For whoever opens the gate that day.", f"summary: For{' whoever opens the gate' * 90}.", 'The two-minute page of "planning" has 4'),
        (
            "      evidence_note: One garden was seen in one year.\n",
            "      hand_over: [stages/none]\n      evidence_note: Once.\n",
            "is not an easy-read page.",
        ),
    ],
)
def test_a_slip_in_a_two_minute_page_is_told(small: Path, old: str, new: str, said: str) -> None:
    assert any(said in problem for problem in problems_after(small, old, new))


def test_another_frameworks_stage_has_its_own_two_minute_page(small: Path) -> None:
    files = build_site(small)
    page = parse_html(files["stages/planning/two-minutes/index.html"])
    assert page.one("h1").text == "The garden in two minutes"
    assert "I sit at the gate" in files["index.html"]
    assert "stages/harvest/two-minutes/index.html" not in files
    assert "Soil" in parse_html(files["stages/index.html"]).one("nav", **{"aria-label": "Stages"}).text.title()  # without a title of its own for the diagram


# --- accessibility ---


@pytest.mark.heavy
def test_axe_finds_nothing_on_the_journey_a_stage_or_a_two_minute_page(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    fullest = max(framework.spine.stages, key=lambda stage: sum(stage.id in action.stages for action in framework.current_actions if not stage.under_all))
    paths = ["/stages/", f"/stages/{fullest.id}/", *(f"/stages/{stage.id}/two-minutes/" for stage, _ in quick(framework))]
    assert [found for path in paths for found in barriers_at(desk, path, go)] == []


def test_the_journey_is_walked_by_keyboard_on_a_phone(browser: Browser, framework: Framework, go: Callable[[Page, str], None]) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, f"/stages/{framework.spine.stages[1].id}/")
        page.locator(".journey a").first.focus()
        for stage in framework.spine.stages:
            here = page.evaluate("({href: document.activeElement.href, box: document.activeElement.getBoundingClientRect().toJSON()})")
            assert here["href"].endswith(f"/stages/{stage.id}/")
            assert here["box"]["right"] <= PHONE["width"]
            assert min(here["box"]["width"], here["box"]["height"]) >= 24
            page.keyboard.press("Tab")
        page.locator(".journey a").nth(2).press("Enter")
        until(page, f"location.pathname.endsWith('/stages/{framework.spine.stages[2].id}/')")
