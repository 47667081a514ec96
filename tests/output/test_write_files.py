"""A build writes each file as soon as it is made and does not keep it, so that memory does not grow with the size of the site."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from sds.output.files import Files, write_files
from sds.output.folder import STAGING
from sds.output.holding import OutputError
from sds.output.one_build import one_build
from sds.paths import CACHE
from sds.progress import SILENT


class Text(str):
    """A string that weak references can point to, to see when it is freed."""

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


@pytest.mark.parametrize("path", ["a.txt", "deep/down/a.txt"])
def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path, path: str) -> None:
    (tmp_path / STAGING).write_text("a file in its place", "utf-8")
    with pytest.raises(OutputError, match=r"^The site could not be made: .+ \(.*\.site-new.*\)\. The last site is as it was\. Fix that and build again\.$"):
        write_files(Files({path: lambda: "a"}), tmp_path / STAGING, SILENT)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_file_that_a_full_disk_has_no_room_for_is_named(tmp_path: Path) -> None:
    (tmp_path / "full").symlink_to("/dev/full")
    with pytest.raises(OutputError, match=r"^The site could not be made: No space left on device \(.*/full\)\."):
        write_files(Files({"full": lambda: "a"}), tmp_path, SILENT)


def test_what_goes_wrong_while_a_file_is_made_is_not_said_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_files(Files({"a.txt": (tmp_path / "gone").read_bytes}), tmp_path, SILENT)


def test_a_cache_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / CACHE).write_text("a file in its place", "utf-8")
    with pytest.raises(OutputError, match=rf"^The site could not be made: .+ \(.*{CACHE}.*\)\. The last site is as it was\."), one_build(tmp_path / STAGING):
        raise AssertionError("nothing is built")


def test_an_error_of_the_build_itself_is_not_said_of_the_cache(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), one_build(tmp_path / STAGING):
        raise PermissionError(13, "Permission denied", "content")
