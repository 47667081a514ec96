"""Reading offline, in a real browser: without a connection, with a slow one, after a new edition, and where the browser refuses to store files."""

from __future__ import annotations

import http.server
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import LONGEST, axe
from helpers import DATA, ROOT, Element, make_folder_once, mkdocs, with_theme
from sds.model.framework import Framework
from sds.output.offline_copy import no_copy
from sds.output.worker import worker_template
from tiers import Sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

WORKER = worker_template(ROOT / "overrides")
OLD, NEW = "The by-law gives each ten beds a tap.", "The by-law gives each ten beds two taps."
NOTE = """async () => {
  for (const name of await caches.keys()) {
    const note = await (await caches.open(name)).match('/offline/held.json');
    if (note) return note.json();
  }
  return null;
}"""
"""The record of what the browser has stored completely: the edition, the parts, the files of each piece, and the date."""
CHANGE_NOTE = """async (changes) => {
  const cache = await caches.open((await caches.keys()).find(name => name.endsWith(' in parts')));
  const note = await (await cache.match('/offline/held.json')).json();
  await cache.put('/offline/held.json', Response.json({...note, ...changes}));
}"""
KEPT_NAMES = """caches.keys().then(async names => (await Promise.all(names.map(async name =>
  (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat())"""
"""The addresses of everything in the browser's caches."""
CONTROLLED = "navigator.serviceWorker.controller !== null"
"""Whether the service worker controls the page."""
SAID = "document.querySelector('[data-copy-said]').textContent"
SAVED = ".saved"


class Host:
    """A web host for a folder. It can switch to another folder, be slow, or stop answering."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wait = 0.0  # seconds before each response
        self.down = False
        self.cut = False  # whether files of the copy are cut off half way
        self.fault = False  # whether it answers with a server error
        self.most = 10**9  # the number of files of the copy after which it stops answering
        self.unpacks = False  # whether it sends .gz files with "Content-Encoding: gzip", so that the browser unpacks them
        self.waits: dict[str, Callable[[], bool]] = {}  # for a path, a condition that must be true before it is answered
        self.asked: list[str] = []
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                pass

            def do_GET(self) -> None:
                host.asked.append(self.path)
                time.sleep(host.wait)
                while not host.waits.get(self.path, lambda: True)():
                    time.sleep(0.01)
                if host.down or sum(map(is_piece, host.asked)) > host.most:
                    self.close_connection = True
                    return
                if host.fault:
                    self.send_error(503)
                    return
                self.directory = str(host.folder)
                if self.path.endswith(".gz"):
                    self.copy()
                else:
                    super().do_GET()

            def copy(self) -> None:
                content = (host.folder / self.path[1:]).read_bytes()
                content = content[: len(content) // 2] if host.cut else content
                self.send_response(200)
                self.send_header("Content-Type", "application/gzip")
                self.send_header("Content-Length", str(len(content)))
                if host.unpacks:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(content)

            def end_headers(self) -> None:
                self.send_header("Cache-Control", "no-cache")
                super().end_headers()

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://localhost:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def visitor(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a new browser profile."""
    context = browser.new_context(**{"viewport": {"width": 390, "height": 800}, **options})
    context.set_default_timeout(LONGEST * 1000)
    try:
        yield context.new_page()
    finally:
        context.close()


def until(page: Page, condition: str, wanted: Callable[[Any], bool] = bool) -> Any:
    start = time.monotonic()
    while not wanted(found := page.evaluate(condition)):
        assert time.monotonic() - start < LONGEST, f"never: {condition}"
        page.wait_for_timeout(20)
    return found


def is_piece(path: str) -> bool:
    return path.endswith(".gz")


def pieces_of(site: Path) -> set[str]:
    """The addresses of the files of a site's offline copy."""
    return {f"/{file.relative_to(site).as_posix()}" for file in (site / "offline").rglob("*.gz")}


def edition_held(page: Page, besides: str = "") -> str:
    """Waits until the browser has stored at least a part of an edition completely, and returns the name of the edition."""
    return str(until(page, NOTE, lambda note: note is not None and note["edition"] != besides)["edition"])


