"""What the rules look at that judge a page by its Markdown, as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sds.markdown_pages.lines import CODE
from sds.paths import PAGES
from sds.problem import Problem, Replacement

NEWS = f"{PAGES}/news.md"
"""The page of the made-up framework of the tests in which the examples stand."""
CODE_SIGN = "\x00"
"""Stands for each sign of code in the lines that are shown: nothing in code is a slip."""


@dataclass(frozen=True)
class Source:
    """The Markdown ``text``, which begins below ``above`` lines of the file ``path``. ``extensions`` are those of Markdown that are on, and ``site`` is the
    address of this site."""

    path: str
    text: str
    above: int
    extensions: Sequence[str]
    site: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines as they are typed."""
        return self.text.split("\n")

    @cached_property
    def shown(self) -> list[str]:
        """The lines with each sign of code blanked."""
        return CODE.sub(lambda code: re.sub(r"[^\n]", CODE_SIGN, code[0]), self.text).split("\n")

    @cached_property
    def all_shown(self) -> str:
        """The lines with each sign of code blanked, as one text."""
        return "\n".join(self.shown)

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Each line that is shown, with its number in the file."""
        return enumerate(self.shown, start=self.above + 1)

    def problem(self, number: int, wrong: str, instead: str, mended: str | None = None) -> Problem:
        """A problem of the line ``number`` of the file. ``mended`` is what to write in its place, where that is one thing."""
        old = self.lines[number - self.above - 1]
        return Problem(self.path, number, wrong, instead, replacement=None if mended is None else Replacement(number, number, (old,), mended))

    def write(self, number: int, wrong: str, mended: str) -> Problem:
        """The same where the message is the line to write."""
        return self.problem(number, wrong, f"Write {mended.strip()}", mended)


def unless_code(shown: str, mended: str) -> str | None:
    """``mended``, where no code was blanked in the line that it was made from: it would be written without it."""
    return None if CODE_SIGN in shown else mended
