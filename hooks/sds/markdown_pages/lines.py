"""Finds line numbers in a page's source, because the element tree has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`)", re.DOTALL | re.MULTILINE)
ATTRIBUTE = r"[.#][A-Za-z][\w-]*|[a-z][\w-]*="
"""The pattern of how the first attribute in braces (``attr_list``) begins: ``.wide``, ``#taps`` or ``lang=``."""


class Lines:
    """The lines of ``text``, the Markdown of a page, which starts after ``above`` lines of its file. Code is skipped."""

    def __init__(self, text: str, above: int) -> None:
        self.above = above
        self._raw = text.split("\n")
        self._lines = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text).split("\n")

    def of(self, *patterns: str) -> list[int]:
        """The line numbers (in the file) with a match for the first of ``patterns`` that matches any line, else the first line after the front matter."""
        for pattern in patterns:
            if found := [self.above + number for number, line in enumerate(self._lines, start=1) if re.search(pattern, line)]:
                return found
        return [self.above + 1]

    def set_in(self, words: str) -> int:
        """The number of the first line with ``words`` only, indented by four spaces or a tab; 0 if there is none."""
        return next((self.above + at for at, line in enumerate(self._raw, start=1) if line.startswith(("    ", "\t")) and line.strip() == words), 0)

    def raw(self, number: int) -> str:
        """The text of a line of the file, including code."""
        return self._raw[number - self.above - 1]


def texts(element: Element) -> Iterator[str]:
    """The texts of an element and its descendants, except code."""
    if element.tag not in {"code", "pre"}:
        yield element.text or ""
        for child in element:
            yield from texts(child)
            yield child.tail or ""