def saved(page: Page) -> str:
    """Waits until the browser has stored the part for a first visit and the worker controls the page. Returns the name of the edition."""
    edition = edition_held(page)
    until(page, CONTROLLED)
    return edition


def saved_whole(page: Page) -> str:
    """Asks for the whole site on the page that offers it, and waits until it is stored. Returns the name of the edition."""
    page.goto("/".join(page.url.split("/")[:3]) + "/offline/")
    saved(page)
    page.get_by_role("button", name="Save the whole site").click()
    until(page, f"{SAID}.startsWith('The whole site was saved')")
    return edition_held(page)


def today() -> str:
    return f"{date.today().day} {date.today():%B %Y}"


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sites of two editions of a small framework, which differ in one sentence."""

    def make(words: str, folder: Path) -> None:
        project = Path(shutil.copytree(DATA / "small", folder))
        file = project / "content/standards/water.yaml"
        file.write_text(file.read_text("utf-8").replace(OLD, words), "utf-8")
        done = mkdocs(with_theme(project), "build", "--strict")
        assert done.returncode == 0, done.stderr

    old, new = (make_folder_once(tmp_path_factory, f"{name}-edition", partial(make, words)) for name, words in (("old", OLD), ("new", NEW)))
    return old / "site", new / "site"


@pytest.fixture
def host(editions: tuple[Path, Path]) -> Iterator[Host]:
    """A host of the older edition."""
    host = Host(editions[0])
    yield host
    host.close()


def note(errors: list[str], error: object) -> None:
    errors.append(str(error))


def offline(page: Page, state: bool = True) -> None:
    context: BrowserContext = page.context
    context.set_offline(state)


# --- what is stored, and when ---


def test_every_page_asks_for_the_copy_by_a_module_of_the_site(built: Path, pages: dict[str, Element]) -> None:
    (shared,) = built.glob("assets/js/shared/base.*.js")
    assert "serviceWorker.register(" in shared.read_text("utf-8")
    for url, page in pages.items():
        scripts = [one.attrs["src"] for one in page.all("script") if one.attrs.get("src", "").endswith(f"/shared/{shared.name}")]
        assert len(scripts) == 1, url


def asked_pieces(host: Host) -> list[str]:
    """The requests for files of the copy, in order."""
    return list(filter(is_piece, host.asked))


def reload_whole_by_visit(page: Page, host: Host) -> None:
    """Opens the site again, as on a later visit, and waits until everything is stored."""
    page.evaluate(CHANGE_NOTE, {"begun": 0})
    page.goto(f"{host.address}/about/")
    until(page, NOTE, lambda note: note["whole"])


def test_a_first_visit_saves_the_first_part_and_the_next_one_the_rest_and_nothing_twice(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/standards/water/")
        saved(page)
        page.goto(f"{host.address}/standards/")
        page.wait_for_timeout(1000)
        assert page.evaluate(NOTE)["parts"] == ["first"], "a page that is opened soon after is of the same visit"
        first = asked_pieces(host)
        assert len(first) <= 4
        reload_whole_by_visit(page, host)
        assert sorted(asked_pieces(host)) == sorted(pieces_of(host.folder))


def test_after_a_change_only_the_pieces_that_changed_are_fetched(browser: Browser, host: Host, editions: tuple[Path, Path]) -> None:
    old, new = map(pieces_of, editions)
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        edition = saved_whole(page)
        host.asked.clear()
        host.folder = editions[1]
        page.goto(f"{host.address}/")
        edition_held(page, besides=edition)
        assert sorted(asked_pieces(host)) == sorted(new - old)
        assert len(new - old) < len(new) / 2
        assert page.evaluate(NOTE)["whole"]


def test_one_part_can_be_saved_alone_and_the_page_says_what_is_held(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/offline/")
        saved(page)
        part = page.locator("[data-copy-part=law]")
        assert re.search(r", \d+0 KB$", part.locator("h3").inner_text())
        part.get_by_role("button", name="Save this part").focus()
        page.keyboard.press("Enter")
        until(page, f"{SAID}.startsWith('Saved on this device on') && {SAID}.includes('The law, the glossary')")
        assert part.locator("[data-copy-state]").inner_text() == "Saved."
        assert part.get_by_role("button").count() == 0
        assert page.evaluate(NOTE)["parts"] == ["first", "law"]
        assert page.get_by_role("button", name="Save the whole site").is_visible()
        offline(page)
        page.goto(f"{host.address}/glossary/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()
        page.goto(f"{host.address}/actions/water-g1/")
        assert "is not in the copy" in page.locator(SAVED).inner_text()
        assert page.locator("main button:visible").count() == 0


@pytest.mark.parametrize(
    ("trouble", "words"),
    [("lost", "The connection failed."), ("fault", "The site could not send it."), ("full", "This device has no room for it.")],
)
def test_a_save_that_fails_half_way_says_why_and_keeps_what_was_there(browser: Browser, host: Host, trouble: str, words: str) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/offline/")
        saved(page)
        held, came = page.evaluate(NOTE), len(asked_pieces(host))
        quota = {"origin": host.address}
        cdp = page.context.new_cdp_session(page)
        if trouble == "full":
            used = page.evaluate("navigator.storage.estimate().then(found => found.usage)")
            cdp.send("Storage.overrideQuotaForOrigin", {**quota, "quotaSize": used + 20_000})
        elif trouble == "fault":
            host.fault = True
        else:
            host.most = came + 2
        page.get_by_role("button", name="Save the whole site").click()
        until(page, f"{SAID}.startsWith('We could not save everything.')")
        assert words in page.locator("[data-copy-said]").inner_text()
        assert "What you may need straight away" in page.locator("[data-copy-said]").inner_text(), "what is there all the same"
        assert page.evaluate(NOTE)["parts"][: len(held["parts"])] == held["parts"]
        offline(page)
        page.goto(f"{host.address}/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()
        offline(page, False)
        host.fault, host.most = False, 10**9
        cdp.send("Storage.overrideQuotaForOrigin", quota)
        before = asked_pieces(host)
        saved_whole(page)
        if trouble == "lost":
            assert not set(asked_pieces(host)[len(before) :]) & set(before[: came + 2]), "what had come is not fetched again"


def test_a_copy_of_the_earlier_form_stands_until_the_new_one_is_whole(browser: Browser, host: Host) -> None:
    """Until November 2026, the copy was a single file, in a cache with another name, without newlines."""
    earlier = {"lines": ['<!DOCTYPE html><html lang="en-GB">', '<main id="main">Earlier words</main>'], "files": {"about/index.html": [0, 1]}, "binary": {}}
    keep_earlier = """async (copy) => {
      const body = new Response(JSON.stringify(copy)).body.pipeThrough(new CompressionStream('gzip'));
      const cache = await caches.open(`copy of ${location.origin}/ offline/copy-0123456789abcdef.gz`);
      await cache.put('/offline/copy-0123456789abcdef.gz', new Response(await new Response(body).blob(), {headers: {'saved-on': '2026-11-05T12:00:00Z'}}));
      await caches.delete(`copy of ${location.origin}/ in parts`);
    }"""
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved(page)
        page.evaluate(keep_earlier, earlier)
        offline(page)
        page.goto(f"{host.address}/about/")
        assert page.locator("main").inner_text() == "Earlier words"
        assert page.locator(SAVED).inner_text().startswith("You are reading a copy saved on 5 November 2026.")
        offline(page, False)
        host.cut = True
        page.goto(f"{host.address}/offline/")
        until(page, f"{SAID}.startsWith('The whole site was saved on this device on 5 November 2026')")
        host.cut = False
        page.goto(f"{host.address}/")
        until(page, NOTE, lambda note: note is not None and note["whole"])
        until(page, "caches.keys().then(names => names.length)", lambda count: count == 1)
        offline(page)
        page.goto(f"{host.address}/about/")
        assert page.locator("h1").inner_text().startswith("About")


def test_nothing_on_the_device_says_which_pages_were_read(browser: Browser, host: Host) -> None:
    """Two readers of different pages of the same kinds store the same data, and no page's address is in it."""
    kept = []
    for paths in (("/standards/water/?from=a-poster", "/actions/water-g1/"), ("/standards/", "/roles/growers/")):
        with visitor(browser) as page:
            for path in paths:
                page.goto(host.address + path)
                saved(page)
            page.wait_for_timeout(1000)
            kept.append(sorted(page.evaluate(KEPT_NAMES)))
            assert page.evaluate("caches.keys().then(names => names.map(name => name.split(' ').slice(-2).join(' ')))") == ["in parts"]
            assert page.evaluate(NOTE)["parts"] == ["first"]
    assert kept[0] == kept[1]
    assert [path for path in kept[0] if not path.endswith(".gz") and path != "/offline/held.json"] == []


