"""Composes the easy-read pictures: shared parts, placed on one small canvas, become one self-contained SVG.

Three things in a part (:mod:`sds.pictures.parts`) are filled in here:

- a colour is a name (``fill="skin"``): the placed part may say ``skin: brown``, and the palette gives each name its value;
- a stroke ``line`` wide is the outline, as wide in every picture whatever the size of the part; ``9+line`` is a limb 9 wide with an outline round it;
- ``<hole name="face" part="calm" x="0" y="0" size="60"/>`` holds another part, here ``calm`` unless the placed part says ``face: sad``,
  and nothing if it is empty or the placed part says ``face: nothing``. Whatever else the hole says (``eyes="almond"``) holds inside it,
  unless the placed part says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sds.pictures.parts import Part, Shape

WIDTH, HEIGHT = 200, 150
LINE = 2.4
"""How wide every outline is, on that canvas."""

EMPTY = ("", "nothing")
PLACE = frozenset({"part", "x", "y", "size", "turn", "flip"})


class Picture(Protocol):
    """What is needed of a picture: its id, and its placed parts in the order in which they are drawn."""

    @property
    def id(self) -> str: ...
    @property
    def scene(self) -> Sequence[Mapping[str, str]]: ...


class DrawingError(ValueError):
    """Why a picture cannot be drawn: the place in its scene, the name of the part that is at fault, and what is wrong in words."""

    def __init__(self, place: int, part: str, why: str) -> None:
        super().__init__(why)
        self.place, self.part = place, part


def compose(picture: Picture, parts: Mapping[str, Part], palette: Mapping[str, str]) -> str:
    """``picture`` as one SVG without ids, styles, scripts or references, on a ground of its own that shows on any page.

    ``palette`` gives the value of each colour name. Raises :class:`DrawingError` for a part or colour that does not exist, a part that contains itself
    or lies outside the picture, a place that is not a number, and a word that means nothing to the part.
    """
    drawing = _Drawing(picture.id, parts, palette)
    placed = "".join(drawing.placed(place, item) for place, item in enumerate(picture.scene))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="16" fill="{drawing.colour("ground", "ground")}"/>'
        f'<g stroke-linecap="round" stroke-linejoin="round">{placed}</g></svg>'
    )


@dataclass
class _Drawing:
    """One picture in the making. ``at`` is the place in the scene of the part being placed; ``used`` holds the words that some file has asked for."""

    picture: str
    parts: Mapping[str, Part]
    palette: Mapping[str, str]
    at: int = 0
    used: set[str] = field(default_factory=set)

    def placed(self, place: int, item: Mapping[str, str]) -> str:
        """One line of the scene, drawn."""
        self.at, self.used = place, set(PLACE)
        name = item.get("part", "")
        drawn = self.part(name, item, {key: value for key, value in item.items() if key not in PLACE}, 1, ())
        if unknown := sorted(item.keys() - self.used):
            raise self.wrong(name, f'has nothing called "{unknown[0]}"')
        x, y, size = (self.number(name, item, key) for key in ("x", "y", "size"))
        if not (-size < x < WIDTH and -size * self.parts[name].height / self.parts[name].width < y < HEIGHT):
            raise self.wrong(name, f"lies outside the picture, which is {WIDTH} wide and {HEIGHT} high")
        return drawn

    def part(self, name: str, place: Mapping[str, str], words: Mapping[str, str], outer: float, around: tuple[str, ...]) -> str:
        """Part ``name`` at ``place``, its colours and holes filled from ``words``; ``outer`` is how much the parts ``around`` it enlarge it."""
        if name in around:
            raise self.wrong(name, "contains itself")
        if name not in self.parts:
            raise self.wrong(name, "does not exist")
        part = self.parts[name]
        x, y, size, turn = (self.number(name, place, key) for key in ("x", "y", "size", "turn"))
        if size <= 0:
            raise self.wrong(name, "needs a size of more than 0")
        scale = size / part.width
        inside = "".join(self.shape(name, shape, words, outer * scale, (*around, name)) for shape in part.shapes)
        move = f"translate({x + size:g} {y:g}) scale({-scale:.4g} {scale:.4g})" if place.get("flip") == "yes" else f"translate({x:g} {y:g}) scale({scale:.4g})"
        return f'<g transform="{move}{f" rotate({turn:g} {part.width / 2:g} {part.height / 2:g})" if turn else ""}">{inside}</g>'

    def shape(self, name: str, shape: Shape, words: Mapping[str, str], scale: float, around: tuple[str, ...]) -> str:
        """One shape of part ``name``; of a hole, the part that fills it."""
        if shape.tag == "hole":
            asked = shape.says["name"]
            self.used.add(asked)
            filled = words.get(asked, shape.says["part"])
            inner = {key: value for key, value in shape.says.items() if key not in PLACE and key != "name"}
            return "" if filled in EMPTY else self.part(filled, shape.says, {**inner, **words}, scale, around)
        says = "".join(f' {key}="{self.said(name, key, value, words, scale)}"' for key, value in shape.says.items())
        if not shape.inside:
            return f"<{shape.tag}{says}/>"
        return f"<{shape.tag}{says}>{''.join(self.shape(name, one, words, scale, around) for one in shape.inside)}</{shape.tag}>"

    def said(self, name: str, key: str, value: str, words: Mapping[str, str], scale: float) -> str:
        """What a shape says, with its colour looked up and its outline as wide as everywhere."""
        if key in {"fill", "stroke"} and value != "none":
            self.used.add(value)
            return self.colour(name, words.get(value, value))
        if key == "stroke-width" and value.endswith("line"):
            line = LINE / scale
            limb = value.removesuffix("line").removesuffix("+")
            return f"{float(limb) + 2 * line if limb else line:.3g}"
        return value

    def colour(self, part: str, name: str) -> str:
        if name not in self.palette:
            raise self.wrong(part, f'asks for the colour "{name}", which is not in the palette')
        return self.palette[name]

    def number(self, part: str, place: Mapping[str, str], key: str) -> float:
        try:
            number = float(place.get(key, "0") if key == "turn" else place[key])
        except (KeyError, ValueError):
            number = math.nan
        if not math.isfinite(number):
            raise self.wrong(part, f"needs a number as its {key}")
        return number

    def wrong(self, part: str, why: str) -> DrawingError:
        return DrawingError(self.at, part, f'Picture "{self.picture}": the part "{part}" {why}.')
