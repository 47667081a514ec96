"""What a booklet is, before it is set (:class:`Plan`) and after (:class:`Booklet`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sds.model.urls import DOWNLOADS

What: TypeAlias = Literal["easy read", "large print", "full text", "form"]

MOST_STANDARDS = 100
"""A framework of more standards has no booklet of all of them: its 1,200 pages would need 1 GB of memory to set, and nobody prints them."""


@dataclass(frozen=True, slots=True)
class BookletSettings:
    """Where the templates are, where the site is published, and where finished booklets are kept for the next build if they are."""

    templates: Path
    site_url: str
    cache: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A booklet still to be set: its template, the words for it, and the ids of the pictures it shows. ``title`` names it among others.

    The template also has, as ``qr``, the code that leads to the ``address`` in ``data``.
    """

    path: str
    title: str
    what: What
    template: str
    data: dict[str, Any] = field(repr=False)
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """A finished booklet, and what a link to it says. It waits in ``file`` until it is written: 2,000 of them would fill 250 MB of memory."""

    path: str
    title: str
    what: What
    pages: int
    length: int
    """In bytes."""
    file: Path

    @property
    def size(self) -> str:
        """Format and size, as people read them: ``PDF, 120 KB, 6 pages``."""
        kilobytes = max(1, round(self.length / 1000))
        weight = f"{kilobytes} KB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"
        return f"PDF, {weight}, {self.pages} page{'' if self.pages == 1 else 's'}"


def path_of(what: What, kind: str, id: str) -> str:
    """Where the booklet of a record stands: ``downloads/easy-read-standards-recording.pdf``.

    The booklet of all standards is ``("easy read", "all", "standards")``; that of the whole framework ``("full text", "all", "framework")``.
    """
    return f"{DOWNLOADS}/{what.replace(' ', '-')}-{kind}-{id}.pdf"


def part_id(id: str, part: int) -> str:
    """What a part of a booklet is filed under, counted from 0: the first under the id itself, the others under ``supported-people-2`` and on."""
    return f"{id}-{part + 1}" if part else id
