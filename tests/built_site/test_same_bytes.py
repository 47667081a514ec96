"""Reproducible builds: what a build writes depends only on the project's files, so that rebuilding a release gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import ENVIRONMENT, ROOT
from sds.commands.debian import FAKETIME, find_or_install
from sds.output.holding import MANIFEST, files_in

pytestmark = pytest.mark.long("builds the whole site twice, with nothing kept from builds before")
WRITTEN = ("standards.yaml", "mkdocs.yml", "content", "overrides", "hooks")


def project(folder: Path) -> Path:
    """A copy of the real project with other file times, without git history and caches."""
    folder.mkdir(parents=True)
    for name in WRITTEN:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    return folder


def build(folder: Path, *before: str, **variables: str) -> Path:
    """The site of a project, built without MkDocs. ``before`` is a command prefix such as faketime; ``variables`` are environment variables."""
    command = [*before, sys.executable, "-m", "sds", "build", "--no-mkdocs", "out"]
    done = subprocess.run(
        command, cwd=folder, env={**ENVIRONMENT, "PYTHONPATH": str(folder / "hooks"), **variables}, capture_output=True, text=True, timeout=1500, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


def test_two_builds_in_two_folders_under_two_clocks_languages_and_time_zones_are_the_same(tmp_path: Path) -> None:
    faketime = find_or_install(FAKETIME)
    first = build(project(tmp_path / "a"), TZ="Europe/London", LANG="C.UTF-8", PYTHONHASHSEED="0")
    other = project(tmp_path / "another folder" / "b")
    for path in other.rglob("*"):
        os.utime(path, (1_577_000_000, 1_577_000_000))
    second = build(other, faketime, "2031-03-03 23:59:00", TZ="Pacific/Auckland", LANG="C", LC_ALL="C", PYTHONHASHSEED="7")
    names = [sorted(path for path, _ in files_in(site)) for site in (first, second)]
    assert names[0] == names[1]
    assert len(names[0]) > 1000
    assert [path for path in (*names[0], MANIFEST) if (first / path).read_bytes() != (second / path).read_bytes()] == []
