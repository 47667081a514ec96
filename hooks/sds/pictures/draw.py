"""Draws every easy-read picture, and reports to editors those that cannot be drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sds.cache import Cache
from sds.model.framework import Framework
from sds.paths import PARTS
from sds.pictures.compose import DrawingError, compose
from sds.pictures.parts import NAME, Parts
from sds.problem import Problem, counted
from sds.reading.load import Loaded
from sds.reading.yaml_lines import word_mended
from sds.reading.yaml_text import RESTORE
from sds.suggest import near, nearest

INSTEAD = f"Look up parts and their words in {PARTS}, and colours in the palette of this file."

_CACHE = Cache[tuple[Mapping[str, str], Mapping[str, DrawingError]]]()


def draw_pictures(loaded: Loaded, parts: Parts) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The SVG text of each picture by its id, and a problem for each picture that cannot be drawn and for each part that was refused."""
    framework = loaded.framework
    if framework is None:
        return {}, parts.problems
    inputs = (*framework.pictures, framework.palette, *parts.read.values())
    drawn, errors = _CACHE.get("pictures", inputs, lambda: _draw(framework, parts))
    # a part that was refused has a problem in its own file
    missing = Counter(error.part for error in errors.values() if error.part not in parts.read and not near(error.part, parts.read))
    gone = {part for part, count in missing.items() if count > 1 and re.fullmatch(NAME, part)}  # any other name was never that of a file
    problems = (_problem(loaded, id, error, parts) for id, error in errors.items() if error.part not in {*parts.refused, *gone})
    return drawn, (*parts.problems, *(_gone(part, missing[part]) for part in sorted(gone)), *problems)


def _gone(part: str, count: int) -> Problem:
    """The problem of a part that several pictures have, and that has no file: it was deleted or renamed."""
    return Problem(f"{PARTS}/{part}.svg", 1, f"This file is missing, and {counted(count, 'picture')} have the part in it.", RESTORE)


def _problem(loaded: Loaded, id: str, error: DrawingError, parts: Parts) -> Problem:
    """The problem of a picture that cannot be drawn, with what to write in its scene."""
    meant = near(error.part, parts.read) if error.part not in parts.read else ""
    assert loaded.framework
    problem = loaded.where.problem("pictures", id, ("scene", error.scene_index), str(error), _instead(error, meant, loaded.framework.palette))
    lines = loaded.where.documents[problem.path].text.split("\n")
    return replace(problem, replacement=word_mended(lines, problem.line, error.part, meant) if meant else None)


def _instead(error: DrawingError, meant: str, palette: Mapping[str, str]) -> str:
    if meant:
        return f'Did you mean "{meant}"?'
    if found := re.search(r"needs a number as its (\w+)", str(error)):
        return f"Write one, without other signs, as in {found[1]}: 40"
    if "lies outside" in str(error):
        return "Write an x and a y of which it lies inside."
    if "is wider than" in str(error):
        return "Write the size that it has in the picture: a digit may be doubled, or a 0 too many."
    if found := re.search(r'asks for the colour "([^"]*)"', str(error)):
        return nearest(found[1], palette)
    return INSTEAD


def _draw(framework: Framework, parts: Parts) -> tuple[Mapping[str, str], Mapping[str, DrawingError]]:
    """The SVG of each picture by its id, and the error of each picture that cannot be drawn."""
    drawn, errors = dict[str, str](), dict[str, DrawingError]()
    for picture in framework.pictures:
        try:
            drawn[picture.id] = compose(picture, parts.read, framework.palette)
        except DrawingError as error:
            errors[picture.id] = error
    return drawn, errors
