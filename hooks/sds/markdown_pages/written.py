"""The classes of a rendered hand-written page and its links."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leads:
    """The address of a link or picture: as written, its target (``~/about/#basis``, ``#basis``), and the number and text of its line."""

    written: str
    to: str
    line: int
    picture: bool
    on: str


@dataclass(frozen=True, slots=True)
class Written:
    """The rendered content of a page. In links of ``html``, ``~/`` is the root of the site."""

    html: str
    headings: tuple[str, ...]
    links: tuple[Leads, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWritten:
    """A hand-written page: its file (relative to the project), its address, title, description and content."""

    path: str
    url: str
    title: str
    description: str
    written: Written
    draft: bool = False
    """Whether the page is a draft, which only a preview shows."""
    above: int = 0
    """The number of lines in the file before the Markdown."""
    changed: str = ""
    """The date of the last change, as text, from a plugin of MkDocs; else an empty string."""
