"""The classes of a booklet before it is typeset (:class:`Plan`) and after (:class:`Booklet`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sds.model.urls import DOWNLOADS

What: TypeAlias = Literal["easy read", "large print", "full text", "form"]

MOST_STANDARDS = 40
"""A framework with more standards has no booklet of all of them: nobody prints it, and typesetting takes 15 MB of memory for each standard (measured with 12
and 72 of them)."""


@dataclass(frozen=True, slots=True)
class BookletSettings:
    """The folder of templates, the address of the site, and the folder where finished booklets are cached for the next build (None: not cached)."""

    templates: Path
    site_url: str
    cache: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A booklet before it is typeset: its path in the site, its title, its Typst template, the ``data`` for it, and the ids of its pictures.

    ``data`` must have ``date`` and ``address``. The template also gets ``qr``, a QR code (SVG) of that address.
    """

    path: str
    title: str
    what: What
    template: str
    data: dict[str, Any] = field(repr=False)
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """A finished booklet. Its PDF stays on disk, in ``file``, until the site is written: in memory, 2,000 of them would fill 250 MB."""

    path: str
    title: str
    what: What
    pages: int
    length: int
    """The size of the file in bytes."""
    file: Path

    @property
    def size(self) -> str:
        """Format and size in words: ``PDF, 120 KB, 6 pages``."""
        kilobytes = max(1, round(self.length / 1000))
        weight = f"{kilobytes} KB" if kilobytes < 1000 else f"{kilobytes / 1000:.1f} MB"
        return f"PDF, {weight}, {self.pages} page{'' if self.pages == 1 else 's'}"


def path_of(what: What, kind: str, id: str) -> str:
    """The path in the site of the booklet of a record: ``downloads/easy-read-standards-recording.pdf``.

    The booklet of all standards is ``("easy read", "all", "standards")``, and that of the whole framework ``("full text", "all", "framework")``.
    """
    return f"{DOWNLOADS}/{what.replace(' ', '-')}-{kind}-{id}.pdf"


def part_id(id: str, part: int) -> str:
    """The id for ``path_of`` of a part of a booklet, counted from 0: the first has the id itself, the next ``people-2``, then ``people-3``."""
    return f"{id}-{part + 1}" if part else id
