"""Finds the line of something in a page's source, which the tree of elements does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`)", re.DOTALL | re.MULTILINE)


class Lines:
    """The lines of ``text``, which begins below ``above`` lines of its file. Code is passed over."""

    def __init__(self, text: str, above: int) -> None:
        self.above = above
        self._raw = text.split("\n")
        self._lines = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text).split("\n")

    def of(self, *patterns: str) -> list[int]:
        """Each line that holds the first of ``patterns`` that any line holds; the first line below the head where none does."""
        for pattern in patterns:
            if found := [self.above + number for number, line in enumerate(self._lines, start=1) if re.search(pattern, line)]:
                return found
        return [self.above + 1]

    def set_in(self, words: str) -> int:
        """The first line that says ``words`` and nothing else, four spaces or a tab in from the left; 0 where there is none."""
        return next((self.above + at for at, line in enumerate(self._raw, start=1) if line.startswith(("    ", "\t")) and line.strip() == words), 0)

    def raw(self, number: int) -> str:
        """A line of the file, with the code in it."""
        return self._raw[number - self.above - 1]


def texts(element: Element) -> Iterator[str]:
    """The words of an element and of those in it, code apart."""
    if element.tag not in {"code", "pre"}:
        yield element.text or ""
        for child in element:
            yield from texts(child)
            yield child.tail or ""
