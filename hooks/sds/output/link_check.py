"""Walks a finished site: does every link and every anchor in it lead somewhere?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

BASE = "http://site/"


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """A link on ``page`` that leads nowhere."""

    page: str
    link: str

    def __str__(self) -> str:
        return f'{self.page}: "{self.link}" leads nowhere.'


@dataclass
class _Anchors(HTMLParser):
    """Collects a page's links and ids."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's own names)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src"} and value is not None:
                self.links.append(value)


def broken_links(site: Path) -> list[Broken]:
    """Every link or anchor inside the site in folder ``site`` that leads nowhere, in order of page."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return sorted(broken for page, anchors in pages.items() for broken in _broken_on(page, anchors, pages, files))


def _read(path: Path) -> _Anchors:
    anchors = _Anchors()
    anchors.feed(path.read_text("utf-8"))
    return anchors


def _broken_on(page: str, anchors: _Anchors, pages: dict[str, _Anchors], files: set[str]) -> Iterator[Broken]:
    for link in dict.fromkeys(anchors.links):
        if page == "404.html" or urlsplit(link).scheme or link.startswith("//"):
            continue  # other sites; and the 404 page, whose links start from the address the site is published at
        target, anchor = urldefrag(urljoin(BASE + page, link))
        path = unquote(target.removeprefix(BASE).partition("?")[0])
        path = f"{path}index.html" if path.endswith("/") or not path else path
        if path not in files or (anchor and path in pages and unquote(anchor) not in pages[path].ids):
            yield Broken(page, link)
