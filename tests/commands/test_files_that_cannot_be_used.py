"""If a command cannot read or write a file or folder, it says so in one line, without a traceback, and nothing that was typed is lost."""

from __future__ import annotations

import datetime
import errno
import os
from pathlib import Path

import pytest

from helpers import with_theme
from sds.__main__ import main
from sds.commands import contacts, fix
from sds.disk_cache import DiskCache
from sds.paths import CHANGES, CONTACTS, PUBLISHED, SCHEMAS, SPINE

WATER = "content/standards/water.yaml"


@pytest.fixture
def garden(small_situations: Path) -> Path:
    return with_theme(small_situations)


def in_place_of(file: Path) -> None:
    """Replaces a file by a folder, or a folder by a file."""
    if file.is_dir():
        file.rmdir()
    else:
        file.unlink(missing_ok=True)
        file.mkdir()
        return
    file.write_text("", "utf-8")


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (["record"], PUBLISHED),
        (["schemas"], SCHEMAS),
        (["changes", "--record"], CHANGES),
        (["version"], "content/versions"),
        (["format"], ".config/package-lock.json"),
    ],
)
def test_a_folder_in_the_place_of_a_file_is_told_in_one_line(garden: Path, arguments: list[str], path: str, capfd: pytest.CaptureFixture[str]) -> None:
    (garden / path).parent.mkdir(exist_ok=True)
    if path in {SCHEMAS, "content/versions"}:
        (garden / path).write_text("", "utf-8")
    else:
        in_place_of(garden / path)
    assert main(arguments, garden) == 1
    said = "".join(capfd.readouterr())
    assert path in said
    assert "Traceback" not in said
    assert len([line for line in said.splitlines() if path in line]) == 1, said


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes writing fail, as on a read-only disk. Patched, because an administrator who runs the tests may write anywhere."""

    def refused(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(self))

    for name in ("write_text", "write_bytes", "replace", "mkdir", "unlink"):
        monkeypatch.setattr(Path, name, refused)


def test_what_was_seen_of_contacts_is_told_where_it_cannot_be_written(
    small_situations: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small_situations / CONTACTS).read_bytes()
    refuse(monkeypatch)
    given = iter("ysq")
    assert contacts.main(["--by", "Ada"], small_situations, datetime.date(2026, 4, 2), lambda _: next(given)) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{CONTACTS} could not be written: Read-only file system. ")
    assert 'checked: {when: "2026-04-02", by: "Ada"}' in said
    assert (small_situations / CONTACTS).read_bytes() == before


def test_a_line_that_cannot_be_written_is_told_by_fix(garden: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = (garden / WATER).read_text("utf-8")
    (garden / WATER).write_text(text.replace("      why: The by-law gives", "      why: The by-law: it gives"), "utf-8")
    refuse(monkeypatch)
    assert fix.main([], garden) == 1
    assert capsys.readouterr().err.startswith(f"{WATER} could not be written: Read-only file system. ")


@pytest.mark.parametrize("arguments", [["record"], ["schemas"], ["changes", "--record"], ["version"]])
def test_a_disk_that_is_only_to_be_read_is_told_in_one_line(
    garden: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(monkeypatch)
    before = (garden / SPINE).read_bytes()
    assert main(arguments, garden) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(f" cannot be read or written: Read-only file system. Fix that and run {arguments[0]} again.")
    assert (garden / SPINE).read_bytes() == before


def test_results_of_earlier_runs_that_cannot_be_deleted_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "cache/old"
    old.parent.mkdir()
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    refuse(monkeypatch)
    DiskCache(old.parent, "", 1, ()).prune()
    assert old.exists()
