"""The Markdown files of ``content/pages`` -> hand-written pages, or what an editor has to put right in them.

Nothing here knows the rest of the site: where the links of these pages lead is judged in :mod:`sds.markdown_pages.links`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sds.markdown_pages.markdown import Written, address_of, written
from sds.model.field_types import Words
from sds.model.records.base import Record
from sds.paths import PAGES
from sds.problem import Problem
from sds.reading.validate import validate
from sds.reading.yaml_text import conflicts, not_utf8, parse

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
HEAD = re.compile(r"---[ ]*\n(.*?)^---[ ]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HTML = frozenset({".html", ".htm", ".xhtml"})
BEGIN = 'Begin the file with four lines: ---, then title: "...", then description: "...", then ---. Then come "# " with the title, and the words.'


class Head(Record):
    """What stands between the two lines of ``---`` at the top of a page."""

    title: Words
    description: Words


@dataclass(frozen=True, slots=True)
class HandWritten:
    """One page: its file, relative to the project, its address, and what it says."""

    path: str
    url: str
    title: str
    description: str
    written: Written


def read_pages(root: Path) -> tuple[tuple[HandWritten, ...], tuple[Problem, ...]]:
    """Every page under ``root`` that can be read, by its path, and every problem found in one of them, links apart."""
    pages, problems = list[HandWritten](), list[Problem]()
    for file in _files(root):
        path = file.relative_to(root).as_posix()
        if file.suffix.lower() in HTML:
            problems.append(
                Problem(path, 1, "This page is written in HTML.", "Write its words in a file that ends in .md, as about.md is, and take this one away.")
            )
        if file.suffix.lower() not in MARKDOWN:
            continue
        page, found = _page(path, file.read_bytes())
        problems.extend(found)
        if page:
            pages.append(page)
    return tuple(pages), tuple(problems)


def read_beside(root: Path) -> dict[str, bytes]:
    """The pictures and other files that stand beside the pages, by their path in the site's folder."""
    return {file.relative_to(root / PAGES).as_posix(): file.read_bytes() for file in _files(root) if file.suffix.lower() not in MARKDOWN}


def _files(root: Path) -> Iterator[Path]:
    """The files under ``root`` that somebody put there: those that a program keeps for itself begin with a full stop or end with a tilde."""
    for file in sorted((root / PAGES).rglob("*")):
        own = any(part.startswith(".") for part in file.relative_to(root / PAGES).parts)
        if file.is_file() and not own and not file.name.endswith("~"):
            yield file


@lru_cache(maxsize=64)  # as in sds.source: all but one of the files of a save are the ones read before
def _page(path: str, content: bytes) -> tuple[HandWritten | None, tuple[Problem, ...]]:
    """The page in one file, or None where its head cannot be read, and its problems."""
    problems = list(_name(path))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return None, (*problems, not_utf8(path, error))
    if not text.strip():
        return None, (*problems, Problem(path, 1, "This file is empty.", f"{BEGIN} Or take the file away."))
    if unjoined := list(conflicts(path, text)):
        return None, (*problems, *unjoined)
    head = HEAD.match(text)
    if not head:
        begun = text.startswith("---")
        wrong = "The title and the description at the top are not closed." if begun else "This page does not begin with its title and its description."
        return None, (*problems, Problem(path, 1, wrong, "Write --- on a line of its own below them." if begun else BEGIN))
    document, found = parse(path, f"\n{head[1]}")  # the empty line stands for the first ---, so that lines are counted right
    problems.extend(found)
    page = None
    if document:
        said, refused, _ = validate(document, Head)
        problems.extend(refused)
        title = said.title if said else str(document.data.get("title", "..."))
        body, wrongs = written(path, text[head.end() :], head[0].count("\n"), title)
        problems.extend(wrongs)
        if said:
            page = HandWritten(path, f"/{address_of(path.removeprefix(f'{PAGES}/'))}", said.title, said.description, body)
    return page, tuple(problems)


def _name(path: str) -> Iterator[Problem]:
    """The name of a file is the address of its page: small letters, digits and hyphens."""
    folder, _, name = path.removeprefix(f"{PAGES}/").rpartition("/")
    stem = re.sub(r"\.\w+$", "", name)
    steps = [re.sub(r"[^a-z0-9]+", "-", step.lower()).strip("-") or "a-name" for step in (*filter(None, folder.split("/")), stem)]
    right = f"{PAGES}/{'/'.join(steps)}.md"
    if path != right:
        wrong = "The name of this file is the address of its page, so it has only small letters, digits and hyphens, and ends in .md."
        yield Problem(path, 1, wrong, f"Name it {right}")