@pytest.mark.parametrize(("path", "part"), [("/glossary/", "law"), ("/pack/", "making"), ("/standards/water/", ""), ("/about/", "")])
def test_a_page_of_a_small_part_brings_that_part_whole_at_the_first_visit(browser: Browser, host: Host, path: str, part: str) -> None:
    with visitor(browser) as page:
        page.goto(host.address + path)
        saved(page)
        until(page, NOTE, lambda note: note["parts"] == ["first", *filter(None, [part])])
        page.wait_for_timeout(500)
        assert page.evaluate(NOTE)["parts"] == ["first", *filter(None, [part])]


def test_pages_that_were_kept_for_being_read_go_with_the_next_edition(browser: Browser, host: Host) -> None:
    """Until November 2026, pages were stored one by one when they were read."""
    keep_earlier = "caches.open(`copy of ${location.origin}/ as read`).then(cache => cache.put('/about/', new Response('Read')))"
    with visitor(browser) as page:
        page.goto(f"{host.address}/sitemap.xml")  # a file on which no worker is registered yet
        page.evaluate(keep_earlier)
        page.goto(f"{host.address}/")
        saved(page)
        until(page, "caches.keys().then(names => names.length)", lambda count: count == 1)
        assert "/about/" not in page.evaluate(KEPT_NAMES)


