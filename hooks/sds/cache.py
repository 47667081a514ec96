"""In-memory caches for a preview: a save changes one file, so results that depend only on other files are used again."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Result = TypeVar("Result")


_ALL: WeakSet[Cache[Any] | TextCache[Any]] = WeakSet()


def clear_all() -> None:
    """Empties every cache and returns the memory to the system. For a build outside a preview, which never needs them again: checks leave 20 MB in them."""
    for one in _ALL:
        one.clear()
    with suppress(AttributeError, OSError, TypeError):  # malloc_trim is of glibc; elsewhere there is no such function
        ctypes.CDLL(None).malloc_trim(0)


class Cache(Generic[Result]):
    """The last result under each key, with the objects that it depends on.

    A result is computed again when one of those objects is no longer the identical object (``is``). Frozen records, and files that have not changed,
    stay identical from save to save.
    """

    def __init__(self) -> None:
        self._entries: dict[Hashable, tuple[tuple[object, ...], Result]] = {}
        _ALL.add(self)

    def clear(self) -> None:
        """Deletes every result."""
        self._entries.clear()

    def get(self, key: Hashable, depends_on: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """The cached result under ``key`` if it depends on the same objects, else what ``make`` returns."""
        entry = self._entries.get(key)
        if entry is None or [*map(id, entry[0])] != [*map(id, depends_on)]:
            entry = self._entries[key] = (depends_on, make())
        return entry[1]


class TextCache(Generic[Result]):
    """The last result under each key, with the text that it was computed from."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, tuple[str, Result]] = {}
        _ALL.add(self)

    def clear(self) -> None:
        """Deletes every result."""
        self._entries.clear()

    def get(self, key: Hashable, text: str, make: Callable[[], Result]) -> Result:
        """The cached result under ``key`` if it was computed from the same text, else what ``make`` returns."""
        entry = self._entries.get(key)
        if entry is None or entry[0] != text:
            entry = self._entries[key] = (text, make())
        return entry[1]
