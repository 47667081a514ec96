"""Rules for hand-written pages in the finished site: link targets exist, and each page has its own address."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from sds.markdown_pages.noted import typed
from sds.markdown_pages.source import NEWS
from sds.markdown_pages.written import HandWritten, Leads
from sds.model.urls import DOWNLOADS
from sds.paths import PAGES
from sds.problem import Problem, Replacement
from sds.rule import Example, rule
from sds.suggest import near

NEAR = 0.8
"""The least similarity of an existing address to be suggested: below this, suggestions are unrelated."""
ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class Placed:
    """The hand-written pages, the paths of the files ``beside`` them, and those of the files made from YAML (``generated``), all in the output folder."""

    pages: Sequence[HandWritten]
    beside: Collection[str]
    generated: Collection[str]


@dataclass(frozen=True)
class Finished:
    """The hand-written pages, and every file of the finished site by its path. In a ``preview``, links to PDFs are skipped, because it has no booklets.

    ``led_to`` are the anchors in pages to which the templates of other pages link, such as ``/about/#basis``.
    """

    pages: Sequence[HandWritten]
    files: Mapping[str, str | bytes]
    preview: bool
    led_to: Collection[str] = ()


@rule(
    "page-addresses-are-free",
    "Choose an address that no other page has",
    Example(f"{PAGES}/standards.md", f"{PAGES}/our-standards.md", f"{PAGES}/"),
    excepted=False,
)
def page_addresses_are_free(placed: Placed) -> Iterator[Problem]:
    """No page, and no file beside the pages, has the address of a page or a file that is made from the YAML, in capitals or small letters."""
    small = {path.lower() for path in placed.generated}  # some hosts and file systems ignore case
    instead = "Give this file another name."
    for page in placed.pages:
        if f"{page.url[1:]}index.html".lower() in small:
            yield Problem(page.path, 1, f"The address {page.url} belongs to a page made from the YAML.", instead)
    for path in placed.beside:
        if path.lower() in small:
            yield Problem(f"{PAGES}/{path}", 1, f"The address /{path} belongs to a file made from the YAML.", instead)


@rule(
    "page-links-lead-somewhere",
    "Link to what is there",
    Example("See [the water standard](~/standards/watter/).", "See [the water standard](~/standards/water/).", NEWS),
    excepted=False,
)
def page_links_lead_somewhere(finished: Finished) -> Iterator[Problem]:
    """A link within this site leads to a page, a place on a page or a file that is there, and so does the address of a picture. A place to which other
    pages of the site lead keeps its name."""
    files, by_url = finished.files, {page.url: page for page in finished.pages}
    for url, _, anchor in sorted(place.partition("#") for place in finished.led_to):
        if url in by_url and anchor not in ID.findall(by_url[url].written.html):
            wrong = f'Other pages of this site lead to the place "#{anchor}" of this page, and it is not there.'
            meant = near(anchor, [id for id in ID.findall(by_url[url].written.html) if f"{url}#{id}" not in finished.led_to])
            told = f"Write {{#{anchor}}} in place of {{#{meant}}}" if meant else f"Write it behind the heading of that place, as in ## ... {{#{anchor}}}"
            yield Problem(by_url[url].path, by_url[url].above + 1, wrong, told)
    for page in by_url.values():
        for link in page.written.links:
            target, _, anchor = link.to.removeprefix("~").partition("#")
            target = unquote(target.partition("?")[0]) or page.url
            path = f"{target[1:]}index.html" if target.endswith("/") else target[1:]
            if finished.preview and path.startswith(f"{DOWNLOADS}/"):
                continue
            if path not in files:
                meant = _nearest(link, files, by_url)
                wrong = f'The {"picture" if link.picture else "link"} "{link.written}" {"is not there" if link.picture else "is broken"}.'
                instead = f"Write {meant}" if meant else _instead(link, page.path)
                yield Problem(page.path, link.line, wrong, instead, replacement=_mended(link, meant))
            elif anchor and path.endswith(".html"):
                if target in by_url and unquote(anchor) in ID.findall(by_url[target].written.html):
                    continue  # a hand-written page is checked in its source, so it need not be rendered
                ids = ID.findall(str(files[path]))
                if unquote(anchor) not in ids:
                    before = link.written.partition("#")[0]
                    close = difflib.get_close_matches(anchor, ids, n=1)
                    meant = f"{before}#{close[0]}" if close else before
                    instead = f"Write {meant}" if meant else "Delete the link."
                    wrong = f'The page of the link "{link.written}" has no place "#{anchor}".'
                    yield Problem(page.path, link.line, wrong, instead, replacement=_mended(link, meant))


def _mended(link: Leads, meant: str) -> Replacement | None:
    """The line with the address ``meant`` in place of the broken one; None if the line does not have that exactly once."""
    line, times = re.subn(typed(link.written), lambda _: meant, link.on)
    return Replacement(link.line, link.line, (link.on,), line) if meant and times == 1 else None


def _instead(link: Leads, page: str) -> str:
    """What to do about a broken address without a similar one."""
    if link.picture:
        return f"Save the picture in {PurePosixPath(page).parent.as_posix()}/, beside this page, and write the name of its file: ![what it shows](name.png)"
    return "Open the page you mean, and write its address from the root of this site with ~ before it, as in ~/standards/"


def _nearest(link: Leads, files: Mapping[str, str | bytes], pages: Mapping[str, HandWritten]) -> str:
    """The existing address nearest to a broken one, or an empty string."""
    if link.picture:
        name = link.to.rpartition("/")[2]
        there = next((path for path in files if path.lower() == unquote(link.to).removeprefix("~").lstrip("/").lower()), "")
        return f"{link.written.removesuffix(name)}{there.rpartition('/')[2]}" if there and link.written.endswith(name) else ""
    address, _, _ = link.written.partition("#")
    addresses = {f"~/{path.removesuffix('index.html')}" for path in files if path.endswith("/index.html") or not path.endswith(".html")} | {"~/"}
    if not re.search(r"\d", address):  # an address with a number is hardly a misspelling
        addresses = {one for one in addresses if not re.search(r"/\d+/$", one)}
    names = {page.path.removeprefix(f"{PAGES}/") for page in pages.values()}
    meant = address if address.startswith("~") else link.to.partition("#")[0]
    close = difflib.get_close_matches(address.lower(), names, 1, NEAR) or difflib.get_close_matches(meant, sorted(addresses), 1, NEAR)
    return close[0] if close else ""
