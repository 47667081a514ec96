"""The files of a site, rendered lazily: a build reads them all, a preview only those that someone looks at."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from sds.output.holding import unwritten
from sds.progress import Progress

Content: TypeAlias = str | bytes


class Files(Mapping[str, Content]):
    """The content of every file, by its path in the output folder. ``makers`` has, by path, the functions that return it; results are cached."""

    def __init__(self, makers: Mapping[str, Callable[[], Content]]) -> None:
        self._makers = makers
        self._made: dict[str, Content] = {}

    def __getitem__(self, path: str) -> Content:
        if path not in self._made:
            self._made[path] = self._makers[path]()
        return self._made[path]

    def pop(self, path: str) -> Content:
        """The content of a file, which is then removed from the cache, because a build writes each file once."""
        content = self[path]
        del self._made[path]
        return content

    def __contains__(self, path: object) -> bool:
        return path in self._makers  # that of Mapping would render the file to see whether it exists

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def write_files(files: Files, folder: Path, progress: Progress, but: Collection[str] = ()) -> None:
    """Renders and writes every file to ``folder``, except those whose paths are in ``but``. Raises OutputError when a file cannot be written."""
    made, there = os.fspath(folder), set[str]()
    with progress.stage("Pages") as stage:
        for count, path in enumerate((path for path in files if path not in but), start=1):
            content = files.pop(path)
            place = f"{made}/{path}"
            above = place.rpartition("/")[0]
            try:
                if above not in there:
                    os.makedirs(above, exist_ok=True)  # noqa: PTH103 (pathlib takes three times as long, for each of 11,000 files)
                    there.add(above)
                with open(place, "wb") as file:  # noqa: PTH123 (the same)
                    file.write(content if isinstance(content, bytes) else content.encode())
            except OSError as error:
                raise unwritten(Path(place), error) from error
            stage.count(count, "files")
