"""All that editors write, read and checked: what a build makes pages from, and what ``check`` looks at without a build."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sds.checks import diagnostics
from sds.disk_cache import code
from sds.easy_read.judged_cache import JudgedCache
from sds.markdown_pages.read import HandWritten, read_pages
from sds.paths import JUDGED_CACHE, PARSE_CACHE, PARTS
from sds.pictures.draw import drawings
from sds.pictures.parts import read_parts
from sds.problem import Problem
from sds.reading.load import Loaded, load
from sds.reading.parse_cache import ParseCache


class EarlierRun:
    """What earlier runs left on disk in the folder of a project, for whoever only checks its content."""

    def __init__(self, root: Path) -> None:
        same = code()
        self.parsed, self.judged = ParseCache(root / PARSE_CACHE, same), JudgedCache(root / JUDGED_CACHE, same)

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        self.parsed.prune()
        self.judged.prune()


@dataclass(frozen=True)
class Project:
    """The YAML files, the drawn pictures by their ids, the hand-written pages, and what is wrong in all of these, in file and line order."""

    loaded: Loaded
    drawn: Mapping[str, str]
    by_hand: tuple[HandWritten, ...]
    found: tuple[Problem, ...]
    """Errors and warnings."""

    @property
    def files(self) -> list[str]:
        """Every file that is read, by its path in the project."""
        return sorted({*self.loaded.where.documents, *(page.path for page in self.by_hand), *(problem.path for problem in self.found)})

    @property
    def errors(self) -> list[Problem]:
        """What stops a build."""
        return [problem for problem in self.found if problem.level == "error"]


def read_project(root: Path, today: datetime.date, earlier: EarlierRun | None = None) -> Project:
    """What stands in the files under ``root``, judged as on the day ``today``. Where links of pages lead is judged with the page plan.

    ``earlier`` may know from an earlier run what has not changed since.
    """
    loaded = load(root, earlier.parsed.parse) if earlier else load(root)
    drawn, undrawn = drawings(loaded, read_parts(root, PARTS))
    by_hand, wrong_by_hand = read_pages(root)
    found = sorted({*diagnostics(loaded, today, earlier.judged if earlier else None), *undrawn, *wrong_by_hand})
    return Project(loaded, drawn, by_hand, tuple(found))
