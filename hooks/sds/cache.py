"""Results that a preview keeps from save to save: a save changes one file, and what rests on the others is as it was."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Kept(Generic[Result]):
    """The last result under each name, with the objects that it rests on.

    A result is made again when one of those is no longer the very same object. Frozen records, and files that were not changed, stay the same objects.
    """

    def __init__(self) -> None:
        self._results: dict[Hashable, tuple[tuple[object, ...], Result]] = {}

    def of(self, name: Hashable, rests_on: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """The result under ``name``, made by ``make`` unless the kept one rests on the same objects."""
        kept = self._results.get(name)
        if kept is None or [*map(id, kept[0])] != [*map(id, rests_on)]:
            kept = self._results[name] = (rests_on, make())
        return kept[1]
