"""What all pages of a site share: where it is published, and the list of hand-written pages at their foot."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the site is published: its address, the address at which a file is edited, the icon folder, and where its files are kept.

    A ``preview`` is for an editor's own screen: it leaves out the booklets, to be quick, and shows drafts. ``livereload`` leaves out the content
    security policy, because ``mkdocs serve`` writes a script into each page.
    """

    site_url: str
    edit_url: str
    icons: Path
    _: KW_ONLY
    preview: bool = False
    repo_url: str = ""
    livereload: bool = False


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page, a link or a group. ``url`` is written as templates write it, ``~/about/``, or is a whole address; a group has none."""

    title: str
    url: str = ""
    children: tuple[NavItem, ...] = ()
