"""How much the search fetches and how long it takes, at 1, 10 and 100 times the content, beside lunr.js on the same records in the same browser.

Run it on a built site: ``PYTHONPATH=hooks:tests .venv/bin/python -m bench.search site``. Not a test: nothing is asserted, and the figures are this machine's.
"""

from __future__ import annotations

import gzip
import http.server
import json
import statistics
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
import yaml
from playwright.sync_api import Page, Route, sync_playwright

from sds.commands.browser import browser as find_browser

QUERIES = [query["q"] for query in yaml.safe_load((Path(__file__).parent.parent / "search" / "queries.yaml").read_text("utf-8"))]
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
SLOWER = 4
NO_COLUMN = ("facets", "words")
"""What the records come with."""
TYPED = "direct paymant respite complaint"

KEYS = """() => {
  window.times = [];
  let pressed = 0;
  document.querySelector('#q').addEventListener('keydown', () => { pressed = performance.now(); }, true);
  const seen = () => { if (pressed) { times.push(performance.now() - pressed); pressed = 0; } };
  new MutationObserver(seen).observe(document.querySelector('[data-results]'), { childList: true });
}"""

OURS = """async ([queries, url]) => {
  const { makeIndex } = await import(new URL('../assets/js/search/index.js', location.href));
  const data = await (await fetch(url)).json();
  const start = performance.now();
  const index = await makeIndex(data);
  const made = performance.now() - start;
  const each = queries.map((query) => { const from = performance.now(); index.find(query); return performance.now() - from; });
  return { made, each };
}"""

PEER = """async ([queries, url]) => {
  const { facets, ...columns } = await (await fetch(url)).json();
  const start = performance.now();
  const index = lunr(function () {
    this.ref('id'); this.field('title', { boost: 2 }); this.field('names', { boost: 2 }); this.field('text'); this.field('also', { boost: 0.6 });
    const { title, names, text, also } = columns;
    columns.url.forEach((_, id) => this.add({ id, title: title[id], names: names[id].join(' . '), text: text[id], also: also[id] }));
  });
  const made = performance.now() - start;
  const each = queries.map((query) => {
    const from = performance.now();
    index.search(query.replace(/[:~^*+-]/g, ' ').split(/\\s+/).map((word) => `${word} ${word}~1`).join(' '));
    return performance.now() - from;
  });
  return { made, each, index: JSON.stringify(index) };
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def times_over(documents: dict[str, Any], times: int) -> str:
    """The same records ``times`` over, each copy with a word and an address of its own."""
    columns = {name: list(values) for name, values in documents.items() if name not in NO_COLUMN}
    for copy in range(1, times):
        for name, values in documents.items():
            if name == "url":
                columns[name] += [f"/copy{copy}{url}" for url in values]
            elif name == "title":
                columns[name] += [f"{title} Area{copy}" for title in values]
            elif name not in NO_COLUMN:
                columns[name] += values
    return json.dumps({**{name: documents[name] for name in NO_COLUMN}, **columns}, ensure_ascii=False, separators=(",", ":"))


def ms(values: list[float]) -> str:
    """The middle and the slowest of some times."""
    return f"{statistics.median(values):.1f} ms, at most {max(values):.1f}" if values else "none"


def answering(body: bytes) -> Callable[[Route], None]:
    """What gives these bytes to a request, in place of the site's own records."""

    def serve(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json")

    return serve


def typed(page: Page, address: str, slower: int, serve: Callable[[Route], None]) -> tuple[float, list[float]]:
    """Milliseconds from opening the page at a question to its answer, and from each key to its answer, with a processor so much slower."""
    page.context.clear_cookies()
    page.route("**/documents.json", serve)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto("about:blank")
    page.goto(f"{address}/search/?q=dp", wait_until="commit")
    page.wait_for_selector("[data-results] li", timeout=300_000)
    first: float = page.evaluate("performance.now()")
    page.evaluate(KEYS)
    page.locator("#q").fill("")
    for letter in TYPED:
        page.keyboard.press(letter if letter != " " else "Space")
        page.wait_for_timeout(40 * slower)
    found: list[float] = page.evaluate("times")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.unroute("**/documents.json")
    return first, found


def main(site: Path) -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://localhost:{server.server_address[1]}"
    documents = json.loads((site / "search" / "documents.json").read_text("utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        for times in (1, 10, 100):
            start = time.perf_counter()
            body = times_over(documents, times).encode()
            zipped = len(gzip.compress(body))
            took = time.perf_counter() - start
            print(f"\n{times} times the content: {len(documents['url']) * times:,} records, {len(body):,} bytes, {zipped:,} compressed ({took:.1f} s)")
            serve = answering(body)
            context = browser.new_context(service_workers="block", bypass_csp=True)
            page = context.new_page()
            page.route("**/scaled.json", serve)
            page.goto(f"{address}/search/")
            page.wait_for_timeout(1500)
            some = QUERIES if times < 100 else QUERIES[::10]
            ours = page.evaluate(OURS, [some, "scaled.json"])
            print(f"  index made in {ours['made']:.0f} ms; an answer {ms(ours['each'])}")
            if times < 100:
                page.add_script_tag(path=LUNR)
                peer = page.evaluate(PEER, [some, "scaled.json"])
                index = len(gzip.compress(peer["index"].encode()))
                print(f"  lunr.js: made in {peer['made']:.0f} ms; an answer {ms(peer['each'])}; its index alone {index:,} bytes compressed")
                ratio = statistics.median(ours["each"]) / statistics.median(peer["each"])
                print(f"  ours to lunr.js: bytes {zipped / index:.2f}, making {ours['made'] / peer['made']:.2f}, answer {ratio:.2f}")
            for slower in (1, SLOWER) if times < 100 else (1,):
                first, keys = typed(page, address, slower, serve)
                print(f"  page opened at a question, processor {slower}x slower: answer after {first:.0f} ms; key to answer {ms(keys)}")
            context.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
