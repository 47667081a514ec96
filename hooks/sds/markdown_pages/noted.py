"""The input of rules for rendered pages: what is noted while Markdown renders a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sds.markdown_pages.lines import Lines
from sds.markdown_pages.written import Leads
from sds.problem import Problem


@dataclass(kw_only=True)
class Noted:
    """What was noted about one page. ``path`` is relative to the folder of hand-written pages, ``file`` is for messages, ``lines`` is the source."""

    path: str = ""
    file: str = ""
    title: str = ""
    lines: Lines = field(default_factory=lambda: Lines("", 0))
    links: list[Leads] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    first_headings: int = 0
    """The number of first-level headings."""
    ids: list[str] = field(default_factory=list)
    """The ids of all elements."""
    tags: list[str] = field(default_factory=list)
    """The name of each HTML tag in the text, and ``!--`` for a comment."""
    attributes: list[str] = field(default_factory=list)
    """Attributes in braces (``attr_list``) that are not allowed."""
    braces: list[str] = field(default_factory=list)
    """The first entry, such as ``.wide`` or ``lang=``, of each list of attributes in braces that reached no element, so that readers see it."""
    icons: list[tuple[str, str]] = field(default_factory=list)
    """The name of each icon that does not exist, and the nearest existing one or an empty string."""
    addresses: list[tuple[str, str]] = field(default_factory=list)
    """Each address as typed, and its attribute: ``href`` for a link, ``src`` for a picture."""
    set_in: list[str] = field(default_factory=list)
    """The first line of each block that is code only because it is indented."""
    unsafe: list[str] = field(default_factory=list)
    """What the content security policy forbids, each as the start of a sentence, such as ``There is a script in the page``."""

    def problems(self, patterns: tuple[str, ...], wrong: str, instead: str) -> Iterator[Problem]:
        """A problem on each line with a match for the first of ``patterns`` that matches any line."""
        return (Problem(self.file, line, wrong, instead) for line in self.lines.of(*patterns))


def typed(address: str) -> str:
    """A pattern that finds an address in a line."""
    return rf"(?<![\w/~#.-]){re.escape(address)}(?![\w/#-])"
