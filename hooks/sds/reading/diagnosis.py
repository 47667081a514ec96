"""A problem on a line of YAML, without the path of the file."""

from __future__ import annotations

from typing import NamedTuple

from sds.problem import Problem, Replacement


class Diagnosis(NamedTuple):
    """The line number (from 1), what is wrong, what to write instead, and the replacement if there is just one text to write."""

    line: int
    wrong: str
    instead: str
    replacement: Replacement | None = None

    def problem(self, path: str) -> Problem:
        """The diagnosis as a problem of the file ``path``. It hides other problems, because the rest of the file could not be read."""
        return Problem(path, self.line, self.wrong, self.instead, replacement=self.replacement, hides=True)
