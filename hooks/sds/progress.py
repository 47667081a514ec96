"""The stages of a build as they go, with what was done in each and how long it took, for whoever waits at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

AGAIN = 0.2
"""Seconds until a count is shown anew."""


class Stage:
    """A stage that is under way."""

    def __init__(self, name: str, out: TextIO | None) -> None:
        self._name, self._out, self._began, self._shown, self._done = name, out, time.monotonic(), 0.0, ""
        self._show("")

    def count(self, done: int, what: str) -> None:
        """Shows how many are done so far. ``what`` is the plural of what is counted."""
        if self._out is None:  # nobody waits for it, and a build counts 8,000 times
            return
        self._done = f"{done:,} {what}"
        if time.monotonic() - self._shown > AGAIN:
            self._show("")

    def end(self) -> None:
        """Shows how long it took."""
        self._show(f"{time.monotonic() - self._began:7.1f} s\n")

    def _show(self, end: str) -> None:
        if self._out is not None:
            self._out.write(f"\r{self._name:9} {self._done:18}{end}")
            self._out.flush()
            self._shown = time.monotonic()


class Progress:
    """Shows stages on ``out``; shows nothing where there is none."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """One stage. A line of its own, which is ended however the stage ends."""
        stage = Stage(name, self._out)
        try:
            yield stage
        finally:
            stage.end()


SILENT = Progress()


def at_terminal() -> Progress:
    """Stages where a person sees them as they go; nothing where the output goes to a file or another program."""
    return Progress(sys.stderr if sys.stderr.isatty() else None)
