"""What a page is, before it is rendered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sds.model.framework import Framework, Standard
from sds.model.urls import url_of


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the site-relative address it leads to."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its address, what its head says, where it stands, and what its template is given.

    ``edit`` is the file, relative to the project, that an editor changes to change the page. ``section`` is
    the entry of the main menu that the page belongs to. ``twin`` is the address of the same thing in easy read or, on
    an easy-read page, of the full page. ``leave`` says that the page has a way to leave it at once. ``part_of`` is the address of
    the page that holds all this and more, where there is one: the search leads there.
    """

    url: str
    template: str
    title: str
    description: str
    edit: str
    line: int = 1
    crumbs: tuple[Link, ...] = ()
    previous: Link | None = None
    next: Link | None = None
    section: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    twin: str = ""
    leave: bool = False
    part_of: str = ""

    @property
    def path(self) -> str:
        """Where the page is written, relative to the site's folder."""
        return f"{self.url[1:]}index.html" if self.url.endswith("/") else self.url[1:]


HOME = Link("Home", "/")
EASY_HOME = Link("Easy read", "/easy-read/")


def easy_more(framework: Framework) -> Link:
    """The page of what the first page of easy read has no room for."""
    return Link(framework.easy_menus.more, "/easy-read/more/")


def shorten(text: str, most: int = 155) -> str:
    """``text`` cut at a word to at most ``most`` characters, as a search engine shows it."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def sentences(*parts: str) -> str:
    """Some parts, each a sentence or what becomes one, without those that are empty."""
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def uncapitalise(text: str) -> str:
    """``text`` as it goes on in a sentence: its first letter small, and the rest as it was. Letters that stand for words, as in NHS, stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def tools_counted(number: int) -> str:
    """``120 tools and resources``, ``1 tool or resource``; without their number where there are none."""
    return "1 tool or resource" if number == 1 else f"{number or ''} tools and resources".strip().capitalize()


def named(standard: Standard) -> str:
    """A standard as a link names it."""
    return f"{standard.number}. {standard.short}"


def twin_of(framework: Framework, kind: str, id: str) -> str:
    """The address of a record's easy-read twin, or an empty string."""
    twin = f"{kind}/{id}"
    return url_of(framework, "easy_read", twin) if framework.has("easy_read", twin) else ""


def list_twin(framework: Framework, kind: str) -> str:
    """The address of the easy-read list of a kind, or an empty string."""
    return f"/easy-read/{kind}/" if any(page.kind == kind for page in framework.easy_read) else ""


def around(all: Sequence[Link], position: int) -> tuple[Link | None, Link | None]:
    """The link before and the link after the one at ``position``."""
    return (all[position - 1] if position else None, all[position + 1] if position + 1 < len(all) else None)
