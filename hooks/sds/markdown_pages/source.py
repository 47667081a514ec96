"""The input of rules for the Markdown source of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sds.markdown_pages.lines import CODE
from sds.paths import PAGES
from sds.problem import Problem, Replacement

NEWS = f"{PAGES}/news.md"
"""The page in the tests' framework from which the examples come."""
CODE_SIGN = "\x00"
"""The placeholder for each character of code in ``shown``, because rules ignore code."""


@dataclass(frozen=True)
class Source:
    """The Markdown ``text`` of a page, which starts after ``above`` lines of the file ``path``. ``extensions`` are the names of the Markdown extensions in use,
    and ``site`` is the address of this site."""

    path: str
    text: str
    above: int
    extensions: Sequence[str]
    site: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines as typed."""
        return self.text.split("\n")

    @cached_property
    def shown(self) -> list[str]:
        """The lines with each character of code as ``CODE_SIGN``."""
        return CODE.sub(lambda code: re.sub(r"[^\n]", CODE_SIGN, code[0]), self.text).split("\n")

    @cached_property
    def all_shown(self) -> str:
        """The lines in ``shown`` as one text."""
        return "\n".join(self.shown)

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Each line in ``shown``, with its number in the file."""
        return enumerate(self.shown, start=self.above + 1)

    def problem(self, number: int, wrong: str, instead: str, mended: str | None = None, last: int = 0) -> Problem:
        """A problem on line ``number`` of the file. ``mended`` is the corrected text of this line, or of the lines to ``last``, if there is just one."""
        end = last or number
        old = tuple(self.lines[number - self.above - 1 : end - self.above])
        return Problem(self.path, number, wrong, instead, replacement=None if mended is None else Replacement(number, end, old, mended))

    def write(self, number: int, wrong: str, mended: str) -> Problem:
        """A problem on line ``number`` whose advice is to write the line ``mended``."""
        return self.problem(number, wrong, f"Write {mended.strip()}", mended)


def unless_code(shown: str, mended: str) -> str | None:
    """``mended``, or None if the line ``shown`` that it was made from has blanked code, which would be lost."""
    return None if CODE_SIGN in shown else mended
