"""The files of a site, each made when it is first read: a build reads them all, a preview only those that someone looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

Content: TypeAlias = str | bytes


class Files(Mapping[str, Content]):
    """Every file by its path in the site's folder. ``makers`` make the text or bytes of each; each is asked once at most."""

    def __init__(self, makers: Mapping[str, Callable[[], Content]]) -> None:
        self._makers = makers
        self._made: dict[str, Content] = {}

    def __getitem__(self, path: str) -> Content:
        if path not in self._made:
            self._made[path] = self._makers[path]()
        return self._made[path]

    def __contains__(self, path: object) -> bool:
        return path in self._makers  # a mapping's own way would make the file to see whether it is there

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
