"""The Markdown files of ``content/pages`` -> hand-written pages, and the problems in them.

The rest of the site is unknown here: the targets of links are checked in :mod:`sds.markdown_pages.rules.finished`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from sds.config.read import MarkdownSettings, SiteConfig
from sds.markdown_pages.address import MARKDOWN, address_of
from sds.markdown_pages.page_cache import PageCache
from sds.markdown_pages.rules import in_source
from sds.markdown_pages.rules.beside import Beside, files_beside_run_nothing, pictures_can_be_seen
from sds.markdown_pages.rules.files import HEAD, page_names_are_addresses, page_titles_differ, pages_are_markdown, pages_begin_with_their_title
from sds.markdown_pages.source import Source
from sds.markdown_pages.written import HandWritten, Written
from sds.model.field_types import Words
from sds.model.records.base import Record
from sds.paths import PAGES
from sds.problem import Problem, Replacement, quoted
from sds.reading.characters import bad_characters
from sds.reading.limits import MOST_PAGE_BYTES, too_large, too_much_for_markdown
from sds.reading.symlinks import symlink
from sds.reading.validate import validate
from sds.reading.yaml_text import conflicts, not_utf8, parse
from sds.suggest import near


class Head(Record):
    """The front matter of a page, between two lines of ``---``."""

    title: Words
    description: Words


def read_pages(root: Path, config: SiteConfig, drafts: bool = False, earlier: PageCache | None = None) -> tuple[tuple[HandWritten, ...], tuple[Problem, ...]]:
    """Every page under ``root`` that can be read, sorted by path, and every problem in pages, except with the targets of links.

    ``drafts`` says whether to read drafts. ``earlier`` is a cache on disk.
    """
    pages, problems = list[HandWritten](), list[Problem]()
    if not earlier or not earlier.knows(config.markdown):
        from sds.markdown_pages.markdown import unloadable  # imported late: with all pages in the cache, Markdown is not needed

        if wrong := tuple(unloadable(config)):
            return (), wrong
        if earlier:
            earlier.note(config.markdown)
    named = {f"{PAGES}/{name}" for name in (*(script.path for script in config.scripts), *config.styles, *config.names("extra_templates"))}
    for file in _files(root, config, drafts):
        path = file.relative_to(root).as_posix()
        problems.extend(pages_are_markdown.look(path))
        if problem := _unreadable(path, file) or (too_large(path, file.stat().st_size, MOST_PAGE_BYTES) if file.suffix.lower() in MARKDOWN else None):
            problems.append(problem)
        elif file.suffix.lower() in MARKDOWN:
            page, wrong_in_page = _page(path, file.read_bytes(), config.markdown, config.text("site_url"), earlier)
            problems.extend(wrong_in_page)
            if page:
                pages.append(replace(page, draft=config.draft(path.removeprefix(f"{PAGES}/"))))
        else:
            beside = Beside(file, path, named)
            problems.extend((*files_beside_run_nothing.look(beside), *pictures_can_be_seen.look(beside)))
    return tuple(pages), (*problems, *page_titles_differ.look(pages))


def read_beside(root: Path, config: SiteConfig) -> dict[str, bytes]:
    """The content of pictures and other files beside the pages, by path in the output folder."""
    templates = config.names("extra_templates")
    found = {file.relative_to(root / PAGES).as_posix(): file for file in _files(root, config, False) if file.suffix.lower() not in MARKDOWN}
    return {name: file.read_bytes() for name, file in found.items() if name not in templates}


def _unreadable(path: str, file: Path) -> Problem | None:
    """The problem with a file that must not or cannot be read: a symbolic link, which may lead to any file of this machine, or missing permissions."""
    if file.is_symlink():
        return symlink(path)
    if not os.access(file, os.R_OK):
        return Problem(path, 1, "This file cannot be read.", "Change its permissions so that you can read it.")
    return None


def _files(root: Path, config: SiteConfig, drafts: bool) -> Iterator[Path]:
    """The files in the folder of pages that are to be published. Backup files of text editors, which end in a tilde, are left out."""
    for file in sorted((root / PAGES).rglob("*")):
        name = file.relative_to(root / PAGES).as_posix()
        left_out = config.excluded(name) or (config.draft(name) and not drafts) or name.endswith("~")
        if (file.is_file() or file.is_symlink()) and not left_out:
            yield file


Read: TypeAlias = tuple[HandWritten | None, tuple[Problem, ...]]
"""A page, or None if its front matter cannot be read, and the problems in it."""


@lru_cache(maxsize=64)  # for a preview: a save changes one file only
def _page(path: str, content: bytes, settings: MarkdownSettings, site: str, earlier: PageCache | None) -> Read:
    """The page in one file, and the problems in it."""
    problems = list(page_names_are_addresses.look(path))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, (*problems, not_utf8(path, error))
    too_much = too_much_for_markdown(path, text)
    if unread := [*conflicts(path, text), *bad_characters(path, text), *([too_much] if too_much else [])]:
        return None, (*problems, *unread)
    head = HEAD.match(text)
    if not head:
        return None, (*problems, *pages_begin_with_their_title.look(Source(path, text, 0, settings.extensions)))
    if nameless := _without_name(path, head[1]):
        return None, (*problems, nameless)
    document, found = parse(path, f"\n{head[1]}")  # an empty line in place of the first ---, so that line numbers are right
    problems.extend(found)
    if not document:
        return None, tuple(problems)
    said, refused, _ = validate(document, Head)
    problems.extend(refused)
    body, above = below_head(text)
    title = said.title if said else str(document.data.get("title", "..."))
    slipped = tuple(in_source(Source(path, body, above, settings.extensions, site)))
    kept = earlier.find(path, text, settings) if earlier else None
    made, wrongs = (kept, ()) if kept else _made(path, body, above, title, settings)
    if earlier and not wrongs:
        earlier.keep(path, text, settings, made)
    url = f"/{address_of(path.removeprefix(f'{PAGES}/'))}"
    page = HandWritten(path=path, url=url, title=said.title, description=said.description, written=made, above=above) if said else None
    return page, (*problems, *slipped, *wrongs)


def _without_name(path: str, head: str) -> Problem | None:
    """The problem for the one line in the front matter of a page that has words and no name, if one field is missing; or None."""
    lines = head.split("\n")
    missing = [name for name in Head.model_fields if not any(line.startswith(f"{name}:") for line in lines)]
    bare = [number for number, line in enumerate(lines) if " " in line.strip() and not re.match(r" |#|- |[\w-]+ ?[:;=]", line)]
    if len(missing) != 1 or len(bare) != 1 or near(lines[bare[0]].split()[0].lower(), missing):
        return None
    words = lines[bare[0]].strip()
    mended = f"{missing[0]}: {quoted(words) if re.search(': | #', words) else words}"
    at = bare[0] + 2  # below the first ---
    new = Replacement(at, at, (lines[bare[0]],), mended)
    return Problem(path, at, "These words have no name of a field.", f"Write {mended}", replacement=new, hides=True)


def _made(path: str, body: str, above: int, title: str, settings: MarkdownSettings) -> tuple[Written, tuple[Problem, ...]]:
    from sds.markdown_pages.markdown import written  # imported late, as above

    return written(path, body, above, title, settings)


def below_head(text: str) -> tuple[str, int]:
    """The Markdown of a file after the front matter and empty lines, and how many lines of the file come before it."""
    head = HEAD.match(text)
    body = text[head.end() if head else 0 :].lstrip("\n")
    return body, text[: len(text) - len(body)].count("\n")
