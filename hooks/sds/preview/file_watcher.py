"""Tells a preview of a save as soon as the system does."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from queue import Queue

from watchfiles import DefaultFilter, watch

TOGETHER = 100
"""Milliseconds: how long saves that follow each other are gathered at most before they are told."""


class FileWatcher:
    """Puts the paths of saved files into ``saved``, those of one moment together."""

    def __init__(self, files: Sequence[Path], folders: Sequence[Path]) -> None:
        """Watches ``files``, through their folders because many programs save a file by putting another in its place, and all that is in ``folders``."""
        self.saved: Queue[frozenset[str]] = Queue()
        self._stop = threading.Event()
        names = frozenset(str(file.resolve()) for file in files)
        around = sorted({file.resolve().parent for file in files})
        for paths, recursive, only in ((around, False, names), ([folder.resolve() for folder in folders if folder.is_dir()], True, None)):
            if paths:
                threading.Thread(target=self._watch, args=(paths, recursive, only), daemon=True).start()

    def _watch(self, paths: Sequence[Path], recursive: bool, only: Collection[str] | None) -> None:
        try:
            self._hand_on(paths, recursive, only)
        except OSError:  # the system has no more notices to give: files are looked at then
            self._hand_on(paths, recursive, only, look=True)

    def _hand_on(self, paths: Sequence[Path], recursive: bool, only: Collection[str] | None, look: bool | None = None) -> None:
        wanted = DefaultFilter()
        seen = watch(
            *paths,
            watch_filter=lambda change, path: wanted(change, path) and (only is None or path in only),
            recursive=recursive,
            debounce=TOGETHER,
            stop_event=self._stop,
            force_polling=look,
        )
        for changes in seen:
            self.saved.put(frozenset(path for _, path in changes))

    def stop(self) -> None:
        """Ends the watching."""
        self._stop.set()
