"""Reading without a connection, tried in a browser: with the network off, slow or back, with a new edition, and where the browser refuses."""

from __future__ import annotations

import gzip
import http.server
import json
import re
import shutil
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import axe
from helpers import DATA, ROOT, Element, mkdocs, with_theme
from sds.model.framework import Framework
from sds.output.offline_copy import no_copy, offline_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

WORKER = (ROOT / "overrides/sw.js").read_text("utf-8")
OLD, NEW = "The by-law gives each ten beds a tap.", "The by-law gives each ten beds two taps."
KEPT = """async () => {
  for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).length) return name;
  return '';
}"""
SAVED = ".saved"


class Host:
    """A web host of a folder, which can be given another folder, be slow, or fall silent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.wait = 0.0  # seconds before an answer
        self.down = False
        self.cut = False  # whether the copy of the site ends half way
        self.unpacks = False  # whether it says that files ending in .gz are only compressed for the way
        self.asked: list[str] = []
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                pass

            def do_GET(self) -> None:
                host.asked.append(self.path)
                time.sleep(host.wait)
                if host.down:
                    self.close_connection = True
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
    """A page in a browser that has never been here."""
    context = browser.new_context(**{"viewport": {"width": 390, "height": 800}, **options})
    try:
        yield context.new_page()
    finally:
        context.close()


def until(page: Page, condition: str, wanted: Callable[[Any], bool] = bool) -> Any:
    start = time.monotonic()
    while not wanted(found := page.evaluate(condition)):
        assert time.monotonic() - start < 20, f"never: {condition}"
        page.wait_for_timeout(50)
    return found


def saved(page: Page) -> str:
    """Waits until the browser holds a copy and the worker answers for the page; the name of the copy."""
    name = until(page, KEPT)
    until(page, "navigator.serviceWorker.controller !== null")
    return str(name)


def today() -> str:
    return f"{date.today().day} {date.today():%B %Y}"


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sites of two editions of a small framework, which differ in one sentence."""
    found = []
    for name, words in (("old", OLD), ("new", NEW)):
        project = Path(shutil.copytree(DATA / "small", tmp_path_factory.mktemp(name) / "small"))
        file = project / "content/standards/water.yaml"
        file.write_text(file.read_text("utf-8").replace(OLD, words), "utf-8")
        done = mkdocs(with_theme(project), "build", "--strict")
        assert done.returncode == 0, done.stderr
        found.append(project / "site")
    return found[0], found[1]


@pytest.fixture
def host(editions: tuple[Path, Path]) -> Iterator[Host]:
    """A host of the old edition."""
    host = Host(editions[0])
    yield host
    host.close()


def note(errors: list[str], error: object) -> None:
    errors.append(str(error))


def offline(page: Page, state: bool = True) -> None:
    context: BrowserContext = page.context
    context.set_offline(state)


# --- the copy ---


def unpacked(site: Path) -> dict[str, bytes]:
    """Every file of the copy that a built site carries, made whole again."""
    (path,) = (site / "offline").glob("*.gz")
    packed = json.loads(gzip.decompress(path.read_bytes()))
    files = {name: b64decode(content) for name, content in packed["binary"].items()}
    for name, steps in packed["files"].items():
        number, lines = 0, []
        for step in steps:
            number += step
            lines.append(packed["lines"][number])
        files[name] = "\n".join(lines).encode()
    return files


def test_the_copy_holds_every_page_and_what_pages_need_byte_for_byte(built: Path) -> None:
    files = unpacked(built)
    for path in built.rglob("*"):
        name = path.relative_to(built).as_posix()
        if path.is_file() and (path.suffix in {".html", ".css", ".js", ".svg", ".woff2"} or name.startswith("pack/")) and name != "sw.js":
            assert files[name] == path.read_bytes(), name
    assert [name for name in files if name.endswith((".pdf", ".csv", ".gz")) or name in {"sw.js", "data/framework.json"}] == []