def test_a_worker_that_begins_between_two_pages_answers_for_the_second(browser: Browser, host: Host) -> None:
    """As on a slow connection, when a reader opens the next page before the worker is ready."""
    host.waits = {"/sw.js": lambda: "/about/" in host.asked, "/about/": lambda: any(map(is_piece, host.asked))}
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        page.goto(f"{host.address}/about/")
        saved(page)


def test_a_page_that_can_be_left_at_once_brings_no_part(browser: Browser, served: str, framework: Framework) -> None:
    left = next(one for one in framework.situations if one.quick_exit)
    with visitor(browser) as page:
        page.goto(f"{served}/situations/{left.id}/")
        saved(page)
        page.goto(f"{served}/easy-read/situations/{left.id}/")
        page.wait_for_timeout(1500)
        page.goto(f"{served}/situations/{left.id}/")
        page.locator("main a[href*='/law/']").first.click()
        page.wait_for_url("**/law/**")
        page.wait_for_timeout(1500)
        assert page.evaluate(NOTE)["parts"] == ["first"]


@pytest.mark.heavy
def test_what_someone_may_need_at_once_opens_offline_after_one_visit_in_full_and_in_easy_read(
    browser: Browser, served: str, framework: Framework, sample: Sample
) -> None:
    with visitor(browser) as page:
        page.goto(f"{served}/about/")
        saved(page)
        offline(page)
        for one in sample(framework.situations, 3):
            for path in (f"/situations/{one.id}/", f"/easy-read/situations/{one.id}/"):
                page.goto(served + path, wait_until="commit")
                page.locator(SAVED).wait_for()
                assert "You are reading a copy" in page.locator(SAVED).inner_text(), path
        assert framework.spine.framework.help
        for path in ("/contacts/", "/stay-safe/", "/my-words/", "/easy-read/", f"/easy-read/{framework.spine.framework.help.page}/"):
            page.goto(served + path)
            assert "You are reading a copy" in page.locator(SAVED).inner_text(), path
        assert until(page, "[...document.images].filter(one => one.complete).every(one => one.naturalWidth > 0)")
        page.goto(f"{served}/my-words/")
        until(page, "!document.querySelector('[data-my-words]').hidden")


