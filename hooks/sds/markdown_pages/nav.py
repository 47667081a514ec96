"""``nav`` of ``mkdocs.yml`` -> the list of hand-written pages for the footer, and the problems in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from sds.config.read import SiteConfig
from sds.config.yaml_values import KeyPath
from sds.markdown_pages.address import MARKDOWN, address_of
from sds.markdown_pages.rules.finished import ID
from sds.markdown_pages.written import HandWritten
from sds.model.urls import DOWNLOADS
from sds.paths import PAGES
from sds.problem import Problem
from sds.settings import NavItem
from sds.suggest import near


def nav_of(config: SiteConfig, pages: Sequence[HandWritten]) -> tuple[NavItem, ...]:
    """The list for the footer: the entries of ``nav``, or, if there is no ``nav``, every page in MkDocs' order."""
    by_name = {page.path.removeprefix(f"{PAGES}/"): page for page in pages}
    if config.values.get("nav"):
        return tuple(_items(config.values["nav"], by_name))
    return tuple(_nested([(name.split("/"), page) for name, page in by_name.items() if not config.not_in_nav(name)]))


def _items(nav: Sequence[Any], pages: Mapping[str, HandWritten]) -> Iterator[NavItem]:
    for _, title, to in _entries(nav, ()):
        if isinstance(to, list):
            yield NavItem(title, "", tuple(_items(to, pages)))
        elif _is_link(to):
            yield NavItem(title or to, f"~{to}" if to.startswith("/") and not to.startswith("//") else to)
        elif page := pages.get(posixpath.normpath(to)):  # drafts are missing
            yield NavItem(title or page.title, f"~{page.url}")


def _nested(pages: list[tuple[list[str], HandWritten]]) -> Iterator[NavItem]:
    """The pages of one folder, with its index first, then each subfolder under its name."""
    here = sorted((name for name in pages if len(name[0]) == 1), key=lambda one: (one[0][0] != "index.md", one[0][0]))
    yield from (NavItem(page.title, f"~{page.url}") for _, page in here)
    for folder in sorted({parts[0] for parts, _ in pages if len(parts) > 1}):
        title = folder.replace("-", " ").replace("_", " ")
        inside = [(parts[1:], page) for parts, page in pages if len(parts) > 1 and parts[0] == folder]
        yield NavItem(title.capitalize() if title.lower() == title else title, "", tuple(_nested(inside)))


def nav_problems(config: SiteConfig, pages: Sequence[HandWritten]) -> Iterator[Problem]:
    """A problem for each entry of ``nav`` that does not name a page, and for each empty section."""
    nav = config.values.get("nav")
    if nav == [] or not isinstance(nav, list | None):
        yield config.problem(("nav",), "nav is not a list of pages.", "Write each page on a line of its own below it, such as - about.md")
    yield from _unshaped(config, nav, ("nav",))
    names = [page.path.removeprefix(f"{PAGES}/") for page in pages]
    for path, title, to in _walk(nav, ("nav",)):
        if not to:
            yield config.problem(path, f'nav has nothing under "{title}".', f"Name a page there, such as {title}: about.md, or delete this line.")
            continue
        name = posixpath.normpath(to)
        if _is_link(to) or name in names or config.draft(name):
            continue
        close = near(name, names) or next((one for one in names if address_of(one) == address_of(name)), "")
        moved = [one for one in names if posixpath.basename(one) == posixpath.basename(name) and one != name]
        out = posixpath.splitext(name)[1] in MARKDOWN and config.excluded(name) and not name.startswith("../")
        wrong = f'nav names "{to}", which exclude_docs leaves out.' if out else f'nav names "{to}", and there is no such page in {PAGES}.'
        told = f"Write {close}" if close else f"Write that page, {PAGES}/{name}, or delete this line."
        if len(moved) == 1 and not out:
            told = f"Move {PAGES}/{moved[0]} back to {PAGES}/{name}, or write {moved[0]} here."
        yield config.problem(path, wrong, told)


def _unshaped(config: SiteConfig, nav: Any, path: KeyPath) -> Iterator[Problem]:
    """A problem for each entry of ``nav`` that MkDocs would not read as one page with or without a title."""
    for index, entry in enumerate(nav if isinstance(nav, list) else []):
        at = (*path, index)
        if isinstance(entry, list):
            yield config.problem(at, "nav has a list without a title in it.", "Write a title before it, such as - More: [about.md]")
        elif isinstance(entry, dict) and len(entry) > 1:
            wrong = f"nav has an entry with {len(entry)} titles: {', '.join(map(str, entry))}."
            yield config.problem(at, wrong, "Write each on a line of its own, with a hyphen before it.")
        elif isinstance(entry, dict):
            for title, to in entry.items():
                if not str(title or "").strip():
                    yield config.problem(at, "nav has an entry whose title is empty.", "Write its title, or only the name of the page.")
                yield from _unshaped(config, to, (*at, title))


def nav_leads(config: SiteConfig, files: Mapping[str, str | bytes], preview: bool) -> Iterator[Problem]:
    """A problem for each link of ``nav`` within the site to a page, a place on a page, or a file that is not in ``files``, which has the site by path.

    A ``preview`` has no booklets, so links to these are skipped."""
    for path, _, to in _walk(config.values.get("nav"), ("nav",)):
        if not to.startswith("/") or to.startswith("//"):
            continue
        address, _, anchor = to.partition("#")
        target = unquote(address.partition("?")[0])[1:]
        if preview and target.startswith(f"{DOWNLOADS}/"):
            continue
        file = f"{target}index.html" if not target or target.endswith("/") else target
        if file not in files:
            pages = [f"/{one.removesuffix('index.html')}" for one in files if one.endswith("/index.html")]
            meant = near(to, pages)
            told = f"Write {meant}" if meant else "Write the address of a page of this site, as in /data/, or delete this line."
            yield config.problem(path, f'nav leads to "{to}", and there is no such page on this site.', told)
        elif anchor and file.endswith(".html") and unquote(anchor) not in (ids := ID.findall(str(files[file]))):
            meant = near(anchor, ids)
            wrong = f'nav leads to "{to}", and that page has no place "#{anchor}".'
            yield config.problem(path, wrong, f"Write {address}#{meant}" if meant else f"Write {address}")


def _walk(nav: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    for at, title, to in _entries(nav, path):
        if isinstance(to, list) and to:
            yield from _walk(to, at)
        else:
            yield at, title, to or ""


def _entries(nav: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str, Any]]:
    """Each entry of ``nav``: its key path in the file, its title or an empty string, and its target or its list of entries."""
    for index, entry in enumerate(nav if isinstance(nav, list) else []):
        if isinstance(entry, dict):
            yield from (((*path, index, title), str(title), to if isinstance(to, list) else str(to or "")) for title, to in entry.items())
        elif not isinstance(entry, list):
            yield (*path, index), "", str(entry or "")


def _is_link(to: str) -> bool:
    return to.startswith(("/", "mailto:", "tel:")) or "://" in to
