"""Role pages as daily tools: where to start, statements by standard and by stage, a tick list, what to give to people, and copying statements."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from browsing import FILL, LAID_OUT, PHONE, barriers_at, opened, set_storage, until
from helpers import Element, build_site, full_page_url, labelled_section, parse_html, problems_after
from sds.model.duties import ground
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Pages = dict[str, Element]


# --- where to start ---


def test_a_role_page_says_at_the_top_what_its_statements_rest_on(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        actions = [action for standard in framework.standards for action in standard.actions_of(role.id)]
        told = next(one for one in pages[full_page_url(pages, role.id)].all("ul") if one.has_class("rests-on")).all("li")[1:]
        counts = [(basis, sum(action.basis == basis.id for action in actions)) for basis in framework.spine.bases]
        assert [one.text.split(" statements")[0] for one in told] == [f"{basis.title} {count}" for basis, count in counts if count]
        assert [one.all("a")[1].attrs["href"].partition("?")[2] for one in told] == [
            f"role={role.id}&kind=actions&basis={basis.id}" for basis, count in counts if count
        ]


def test_each_role_starts_with_five_statements_of_its_own_from_five_standards_and_says_why(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        url = full_page_url(pages, role.id)
        items = labelled_section(pages[url], "start-here").all("li")
        assert len(items) == 5
        standards = set()
        for item, start in zip(items, role.start_here, strict=True):
            action = framework.record("actions", start.action)
            standards.add(action.standard)
            assert (action.role, action.status) == (role.id, "current")
            assert item.one("a").text == action.text
            under = pages[url].id(item.one("a").attrs["href"].removeprefix("#"))
            assert under is not None
            assert action.text in under.text
            assert start.reason in item.text
            assert start.reason.count(".") == 1, start.reason
        assert len(standards) == 5, role.id


def test_no_reason_to_start_is_given_twice(framework: Framework) -> None:
    reasons = [start.reason for role in framework.roles for start in role.start_here]
    assert len(reasons) == len(set(reasons)) == 25


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- action: water-g2", "- action: water-g7", '"water-g7" is not the id of a statement. Write one of: water-g1, water-g2.'),
        ("- action: water-g2", "- action: water-w1", '"water-w1" is not a statement of "growers". Choose one of that role\'s own statements.'),
        ("- action: water-g2", "- action: paths-w2", '"paths-w2" is withdrawn. Choose a statement that is in force.'),
        ("- action: water-g2", "- action: water-g1", '"growers" starts with "water-g1" twice. Choose another statement for one of them.'),
        (
            'start_here_per_role: "2"',
            'start_here_per_role: "3"',
            '"growers" starts with 2 statements; 3 are expected. Name 3, or change start_here_per_role under expected.',
        ),
        ("compare_with: growers", "compare_with: wardens", '"wardens" is not the id of another role.'),
        ("compare_with: growers", "hand_over: [{page: stages/plan, when: Today}]", '"stages/plan" is not an easy-read page.'),
    ],
)
def test_a_slip_in_what_a_role_offers_is_told_on_its_line(small: Path, old: str, new: str, said: str) -> None:
    found = problems_after(small, old, new)
    assert len(found) == 1, found
    place, _, words = found[0].partition(": ")
    assert words.startswith(said)
    line = (small / "standards.yaml").read_text("utf-8").splitlines()[int(place.rpartition(":")[2]) - 1]
    assert new.split(":")[0].strip("- ") in line or line.strip() == "start_here:"


def test_a_role_need_not_say_where_to_start(small: Path) -> None:
    files = build_site(small)
    assert 'id="start-here"' in files["roles/growers/index.html"]
    assert 'id="start-here"' not in files["roles/wardens/index.html"]


def test_the_data_file_holds_what_a_role_starts_with(built: Path, framework: Framework) -> None:
    data: dict[str, Any] = json.loads((built / "data/framework.json").read_text("utf-8"))
    for record, role in zip(data["roles"], framework.roles, strict=True):
        assert [(one["action"], one["reason"]) for one in record["start_here"]] == [(one.action, one.reason) for one in role.start_here]
        assert record["compare_with"] == role.compare_with
    schema = json.loads((built / "data/standards.schema.json").read_text("utf-8"))
    for name in ("StartHere", "HandOver", "TwoMinutes"):
        assert schema["$defs"][name]["description"]


# --- by standard and by stage ---


def test_a_role_has_the_same_statements_by_stage_each_under_all_its_stages(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        url = f"{full_page_url(pages, role.id)}by-stage/"
        page, own = pages[url], [action for action in framework.current_actions if action.role == role.id]
        for stage in framework.spine.stages:
            wanted = [action.id for action in own if stage.id in action.stages]
            if not wanted:
                assert page.id(stage.id) is None
                continue
            assert [one.attrs["data-action"] for one in labelled_section(page, stage.id).walk() if one.has_class("action")] == wanted
        counts = [int(re.findall(r"\d+", one.text)[0]) for one in page.one("nav", **{"aria-labelledby": "contents"}).walk() if one.has_class("count")]
        assert counts == [count for stage in framework.spine.stages if (count := sum(stage.id in action.stages for action in own))]


def test_the_two_ways_of_sorting_lead_to_each_other_without_a_script(pages: Pages, framework: Framework) -> None:
    for role in framework.roles:
        url = full_page_url(pages, role.id)
        by_stage = f"{url}by-stage/"
        for here, there in ((url, by_stage), (by_stage, url)):
            contents = pages[here].one("nav", **{"aria-labelledby": "contents"})
            assert there in {urljoin(here, one.attrs["href"]) for one in contents.all("a")}
            assert len(contents.all("strong", **{"aria-current": "page"})) == 1
        listed = {urljoin(url, one.attrs["href"]) for one in labelled_section(pages[url], "by-stage").all("a")}
        stages = {stage.id for action in framework.current_actions if action.role == role.id for stage in framework.spine.stages if stage.id in action.stages}
        assert {f"{by_stage}#{stage}" for stage in stages} <= listed


# --- what to give to people ---


def test_each_role_has_a_shelf_of_easy_read_with_the_moment_to_give_each_page(pages: Pages, framework: Framework) -> None:
    easy = {f"{page.kind}/{page.id}": page for page in framework.easy_read}
    for role in framework.roles:
        url = full_page_url(pages, role.id)
        shelf = labelled_section(pages[url], "shelf")
        assert shelf.one("h2").text == ("Easy read for you" if role.easy_first else "Easy read to give to people")
        assert len(role.hand_over) >= 4
        for given in role.hand_over:
            assert given.when in shelf.text
            assert easy[given.page].title in shelf.text
            assert f"/easy-read/{given.page}/" in {urljoin(url, one.attrs["href"]) for one in shelf.all("a")}


# --- the tick list ---


def role_url(framework: Framework) -> str:
    return f"/roles/{framework.roles[1].id}/"


def said(page: Page) -> str:
    return page.locator("[data-ticks-said]").inner_text()


def test_ticks_are_counted_kept_on_the_device_and_cleared_with_a_way_back(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    url, count = role_url(framework), sum(len(standard.actions_of(framework.roles[1].id)) for standard in framework.standards)
    go(desk, url)
    assert desk.locator("input.tick").count() == 0
    opener = desk.locator("[data-ticks-open]")
    opener.click()
    boxes = desk.locator("input.tick")
    assert boxes.count() == count
    assert said(desk) == f"0 of {count} ticked."
    text = desk.locator(".action-text").nth(2).inner_text()
    desk.get_by_role("checkbox", name=text).check()
    boxes.nth(5).check()
    assert said(desk) == f"2 of {count} ticked."
    assert desk.locator("[data-ticks-count]").inner_text() == f"2 of {count} ticked."
    go(desk, url)
    assert [index for index, box in enumerate(boxes.all()) if box.is_checked()] == [2, 5], "the list opens again with its ticks"
    desk.get_by_role("button", name="Clear the ticks").click()
    assert said(desk) == f"0 of {count} ticked. All ticks are cleared."
    desk.get_by_role("button", name="Undo").click()
    assert [index for index, box in enumerate(boxes.all()) if box.is_checked()] == [2, 5]
    assert said(desk) == f"2 of {count} ticked. Ticks restored."
    desk.get_by_role("button", name="Close the tick list").click()
    assert boxes.count() == 0


def test_ticks_of_one_role_are_not_another_roles(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    desk.locator("input.tick").first.check()
    go(desk, f"/roles/{framework.roles[2].id}/")
    desk.locator("[data-ticks-open]").click()
    assert said(desk).startswith("0 of ")


def test_a_tick_list_can_be_one_standard_or_the_place_to_start(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role, standard = framework.roles[1], framework.standards[3]
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    desk.get_by_label("Which statements").select_option(standard.id)
    assert desk.locator("input.tick:visible").count() == len(standard.actions_of(role.id))
    desk.get_by_label("Which statements").select_option("start")
    assert sorted(desk.evaluate("[...document.querySelectorAll('.action:not([hidden])')].filter(e => e.checkVisibility()).map(e => e.id)")) == sorted(
        start.action for start in role.start_here
    )
    assert said(desk) == "0 of 5 ticked."
    desk.get_by_role("button", name="Close the tick list").click()
    assert desk.locator(".action:visible").count() == sum(len(one.actions_of(role.id)) for one in framework.standards)


def test_a_tick_list_of_one_stage_shows_what_is_left_and_keeps_a_note_for_a_statement(
    desk: Page, framework: Framework, go: Callable[[Page, str], None]
) -> None:
    role, stage = framework.roles[1], framework.spine.stages[1]
    there = [action.id for standard in framework.standards for action in standard.actions_of(role.id) if stage.id in action.stages]
    visible = "[...document.querySelectorAll('[data-part] .action')].filter(e => e.checkVisibility()).map(e => e.id)"
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    desk.get_by_label("Which statements").select_option(f"stage:{stage.id}")
    assert desk.evaluate(visible) == there
    desk.locator(f"[id='{there[0]}'] input.tick").check()
    desk.get_by_label("Show only what is not ticked").check()
    assert desk.evaluate(visible) == there[1:]
    assert said(desk) == f"1 of {len(there)} ticked."
    desk.locator(f"[id='{there[1]}']").get_by_role("button", name="Write a note").click()
    desk.get_by_label(f"Note on statement {there[1]}").fill("Ask in supervision")
    go(desk, role_url(framework))
    assert desk.get_by_label(f"Note on statement {there[1]}").input_value() == "Ask in supervision"
    assert desk.locator(f"[id='{there[0]}'] input.tick").is_checked()
    assert desk.evaluate(visible) == there[1:], "the list opens again with its stage, and with only what is not ticked"
    assert desk.get_by_label("Which statements").input_value() == f"stage:{stage.id}"
    assert desk.get_by_label("Show only what is not ticked").is_checked()
    assert said(desk) == f"1 of {len(there)} ticked."
    desk.get_by_role("button", name="Close the tick list").click()
    desk.locator("[data-ticks-open]").click()
    assert desk.get_by_label("Which statements").input_value() == "", "a list that was closed starts with all"


def test_the_page_by_stage_leads_to_the_tick_list_of_each_stage(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role = framework.roles[1]
    go(desk, f"{role_url(framework)}by-stage/")
    links = desk.get_by_role("link", name="Make a tick list for")
    assert links.count() == len({stage for standard in framework.standards for action in standard.actions_of(role.id) for stage in action.stages})
    links.nth(2).click()
    stage = framework.spine.stages[2]
    until(desk, "document.documentElement.classList.contains('ticking')")
    assert desk.get_by_label("Which statements").input_value() == f"stage:{stage.id}"
    there = [action for standard in framework.standards for action in standard.actions_of(role.id) if stage.id in action.stages]
    assert said(desk) == f"0 of {len(there)} ticked."
    assert desk.locator("input.tick:visible").count() == len(there)
    until(desk, "(({top, bottom}) => top >= 0 && bottom <= innerHeight)(document.getElementById('tick-show').getBoundingClientRect())")
    desk.get_by_label("Which statements").select_option("start")
    desk.reload()
    assert desk.get_by_label("Which statements").input_value() == "start", "what was chosen since comes back, and not the stage of the link"


def test_the_ticks_of_last_time_stand_beside_those_of_this_time(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    desk.locator("input.tick").first.check()
    desk.get_by_role("button", name="Start again and keep these ticks to compare").click()
    assert desk.locator("input.tick:checked").count() == 0
    desk.get_by_role("button", name="Undo").click()
    assert desk.locator("input.tick:checked").count() == 1, "starting again can be undone"
    assert desk.locator(".tick-last").count() == 0
    desk.get_by_role("button", name="Start again and keep these ticks to compare").click()
    go(desk, role_url(framework))
    until(desk, LAID_OUT)  # text that is not laid out yet has no inner text
    assert desk.locator(".tick-last").first.inner_text() == "Last time: ticked"
    assert desk.locator(".tick-last").nth(1).inner_text() == "Last time: not ticked"
    assert "Last time, on" in desk.locator("[data-ticks-before]").inner_text()


REFUSE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"


def test_a_note_that_no_longer_fits_on_the_device_is_said_at_once(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    desk.locator("input.tick").first.check()
    assert "not saved" not in said(desk)
    before = desk.evaluate("Object.entries(localStorage).filter(([name]) => name.includes('ticks'))")
    desk.evaluate(FILL)
    desk.locator(".tick-noting").first.click()
    desk.locator(".tick-note").first.fill("Ask at the next team meeting. " * 9)
    desk.locator(".tick-note").first.blur()
    until(desk, "document.querySelector('[data-ticks-said]').textContent.includes('We could not save your ticks and notes')")
    assert desk.evaluate("Object.entries(localStorage).filter(([name]) => name.includes('ticks'))") == before, "what was kept stays"


@pytest.mark.parametrize("script", [REFUSE, FULL])
def test_where_the_browser_keeps_nothing_the_list_works_and_says_so(desk: Page, framework: Framework, go: Callable[[Page, str], None], script: str) -> None:
    desk.add_init_script(script)
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    assert "We could not save your ticks and notes" in said(desk)
    assert said(desk).endswith("Print the list before you close it.")
    desk.locator("input.tick").nth(1).check()
    assert said(desk).startswith("1 of ")
    desk.get_by_role("button", name="Close the tick list").click()
    desk.locator("[data-ticks-open]").click()
    assert desk.locator("input.tick").nth(1).is_checked()


@pytest.mark.parametrize(
    ("kept", "left", "words"),
    [
        ("{not json", 0, "could not be read, so the list starts empty."),
        ('{"a": 1}', 0, "could not be read, so the list starts empty."),
        ('{"ticks": ["budgets-p1"], "notes": {"budgets-p1": 7}}', 1, "could not be read. The others are here."),
    ],
)
def test_junk_kept_on_the_device_is_set_aside_and_said(
    desk: Page, framework: Framework, go: Callable[[Page, str], None], kept: str, left: int, words: str
) -> None:
    go(desk, role_url(framework))
    set_storage(desk, {f"ticks-{framework.roles[1].id}": kept})
    go(desk, role_url(framework))
    if desk.locator("[data-ticks-open]").get_attribute("aria-expanded") == "false":
        desk.locator("[data-ticks-open]").click()
    count = sum(len(standard.actions_of(framework.roles[1].id)) for standard in framework.standards)
    assert said(desk).startswith(f"{left} of {count} ticked. ")
    assert said(desk).endswith(words)
    desk.locator("input.tick").nth(3).check()
    assert kept in kept_ticks(desk), "the next tick does not wipe it"
    with desk.expect_download() as file:
        desk.get_by_role("button", name="Save the unread part as a file").click()
    assert file.value.path().read_text("utf-8") == kept
    desk.get_by_role("button", name="Delete the unread part").click()
    desk.get_by_role("button", name="Yes, delete it").click()
    assert kept not in kept_ticks(desk)
    assert desk.locator("[data-ticks-unread]").inner_text() == ""


def kept_ticks(page: Page) -> list[str]:
    return list(page.evaluate("Object.entries(localStorage).filter(([name]) => name.includes('ticks-')).map(([, text]) => text)"))


def test_two_tabs_and_another_stage_and_a_removed_statement_lose_no_tick_and_no_note(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role, (one, other) = framework.roles[1], framework.spine.stages[1:3]
    actions = [action for standard in framework.standards for action in standard.actions_of(role.id)]
    of_one = next(action.id for action in actions if one.id in action.stages and other.id not in action.stages)
    of_other = next(action.id for action in actions if other.id in action.stages and one.id not in action.stages)
    go(desk, role_url(framework))
    set_storage(desk, {f"ticks-{role.id}": json.dumps({"ticks": [of_one, "gone-p99"], "notes": {"gone-p98": "Ask about the form"}, "open": True})})
    go(desk, f"{role_url(framework)}?stage={other.id}")
    assert "This list has 1 tick and 1 note for statements that have been removed" in desk.locator("[data-ticks-removed]").inner_text()
    assert "Ask about the form" in desk.locator("[data-ticks-removed]").inner_text()
    second = desk.context.new_page()
    go(second, f"{role_url(framework)}?stage={one.id}")
    second.locator(f"[id='{of_one}']").get_by_role("button", name="Write a note").click()
    second.get_by_label(f"Note on statement {of_one}").fill("From the second tab")
    until(desk, f"document.querySelector('[id=\"{of_one}\"] textarea').value === 'From the second tab'")
    desk.locator(f"[id='{of_other}'] input.tick").check()
    desk.get_by_role("button", name="Clear the ticks").click()
    assert said(desk).endswith("The ticks shown here are cleared. 1 tick on other statements stays.")
    kept = json.loads(kept_ticks(desk)[0])
    assert kept["ticks"] == [of_one, "gone-p99"]
    assert kept["notes"] == {of_one: "From the second tab", "gone-p98": "Ask about the form"}
    second.close()
    desk.get_by_role("button", name="Delete them").click()
    desk.get_by_role("button", name="Yes, delete").click()
    assert "gone" not in "".join(kept_ticks(desk))


def test_a_tick_list_of_a_stage_says_on_paper_what_it_holds(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role, stage = framework.roles[1], framework.spine.stages[1]
    there = [action for standard in framework.standards for action in standard.actions_of(role.id) if stage.id in action.stages]
    go(desk, f"{role_url(framework)}?stage={stage.id}")
    desk.locator("input.tick:visible").first.check()
    desk.emulate_media(media="print")
    assert desk.locator(".tick-shown").inner_text() == f"Stage: {stage.title}. {len(there)} statements, 1 ticked."
    paper = desk.locator("main").inner_text()
    assert f"all {len(framework.standards)} standards" not in paper
    assert "What has happened?" not in paper
    assert f"{sum(len(standard.actions_of(role.id)) for standard in framework.standards)} statements" not in paper
    desk.emulate_media(media="screen")
    desk.get_by_label("Show only what is not ticked").check()
    desk.emulate_media(media="print")
    assert desk.locator(".tick-shown").inner_text() == f"Stage: {stage.title}. The {len(there) - 1} statements not ticked, of {len(there)}."


def test_a_tick_list_works_by_keyboard_alone_and_its_bar_hides_no_focus(browser: Browser, framework: Framework, go: Callable[[Page, str], None]) -> None:
    with opened(browser, viewport=PHONE, reduced_motion="reduce") as page:
        go(page, role_url(framework))
        page.locator("[data-ticks-open]").focus()
        page.keyboard.press("Enter")
        seen = 0
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.classList.contains('tick')"):
                page.keyboard.press("Space")
                seen += 1
                assert page.evaluate(
                    "document.activeElement.getBoundingClientRect().bottom <= document.querySelector('[data-ticks-bar]').getBoundingClientRect().top + 1"
                )
        assert seen > 5
        assert said(page).startswith(f"{seen} of ")
        box = page.locator("input.tick").first.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_a_printed_tick_list_has_boxes_ticks_and_lines_for_name_and_date(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    go(desk, role_url(framework))
    desk.locator("[data-ticks-open]").click()
    desk.locator("input.tick").nth(1).check()
    desk.emulate_media(media="print")
    assert desk.locator("input.tick:visible").count() == desk.locator(".action-text:visible").count() > 50
    assert desk.locator("input.tick").nth(1).is_checked()
    assert [one.inner_text() for one in desk.locator(".tick-lines dt:visible").all()] == ["Name", "Date", "Discussed with"]
    assert desk.locator("main button:not(.term):visible, main select:visible").count() == 0  # a term in a sentence is a button too
    assert desk.locator("footer p.print-only").is_visible()


def test_without_scripts_there_is_no_tick_list_and_no_copy_button(browser: Browser, framework: Framework, served: str) -> None:
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        page.goto(served + role_url(framework))
        assert page.locator("main button:visible, main input:visible, main select:visible").count() == 0
        assert page.locator("#start-here").is_visible()
        page.goto(f"{served}{role_url(framework)}by-stage/")
        assert page.get_by_role("link", name="Make a tick list for").count() == 0


# --- copying a statement ---


def test_a_listed_statement_is_copied_as_link_and_as_citation_and_both_are_said(browser: Browser, framework: Framework, served: str) -> None:
    about, action = framework.spine.framework, framework.standards[4].actions_of(framework.roles[1].id)[1]
    standard = framework.record("standards", action.standard)
    with opened(browser) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
        for url in (role_url(framework), f"/standards/{standard.id}/", f"/stages/{action.stages[0]}/", f"/standards/{standard.id}/compare/"):
            page.goto(f"{served}{url}")
            until(page, "document.querySelectorAll('.action-copy').length > 0")
            assert page.locator(".action-copy").count() == page.locator(".action").count()
            status = page.locator("[data-copied]")
            assert status.get_attribute("role") == "status"
            page.get_by_role("button", name=f"Copy “{action.text}”", exact=True).click()
            page.get_by_role("button", name="Copy link").click()
            until(page, "document.querySelector('[data-copied]').textContent === 'Copied.'")
            link = page.evaluate("navigator.clipboard.readText()")
            assert link.endswith(f"/actions/{action.id}/")
            page.get_by_role("button", name="Copy with citation").click()
            until(page, "navigator.clipboard.readText().then(text => text.includes('Statement'))")
            citation = page.evaluate("navigator.clipboard.readText()")
            title = f"Standard {standard.number}: {standard.title}"
            rests_on = ground(framework, action, action.role)
            assert rests_on
            basis = f"Based on: {rests_on[0].lower()}{rests_on[1:]}."
            for words in (action.text, f"Statement {action.id}", title, basis, about.cited_as, f"{about.edition} edition", link, about.updated[:4]):
                assert words in citation, (url, words)
        page.goto(f"{served}/actions/{action.id}/")
        assert page.locator("#own-citation").inner_text() == citation


def test_where_copying_is_refused_the_words_are_shown_and_selected(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    desk.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    action = framework.standards[0].actions_of(framework.roles[1].id)[0]
    go(desk, role_url(framework))
    desk.get_by_role("button", name=f"Copy “{action.text}”", exact=True).click()
    desk.get_by_role("button", name="Copy with citation").click()
    until(desk, "document.querySelector('[data-copied]').textContent.startsWith('Your browser blocked copying.')")
    assert action.text in desk.evaluate("getSelection().toString()")
    desk.keyboard.press("Escape")
    assert desk.locator(".action-copies").count() == 0
    assert desk.evaluate("document.activeElement.classList.contains('action-copy')")


# --- accessibility ---


@pytest.mark.heavy
def test_axe_finds_nothing_on_a_role_by_stage_or_on_an_open_tick_list(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    def tick(page: Page) -> None:
        page.locator("[data-ticks-open]").click()
        page.locator("input.tick").first.check()
        page.locator(".action-copy").first.click()

    url = role_url(framework)
    assert barriers_at(desk, url, go, tick) + barriers_at(desk, f"{url}by-stage/", go) == []


def test_a_page_made_up_of_another_framework_says_what_a_tick_means_there(small: Path) -> None:
    page = parse_html(build_site(small)["roles/wardens/index.html"])
    assert "Tick what is done. Do the rest before summer." in page.one("section", **{"data-ticks": "wardens"}).text