def test_the_copy_is_lighter_than_3_3_megabytes(built: Path) -> None:
    """It grew by the law, situations, contacts, forms and the pages for editors: 1.5 MB were enough before them. A ready index, drawings, the lens on
    findings and the shorter pages beside long ones weigh 0.6 MB more."""
    (path,) = (built / "offline").glob("*.gz")
    assert path.stat().st_size < 3_300_000


@pytest.mark.builds
def test_the_copy_changes_its_name_when_any_page_changes_and_only_then(editions: tuple[Path, Path]) -> None:
    for site in editions:
        (path,) = (site / "offline").glob("*.gz")
        again = offline_files(site, WORKER)
        assert again[f"offline/{path.name}"] == path.read_bytes()
        assert f'"offline/{path.name}"' in (site / "sw.js").read_text("utf-8")
    names = {path.name for site in editions for path in (site / "offline").glob("*.gz")}
    assert len(names) == 2


def test_every_page_asks_for_the_copy_by_a_module_of_the_site(pages: dict[str, Element]) -> None:
    for url, page in pages.items():
        scripts = [one.attrs["src"] for one in page.all("script") if one.attrs.get("src", "").endswith("/offline/register.js")]
        assert len(scripts) == 1, url


# --- the network off ---


def test_after_one_visit_every_kind_of_page_opens_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    standard, role = framework.standards[3], framework.roles[1]
    with visitor(browser) as page:
        errors = list[str]()
        page.goto(f"{served}/")
        saved(page)
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
        saved(page)
        offline(page)
        for path in (f"/standards/{standard.number}/", f"/standards/{standard.id}", f"/standards/{standard.id}/?from=a-poster#actions"):
            page.goto(served + path)
            page.wait_for_url(f"**/standards/{standard.id}/**")
            assert standard.title in page.locator("h1").inner_text()


def test_search_answers_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    wanted = framework.current_actions[0]
    with visitor(browser) as page:
        page.goto(f"{served}/about/")
        saved(page)
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


