"""Measures what a page costs on a phone, compared with stock Material for MkDocs with the same words, in the same run: bytes, requests, layout shift and
blocking time.

Run it in the project's folder: ``PYTHONPATH=hooks:tests .venv/bin/python -m bench.pages``. With ``--lighthouse`` it also gives the four scores of
https://www.npmjs.com/package/lighthouse, which it installs from npm for this run. It builds and publishes the site first, unless you give the folder of
a published site as an argument. Nothing is asserted. nginx serves both sites compressed with gzip.
Material's typeface comes from Google Fonts: where this machine cannot reach it, Material's bytes and requests are fewer than readers get.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import posixpath
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from bench.build import ROOT, VARIABLES, peer_of
from bench.measured import measured
from browsing import until
from hosting import served_by_nginx
from sds.commands.arguments import program
from sds.commands.browser import find_browser
from sds.output.compressed import TEXTS
from sds.output.holding import site_files

PAGES: Mapping[str, str] = {
    "home": "",
    "standard": "standards/independent-support/",
    "standard with complaints": "standards/accountability/",
    "role": "roles/practitioners/",
    "statement": "actions/independent-support-s1/",
    "easy read": "easy-read/standards/independent-support/",
    "resources": "resources/",
    "situation": "situations/complain/",
    "search": "search/?q=budget",
}
SERVED_AS = "location / { charset utf-8; gzip_static on; gzip_vary on; }\n"
SLOWER = 4
PHONE: ViewportSize = {"width": 412, "height": 823}
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Latency in milliseconds, and bytes per second: 1.6 Mbit/s, as Lighthouse simulates for a phone."""
SEEN = """window.seen = { shift: 0, tasks: [] };
new PerformanceObserver((all) => { for (const one of all.getEntries()) if (!one.hadRecentInput) seen.shift += one.value; })
  .observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((all) => { for (const one of all.getEntries()) seen.tasks.push([one.startTime, one.duration]); })
  .observe({ type: "longtask", buffered: true });"""
AT_REST = """document.readyState === 'complete' &&
  performance.now() - Math.max(...performance.getEntriesByType('resource').map((one) => one.responseEnd), ...seen.tasks.map(([at, took]) => at + took)) > 800"""
FOUND = """(() => {
  const got = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  return [got.reduce((sum, one) => sum + one.encodedBodySize, 0), got.length, seen.shift,
          seen.tasks.filter(([at]) => at >= painted).reduce((sum, [, took]) => sum + took - 50, 0), Math.max(0, ...seen.tasks.map(([, took]) => took))];
})()"""
LIGHTHOUSE = "lighthouse@12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class View:
    """``bytes``: of response bodies as transferred; ``shift``: CLS; ``blocked``: total blocking time, the milliseconds beyond 50 of tasks after the first
    paint; ``longest``: milliseconds of the longest task."""

    bytes: int
    requests: int
    shift: float
    blocked: float
    longest: float


def view(browser: Browser, address: str) -> View:
    """Opens an address with an empty cache, on a phone simulated as four times slower than this machine, and waits until nothing more loads."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    try:
        page = context.new_page()
        told = context.new_cdp_session(page)
        told.send("Network.enable")
        told.send("Network.emulateNetworkConditions", SLOW_LINE)
        told.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.add_init_script(SEEN)
        page.goto(address, wait_until="load")
        until(page, AT_REST)
        return View(*page.evaluate(FOUND))
    finally:
        context.close()


def least(views: Sequence[View]) -> View:
    """The smallest of each figure from several views of a page, because what a busy machine adds is not the page's cost."""
    return View(*(min(getattr(one, name) for one in views) for name in View.__dataclass_fields__))


def scores(program: str, address: str) -> list[int]:
    """Lighthouse's scores for a page on a phone, out of 100, in each of the four categories."""
    flags = ("--chrome-flags=--headless --no-sandbox", f"--only-categories={','.join(CATEGORIES)}", "--output=json", "--quiet")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))  # the folder with node
    variables = {**os.environ, "CHROME_PATH": str(find_browser()), "PATH": path}
    done = subprocess.run((program, address, *flags), env=variables, capture_output=True, text=True, check=True)
    return [round((json.loads(done.stdout)["categories"][name]["score"] or 0) * 100) for name in CATEGORIES]


