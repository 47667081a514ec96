"""Fixtures: the real data, the real site built once and served, one browser, and a small made-up framework."""

from __future__ import annotations

import gc
import http.server
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import opened, until
from helpers import DATA, ROOT, Element, edit, is_redirect, make_folder_once, mkdocs, parse_html, with_booklet_cache, with_theme
from hosting import served_by_nginx
from retries import tell_what_was_tried_twice
from sds.commands.browser import find_browser
from sds.model.framework import Framework
from sds.output.host_files import host_files
from sds.paths import EASY_READ, EASY_WORDS, SPINE
from sds.project import EarlierRun
from sds.reading.load import Loaded, load
from tiers import (  # noqa: F401 (pytest looks for hooks and fixtures here)
    properties,
    pytest_addoption,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_sessionfinish,
    pytest_testnodedown,
    pytest_xdist_auto_num_workers,
    sample,
    tell_what_was_left_out,
)

DOORS = """\
front_doors:
  on_home: [dry-tap]
  complaints: dry-tap
  not_safe: dry-tap
situation_groups:
  - id: taps
    title: It is about water
    situations: [dry-tap]
decisions:
  - {id: taps-open, title: When are the taps opened?, who: The parish decides., provision: bylaw-s3, situation: dry-tap}
"""
"""The part of the small framework's spine that concerns situations."""

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest_plugins = ("evaluation_fixtures",)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The real data, with any problems. As in ``check``, files that did not change since the last run come from the cache."""
    earlier = EarlierRun(ROOT)
    return load(ROOT, earlier.parsed.parse, earlier.records.read)


@pytest.fixture(scope="session")
def framework(loaded: Loaded) -> Framework:
    """The real framework. Fails if the data has errors."""
    assert loaded.framework is not None, "\n".join(map(str, loaded.problems))
    return loaded.framework


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once with ``mkdocs build --strict``."""

    def make(site: Path) -> None:
        done = mkdocs(ROOT, "build", "--strict", "-d", site)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stderr, done.stderr

    return make_folder_once(tmp_path_factory, "real-site", make)


@contextmanager
def gc_frozen() -> Iterator[None]:
    """Turns garbage collection off in the block, and afterwards exempts what was created from it: these objects stay until the run ends."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def all_pages(built: Path) -> dict[str, Element]:
    """Every page of the real site as a tree of elements, by address."""
    found = {}
    with gc_frozen():
        for path in sorted(built.rglob("*.html")):
            url = "/" + path.relative_to(built).as_posix().removesuffix("index.html")
            found[url] = parse_html(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def pages(all_pages: dict[str, Element]) -> dict[str, Element]:
    """The pages with content, without redirects."""
    return {url: page for url, page in all_pages.items() if not is_redirect(page)}


@pytest.fixture(scope="session")
def redirects(all_pages: dict[str, Element]) -> dict[str, Element]:
    """The pages that only redirect."""
    return {url: page for url, page in all_pages.items() if is_redirect(page)}


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a static host does, with the site's 404 page for unknown addresses."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # a browser that leaves a page closes the connection
            super().copyfile(source, outputfile)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def published(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site with the files for hosts (``build --publish``), made once."""

    def make(folder: Path) -> None:
        shutil.copytree(built, folder, copy_function=os.link)
        for path, content in host_files(folder, "https://sds-standards.example/"):
            (folder / path).write_bytes(content)

    return make_folder_once(tmp_path_factory, "published-site", make)


@pytest.fixture(scope="session")
def served(built: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site on a local server, without the slash at the end. In the tier "all", nginx serves the published site."""
    if request.config.getoption("tier") == "all":
        with served_by_nginx(request.getfixturevalue("published"), tmp_path_factory.mktemp("nginx")) as address:
            yield address
        return
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(built)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium browser, started once for the run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield browser
        browser.close()


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A new wide window with empty storage."""
    with opened(browser) as page:
        yield page


@pytest.fixture
def go(served: str) -> Callable[[Page, str], None]:
    """A function that opens an address of the site and waits until its scripts have run."""

    def go(page: Page, path: str) -> None:
        page.goto(served + path, wait_until="load")
        until(page, "document.querySelector('button[data-colours]').hidden === false")
        until(page, "!document.querySelector('[data-ticks][hidden], [data-compare][hidden]')")

    return go


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A fresh copy of a small valid framework about a shared garden."""
    return with_booklet_cache(Path(shutil.copytree(DATA / "small", tmp_path / "small")))


@pytest.fixture
def small_situations(small: Path) -> Path:
    """The small framework with a situation, contacts and an accessibility statement. It breaks no rule."""
    shutil.copytree(DATA / "small-situations", small / "content", dirs_exist_ok=True)
    (small / "content/pages/accessibility.md").unlink()  # here, this page is generated from data
    edit(small, SPINE, "\ngroups:\n", f"\n{DOORS}groups:\n")
    edit(small, SPINE, '  action_words_most: "20"\n', '  action_words_most: "20"\n  contact_pages_since: "2020"\n')
    return small


@pytest.fixture
def small_easy_read(small_situations: Path) -> Path:
    """The small framework with a situation, contacts, easy-read pages, the real word lists, and one role that starts in easy read. It breaks no rule."""
    small = small_situations
    shutil.copytree(DATA / "small-easy-read", small / EASY_READ)
    shutil.copytree(ROOT / EASY_WORDS, small / EASY_WORDS)
    edit(small, SPINE, "    begins_with: [You can, Ask]\n", '    begins_with: [You can, Ask]\n    easy_first: "yes"\n')
    return small


@pytest.fixture
def project(small: Path) -> Path:
    """The small framework with the real templates and settings, ready to build. No statement is withdrawn."""
    return in_force(with_theme(small))


@pytest.fixture
def built_project(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """The same with its built site in ``site``, for tests of what a build does with an earlier site. It is built once, and each test gets a copy."""

    def make(folder: Path) -> None:
        done = mkdocs(in_force(with_theme(Path(shutil.copytree(DATA / "small", folder)))), "build", "--strict")
        assert done.returncode == 0, done.stderr

    return Path(shutil.copytree(make_folder_once(tmp_path_factory, "small-site", make), tmp_path / "built", symlinks=True))


def in_force(project: Path) -> Path:
    """Removes the withdrawal from the small framework's withdrawn statement."""
    file = project / "content/standards/paths.yaml"
    file.write_text(re.sub(r"      (status|reason): .*\n", "", file.read_text("utf-8")), "utf-8")
    return project


def pytest_collection_finish() -> None:
    """Exempts the loaded modules and tests from garbage collection: together with the parsed pages, each collection would take a second."""
    gc.freeze()


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """A function that adds a measured figure to the report at the end of the run."""
    return partial(record_property, "told")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if told := [str(text) for name, text in properties(terminalreporter) if name == "told"]:
        terminalreporter.section("measured")
        for text in told:
            terminalreporter.line(text)
    tell_what_was_tried_twice(terminalreporter)
    tell_what_was_left_out(terminalreporter, config)
