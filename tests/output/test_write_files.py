"""A build writes each file as it is made, and keeps none of them: a site of any size is built in the same memory."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

from sds.output.files import Files, write_files
from sds.progress import SILENT


class Text(str):
    """A text that can be watched."""

    __slots__ = ("__weakref__",)


def test_each_file_is_written_before_the_next_is_made_and_is_kept_no_longer(tmp_path: Path) -> None:
    alive = list[weakref.ref[Text]]()

    def maker(number: int) -> Callable[[], Text]:
        def make() -> Text:
            gc.collect()
            assert [one() for one in alive[:-1]] == [None] * max(len(alive) - 1, 0)
            assert all((tmp_path / f"{before}/index.html").exists() for before in range(number))
            made = Text(f"page {number}")
            alive.append(weakref.ref(made))
            return made

        return make

    write_files(Files({f"{number}/index.html": maker(number) for number in range(5)}), tmp_path, SILENT)
    assert [(tmp_path / f"{number}/index.html").read_text("utf-8") for number in range(5)] == [f"page {number}" for number in range(5)]


def test_what_others_write_is_left_to_them(tmp_path: Path) -> None:
    write_files(Files({"a.txt": lambda: "a", "b/c.bin": lambda: b"\xff"}), tmp_path, SILENT, {"a.txt"})
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["c.bin"]
