"""MkDocs' objects for pages and navigation -> those of this program. Does not import MkDocs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sds.markdown_pages.address import address_of
from sds.markdown_pages.noted import Noted
from sds.markdown_pages.written import HandWritten, Written
from sds.settings import NavItem

LEFT_OUT = frozenset({"DRAFT", "EXCLUDED"})
"""The inclusion levels of files that are not in the built site: https://www.mkdocs.org/user-guide/configuration/#draft_docs."""


def hand_written(page: Any, html: str, noted: Noted, known: Iterable[HandWritten]) -> HandWritten:
    """The hand-written page for MkDocs' ``page``, rendered to ``html``, with what ``noted`` has about it. ``known`` are the pages read from files;
    plugins may add others."""
    read = next((one for one in known if one.path == noted.file), None)
    title, description = (read.title, read.description) if read else (noted.title, str(page.meta.get("description", "")))
    written = Written(html, noted.headings, tuple(noted.links))
    return HandWritten(
        path=noted.file,
        url=f"/{address_of(page.file.src_uri)}",
        title=title,
        description=description,
        written=written,
        draft=page.file.inclusion.name in LEFT_OUT,
        above=noted.lines.above,
        changed=_changed(page),
    )


def _changed(page: Any) -> str:
    """The date of the last change, as text, from this plugin: https://github.com/timvink/mkdocs-git-revision-date-localized-plugin."""
    return re.sub(r"<[^>]+>", "", str(page.meta.get("git_revision_date_localized") or "")).strip()


def nav_items(items: Iterable[Any], pages: Collection[str]) -> Iterator[NavItem]:
    """MkDocs' navigation, after changes by plugins, as the list for the footer. ``pages`` are the published pages, by their paths in docs_dir."""
    for item in items:
        if item.is_section:
            yield NavItem(str(item.title), "", tuple(nav_items(item.children, pages)))
        elif item.is_link:
            yield NavItem(str(item.title or item.url), f"~{item.url}" if item.url.startswith("/") and not item.url.startswith("//") else item.url)
        elif item.file.src_uri in pages:
            yield NavItem(str(item.title), f"~/{address_of(item.file.src_uri)}")
