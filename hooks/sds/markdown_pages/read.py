"""The Markdown files of ``content/pages`` -> hand-written pages, or what an editor has to put right in them.

Nothing here knows the rest of the site: where the links of these pages lead is judged in :mod:`sds.markdown_pages.links`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from sds.config.read import MarkdownSettings, SiteConfig
from sds.markdown_pages.address import MARKDOWN, address_of
from sds.markdown_pages.beside import programs_beside
from sds.markdown_pages.page_cache import PageCache
from sds.markdown_pages.slips import slips
from sds.markdown_pages.written import Written
from sds.model.field_types import Words
from sds.model.records.base import Record
from sds.paths import PAGES
from sds.problem import Problem
from sds.reading.characters import bad_characters
from sds.reading.limits import MOST_PAGE_BYTES, too_large, too_much_for_markdown
from sds.reading.symlinks import symlink
from sds.reading.validate import validate
from sds.reading.yaml_text import conflicts, not_utf8, parse

HEAD = re.compile(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HTML = frozenset({".html", ".htm", ".xhtml"})
BEGIN = 'Begin the file with four lines: ---, then title: "...", then description: "...", then ---. Then come "# " with the title, and the words.'


class Head(Record):
    """What stands between the two lines of ``---`` at the top of a page."""

    title: Words
    description: Words


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


def read_pages(
    root: Path, config: SiteConfig, drafts: bool = False, bodies: bool = True, earlier: PageCache | None = None
) -> tuple[tuple[HandWritten, ...], tuple[Problem, ...]]:
    """Every page under ``root`` that can be read, by its path, and every problem found in one of them, links apart.

    ``drafts`` says whether drafts are read, and ``bodies`` whether what is wrong in the Markdown below a page's head is told.
    ``earlier`` may know pages from an earlier run.
    """
    pages, problems = list[HandWritten](), list[Problem]()
    if not earlier or not earlier.knows(config.markdown):
        from sds.markdown_pages.markdown import unloadable  # here: where all pages are known, none is read, and Markdown need not be

        if wrong := tuple(unloadable(config)):
            return (), wrong
        if earlier:
            earlier.note(config.markdown)
    named = {f"{PAGES}/{name}" for name in (*(script.path for script in config.scripts), *config.styles, *config.names("extra_templates"))}
    for file in _files(root, config, drafts):
        path = file.relative_to(root).as_posix()
        if file.suffix.lower() in HTML:
            problems.append(
                Problem(path, 1, "This page is written in HTML.", "Write its words in a file that ends in .md, as about.md is, and delete this one.")
            )
        if problem := _unreadable(path, file) or (too_large(path, file.stat().st_size, MOST_PAGE_BYTES) if file.suffix.lower() in MARKDOWN else None):
            problems.append(problem)
        elif file.suffix.lower() in MARKDOWN:
            page, of_head, of_body = _page(path, file.read_bytes(), config.markdown, earlier)
            problems.extend((*of_head, *(of_body if bodies else ())))
            if page:
                pages.append(replace(page, draft=config.draft(path.removeprefix(f"{PAGES}/"))))
        else:
            problems.extend(programs_beside(file, path, named))
    return tuple(pages), (*problems, *_titled_alike(pages))


def _titled_alike(pages: Iterable[HandWritten]) -> Iterator[Problem]:
    """A problem for each page with the title of another."""
    seen = dict[str, str]()
    for page in pages:
        if (key := page.title.casefold()) in seen:
            yield Problem(page.path, 2, f'This page has the title of {seen[key]}, "{page.title}".', "Give one of them another title.")
        seen.setdefault(key, page.path)


def read_beside(root: Path, config: SiteConfig) -> dict[str, bytes]:
    """The pictures and other files that stand beside the pages, by their path in the site's folder."""
    templates = config.names("extra_templates")
    found = {file.relative_to(root / PAGES).as_posix(): file for file in _files(root, config, False) if file.suffix.lower() not in MARKDOWN}
    return {name: file.read_bytes() for name, file in found.items() if name not in templates}