@contextmanager
def both(site: Path) -> Iterator[dict[str, str]]:
    """The addresses of this site and of Material's, while the block runs."""
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = Path(folder, "ours"), Path(folder, "material")
        shutil.copytree(
            site, ours, copy_function=os.link if site.stat().st_dev == Path(folder).stat().st_dev else shutil.copy, ignore=shutil.ignore_patterns("*.br")
        )
        peer_of(site, peer)
        measured([sys.executable, "-m", "mkdocs", "build", "--quiet"], peer, VARIABLES)
        for path in site_files(peer / "site"):
            if posixpath.splitext(path)[1] in TEXTS:
                (peer / "site" / f"{path}.gz").write_bytes(gzip.compress((peer / "site" / path).read_bytes(), 9, mtime=0))
        (peer / "site/nginx.conf").write_text(SERVED_AS, "utf-8")
        with served_by_nginx(ours, Path(folder, "one")) as one, served_by_nginx(peer / "site", Path(folder, "other")) as other:
            yield {"ours": one, "Material": other}


def published(folder: Path) -> Path:
    """Builds and publishes the current site into a folder."""
    site, variables = folder / "site", {**os.environ, "SITE_URL": "https://bench.example/", "REPO_URL": "https://bench.example/files/", "PYTHONPATH": "hooks"}
    subprocess.run((sys.executable, "-m", "sds", "build", "--publish", "--no-mkdocs", site), cwd=ROOT, env=variables, check=True, stdout=subprocess.DEVNULL)
    return site


def lighthouse_in(folder: Path) -> str:
    """Installs Lighthouse from npm into a folder, and returns its path."""
    subprocess.run((program("npm"), "install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", LIGHTHOUSE), check=True)
    return str(folder / "node_modules/.bin/lighthouse")


def main(site: Path, rounds: int, lighthouse: str) -> None:
    """Prints a row for each page of each site. Rows of this site begin with its bytes and longest task as ratios to Material's."""
    print("| page | side | bytes, of Material | KB | requests | CLS | blocked, ms | longest task, ms |" + " Lighthouse |" * bool(lighthouse))
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |" + " --- |" * bool(lighthouse))
    with both(site) as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        for kind, path in PAGES.items():
            turns = [{side: view(browser, f"{address}/{path}") for side, address in addresses.items()} for _ in range(rounds)]
            found = {side: least([turn[side] for turn in turns]) for side in addresses}
            scored = [{side: scores(lighthouse, f"{address}/{path}") for side, address in addresses.items()} for _ in range(rounds * bool(lighthouse))]
            for side, one in found.items():
                ratio = f"{one.bytes / found['Material'].bytes:.2f}"
                cells = [kind, side, ratio, f"{one.bytes / 1000:.1f}", f"{one.requests}", f"{one.shift:.3f}", f"{one.blocked:.0f}", f"{one.longest:.0f}"]
                cells += [" ".join(str(round(statistics.median(some))) for some in zip(*(turn[side] for turn in scored), strict=True))] * bool(lighthouse)
                print(f"| {' | '.join(cells)} |", flush=True)
        browser.close()


if __name__ == "__main__":
    parse = argparse.ArgumentParser(description=__doc__)
    parse.add_argument("site", type=Path, nargs="?", help="a published site; built where none is named")
    parse.add_argument("--rounds", type=int, default=3, help="how often each page is opened")
    parse.add_argument("--lighthouse", action="store_true", help="also the scores of Lighthouse, the middle of so many rounds")
    given = parse.parse_args()
    with tempfile.TemporaryDirectory() as place:
        at = given.site.resolve() if given.site else published(Path(place))
        main(at, given.rounds, lighthouse_in(Path(place)) if given.lighthouse else "")
