"""Settings that all pages of a site share, and the entries of the navigation in the footer."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The address of the site, the start of the addresses at which its files are edited, the folder of icons, and the address of its repository.

    ``preview`` is true for a preview on an editor's computer: it leaves out the booklets, to be quick, and shows drafts. ``livereload`` is true under
    ``mkdocs serve``, which adds a script to each page: pages then have no content security policy.
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
    """A page, a link or a group. ``url`` is a path from the root of the site, written ``~/about/``, or a whole address; a group has none."""

    title: str
    url: str = ""
    children: tuple[NavItem, ...] = ()
