"""While one file cannot be read, that is the only problem: no rule counts or compares records of which some are unknown."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import ROOT, edit, with_theme
from sds.commands.check import all_problems
from sds.model.files import FILES
from sds.paths import CACHE
from sds.project import EarlierRun
from sds.reading.load import paths
from tiers import Sample

SPINE, WATER = "standards.yaml", "content/standards/water.yaml"
UNREAD: dict[str, Callable[[str], str]] = {
    "two versions that were not merged": lambda text: f"{text}<<<<<<< mine\n",
    "a tab": lambda text: f"{text}\tand:\n",
}


@pytest.mark.parametrize("slip", UNREAD)
def test_a_file_that_cannot_be_read_is_the_only_problem(small_easy_read: Path, slip: str) -> None:
    edit(small_easy_read, "content/easy-read/pages.yaml", '    checked: {by: the reading group, when: "2025-03-01"}\n', "")
    garden = with_theme(small_easy_read)
    edit(garden, WATER, "The by-law gives each ten beds a tap.", "The by-law gives each ten beds a tap, as Standard 2 says in component 1.10.")
    earlier = EarlierRun(garden)
    assert [problem for problem in all_problems(garden, earlier) if problem.level == "error"] == []
    for path in (path for file in FILES for path in paths(garden, file)):
        text = (garden / path).read_text("utf-8")
        (garden / path).write_text(UNREAD[slip](text), "utf-8")
        found = [str(problem) for problem in all_problems(garden, earlier) if problem.level == "error"]
        (garden / path).write_text(text, "utf-8")
        assert [one.partition(":")[0] for one in found] == [path], found


@pytest.mark.heavy
@pytest.mark.slow("checks a copy of the real content again and again")
def test_a_file_of_the_real_content_that_cannot_be_read_is_the_only_problem(tmp_path: Path, sample: Sample) -> None:
    for name in (SPINE, "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for folder in ("content", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    (ROOT / CACHE).mkdir(exist_ok=True)
    (tmp_path / CACHE).symlink_to(ROOT / CACHE)
    earlier = EarlierRun(tmp_path)
    assert all_problems(tmp_path, earlier) == []
    for path in sample(sorted(path for file in FILES for path in paths(tmp_path, file)), 13):
        text = (tmp_path / path).read_text("utf-8")
        (tmp_path / path).write_text(UNREAD["two versions that were not merged"](text), "utf-8")
        found = [str(problem) for problem in all_problems(tmp_path, earlier)]
        (tmp_path / path).write_text(text, "utf-8")
        assert [one.partition(":")[0] for one in found] == [path], found
