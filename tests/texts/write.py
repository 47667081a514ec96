"""Puts a text into some places of a project's files, and builds the site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers import SETTINGS
from sds.build import Site, build
from sds.model.in_print import curly
from sds.settings import Settings
from texts.fields import Place


@dataclass(frozen=True)
class Written:
    """The built site, the places that took the text, and the places that refused it, each with the message."""

    site: Site
    taken: tuple[Place, ...]
    refused: tuple[tuple[Place, str], ...]


def written(project: Path, at: Sequence[Place], text: Callable[[Place], str], settings: Settings = SETTINGS) -> Written:
    """Builds ``project`` with ``text`` at each place that accepts it. A place is taken out when a problem names its file and line.

    A problem on another line, such as one about a record whose name has changed, must quote the text.
    """
    clean = {file: (project / file).read_text("utf-8") for file in {place.file for place in at}}
    left, refused = list(at), list[tuple[Place, str]]()
    for _ in range(20):
        for file, whole in clean.items():
            (project / file).write_text(_with(whole, [place for place in left if place.file == file], text), "utf-8")
        problems = build(project, settings)
        if isinstance(problems, Site):
            return Written(problems, tuple(left), tuple(refused))
        gone: dict[Place, str] = {}
        for problem in problems:
            here = [place for place in left if (place.file, place.line) == (problem.path, problem.line)]
            named = [place for place in here or left if text(place) in str(problem) or curly(text(place)) in str(problem)]
            gone |= {place: str(problem) for place in named or here}
        assert gone, [str(problem) for problem in problems[:3]]
        refused += gone.items()
        left = [place for place in left if place not in gone]
    raise AssertionError("what is refused never ends")


def _with(whole: str, at: Sequence[Place], text: Callable[[Place], str]) -> str:
    for place in sorted(at, key=lambda one: -one.begin):
        quoted = "'" + text(place).replace("'", "''") + "'"
        whole = whole[: place.begin] + quoted + "\n" * whole[place.begin : place.end].count("\n") + whole[place.end :]
    return whole
