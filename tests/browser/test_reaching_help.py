"""What someone who needs help at once sees first on a phone: the number to call, on full and easy-read pages, and what to do if the site has no number."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import DESK, PHONE, opened, set_storage, until
from helpers import Element
from sds.model.framework import Framework
from sds.model.records import Area, Situation
from sds.model.urls import url_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

Go = Callable[["Page", str], None]
Pages = dict[str, Element]

IS_KEPT = """name => localStorage.getItem(`${document.documentElement.dataset.site}:${name}`)"""
NO_DAYS = ("zzz", "null", '{"a":1}', "9999-99-99", "2999-01-01")


def test_an_easy_page_about_danger_has_its_number_on_the_first_screen_of_a_phone(browser: Browser, framework: Framework, served: str) -> None:
    twins = [one.id for one in framework.situations if one.danger]
    assert twins
    with opened(browser, viewport=PHONE) as page:
        for id in twins:
            page.goto(f"{served}/easy-read/situations/{id}/", wait_until="load")
            until(page, "!document.querySelector('[data-tools]').hidden")
            box = page.locator("main a[href='tel:999']").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], id


def test_an_easy_page_of_a_situation_begins_with_a_number_to_phone_or_its_words_on_the_first_screen_of_a_phone(
    browser: Browser, framework: Framework, served: str
) -> None:
    with opened(browser, viewport=PHONE) as page:
        for one in framework.situations:
            if one.quick_exit:  # these pages begin with the number, and with how to leave the page quickly
                continue
            page.goto(f"{served}/easy-read/situations/{one.id}/", wait_until="load")
            until(page, "!document.querySelector('[data-tools]').hidden")
            box = page.locator(".call-early .number, .block-words p").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], one.id


def test_the_menu_of_easy_read_opens_and_closes_on_a_phone(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(f"{served}/easy-read/", wait_until="load")
        until(page, "!document.querySelector('[data-tools]').hidden")
        bank = page.get_by_role("link", name="Word bank")
        assert not bank.is_visible()
        page.get_by_role("button", name="Menu").click()
        assert bank.is_visible()
        page.keyboard.press("Escape")
        assert not bank.is_visible()


def test_a_number_to_phone_in_an_easy_sentence_can_be_tapped(pages: Pages) -> None:
    seen = 0
    for url, page in pages.items():
        if not url.startswith("/easy-read/"):
            continue
        for block in (one for one in page.walk() if one.has_class("block-words")):
            for line in block.all("p"):
                for number in re.findall(r"[Pp]hone (999|101|111)\b", line.text):
                    seen += 1
                    assert [one.text for one in line.all("a") if one.attrs["href"] == f"tel:{number}"], (url, line.text)
    assert seen > 10


@pytest.mark.parametrize("id", ["police-emergency", "police-101", "nhs-24"])
def test_an_emergency_number_stands_once_and_before_where_it_was_seen(pages: Pages, framework: Framework, id: str) -> None:
    number, page = framework.record("contacts", id).short, pages["/contacts/"]
    (contact,) = (one for one in page.walk() if one.attrs.get("id") == id)
    links = [one.attrs["href"] for one in contact.all("a")]
    assert links[0] == f"tel:{number}"
    assert links.count(f"tel:{number}") == 1
    assert "before you rely on it" not in contact.text
    assert {way.seen.address for way in framework.record("contacts", id).ways} <= set(links), "where it was seen is still told"


def test_another_number_that_was_only_seen_has_its_page_as_the_first_link(pages: Pages, framework: Framework) -> None:
    held = {one.attrs.get("id"): one for one in pages["/contacts/"].walk()}
    for contact in framework.contacts.contacts:
        first = contact.ways[0]
        if contact.short not in {"999", "101", "111"} and first.has_number and not first.checked:
            ways = next(one for one in held[contact.id].walk() if one.has_class("ways-of-page"))
            assert ways.all("a")[0].attrs["href"] == first.seen.address, contact.id


def test_an_area_without_a_number_says_so_each_time_and_out_of_hours_what_to_do(built: Path, framework: Framework) -> None:
    without = 0
    for area in framework.contacts.areas:
        told = json.loads((built / f"contacts/areas/{area.id}.json").read_text("utf-8"))
        for kind in ("ways", "easy"):
            for purpose, html in told[kind].items():
                numbers = [way for one in area.contacts if one.purpose == purpose for way in one.ways if way.kind == "phone" and way.has_number]
                assert ("We do not have a phone number for this." in html) == (not numbers), (area.id, purpose, kind)
                if not numbers and purpose == "out-of-hours":
                    without += 1
                    for call in ("tel:999", "tel:101"):
                        assert f'href="{call}"' in html, (area.id, kind)
    assert without


def test_who_needs_social_work_now_chooses_the_area_in_that_box_and_reads_the_number_below(browser: Browser, framework: Framework, go: Go) -> None:
    def phoned(area: Area) -> str:
        return next((way.value.replace(" ", "") for one in area.contacts if one.purpose == "council-first" for way in one.ways if way.kind == "phone"), "")

    area = next(one for one in framework.contacts.areas if phoned(one))
    with opened(browser, viewport=PHONE) as page:
        go(page, "/situations/cut-or-stopped/")
        lists = page.locator("[data-choose-area] select")
        assert lists.count() == 2
        page.locator(".call-card [data-choose-area] select").select_option(area.id)
        number = page.locator(f".call-card a[href='tel:{phoned(area)}']")
        number.wait_for()
        assert [lists.nth(at).input_value() for at in (0, 1)] == [area.id, area.id]
        for place in (".call-card", ".who-to-call"):
            chosen, told = (page.locator(f"{place} {what}").first.bounding_box() for what in ("select", f"a[href='tel:{phoned(area)}']"))
            assert chosen is not None
            assert told is not None
            assert 0 < told["y"] - chosen["y"] < PHONE["height"], place


def test_a_number_to_call_has_a_zero_without_a_bar(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/contacts/")
        number = page.locator("main a.number", has_text="0").first
        plain = number.screenshot()
        number.evaluate("one => { one.style.fontFeatureSettings = 'normal'; }")
        assert number.screenshot() != plain


TOOLS = ("/contacts/", "/situations/complain/", "/pack/", "/self-evaluation/", "/templates/complaint-letter/", "/my-words/", "/easy-read/situations/complain/")


@pytest.mark.parametrize("url", TOOLS)
def test_everything_on_the_device_is_deleted_by_one_tap_at_the_foot_of_any_page(browser: Browser, served: str, url: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + url, wait_until="load")
        box = page.locator("footer [data-forget]")
        assert box.is_hidden(), "nothing is kept, so there is nothing to delete"
        set_storage(page, {"area": "angus", "asked": "my hours were cut"})
        page.goto(served + url, wait_until="load")
        until(page, "document.querySelector('footer [data-forget]').hidden === false")
        assert "your area" in (box.text_content() or ""), "far down the page, what is not laid out yet has no inner text"
        box.get_by_role("button").click()
        assert box.get_by_role("status").inner_text().startswith("Deleted: ")
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("url", ["/contacts/", "/situations/cut-or-stopped/", "/easy-read/", "/easy-read/situations/complain/", "/my-words/"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_saved_is_deleted_by_the_last_entry_of_the_menu(browser: Browser, served: str, url: str, size: ViewportSize) -> None:
    entry = "[data-forget-entry] button"
    with opened(browser, viewport=size) as page:
        page.goto(served + url, wait_until="load")
        assert [one.is_visible() for one in page.locator(entry).all()].count(True) == 0, "nothing is kept, so there is nothing to delete"
        set_storage(page, {"area": "angus"})
        page.goto(served + url, wait_until="load")
        until(page, f"document.querySelector('{entry}').hidden === false")
        if page.get_by_role("button", name="Menu").is_visible():
            page.get_by_role("button", name="Menu").click()
        button = page.get_by_role("button", name="Delete what is saved here").first
        if "easy" not in url or size is PHONE:
            assert page.locator("#menu li").last.get_by_role("button").is_visible()
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= size["width"]
        button.click()
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert page.get_by_text("Deleted: your area.").first.is_visible()


def test_the_entry_that_deletes_what_is_saved_stands_on_the_line_of_the_entries_beside_it(browser: Browser, served: str) -> None:
    with opened(browser, viewport=DESK) as page:
        page.goto(served + "/contacts/", wait_until="load")
        set_storage(page, {"area": "angus"})
        page.goto(served + "/contacts/", wait_until="load")
        until(page, "document.querySelector('[data-forget-entry] button').hidden === false")
        own, beside = (
            page.locator(f"#menu {one}").last.evaluate(
                "one => { const words = document.createRange(); words.selectNodeContents(one); const { top, bottom } = words.getBoundingClientRect();"
                "return [top, bottom].map(Math.round) }"
            )
            for one in ("[data-forget-entry] button", "li:not([data-forget-entry]) a")
        )
        assert own == beside


def test_a_teams_work_is_not_deleted_by_one_tap_in_the_menu(browser: Browser, served: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + "/contacts/", wait_until="load")
        set_storage(page, {"evaluations": "[]"})
        page.goto(served + "/contacts/", wait_until="load")
        until(page, "document.querySelector('[data-forget-entry] button').hidden === false")
        page.get_by_role("button", name="Menu").click()
        page.locator("#menu [data-forget-entry] button").click()
        until(page, "document.activeElement.matches('footer [data-forget-now]')")
        assert "your self-evaluations" in page.locator("footer [data-forget-what]").inner_text()
        assert page.evaluate("localStorage.length") == 1


@pytest.mark.parametrize("url", ["/contacts/", "/easy-read/", "/stay-safe/", "/my-words/"])
def test_work_that_took_long_is_deleted_only_after_a_question_and_can_be_put_back(browser: Browser, served: str, url: str) -> None:
    work = {"evaluation-a1": '{"schema": "self-evaluation"}', "packs": '[{"name": "Visit", "remark": "", "choice": "stage=review"}]', "area": "angus"}
    with opened(browser, viewport=PHONE) as page:
        page.goto(served + url, wait_until="load")
        set_storage(page, work)
        page.goto(served + url, wait_until="load")
        set_storage(page, {"my-letter": '{"id": "complaint"}'}, "sessionStorage")
        page.goto(served + url, wait_until="load")
        box = page.locator("[data-forget]").last
        until(page, "[...document.querySelectorAll('[data-forget]')].at(-1).hidden === false")
        kept = "JSON.stringify([localStorage, sessionStorage].map(one => Object.entries(one).sort()))"
        before = page.evaluate(kept)
        box.locator("[data-forget-now]").focus()
        page.keyboard.press("Enter")
        until(page, "document.activeElement.textContent === 'No, keep everything'")
        assert all(words in box.get_by_role("alert").inner_text() for words in ("your self-evaluations", "your packs", "your letter", "your area"))
        page.keyboard.press("Enter")
        assert page.evaluate(kept) == before, "a key pressed twice deletes nothing"
        box.locator("[data-forget-now]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        box.get_by_role("button", name="Yes, delete everything").click()
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        assert box.get_by_role("status").inner_text().startswith("Deleted: ")
        with page.expect_navigation():
            box.get_by_role("button", name="Undo").click()
        assert page.evaluate(kept) == before


def test_who_is_not_safe_is_led_to_help_right_below_the_answer(pages: Pages, framework: Framework) -> None:
    doors = framework.spine.front_doors
    assert doors is not None
    assert doors.not_safe
    told = [one for one in framework.situations if any(which.situation == doors.not_safe for which in one.which)]
    assert {"complain", "change-worker-or-provider", "cannot-decide"} <= {one.id for one in told}
    for one in told:
        top = next(element for element in pages[url_of(framework, "situations", one.id)].walk() if element.has_class("situation-top"))
        following = [child for child in top.children if isinstance(child, Element)]
        answer = next(at for at, child in enumerate(following) if child.has_class("answer"))
        assert following[answer + 1].all("a")[0].attrs["href"].endswith(f"{doors.not_safe}/"), one.id


def test_an_easy_page_that_tells_how_to_complain_does_not_only_lead_there(pages: Pages, framework: Framework) -> None:
    whole = complaining(framework)
    main = pages[url_of(framework, "easy_read", f"standards/{whole.standards[0]}")].one("main")
    assert "There is a page about how to complain." not in main.text


def test_my_words_tell_whose_right_it_is_where_workers_say_them(pages: Pages, framework: Framework) -> None:
    first = {role.id for role in framework.roles if role.easy_first}
    page = pages["/my-words/"]
    for one in framework.situations:
        (part,) = (element for element in page.walk() if element.attrs.get("data-words-of") == one.id)
        assert ("Your right" in part.text) <= bool(first & set(one.roles)), one.id
        assert ("The person\u2019s right" in part.text) <= (not first & set(one.roles)), one.id


def test_each_full_page_leads_to_staying_safe_and_to_my_words(pages: Pages) -> None:
    for url in TOOLS[:-1]:
        page = pages[url]
        assert [one for one in page.all("footer")[-1].all("a") if one.attrs["href"].endswith("stay-safe/#delete")], url
        assert "My words" in [one.text for one in page.one("nav", **{"aria-label": "Main"}).all("a")], url
    assert [one for one in pages["/stay-safe/"].walk() if one.attrs.get("id") == "delete"]


@pytest.mark.parametrize("day", NO_DAYS)
def test_words_kept_until_no_day_are_deleted_and_that_is_said(browser: Browser, go: Go, day: str) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/my-words/")
        set_storage(page, {"my-words": '[{"id": "own-1", "words": "Please phone me."}]', "my-words-until": day})
        go(page, "/my-words/")
        until(page, "document.querySelector('[data-chosen-said]').textContent.startsWith('We could not read the date')")
        assert [page.evaluate(IS_KEPT, name) for name in ("my-words", "my-words-until")] == [None, None]
        assert "Invalid" not in page.locator("main").inner_text()


def test_kept_words_that_are_junk_are_said_and_stay_until_they_are_deleted(browser: Browser, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        go(page, "/my-words/")
        set_storage(page, {"my-words": "{"}, "sessionStorage")
        for _ in range(2):
            go(page, "/my-words/")
            until(page, "document.querySelector('[data-my-words]').innerText.includes('could not be read')")
            page.get_by_label("Write a sentence of your own").fill("Please phone me.")
            page.get_by_role("button", name="Add", exact=True).click()
        assert "{" in page.evaluate("Object.values(sessionStorage)"), "what is added does not wipe it"
        page.get_by_role("button", name="Delete the unread part").click()
        page.get_by_role("button", name="Yes, delete it").click()
        assert "could not be read" not in page.locator("main").inner_text()
        assert "{" not in page.evaluate("Object.values(sessionStorage)")
        most = [{"id": f"own-{number}", "words": f"Sentence {number}."} for number in range(80)]
        set_storage(page, {"my-words": json.dumps(most)}, "sessionStorage")
        go(page, "/my-words/")
        until(page, "document.querySelectorAll('[data-chosen] li').length === 80")
        page.get_by_label("Write a sentence of your own").fill("One too many.")
        page.get_by_role("button", name="Add", exact=True).click()
        assert page.locator("[data-chosen-said]").inner_text().startswith("You have 80 sentences, and that is the most.")
        assert page.get_by_label("Write a sentence of your own").input_value() == "One too many."


def test_what_the_button_to_leave_does_is_said_on_a_phone(browser: Browser, framework: Framework, go: Go) -> None:
    with opened(browser, viewport=PHONE) as page:
        for one in framework.situations:
            if one.quick_exit:
                go(page, url_of(framework, "situations", one.id))
                words = " ".join(page.locator(".leave-about").inner_text().split())
                assert "Leave this page now" in words
                assert "deletes what you typed here. It does not clear your history." in words


def test_how_to_complain_is_told_whole_on_its_standard_and_on_every_role_page(pages: Pages, framework: Framework) -> None:
    whole = complaining(framework)
    note = framework.contacts.complaints_note
    assert note
    places = [("standards", whole.standards[0]), *(("roles", role.id) for role in framework.roles)]
    for kind, id in places:
        part = pages[url_of(framework, kind, id)].one("section", **{"aria-labelledby": "complaints"})
        assert note in part.text, id
        assert [one for one in part.all("a") if one.attrs["href"].endswith(f"situations/{whole.id}/")], id
        for step in framework.contacts.complaints_route:
            for words in (step.title, step.what, step.who[1:], (step.by_when or "")[1:]):
                assert words in part.text, (id, step.id)
        for number in numbers_of_bodies(framework):
            assert part.all("a", href=f"tel:{number}"), (id, number)


def test_how_to_complain_is_the_same_in_easy_read_wherever_it_is_told(pages: Pages, framework: Framework) -> None:
    whole = complaining(framework)
    told = framework.record("easy_read", f"situations/{whole.id}")
    for key in (told.key, f"standards/{whole.standards[0]}", *(f"roles/{id}" for id in whole.roles)):
        main = pages[url_of(framework, "easy_read", key)].one("main")
        for number in numbers_of_bodies(framework):
            assert main.all("a", href=f"tel:{number}"), (key, number)
        for sentence in (words.replace("*", "") for block in told.blocks for words in block.words):
            assert sentence in main.text, (key, sentence)


def complaining(framework: Framework) -> Situation:
    """The situation of someone who wants to complain."""
    doors = framework.spine.front_doors
    assert doors is not None
    assert doors.complaints
    whole: Situation = framework.record("situations", doors.complaints)
    return whole


def numbers_of_bodies(framework: Framework) -> list[str]:
    """The first number of each body that handles complaints, as in a ``tel:`` link."""
    named = {step.contact for step in framework.contacts.complaints_route}
    bodies = [one for one in framework.contacts.contacts if one.id in named and one.purposes[0] == "complaints"]
    assert len(bodies) == 3
    return [next(way.value.replace(" ", "") for way in one.ways if way.kind == "phone") for one in bodies]


def test_a_role_page_has_situations_and_words_to_say_before_it_counts_its_statements(pages: Pages, framework: Framework) -> None:
    with_situations = [role for role in framework.roles if any(role.id in one.roles for one in framework.situations)]
    assert len(with_situations) >= 4
    for role in with_situations:
        text = pages[url_of(framework, "roles", role.id)].one("main").text
        counts = text.index("list those marked")
        assert text.index("What has happened?") < counts, role.id
        assert not role.say_first or text.index("What you can say") < counts, role.id
        assert not role.situations_note or text.index("What has happened?") < text.index(role.situations_note) < counts, role.id


def test_workers_tell_a_right_of_the_person_with_its_law_and_easy_pages_do_not_take_their_words(pages: Pages, framework: Framework) -> None:
    first = {role.id for role in framework.roles if role.easy_first}
    for_workers = [one for one in framework.situations if not first & set(one.roles)]
    assert len(for_workers) >= 6
    for one in for_workers:
        said = pages[url_of(framework, "situations", one.id)].one("section", **{"aria-labelledby": "say"})
        assert "The person\u2019s right" in said.text, one.id
        assert [li for li in said.all("li") if li.all("span", **{"class": "saying-right"}) and li.all("a")], one.id
        assert "Your right" not in said.text
        easy = pages[url_of(framework, "easy_read", f"situations/{one.id}")].one("main")
        assert not easy.all("li", **{"class": "saying"})
        assert easy.id("say") is None, one.id


def test_an_area_that_leads_to_other_pages_says_whose_they_are(pages: Pages, framework: Framework) -> None:
    page = pages["/contacts/"]
    noted = [area for area in framework.contacts.areas if area.note]
    assert noted
    for area in noted:
        section = page.id(f"area-{area.id}")
        assert section is not None
        assert area.note
        assert area.note in section.text
    agreed = next(way for one in framework.contacts.contacts for way in one.ways if way.seen.agrees and one.id == "samaritans")
    assert "The same details are on gov.scot and pkc.gov.uk." in page.text
    assert {*agreed.seen.agrees} <= {link.attrs["href"] for link in page.all("a")}


def test_the_printed_card_folds_to_the_size_of_a_bank_card(browser: Browser, go: Go) -> None:
    with opened(browser, viewport={"width": 640, "height": 900}) as page:
        go(page, "/contacts/card/")
        page.emulate_media(media="print")
        front, back = page.evaluate("[...document.querySelectorAll('.wallet-side')].map(one => one.getBoundingClientRect().toJSON())")
        assert front["top"] == back["top"], "side by side, so that it folds between them"
        for side in (front, back):
            assert (round(side["width"] / 96 * 25.4, 1), round(side["height"] / 96 * 25.4)) == (85.6, 54)


@pytest.mark.parametrize("without", [True, False], ids=["no number out of hours", "a number out of hours"])
def test_the_printed_card_has_the_areas_own_number_or_an_empty_line_to_write_on(browser: Browser, framework: Framework, go: Go, without: bool) -> None:
    """The text that replaces a missing number mentions 999, which is not the council's number."""

    def phones(area: Area, purpose: str) -> list[str]:
        return [way.value for one in area.contacts if one.purpose == purpose for way in one.ways if way.kind == "phone" and way.has_number]

    area = next(one for one in framework.contacts.areas if bool(phones(one, "out-of-hours")) is not without and phones(one, "council-first"))
    with opened(browser, viewport=DESK) as page:
        go(page, "/contacts/card/")
        page.locator("[data-choose-area] select").select_option(area.id)
        row = "document.querySelector('[data-area-number=\"{}\"] dd').innerText.replaceAll('\u00a0', ' ').trim()"
        until(page, f"{row.format('council-first')} === {phones(area, 'council-first')[0]!r}")
        assert page.evaluate(row.format("out-of-hours")) == "".join(phones(area, "out-of-hours")[:1])
        assert page.locator("[data-area-number='out-of-hours'] dt").is_visible()


