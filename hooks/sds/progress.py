"""Shows the progress of a build at a terminal: its stages, how much each has done, and how long it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

AGAIN = 0.2
"""The least number of seconds between two updates of a count."""


class Stage:
    """A stage that is under way."""

    def __init__(self, name: str, out: TextIO | None) -> None:
        self._name, self._out, self._began, self._shown, self._done = name, out, time.monotonic(), 0.0, ""
        self._show("")

    def count(self, done: int, what: str) -> None:
        """Shows how many are done so far. ``what`` is the plural of what is counted."""
        if self._out is None:  # a shortcut, because a build counts 8,000 times
            return
        self._done = f"{done:,} {what}"
        if time.monotonic() - self._shown > AGAIN:
            self._show("")

    def end(self) -> None:
        """Shows how long the stage took, and ends its line."""
        self._show(f"{time.monotonic() - self._began:7.1f} s\n")

    def _show(self, end: str) -> None:
        if self._out is not None:
            self._out.write(f"\r{self._name:9} {self._done:18}{end}")
            self._out.flush()
            self._shown = time.monotonic()


class Progress:
    """Shows stages on the stream ``out``; shows nothing when that is None."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """A context for one stage, shown as one line. The line is ended even when the stage raises."""
        stage = Stage(name, self._out)
        try:
            yield stage
        finally:
            stage.end()


SILENT = Progress()


def at_terminal() -> Progress:
    """Progress on stderr when that is a terminal, else silent."""
    return Progress(sys.stderr if sys.stderr.isatty() else None)
