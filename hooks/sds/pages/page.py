"""The class of a page before it is rendered, and small functions for its texts and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sds.model.framework import Framework, Standard
from sds.model.urls import url_of


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, and its address as a path from the root of the site."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its address, its title and description, its place in the site, and the ``data`` for its template.

    ``edit`` is the source file of the page, relative to the project, and ``line`` the line in it. ``section`` is the entry of the main menu that the page
    belongs to. ``twin`` is the address of the easy-read version or, on an easy-read page, of the full page. ``leave`` says whether the page has a button to
    leave the site quickly. ``part_of`` is the address of a page that has all the content of this page and more: search results lead there instead.
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
        """The path of its HTML file in the output folder."""
        return f"{self.url[1:]}index.html" if self.url.endswith("/") else self.url[1:]


HOME = Link("Home", "/")
EASY_HOME = Link("Easy read", "/easy-read/")


def easy_more(framework: Framework) -> Link:
    """The link to the page with the choices for which the easy-read home page has no room."""
    return Link(framework.easy_menus.more, "/easy-read/more/")


def shorten(text: str, most: int = 155) -> str:
    """``text`` cut after a word to at most ``most`` characters, about as many as search engines show."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def sentences(*parts: str) -> str:
    """The non-empty ``parts`` joined, each with a full stop if it has no mark at its end."""
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def tools_counted(number: int) -> str:
    """``120 tools and resources``, ``1 tool or resource``, or, for 0, ``Tools and resources``."""
    return "1 tool or resource" if number == 1 else f"{number or ''} tools and resources".strip().capitalize()


def named(standard: Standard) -> str:
    """The text of a link to a standard: its number and short title."""
    return f"{standard.number}. {standard.short}"


def twin_of(framework: Framework, kind: str, id: str) -> str:
    """The address of the easy-read page of a record, or an empty string."""
    twin = f"{kind}/{id}"
    return url_of(framework, "easy_read", twin) if framework.has("easy_read", twin) else ""


def list_twin(framework: Framework, kind: str) -> str:
    """The address of the easy-read list of a kind, or an empty string."""
    return f"/easy-read/{kind}/" if any(page.kind == kind for page in framework.easy_read) else ""


def neighbours(all: Sequence[Link], position: int) -> tuple[Link | None, Link | None]:
    """The link before and the link after the one at ``position``, or None at the ends."""
    return (all[position - 1] if position else None, all[position + 1] if position + 1 < len(all) else None)