def test_a_number_that_nobody_looked_at_for_a_year_is_set_aside_on_the_card_and_on_the_page_of_contacts(browser: Browser, go: Go) -> None:
    """The age is calculated from the reader's date. Emergency numbers always stay."""
    with opened(browser, viewport=DESK) as page:
        page.clock.set_fixed_time("2036-01-01")
        go(page, "/contacts/card/")
        until(page, "document.querySelector('.wallet').innerText.includes('We have not checked this for more than a year.')")
        words = page.locator(".wallet-side").first.inner_text()
        assert "116 123" not in words
        assert "999" in words
        go(page, "/contacts/")
        until(page, "document.querySelector('main').innerText.includes('We have not checked this for more than a year.')")
        assert "116 123" not in page.locator("#samaritans").inner_text()
        assert "999" in page.locator("main").inner_text()


def test_without_scripts_the_number_is_on_the_first_screen_of_a_page_about_danger(browser: Browser, framework: Framework, served: str) -> None:
    """Without scripts, the menu cannot be closed."""
    paths = [f"{easy}/situations/{one.id}/" for one in framework.situations if one.danger for easy in ("", "/easy-read")]
    assert paths
    with opened(browser, viewport=PHONE, java_script_enabled=False) as page:
        for path in paths:
            page.goto(f"{served}{path}", wait_until="load")
            box = page.locator("main a[href='tel:999']").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], path
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            for last in page.locator(".top .menu a").all()[-1:]:
                last.focus()
                box = last.bounding_box()
                assert box is not None
                assert 0 <= box["x"] < PHONE["width"], "what is further along is reached by the keyboard"


def test_the_page_in_place_of_one_that_is_not_saved_begins_with_the_number_and_the_way_to_help(browser: Browser, framework: Framework, go: Go) -> None:
    assert framework.spine.front_doors
    assert framework.spine.front_doors.not_safe
    with opened(browser, viewport=PHONE) as page:
        go(page, "/offline/")
        for link in ("[href='tel:999']", f"[href$='{url_of(framework, 'situations', framework.spine.front_doors.not_safe)}']"):
            box = page.locator(f"main a{link}").first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], link