def test_a_pack_is_made_changed_and_saved_with_the_network_off(browser: Browser, served: str, framework: Framework) -> None:
    one, two, role = framework.standards[3], framework.standards[5], framework.roles[2]
    with visitor(browser) as page:
        page.goto(f"{served}/")
        saved(page)
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
        saved(page)
        host.down = True
        for path in ("/downloads/full-text-standards-water.pdf", "/no/such/page/", "/constructor", "/%zz/"):
            page.goto(host.address + path)
            assert page.locator(SAVED).inner_text() == f"You are offline, and this page is not in the copy saved on {today()}."
            assert page.url == host.address + path
            assert page.evaluate("getComputedStyle(document.querySelector('header.top')).backgroundColor") == "rgb(12, 63, 76)"
        page.locator("main").get_by_role("link", name="standards").click()
        page.wait_for_url(f"{host.address}/standards/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()
        host.down = False
        page.reload()
        assert page.locator(SAVED).count() == 0


def test_a_host_that_does_not_answer_for_3_seconds_gives_way_to_the_copy(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved(page)
        host.wait = 8
        start = time.monotonic()
        page.goto(f"{host.address}/standards/water/")
        assert 2.5 < time.monotonic() - start < 6.5, "styles and scripts come from the same copy at once"
        assert page.locator(SAVED).inner_text() == f"You are reading a copy saved on {today()}. The connection is slow."


def test_an_old_copy_says_that_it_may_be_out_of_date(browser: Browser, host: Host) -> None:
    age = """async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const body = await (await cache.match(request)).blob();
          await cache.put(request, new Response(body, {headers: {'saved-on': '2026-01-05T12:00:00Z'}}));
        }
      }
    }"""
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved(page)
        page.evaluate(age)
        host.down = True
        cdp = page.context.new_cdp_session(page)
        cdp.send("ServiceWorker.enable")
        cdp.send("ServiceWorker.stopAllWorkers")  # a worker that starts again reads the copy anew
        page.goto(f"{host.address}/about/")
        assert page.locator(SAVED).inner_text() == "You are reading a copy saved on 5 January 2026. You are offline. It may be out of date."


def test_nothing_on_a_saved_page_moves_when_its_line_is_said(browser: Browser, host: Host) -> None:
    shifts = "new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved = (window.moved ?? 0) + one.value; })"
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved(page)
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
        first = saved(page)
        open_still = page.context.new_page()
        open_still.goto(f"{host.address}/pack/")
        host.folder = editions[1]
        page.goto(host.address + statement)
        assert NEW in page.locator("main").inner_text(), "with a network the new page comes at once"
        second = until(page, KEPT, lambda name: name not in {"", first})
        until(page, "caches.keys().then(names => names.length)", lambda count: count == 1)
        assert page.evaluate("caches.keys()") == [second]
        offline(page)
        page.goto(host.address + statement)
        assert NEW in page.locator("main").inner_text()
        assert "You are reading a copy" in page.locator(SAVED).inner_text()
        open_still.locator("input[name=standard]").first.check()
        open_still.locator(".pack-standard").wait_for()


def test_a_new_edition_that_comes_only_half_leaves_the_old_copy_in_place(browser: Browser, host: Host, editions: tuple[Path, Path]) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/actions/water-g1/")
        first = saved(page)
        host.folder, host.cut = editions[1], True
        page.goto(f"{host.address}/")
        until(page, "1", lambda _: sum(path.endswith(".gz") for path in host.asked) >= 2)
        page.wait_for_timeout(500)
        assert page.evaluate("caches.keys()") == [first]
        offline(page)
        page.goto(f"{host.address}/actions/water-g1/")
        assert OLD in page.locator("main").inner_text()
        offline(page, False)
        host.cut = False
        page.goto(f"{host.address}/")
        until(page, KEPT, lambda name: name not in {"", first})


def test_a_host_that_takes_the_compression_off_on_the_way_is_no_hindrance(browser: Browser, host: Host) -> None:
    host.unpacks = True
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        saved(page)
        offline(page)
        page.goto(f"{host.address}/standards/water/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()


def test_a_copy_that_the_browser_threw_away_is_saved_again(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/")
        name = saved(page)
        page.evaluate("name => caches.delete(name)", name)
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


# --- readers and browsers that want no copy ---


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
        assert [path for path in host.asked if path.endswith(".gz")] == []
        page.goto(f"{host.address}/offline/")
        until(page, "document.querySelector('[data-copy-said]').textContent !== ''")
        assert why in page.locator("[data-copy-said]").inner_text()
        page.get_by_role("button", name="Save a copy now").click()
        until(page, "document.querySelector('[data-copy-said]').textContent.includes('was saved on this device')")
        assert page.evaluate("document.activeElement.hasAttribute('data-copy-remove')")
        host.down = True
        page.goto(f"{host.address}/standards/water/")
        assert "You are reading a copy" in page.locator(SAVED).inner_text()


def test_a_copy_that_a_reader_removes_stays_away_until_they_ask(browser: Browser, host: Host) -> None:
    with visitor(browser) as page:
        page.goto(f"{host.address}/offline/")
        saved(page)
        until(page, "document.querySelector('[data-copy-said]').textContent.includes('was saved on this device')")
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
            asked.append(request)  # looked at afterwards: a call to the browser from here could wait for itself

        page.context.on("request", note)
        page.goto(f"{host.address}/")
        saved(page)
        assert {request.method for request in asked} == {"GET"}
        assert [url for url in (request.url for request in asked) if not url.startswith(f"{host.address}/") or "?" in url] == []
        assert sum(path.endswith(".gz") for path in host.asked) == 1
        assert page.context.cookies() == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_the_offline_page_or_on_a_saved_page(browser: Browser, host: Host, colours: str) -> None:
    with visitor(browser, color_scheme=colours, viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{host.address}/offline/")
        saved(page)
        until(page, "document.querySelector('[data-copy-said]').textContent.includes('was saved')")
        found = [one["id"] for one in axe(page)["violations"]]
        host.down = True
        for path in ("/standards/water/", "/no/such/page/"):
            page.goto(host.address + path)
            page.wait_for_timeout(700)
            found += [one["id"] for one in axe(page)["violations"]]
            assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert found == []