def test_offline_too_an_easy_page_has_its_whole_number_on_the_first_screen_of_the_smallest_phone(browser: Browser, served: str, framework: Framework) -> None:
    small: ViewportSize = {"width": 320, "height": 568}
    doors = framework.spine.front_doors
    assert doors
    with visitor(browser, viewport=small) as page:
        page.goto(f"{served}/about/")
        saved(page)
        offline(page)
        for id in doors.on_home:
            page.goto(f"{served}/easy-read/situations/{id}/", wait_until="load")
            page.locator(SAVED).wait_for()
            page.evaluate("document.fonts.ready")
            number = page.locator("main .number").first.bounding_box()
            assert number is not None
            assert number["y"] + number["height"] <= small["height"], id


# --- without a connection ---


def test_after_one_visit_every_kind_of_page_opens_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    standard, role = framework.standards[3], framework.roles[1]
    with visitor(browser) as page:
        errors = list[str]()
        page.goto(f"{served}/")
        saved_whole(page)
        assert page.locator(SAVED).count() == 0
        offline(page)
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        paths = {
            f"/standards/{standard.id}/": standard.title,
            f"/roles/{role.id}/": role.title,
            f"/actions/{framework.current_actions[0].id}/": framework.current_actions[0].text,
            f"/easy-read/standards/{standard.id}/": next(one.title for one in framework.easy_read if (one.kind, one.id) == ("standards", standard.id)),
            "/about/": "About",
        }
        for path, heading in paths.items():
            page.goto(served + path)
            assert heading in page.locator("h1").inner_text()
            assert page.locator(SAVED).inner_text() == f"You are reading a copy saved on {today()}. You are offline."
            assert page.evaluate("getComputedStyle(document.querySelector('header.top')).backgroundColor") == "rgb(12, 63, 76)"
            assert until(page, "[...document.images].filter(one => one.complete).every(one => one.naturalWidth > 0)")
            assert until(page, "document.fonts.check('1em \"Atkinson Hyperlegible Next\"')")
        assert errors == []


def test_a_link_by_number_or_without_its_slash_leads_on_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    standard = framework.standards[3]
    with visitor(browser) as page:
        page.goto(f"{served}/")
        saved_whole(page)
        offline(page)
        for path in (f"/standards/{standard.number}/", f"/standards/{standard.id}", f"/standards/{standard.id}/?from=a-poster#actions"):
            page.goto(served + path)
            page.wait_for_url(f"**/standards/{standard.id}/**")
            assert standard.title in page.locator("h1").inner_text()


def test_search_answers_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    wanted = framework.current_actions[0]
    with visitor(browser) as page:
        page.goto(f"{served}/about/")
        saved_whole(page)
        offline(page)
        page.goto(f"{served}/search/")
        field = page.locator("main input[type=search]")
        field.fill(wanted.text)
        field.press("Enter")
        link = page.locator(f"main a[href$='actions/{wanted.id}/']:visible").first
        link.wait_for()
        field.fill("zzqqxx")
        field.press("Enter")
        until(page, f"![...document.querySelectorAll('main a[href$=\"actions/{wanted.id}/\"]')].some(one => one.checkVisibility())")


