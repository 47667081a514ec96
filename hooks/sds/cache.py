"""Results kept from save to save of a preview: a save changes one file, and what depends on the others is as it was."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, Generic, TypeVar
from weakref import WeakSet

Result = TypeVar("Result")


_ALL: WeakSet[Cache[Any] | TextCache[Any]] = WeakSet()


def forget() -> None:
    """Empties every cache and gives the room back: a build that ends with its process has no next save, and checks leave 20 MB, most of it the dictionary."""
    for one in _ALL:
        one.clear()
    with suppress(AttributeError, OSError, TypeError):  # a system whose C library gives back by itself, or has no name
        ctypes.CDLL(None).malloc_trim(0)


class Cache(Generic[Result]):
    """The last result under each key, with the objects that it depends on.

    A result is made again when one of those is no longer the very same object. Frozen records, and files that were not changed, stay the same objects.
    """

    def __init__(self) -> None:
        self._entries: dict[Hashable, tuple[tuple[object, ...], Result]] = {}
        _ALL.add(self)

    def clear(self) -> None:
        """Forgets every result."""
        self._entries.clear()

    def get(self, key: Hashable, depends_on: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """The result under ``key``, made by ``make`` unless the cached one depends on the same objects."""
        entry = self._entries.get(key)
        if entry is None or [*map(id, entry[0])] != [*map(id, depends_on)]:
            entry = self._entries[key] = (depends_on, make())
        return entry[1]


class TextCache(Generic[Result]):
    """The last result under each key, with the text that it was made from."""

    def __init__(self) -> None:
        self._entries: dict[Hashable, tuple[str, Result]] = {}
        _ALL.add(self)

    def clear(self) -> None:
        """Forgets every result."""
        self._entries.clear()

    def get(self, key: Hashable, text: str, make: Callable[[], Result]) -> Result:
        """The result under ``key``, made by ``make`` unless the cached one was made from the same text."""
        entry = self._entries.get(key)
        if entry is None or entry[0] != text:
            entry = self._entries[key] = (text, make())
        return entry[1]
