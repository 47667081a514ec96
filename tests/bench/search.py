"""Measures how much the search downloads and how long it takes, with 1, 10 and 100 times the content. Only the index is made larger; the page is that of the
built site.

Run it on a built site: ``PYTHONPATH=hooks:tests .venv/bin/python -m bench.search site``. Nothing is asserted, and the figures hold for this machine.
Bytes are those of a host that compresses with gzip.
"""

from __future__ import annotations

import dataclasses
import gzip
import http.server
import statistics
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlsplit

import yaml
from playwright.sync_api import Browser, Page, Response, Route, sync_playwright

from sds.commands.browser import find_browser
from sds.config.published import settings
from sds.config.read import read_config
from sds.model.links import links_of
from sds.project import read_project
from sds.search.documents import entries, facets
from sds.search.entry import told_words
from sds.search.pieces import Entry, search_files

ROOT = Path(__file__).parent.parent.parent
QUERIES: list[str] = [query["q"] for query in yaml.safe_load((ROOT / "tests/search/queries.yaml").read_text("utf-8"))]
FIRST = ("direct payment", *QUERIES[::30])
LATER = QUERIES[5::30]
TYPED = "direct paymant respite complaint"
SLOWER = 4
TIMES = (1, 10, 100)
BUSY = "document.querySelector('[data-results]').ariaBusy === 'true'"
KEYS = """() => {
  window.times = [];
  let pressed = 0;
  document.querySelector('#q').addEventListener('keydown', () => { pressed = performance.now(); }, true);
  const seen = () => { if (pressed) { times.push(performance.now() - pressed); pressed = 0; } };
  new MutationObserver(seen).observe(document.querySelector('[data-results]'), { childList: true });
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def times_over(some: Sequence[Entry], times: int) -> Iterator[Entry]:
    """The same records ``times`` over, by kind. Each copy has an extra word and an address of its own."""
    for kind in dict.fromkeys(one.searched.kind for one in some):
        for copy in range(times):
            for one in (one for one in some if one.searched.kind == kind):
                title = f"{one.searched.title} Area{copy}" if copy else one.searched.title
                url = f"/copy{copy}{one.shown['url']}" if copy else one.shown["url"]
                yield dataclasses.replace(one, searched=dataclasses.replace(one.searched, title=title), shown={**one.shown, "title": title, "url": url})


class Sizes:
    """The compressed sizes of the files that a page has received since the last :meth:`take`."""

    def __init__(self, page: Page) -> None:
        self._found: dict[str, int] = {}
        page.on("response", self._note)

    def _note(self, response: Response) -> None:
        if response.status == 200:
            body = response.body()
            self._found[response.url] = len(body) if response.url.endswith("woff2") else len(gzip.compress(body))

    def take(self) -> tuple[int, int]:
        """The total bytes, and the number of files."""
        found = sum(self._found.values()), len(self._found)
        self._found.clear()
        return found


def serve(files: Mapping[str, str], route: Route) -> None:
    """Answers a request for a file of the index from ``files``, and any other request from the site."""
    text = files.get(urlsplit(route.request.url).path[1:])
    if text is not None:
        route.fulfill(body=text, content_type="application/json")
    elif route.request.url.endswith(".json"):
        route.fulfill(status=404)
    else:
        route.continue_()


def answered(page: Page, words: str) -> None:
    """Waits until the results for a query are shown."""
    there = f"!({BUSY}) && document.querySelector('[data-heading]').textContent.includes({words[:50]!r})"
    page.wait_for_function(there, timeout=300_000)
    page.wait_for_timeout(100)


def bytes_told(browser: Browser, address: str, files: Mapping[str, str]) -> None:
    """Prints the bytes of the first and of later queries."""
    first, later = [], []
    for words in FIRST:
        context = browser.new_context(service_workers="block", bypass_csp=True)
        page = context.new_page()
        page.route("**/search/**", partial(serve, files))
        sizes = Sizes(page)
        page.goto(f"{address}/search/?q={quote(words)}")
        answered(page, words)
        first.append(sizes.take())
        if words == FIRST[-1]:
            for other in LATER:
                page.locator("#q").fill(other)
                answered(page, other)
                later.append(sizes.take())
        context.close()
    for name, some in (("first", first), ("later", later)):
        sums, counts = [one for one, _ in some], [count for _, count in some]
        print(f"  {name} answer: {statistics.median(sums):,.0f} bytes (at most {max(sums):,}) in {statistics.median(counts):.0f} files (at most {max(counts)})")


def times_told(browser: Browser, address: str, files: Mapping[str, str]) -> None:
    """Prints the time from opening the page with a query to its results, and from each key press to the results when the index is loaded."""
    for slower in (1, SLOWER):
        context = browser.new_context(service_workers="block", bypass_csp=True)
        page = context.new_page()
        page.route("**/search/**", partial(serve, files))
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(f"{address}/search/?q=dp", wait_until="commit")
        page.wait_for_selector("[data-results] li", timeout=300_000)
        opened: float = page.evaluate("performance.now()")
        for run in range(2):
            page.locator("#q").fill("")
            if run:
                page.evaluate(KEYS)
            for letter in TYPED:
                page.keyboard.press(letter if letter != " " else "Space")
                page.wait_for_timeout(60 * slower)
            answered(page, TYPED)
        keys: list[float] = page.evaluate("times")
        key = f"{statistics.median(keys):.0f} ms, at most {max(keys):.0f}"
        print(f"  processor {slower}x slower: first answer after {opened:.0f} ms; key to answer {key} ({len(keys)} keys)")
        context.close()


def main(site: Path) -> None:
    config, _ = read_config(ROOT)
    project = read_project(ROOT, settings(config))
    assert not isinstance(project, list), project
    framework = project.framework
    some = entries(framework, links_of(framework), project.plan, project.by_hand)
    ids = {facet: [id for id, _ in values] for facet, values in facets(framework).items()}
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://localhost:{server.server_address[1]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        for times in TIMES:
            start = time.perf_counter()
            files = search_files([*times_over(some, times)], ids, told_words(framework), "search")
            print(
                f"\n{times} times the content: {len(some) * times:,} records in {len(files):,} files, made in {time.perf_counter() - start:.0f} s", flush=True
            )
            bytes_told(browser, address, files)
            times_told(browser, address, files)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
