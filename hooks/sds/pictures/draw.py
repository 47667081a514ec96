"""Draws every easy-read picture, and reports to editors those that cannot be drawn."""

from __future__ import annotations

from collections.abc import Mapping

from sds.cache import Cache
from sds.model.framework import Framework
from sds.paths import PARTS
from sds.pictures.compose import DrawingError, compose
from sds.pictures.parts import Parts
from sds.problem import Problem
from sds.reading.load import Loaded

INSTEAD = f"Look up parts and their words in {PARTS}, and colours in the palette of this file."

_DRAWN = Cache[tuple[Mapping[str, str], Mapping[str, DrawingError]]]()


def drawings(loaded: Loaded, parts: Parts) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The SVG text of each picture by its id, and a problem for each picture that cannot be drawn and for each part that was refused."""
    framework = loaded.framework
    if framework is None:
        return {}, parts.problems
    rests_on = (*framework.pictures, framework.palette, *parts.read.values())
    drawn, undrawn = _DRAWN.get("pictures", rests_on, lambda: _draw(framework, parts))
    told = (  # of a part that was refused its own file tells
        loaded.where.problem("pictures", id, ("scene", why.place), str(why), INSTEAD) for id, why in undrawn.items() if why.part not in parts.refused
    )
    return drawn, (*parts.problems, *told)


def _draw(framework: Framework, parts: Parts) -> tuple[Mapping[str, str], Mapping[str, DrawingError]]:
    """The SVG of each picture by its id, and the error of each picture that cannot be drawn."""
    drawn, undrawn = dict[str, str](), dict[str, DrawingError]()
    for picture in framework.pictures:
        try:
            drawn[picture.id] = compose(picture, parts.read, framework.palette)
        except DrawingError as why:
            undrawn[picture.id] = why
    return drawn, undrawn
