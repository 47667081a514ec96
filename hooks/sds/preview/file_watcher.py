"""Tells a preview of a save as soon as the system does. Looking at every file twice a second, as is usual, slows the build that a save begins."""

from __future__ import annotations

from watchdog.events import FileModifiedEvent
from watchdog.observers.api import BaseObserver, EventEmitter
from watchfiles import watch

TOGETHER = 100
"""Milliseconds: how long saves that follow each other are gathered at most before they are told."""


class _Saves(EventEmitter):
    """Hands on what watchfiles sees in one folder, or in the folder of one file: the observer leaves out what it was not asked for."""

    def queue_events(self, timeout: float) -> None:  # noqa: ARG002
        """Hands on each save until the preview ends."""
        try:
            self._hand_on()
        except OSError:  # the system has no more notices to give: files are looked at then
            self._hand_on(look=True)

    def _hand_on(self, look: bool | None = None) -> None:
        seen = watch(self.watch.path, recursive=self.watch.is_recursive, debounce=TOGETHER, stop_event=self.stopped_event, force_polling=look)
        for changes in seen:
            for _, path in changes:
                self.queue_event(FileModifiedEvent(path))


def observer() -> BaseObserver:
    """An observer as watchdog has them, to be scheduled, started and stopped like any other."""
    return BaseObserver(_Saves)
