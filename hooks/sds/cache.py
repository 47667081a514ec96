"""Results kept from save to save of a preview: a save changes one file, and what depends on the others is as it was."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Cache(Generic[Result]):
    """The last result under each key, with the objects that it depends on.

    A result is made again when one of those is no longer the very same object. Frozen records, and files that were not changed, stay the same objects.
    """

    def __init__(self) -> None:
        self._entries: dict[Hashable, tuple[tuple[object, ...], Result]] = {}

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

    def get(self, key: Hashable, text: str, make: Callable[[], Result]) -> Result:
        """The result under ``key``, made by ``make`` unless the cached one was made from the same text."""
        entry = self._entries.get(key)
        if entry is None or entry[0] != text:
            entry = self._entries[key] = (text, make())
        return entry[1]
