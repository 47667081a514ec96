"""What a hand-written page says, as Markdown has made it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leads:
    """A link or a picture's address: as it is written, where it leads (``~/about/#basis``, ``#basis``), and the line."""

    written: str
    to: str
    line: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What a page says. Links in ``html`` are written as templates write them: ``~/about/`` is from the root of the site."""

    html: str
    headings: tuple[str, ...]
    links: tuple[Leads, ...]
