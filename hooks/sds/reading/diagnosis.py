"""What is wrong on a line of YAML, before it is known of which file."""

from __future__ import annotations

from typing import NamedTuple

from sds.problem import Problem, Replacement


class Diagnosis(NamedTuple):
    """The line, what is wrong, what to write, and where that is one line and nothing else to choose, what it takes the place of."""

    line: int
    wrong: str
    instead: str
    replacement: Replacement | None = None

    def problem(self, path: str) -> Problem:
        """The same as a problem of the file ``path``: nothing after it could be read."""
        return Problem(path, self.line, self.wrong, self.instead, replacement=self.replacement, hides=True)
