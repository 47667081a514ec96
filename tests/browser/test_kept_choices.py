"""Choices that a reader stored on the device: under keys with the site's name, and migrated from older keys without that name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from browsing import until
from sds.model.framework import Framework

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEPT = "Object.fromEntries(Object.entries(localStorage))"


def test_what_an_earlier_edition_kept_holds_still_and_is_moved_once(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role = framework.roles[1]
    ticked = [action.id for action in framework.current_actions if action.role == role.id][:2]
    earlier = {"colours": "dark", "role": role.id, "easy-size": "largest", "copy": "no", f"ticks-{role.id}": str(ticked).replace("'", '"')}
    desk.emulate_media(color_scheme="light")
    go(desk, "/")
    site = desk.evaluate("document.documentElement.dataset.site")
    desk.evaluate("kept => { for (const [name, text] of Object.entries(kept)) localStorage.setItem(name, text); }", earlier)
    go(desk, f"/roles/{role.id}/")
    assert desk.evaluate("document.documentElement.dataset.colours") == "dark"
    assert desk.locator("input.tick:checked").count() == 2
    desk.goto(desk.url.partition("/roles/")[0] + f"/easy-read/standards/{framework.standards[0].id}/")
    until(desk, "!document.querySelector('[data-tools]').hidden")
    assert desk.locator("input[name=size]:checked").get_attribute("value") == "largest"
    go(desk, "/search/")
    until(desk, f"document.querySelector('[name=role][value={role.id}]').checked")
    desk.goto(desk.url.partition("/search/")[0] + "/offline/")
    until(desk, f"Object.keys(localStorage).every(name => name.startsWith('{site}:'))")
    kept = desk.evaluate(KEPT)
    assert json.loads(kept.pop(f"{site}:ticks-{role.id}"))["ticks"] == ticked
    assert kept == {f"{site}:{name}": text for name, text in earlier.items() if not name.startswith("ticks-")}


def test_ticks_of_another_site_are_left_where_they_are(desk: Page, framework: Framework, go: Callable[[Page, str], None]) -> None:
    role = framework.roles[1]
    go(desk, f"/roles/{role.id}/")
    desk.evaluate("name => localStorage.setItem(name, '[\"water-g1\"]')", f"ticks-{role.id}")
    desk.locator("[data-ticks-open]").click()
    assert desk.locator("input.tick:checked").count() == 0
    assert desk.evaluate("name => localStorage.getItem(name)", f"ticks-{role.id}") == '["water-g1"]'


def test_two_sites_at_one_address_keep_their_choices_apart(desk: Page, go: Callable[[Page, str], None]) -> None:
    desk.emulate_media(color_scheme="light")
    go(desk, "/")
    desk.evaluate("localStorage.setItem('community-garden-standards:colours', 'dark')")
    go(desk, "/")
    assert desk.evaluate("document.documentElement.dataset.colours ?? 'none'") == "none"
    desk.locator("button[data-colours]").click()
    desk.locator("button[data-colours]").click()
    site = desk.evaluate("document.documentElement.dataset.site")
    assert desk.evaluate(KEPT) == {"community-garden-standards:colours": "dark", f"{site}:colours": "light"}
