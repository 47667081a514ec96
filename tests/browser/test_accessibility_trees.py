"""Compares the accessibility trees (what a screen reader is told) of five key pages with reviewed snapshots, so that somebody looks at each change.

The pages are those of the small framework, so that the snapshots change with the templates and not with every sentence of the real content.
"""

from __future__ import annotations

import difflib
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import opened, until
from helpers import DATA, ROOT, SETTINGS
from sds.build import Site, build
from sds.output.files import write_files
from sds.progress import SILENT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = {
    "home": "/",
    "standard": "/standards/water/",
    "situation": "/situations/dry-tap/",
    "easy-page": "/easy-read/standards/water/",
    "search": "/search/?q=tap",
}
TREES = DATA / "accessibility-trees"
RENEW = "RENEW_TREES"
"""Set this environment variable to write the snapshots again."""
ASK = f"""\
What a screen reader is told of this page has changed. Lines with - were told before, lines with + are told now.
Read the new lines aloud: is each name what the thing is for, and does each stand where it belongs? If so, write it with
  {RENEW}=1 .venv/bin/python -m pytest tests/browser/test_accessibility_trees.py -n 0
and look at tests/data/accessibility-trees in the change that you send."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served_from(folder: Path) -> Iterator[str]:
    """Serves a folder while the block runs; gives the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_screen_reader_is_told_of_key_pages_what_was_reviewed(browser: Browser, small_easy_read: Path, tmp_path: Path) -> None:
    (small_easy_read / "overrides").symlink_to(ROOT / "overrides")
    site = build(small_easy_read, SETTINGS)
    assert isinstance(site, Site), "\n".join(map(str, site))
    write_files(site.files, tmp_path / "site", SILENT)
    changed = []
    with served_from(tmp_path / "site") as address, opened(browser) as page:
        for name, path in PAGES.items():
            page.goto(address + path, wait_until="load")
            until(page, "document.querySelector('button[data-colours]')?.hidden !== true")
            if name == "search":
                until(page, "document.querySelectorAll('[data-results] > ol > li').length > 0")
            kept, now = TREES / f"{name}.yaml", page.locator("body").aria_snapshot().replace(address, "") + "\n"
            if os.environ.get(RENEW):
                kept.parent.mkdir(exist_ok=True)
                kept.write_text(now, "utf-8")
            before = kept.read_text("utf-8") if kept.exists() else ""
            if now != before:
                changed += [f"{path}:", *difflib.unified_diff(before.splitlines(), now.splitlines(), "reviewed", "now", lineterm="", n=2)]
    if changed:
        pytest.fail("\n".join([ASK, *changed]), pytrace=False)
