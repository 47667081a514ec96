"""Every easy-read picture drawn, or what an editor has to put right in it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from sds.load import PARTS, Loaded
from sds.pictures import compose
from sds.problem import Problem
from sds.records import Picture

_LAST: list[tuple[object, Mapping[str, str]]] = []
"""What was drawn last and from what: a preview asks at each save, and pictures seldom change."""


def drawings(loaded: Loaded, parts: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The SVG text of each picture by its id, and a problem for each one that cannot be drawn.

    ``parts`` is what :func:`sds.pictures.read_parts` gives.
    """
    if loaded.framework is None:
        return {}, ()
    palette = loaded.framework.palette
    drawn_from = (loaded.framework.pictures, palette, parts)
    if _LAST and _LAST[0][0] == drawn_from:
        return _LAST[0][1], ()
    drawn, problems = dict[str, str](), list[Problem]()
    for picture in loaded.framework.pictures:
        try:
            drawn[picture.id] = _whole(compose(picture, parts, palette))
        except (ValueError, ElementTree.ParseError) as error:
            place = ("scene", _first_wrong(picture, parts, palette))
            instead = f"Look up parts and their words in {PARTS}, and colours in the palette of this file."
            problems.append(loaded.where.problem("pictures", picture.id, place, str(error), instead))
    if not problems:
        _LAST[:] = [(drawn_from, drawn)]
    return drawn, tuple(problems)


def _whole(svg: str) -> str:
    """``svg``, when it is well formed: a slip in the file of a part would stop the press and leave a hole in the page."""
    ElementTree.fromstring(svg)  # noqa: S314 (made by the project from its own files)
    return svg


def _first_wrong(picture: Picture, parts: Mapping[str, str], palette: Mapping[str, str]) -> int:
    """The place in the scene of the first part that cannot be drawn."""
    for index, item in enumerate(picture.scene):
        try:
            _whole(compose(picture.model_copy(update={"scene": (item,)}), parts, palette))
        except (ValueError, ElementTree.ParseError):
            return index
    return 0
