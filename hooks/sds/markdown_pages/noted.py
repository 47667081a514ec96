"""What the rules look at that judge a page by what Markdown makes of it: noted while it is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sds.markdown_pages.lines import Lines
from sds.markdown_pages.written import Leads
from sds.problem import Problem


@dataclass(kw_only=True)
class Noted:
    """What is found in the page ``path``, relative to the folder of hand-written pages, whose source is ``lines``. ``file`` is its name in messages."""

    path: str = ""
    file: str = ""
    title: str = ""
    lines: Lines = field(default_factory=lambda: Lines("", 0))
    links: list[Leads] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    first_headings: int = 0
    """How many headings are of the first level."""
    ids: list[str] = field(default_factory=list)
    """The id of each element that has one."""
    tags: list[str] = field(default_factory=list)
    """The name of each HTML tag, and ``!--`` for a note."""
    attributes: list[str] = field(default_factory=list)
    """Each attribute that braces give and that no element may have."""
    icons: list[tuple[str, str]] = field(default_factory=list)
    """The name of each icon that is not there, and the nearest, if any."""
    addresses: list[tuple[str, str]] = field(default_factory=list)
    """Each address as it is typed, and the attribute that has it: ``href`` for a link, ``src`` for a picture."""
    set_in: list[str] = field(default_factory=list)
    """The first line of each block that is code because it is set in."""
    unsafe: list[str] = field(default_factory=list)
    """What the page's security policy would not let a browser use, each as the beginning of a sentence that ends in a place."""

    def problems(self, patterns: tuple[str, ...], wrong: str, instead: str) -> Iterator[Problem]:
        """A problem on each line that holds the first of ``patterns`` that any line holds."""
        return (Problem(self.file, line, wrong, instead) for line in self.lines.of(*patterns))


def typed(address: str) -> str:
    """What finds an address in a line."""
    return rf"(?<![\w/~#.-]){re.escape(address)}(?![\w/#-])"