def _unreadable(path: str, file: Path) -> Problem | None:
    """What keeps a file from being read: it is a link, which may lead to any file of this machine, or its permissions."""
    if file.is_symlink():
        return symlink(path)
    if not os.access(file, os.R_OK):
        return Problem(path, 1, "This file cannot be read.", "Change its permissions so that you can read it.")
    return None


def _files(root: Path, config: SiteConfig, drafts: bool) -> Iterator[Path]:
    """The files under ``root`` that somebody put there to be published: those that a program keeps for itself end with a tilde."""
    for file in sorted((root / PAGES).rglob("*")):
        name = file.relative_to(root / PAGES).as_posix()
        left_out = config.excluded(name) or (config.draft(name) and not drafts) or name.endswith("~")
        if (file.is_file() or file.is_symlink()) and not left_out:
            yield file


Read: TypeAlias = tuple[HandWritten | None, tuple[Problem, ...], tuple[Problem, ...]]
"""A page, or None where its head cannot be read, the problems of its file, name and head, and those of its Markdown."""


@lru_cache(maxsize=64)  # as in sds.reading.yaml_text: all but one of the files of a save are the ones read before
def _page(path: str, content: bytes, settings: MarkdownSettings, earlier: PageCache | None) -> Read:
    """The page in one file."""
    problems = list(_name(path))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, (*problems, not_utf8(path, error)), ()
    if not text.strip():
        return None, (*problems, Problem(path, 1, "This file is empty.", f"{BEGIN} Or delete the file.")), ()
    too_much = too_much_for_markdown(path, text)
    if unread := [*conflicts(path, text), *bad_characters(path, text), *([too_much] if too_much else [])]:
        return None, (*problems, *unread), ()
    head = HEAD.match(text)
    if not head:
        begun = text.startswith("---")
        wrong = "The title and the description at the top are not closed." if begun else "This page does not begin with its title and its description."
        return None, (*problems, Problem(path, 1, wrong, "Write --- on a line of its own below them." if begun else BEGIN)), ()
    document, found = parse(path, f"\n{head[1]}")  # the empty line stands for the first ---, so that lines are counted right
    problems.extend(found)
    if not document:
        return None, tuple(problems), ()
    said, refused, _ = validate(document, Head)
    problems.extend(refused)
    body, above = below_head(text)
    title = said.title if said else str(document.data.get("title", "..."))
    slipped = tuple(slips(path, body, above, settings.extensions))
    kept = earlier.find(path, text, settings) if earlier else None
    made, wrongs = (kept, ()) if kept else _made(path, body, above, title, settings)
    if earlier and not wrongs:
        earlier.keep(path, text, settings, made)
    url = f"/{address_of(path.removeprefix(f'{PAGES}/'))}"
    page = HandWritten(path=path, url=url, title=said.title, description=said.description, written=made, above=above) if said else None
    return page, tuple(problems), (*slipped, *wrongs)


def _made(path: str, body: str, above: int, title: str, settings: MarkdownSettings) -> tuple[Written, tuple[Problem, ...]]:
    from sds.markdown_pages.markdown import written  # here, for the same reason

    return written(path, body, above, title, settings)


def below_head(text: str) -> tuple[str, int]:
    """The Markdown of a file, from its first line that is not empty, and how many lines of the file come before it."""
    head = HEAD.match(text)
    body = text[head.end() if head else 0 :].lstrip("\n")
    return body, text[: len(text) - len(body)].count("\n")


def _name(path: str) -> Iterator[Problem]:
    """The name of a file is the address of its page: small letters, digits and hyphens."""
    folder, _, name = path.removeprefix(f"{PAGES}/").rpartition("/")
    stem = re.sub(r"\.\w+$", "", name)
    steps = [re.sub(r"[^a-z0-9]+", "-", step.lower()).strip("-") or "a-name" for step in (*filter(None, folder.split("/")), stem)]
    right = f"{PAGES}/{'/'.join(steps)}.md"
    if path != right:
        wrong = "The name of this file is the address of its page, so it has only small letters, digits and hyphens, and ends in .md."
        yield Problem(path, 1, wrong, f"Name it {right}")
