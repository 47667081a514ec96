"""Draws every easy-read picture, and reports to editors those that cannot be drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sds.cache import Cache
from sds.model.framework import Framework
from sds.paths import PARTS
from sds.pictures.compose import DrawingError, compose
from sds.pictures.parts import Parts
from sds.problem import Problem
from sds.reading.load import Loaded
from sds.reading.yaml_lines import word_mended
from sds.suggest import near, nearest

INSTEAD = f"Look up parts and their words in {PARTS}, and colours in the palette of this file."

_DRAWN = Cache[tuple[Mapping[str, str], Mapping[str, DrawingError]]]()


def drawings(loaded: Loaded, parts: Parts) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The SVG text of each picture by its id, and a problem for each picture that cannot be drawn and for each part that was refused."""
    framework = loaded.framework
    if framework is None:
        return {}, parts.problems
    rests_on = (*framework.pictures, framework.palette, *parts.read.values())
    drawn, undrawn = _DRAWN.get("pictures", rests_on, lambda: _draw(framework, parts))
    told = (_told(loaded, id, why, parts) for id, why in undrawn.items() if why.part not in parts.refused)  # of a part that was refused its own file tells
    return drawn, (*parts.problems, *told)


def _told(loaded: Loaded, id: str, why: DrawingError, parts: Parts) -> Problem:
    """The problem of a picture that cannot be drawn, with what to write in its scene."""
    meant = near(why.part, parts.read) if str(why).endswith("does not exist.") else ""
    assert loaded.framework
    problem = loaded.where.problem("pictures", id, ("scene", why.place), str(why), _instead(why, meant, loaded.framework.palette))
    lines = loaded.where.documents[problem.path].text.split("\n")
    return replace(problem, replacement=word_mended(lines, problem.line, why.part, meant) if meant else None)


def _instead(why: DrawingError, meant: str, palette: Mapping[str, str]) -> str:
    if meant:
        return f'Did you mean "{meant}"?'
    if found := re.search(r"needs a number as its (\w+)", str(why)):
        return f"Write one, without other signs, as in {found[1]}: 40"
    if "lies outside" in str(why):
        return "Write an x and a y of which it lies inside."
    if found := re.search(r'asks for the colour "([^"]*)"', str(why)):
        return nearest(found[1], palette)
    return INSTEAD


def _draw(framework: Framework, parts: Parts) -> tuple[Mapping[str, str], Mapping[str, DrawingError]]:
    """The SVG of each picture by its id, and the error of each picture that cannot be drawn."""
    drawn, undrawn = dict[str, str](), dict[str, DrawingError]()
    for picture in framework.pictures:
        try:
            drawn[picture.id] = compose(picture, parts.read, framework.palette)
        except DrawingError as why:
            undrawn[picture.id] = why
    return drawn, undrawn
