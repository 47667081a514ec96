"""A booklet is typeset again when one of its inputs has changed, and only then."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from helpers import ROOT
from sds import disk_cache
from sds.booklets.typeset_cache import TypesetCache


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A copy of the real templates, without the fonts."""
    return Path(shutil.copytree(ROOT / "overrides/booklets", tmp_path / "templates", ignore=shutil.ignore_patterns("fonts")))


def test_a_pdf_is_made_once_for_the_same_words_and_again_for_others(tmp_path: Path, templates: Path) -> None:
    made = list[str]()

    def ask(*inputs: str) -> bytes:
        def make(file: Path) -> None:
            made.append("|".join(inputs))
            file.write_text(made[-1], "utf-8")

        return TypesetCache(tmp_path / "kept", ".pdf", templates).file(inputs, make).read_bytes()

    assert [ask("full.typ", "a"), ask("full.typ", "a"), ask("full.typ", "b"), ask("easy.typ", "a"), ask("full.typ", "a")] == [
        b"full.typ|a",
        b"full.typ|a",
        b"full.typ|b",
        b"easy.typ|a",
        b"full.typ|a",
    ]
    assert made == ["full.typ|a", "full.typ|b", "easy.typ|a"]


def test_a_changed_template_and_another_typst_make_every_pdf_anew(tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[Path]()

    def make(file: Path) -> None:
        made.append(file)
        file.write_bytes(b"pdf")

    def ask() -> None:
        TypesetCache(tmp_path / "kept", ".pdf", templates).file(["words"], make)

    ask()
    ask()
    assert len(made) == 1
    with (templates / "full.typ").open("a", encoding="utf-8") as template:
        template.write("// another look\n")
    ask()
    assert len(made) == 2
    monkeypatch.setattr(disk_cache, "version", lambda _name: "99.0")
    ask()
    assert len(made) == 3


def test_what_no_build_asked_for_lately_is_deleted(tmp_path: Path, templates: Path) -> None:
    TypesetCache(tmp_path / "kept", ".pdf", templates).file(["old"], lambda file: file.write_bytes(b"old"))
    (old,) = (tmp_path / "kept").iterdir()
    os.utime(old, (0, 0))
    cache = TypesetCache(tmp_path / "kept", ".pdf", templates)
    cache.file(["new"], lambda file: file.write_bytes(b"new"))
    cache.prune()
    assert [path.read_bytes() for path in (tmp_path / "kept").iterdir()] == [b"new"]


def test_what_this_build_needs_stays_though_the_clock_of_the_disk_is_years_behind(tmp_path: Path, templates: Path) -> None:
    cache = TypesetCache(tmp_path / "kept", ".pdf", templates)
    file = cache.file(["words"], lambda file: file.write_bytes(b"pdf"))
    os.utime(file, (0, 0))
    cache.prune()
    assert file.read_bytes() == b"pdf"


def test_a_file_that_another_run_takes_away_meanwhile_stops_nothing(tmp_path: Path, templates: Path) -> None:
    cache = TypesetCache(tmp_path / "kept", ".pdf", templates)
    cache.file(["new"], lambda file: file.write_bytes(b"new"))
    (tmp_path / "kept" / "gone.part").symlink_to(tmp_path / "gone")  # a broken link: listed in the folder, but missing when it is examined
    cache.prune()
    assert b"new" in [path.read_bytes() for path in (tmp_path / "kept").iterdir() if path.exists()]


def test_where_nothing_can_be_kept_booklets_are_set_all_the_same(tmp_path: Path, templates: Path) -> None:
    (tmp_path / "kept").write_text("a file, where the folder has to be", "utf-8")
    file = TypesetCache(tmp_path / "kept" / "booklets", ".pdf", templates).file(["words"], lambda file: file.write_bytes(b"pdf"))
    assert file.read_bytes() == b"pdf"
