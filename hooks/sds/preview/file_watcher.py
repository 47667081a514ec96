"""Watches the project's files, so that the preview can rebuild at each save."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from queue import Queue

from watchfiles import DefaultFilter, watch

DEBOUNCE = 100
"""The longest time, in milliseconds, for which changes are collected before they are reported together (debounce)."""


class FileWatcher:
    """Puts the paths of saved files into the queue ``saved``, with changes of the same moment in one set."""

    def __init__(self, files: Sequence[Path], folders: Sequence[Path]) -> None:
        """Starts to watch ``files`` and everything in ``folders``, in background threads.

        A file is watched through its folder, because many editors save by replacing the file, which would end a watch on the file itself.
        """
        self.saved: Queue[frozenset[str]] = Queue()
        self._stop = threading.Event()
        names = frozenset(str(file.resolve()) for file in files)
        parents = sorted({file.resolve().parent for file in files})
        for paths, recursive, only in ((parents, False, names), ([folder.resolve() for folder in folders if folder.is_dir()], True, None)):
            if paths:
                threading.Thread(target=self._watch, args=(paths, recursive, only), daemon=True).start()

    def _watch(self, paths: Sequence[Path], recursive: bool, only: Collection[str] | None) -> None:
        try:
            self._watch_changes(paths, recursive, only)
        except OSError:  # the system's limit of file watches is reached: fall back to polling
            self._watch_changes(paths, recursive, only, force_polling=True)

    def _watch_changes(self, paths: Sequence[Path], recursive: bool, only: Collection[str] | None, force_polling: bool | None = None) -> None:
        wanted = DefaultFilter()
        batches = watch(
            *paths,
            watch_filter=lambda change, path: wanted(change, path) and (only is None or path in only),
            recursive=recursive,
            debounce=DEBOUNCE,
            stop_event=self._stop,
            force_polling=force_polling,
        )
        for changes in batches:
            self.saved.put(frozenset(path for _, path in changes))

    def stop(self) -> None:
        """Stops watching."""
        self._stop.set()
