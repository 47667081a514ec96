"""Every easy-read picture drawn, or what an editor has to put right in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sds.cache import Cache
from sds.model.framework import Framework
from sds.paths import PARTS
from sds.pictures.compose import DrawingError, compose
from sds.pictures.parts import Parts
from sds.problem import Problem
from sds.reading.load import Loaded
from sds.suggest import near, nearest

INSTEAD = f"Look up parts and their words in {PARTS}, and colours in the palette of this file."

_DRAWN = Cache[tuple[Mapping[str, str], Mapping[str, DrawingError]]]()


def drawings(loaded: Loaded, parts: Parts) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The SVG text of each picture by its id, and a problem for each one that cannot be drawn and each part that was refused."""
    framework = loaded.framework
    if framework is None:
        return {}, parts.problems
    rests_on = (*framework.pictures, framework.palette, *parts.read.values())
    drawn, undrawn = _DRAWN.get("pictures", rests_on, lambda: _draw(framework, parts))
    told = (  # of a part that was refused its own file tells
        loaded.where.problem("pictures", id, ("scene", why.place), str(why), _instead(why, parts, framework.palette))
        for id, why in undrawn.items()
        if why.part not in parts.refused
    )
    return drawn, (*parts.problems, *told)


def _instead(why: DrawingError, parts: Parts, palette: Mapping[str, str]) -> str:
    """What to write in a scene in place of what cannot be drawn."""
    if str(why).endswith("does not exist.") and (meant := near(why.part, parts.read)):
        return f'Did you mean "{meant}"?'
    if found := re.search(r"needs a number as its (\w+)", str(why)):
        return f"Write one, without other signs, as in {found[1]}: 40"
    if found := re.search(r'asks for the colour "([^"]*)"', str(why)):
        return nearest(found[1], palette)
    return INSTEAD


def _draw(framework: Framework, parts: Parts) -> tuple[Mapping[str, str], Mapping[str, DrawingError]]:
    """Each picture by its id, and for each that cannot be drawn the reason."""
    drawn, undrawn = dict[str, str](), dict[str, DrawingError]()
    for picture in framework.pictures:
        try:
            drawn[picture.id] = compose(picture, parts.read, framework.palette)
        except DrawingError as why:
            undrawn[picture.id] = why
    return drawn, undrawn