@pytest.mark.heavy
@pytest.mark.parametrize("easy", ["", "/easy-read"], ids=["full", "easy read"])
def test_who_is_in_danger_reaches_the_number_by_keyboard_on_a_small_phone_with_the_network_off(browser: Browser, served: str, easy: str) -> None:
    """Starting from the search page, by keyboard only: the input, the query, and the number to call, which must be on the screen."""
    said = ["he hit me", "my carer punches my mum", "i want to die", "im scared of my son", "she stole my pension"]
    said += ["ma da skelps me", "locked in my room", "theres no food in the house", "he has a knife", "i took too many tablets"]
    number = "[...document.querySelectorAll('main a[href=\"tel:999\"]:not(form a)')].find(one => one.checkVisibility())"
    with visitor(browser, viewport={"width": 320, "height": 568}) as page:
        page.goto(f"{served}/about/")
        saved_whole(page)
        offline(page)
        for words in said:
            page.goto(f"{served}{easy}/search/")
            page.locator(SAVED).wait_for()
            for _ in range(20):
                page.keyboard.press("Tab")
                if page.evaluate("document.activeElement.matches('main [type=search]')"):
                    break
            page.keyboard.press("ControlOrMeta+A")
            page.keyboard.type(words)
            page.keyboard.press("Enter")
            until(page, f"(at => at && at.top >= 0 && at.bottom <= innerHeight)({number}?.getBoundingClientRect())")
            for _ in range(12):
                page.keyboard.press("Tab")
                if page.evaluate(f"document.activeElement === {number}"):
                    break
            assert page.evaluate(f"document.activeElement === {number}"), words


def test_a_pack_is_made_changed_and_saved_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    one, two, role = framework.standards[3], framework.standards[5], framework.roles[2]
    with visitor(browser) as page:
        page.goto(f"{served}/")
        saved_whole(page)
        offline(page)
        page.goto(f"{served}/pack/?standard={one.id}&role={role.id}")
        until(page, "document.querySelectorAll('.pack-standard').length === 1")
        page.get_by_text("Change what is in this pack").click()
        page.get_by_label(f"{two.number}. {two.short}", exact=True).check()
        until(page, "document.querySelectorAll('.pack-standard').length === 2")
        words = [action.text for standard in (one, two) for action in standard.actions_of(role.id)]
        assert page.locator(".pack-statement").all_inner_texts() == words
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Download as one HTML file").click()
        assert "data:image/svg+xml;base64," in waiting.value.path().read_text("utf-8")


