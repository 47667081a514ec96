"""What a hand-written page says, as Markdown has made it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leads:
    """A link or a picture's address: as it is written, where it leads (``~/about/#basis``, ``#basis``), and the number and words of its line."""

    written: str
    to: str
    line: int
    picture: bool
    on: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a page says. Links in ``html`` are written as templates write them: ``~/about/`` is from the root of the site."""

    html: str
    headings: tuple[str, ...]
    links: tuple[Leads, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWritten:
    """One page: its file, relative to the project, its address, and what it says."""

    path: str
    url: str
    title: str
    description: str
    written: Written
    draft: bool = False
    """Whether only a preview shows it."""
    above: int = 0
    """How many lines of the file come before its Markdown."""
    changed: str = ""
    """When it was last changed, in words, where a plugin of MkDocs has said so."""