def test_what_is_not_in_the_copy_is_said_under_its_own_address_and_opens_when_the_network_is_back(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved_whole(page)
        host.down = True
        for path in ("/downloads/full-text-standards-water.pdf", "/no/such/page/", "/constructor", "/%zz/"):
            page.goto(host.address + path)
            assert page.locator(SAVED).inner_text() == f"You are offline, and this page is not in the copy saved on {today()}."
            assert page.url == host.address + path
            assert page.evaluate("getComputedStyle(document.querySelector('header.top')).backgroundColor") == "rgb(12, 63, 76)"
        page.locator("main").get_by_role("link", name="The 2 standards").click()
        page.wait_for_url(f"{host.address}/standards/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()
        host.down = False
        page.reload()
        assert page.locator(SAVED).count() == 0


def test_a_host_that_says_it_cannot_gives_way_to_the_copy(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved_whole(page)
        host.fault = True
        page.goto(f"{host.address}/standards/water/")
        assert page.locator(SAVED).inner_text() == f"You are reading a copy saved on {today()}. The site is not responding."
        assert page.evaluate("getComputedStyle(document.querySelector('header.top')).backgroundColor") == "rgb(12, 63, 76)"


def test_a_host_that_does_not_answer_for_3_seconds_gives_way_to_the_copy(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved_whole(page)
        host.wait = 20
        start = time.monotonic()
        page.goto(f"{host.address}/standards/water/")
        assert 2.5 < time.monotonic() - start < host.wait, "nothing waits for the host, and styles and scripts come from the same copy"
        assert page.locator(SAVED).inner_text() == f"You are reading a copy saved on {today()}. The connection is slow."


def test_an_old_copy_says_that_it_may_be_out_of_date(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved_whole(page)
        page.evaluate(CHANGE_NOTE, {"savedOn": "2026-01-05T12:00:00Z"})
        host.down = True
        cdp = page.context.new_cdp_session(page)
        cdp.send("ServiceWorker.enable")
        cdp.send("ServiceWorker.stopAllWorkers")  # when it starts again, the worker reads the stored copy again
        page.goto(f"{host.address}/about/")
        assert page.locator(SAVED).inner_text() == "You are reading a copy saved on 5 January 2026. You are offline. It may be out of date."


def test_nothing_on_a_saved_page_moves_when_its_line_is_said(browser: Browser, host: Host) -> None:
    shifts = "new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved = (window.moved ?? 0) + one.value; })"
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved_whole(page)
        host.down = True
        page.add_init_script(f"{shifts}.observe({{type: 'layout-shift', buffered: true}})")
        page.goto(f"{host.address}/standards/water/")
        page.wait_for_timeout(1200)
        assert page.evaluate("window.moved ?? 0") < 0.01
        assert page.locator(SAVED).get_attribute("role") == "status"


# --- a new edition ---


def test_a_new_edition_takes_the_place_of_the_old_copy_whole(browser: Browser, host: Host, editions: tuple[Path, Path]) -> None:
    statement = "/actions/water-g1/"
    with visitor(browser) as page:
        page.goto(host.address + statement)
        first = saved_whole(page)
        open_still = page.context.new_page()
        open_still.goto(f"{host.address}/pack/")
        host.folder = editions[1]
        page.goto(host.address + statement)
        assert NEW in page.locator("main").inner_text(), "with a network the new page comes at once"
        edition_held(page, besides=first)
        pieces = "caches.open(name).then(cache => cache.keys()).then(all => all.filter(one => one.url.endsWith('.gz')).map(one => new URL(one.url).pathname))"
        until(page, f"caches.keys().then(([name]) => {pieces})", lambda held: set(held) == pieces_of(editions[1]))  # nothing of the older edition is left
        offline(page)
        page.goto(host.address + statement)
        assert NEW in page.locator("main").inner_text()
        assert "You are reading a copy" in page.locator(SAVED).inner_text()
        open_still.locator("input[name=standard]").first.check()
        open_still.locator(".pack-standard").wait_for()


def test_a_new_edition_that_comes_only_half_leaves_the_old_copy_in_place(browser: Browser, host: Host, editions: tuple[Path, Path]) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/actions/water-g1/")
        first = saved_whole(page)
        host.folder, host.cut = editions[1], True
        page.goto(f"{host.address}/")
        asked = len(host.asked)
        until(page, "1", lambda _: any(map(is_piece, host.asked[asked:])))
        page.wait_for_timeout(500)
        assert edition_held(page) == first
        offline(page)
        page.goto(f"{host.address}/actions/water-g1/")
        assert OLD in page.locator("main").inner_text()
        offline(page, False)
        host.cut = False
        page.goto(f"{host.address}/")
        edition_held(page, besides=first)


def test_a_host_that_takes_the_compression_off_on_the_way_is_no_hindrance(browser: Browser, host: Host) -> None:
    host.unpacks = True
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved_whole(page)
        offline(page)
        page.goto(f"{host.address}/standards/water/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()


def test_a_copy_that_the_browser_threw_away_is_saved_again(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        name = saved_whole(page)
        page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
        page.goto(f"{host.address}/about/")
        assert saved(page) == name


def test_a_preview_takes_a_worker_and_its_copy_away(browser: Browser, host: Host, editions: tuple[Path, Path], tmp_path: Path) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved(page)
        preview = Path(shutil.copytree(editions[0], tmp_path / "preview"))
        (preview / "sw.js").write_text(no_copy(WORKER), "utf-8")
        for path in preview.rglob("*.html"):
            path.write_text(re.sub(r"<script[^>]*offline/register\.js[^>]*></script>", "", path.read_text("utf-8")), "utf-8")
        host.folder = preview
        page.goto(f"{host.address}/")
        until(page, "navigator.serviceWorker.getRegistrations().then(all => all.length)", lambda count: count == 0)
        assert page.evaluate("caches.keys()") == []


# --- readers and browsers that store no copy ---


def test_a_browser_that_refuses_copies_shows_the_site_and_says_so(browser: Browser, host: Host) -> None:
    for refusal in (
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: () => undefined})",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('No.', 'SecurityError'));"
        "caches.keys = () => Promise.reject(new DOMException('No.', 'SecurityError'))",
    ):
        with visitor(browser) as page:
            errors = list[str]()
            page.on("pageerror", partial(note, errors))
            page.add_init_script(refusal)
            page.goto(f"{host.address}/standards/water/")
            page.wait_for_timeout(500)
            assert page.locator("h1").is_visible()
            page.goto(f"{host.address}/offline/")
            until(page, "document.querySelector('[data-copy-said]').textContent !== ''")
            assert "does not allow a saved copy" in page.locator("[data-copy-said]").inner_text()
            assert page.locator("main button:visible").count() == 0
            assert errors == []


@pytest.mark.parametrize(
    ("connection", "why"),
    [("{saveData: true}", "asks sites to use less data"), ("{type: 'cellular'}", "You are on mobile data")],
    ids=["less data", "telephone"],
)
def test_a_device_that_saves_data_is_asked_first(browser: Browser, host: Host, connection: str, why: str) -> None:
    with visitor(browser) as page:
        page.add_init_script(f"Object.defineProperty(Navigator.prototype, 'connection', {{get: () => ({connection})}})")
        page.goto(f"{host.address}/standards/water/")
        page.wait_for_timeout(1500)
        assert [path for path in host.asked if is_piece(path)] == []
        page.goto(f"{host.address}/offline/")
        until(page, f"{SAID} !== ''")
        assert why in page.locator("[data-copy-said]").inner_text()
        page.get_by_role("button", name="Save the whole site").click()
        until(page, f"{SAID}.startsWith('The whole site was saved on this device')")
        assert page.evaluate("document.activeElement.hasAttribute('data-copy-remove')")
        host.down = True
        page.goto(f"{host.address}/standards/water/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()


def test_a_copy_that_a_reader_removes_stays_away_until_they_ask(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/offline/")
        saved(page)
        until(page, f"{SAID}.startsWith('Saved on this device on')")
        page.get_by_role("button", name="Remove the copy").click()
        until(page, "document.querySelector('[data-copy-said]').textContent.startsWith('Copy removed.')")
        page.goto(f"{host.address}/about/")
        page.wait_for_timeout(1500)
        assert page.evaluate("caches.keys()") == []
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        page.goto(f"{host.address}/offline/")
        until(page, "document.querySelector('[data-copy-said]').textContent === 'You chose not to keep a copy on this device.'")


def test_saving_the_copy_asks_only_this_host_and_sends_nothing(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        asked = list[Any]()

        def note(request: Any) -> None:
            asked.append(request)  # is examined later: a call to the browser in this handler could deadlock

        page.context.on("request", note)
        page.goto(f"{host.address}/")
        saved(page)
        assert {request.method for request in asked} == {"GET"}
        assert [url for url in (request.url for request in asked) if not url.startswith(f"{host.address}/") or "?" in url] == []
        assert len(set(filter(is_piece, host.asked))) == len(list(filter(is_piece, host.asked))) > 1, "nothing is fetched twice"
        assert page.context.cookies() == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_the_offline_page_or_on_a_saved_page(browser: Browser, host: Host, colours: str) -> None:
    with visitor(browser, color_scheme=colours, viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{host.address}/offline/")
        saved_whole(page)
        until(page, f"{SAID}.startsWith('The whole site was saved')")
        found = [one["id"] for one in axe(page)["violations"]]
        host.down = True
        for path in ("/standards/water/", "/no/such/page/"):
            page.goto(host.address + path)
            page.wait_for_timeout(700)
            found += [one["id"] for one in axe(page)["violations"]]
            assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert found == []
