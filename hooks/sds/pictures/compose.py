"""Composes an easy-read picture: places shared parts on one small canvas and returns one self-contained SVG.

A part (:mod:`sds.pictures.parts`) leaves three things to be filled in here. The values come from the item of the scene that places the part:

- A colour is a name, such as ``fill="skin"``. The item may replace it by another name (``skin: brown``). The palette gives the value of each name.
- ``stroke-width="line"`` is the outline, which has the same width in every picture, however much the part is scaled.
  ``stroke-width="9+line"`` is a limb 9 wide with an outline on both sides.
- ``<hole name="face" part="calm" x="0" y="0" size="60"/>`` is a slot for another part: ``calm``, unless the item says ``face: sad``.
  The slot stays empty if its ``part`` is empty or the item says ``face: nothing``. Any other attribute of the hole (``eyes="almond"``) is a default value
  for the part in the slot, and the item may override it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sds.pictures.parts import Part, Shape

WIDTH, HEIGHT = 200, 150
OUTLINE = 2.4
"""The width of every outline, in units of the canvas."""

NO_PART = ("", "nothing")
PLACEMENT = frozenset({"part", "x", "y", "size", "turn", "flip"})


WIDEST = 1.25
"""How many times as wide as the picture a part may be. One that covers it may reach over its edges."""


class Picture(Protocol):
    """What :func:`compose` needs of a picture: its id, and its scene: the placed parts, from back to front."""

    @property
    def id(self) -> str: ...
    @property
    def scene(self) -> Sequence[Mapping[str, str]]: ...


class DrawingError(ValueError):
    """A picture that cannot be drawn: the position in its scene (from 0), the name of the faulty part, and a message for the editor."""

    def __init__(self, scene_index: int, part: str, why: str) -> None:
        super().__init__(why)
        self.scene_index, self.part = scene_index, part


def compose(picture: Picture, parts: Mapping[str, Part], palette: Mapping[str, str]) -> str:
    """Draws ``picture`` as one SVG without ids, styles, scripts or references. It has its own background, so it shows on any page.

    ``palette`` maps each colour name to its value. Raises :class:`DrawingError` if a part or colour does not exist, a part contains itself or lies outside
    the canvas, a position or size is not a number, or the scene sets a value that the part does not use.
    """
    drawing = _Drawing(picture.id, parts, palette)
    placed = "".join(drawing.place(place, item) for place, item in enumerate(picture.scene))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="16" fill="{drawing.colour("ground", "ground")}"/>'
        f'<g stroke-linecap="round" stroke-linejoin="round">{placed}</g></svg>'
    )


@dataclass
class _Drawing:
    """The state while one picture is drawn. ``scene_index`` is the position in the scene of the part that is being placed. ``used`` collects the keys that this
    part and the parts in it have looked up, to find keys that mean nothing."""

    picture: str
    parts: Mapping[str, Part]
    palette: Mapping[str, str]
    scene_index: int = 0
    used: set[str] = field(default_factory=set)

    def place(self, scene_index: int, item: Mapping[str, str]) -> str:
        """Draws one item of the scene."""
        self.scene_index, self.used = scene_index, set(PLACEMENT)
        name = item.get("part", "")
        drawn = self.part(name, item, {key: value for key, value in item.items() if key not in PLACEMENT}, 1, ())
        if unknown := sorted(item.keys() - self.used):
            raise self.wrong(name, f'has nothing called "{unknown[0]}"')
        x, y, size = (self.number(name, item, key) for key in ("x", "y", "size"))
        if not (-size < x < WIDTH and -size * self.parts[name].height / self.parts[name].width < y < HEIGHT):
            raise self.wrong(name, f"lies outside the picture, which is {WIDTH} wide and {HEIGHT} high")
        if size > WIDEST * WIDTH:
            raise self.wrong(name, f"is wider than the picture, which is {WIDTH} wide and {HEIGHT} high")
        return drawn

    def part(self, name: str, place: Mapping[str, str], values: Mapping[str, str], outer_scale: float, around: tuple[str, ...]) -> str:
        """Draws part ``name`` at ``place``. ``values`` fills its colours and holes, ``outer_scale`` is the scale of the enclosing parts together, ``around``
        their names."""
        if name in around:
            raise self.wrong(name, "contains itself")
        if name not in self.parts:
            raise self.wrong(name, "does not exist")
        part = self.parts[name]
        x, y, size, turn = (self.number(name, place, key) for key in ("x", "y", "size", "turn"))
        if size <= 0:
            raise self.wrong(name, "needs a size of more than 0")
        scale = size / part.width
        inside = "".join(self.shape(name, shape, values, outer_scale * scale, (*around, name)) for shape in part.shapes)
        move = f"translate({x + size:g} {y:g}) scale({-scale:.4g} {scale:.4g})" if place.get("flip") == "yes" else f"translate({x:g} {y:g}) scale({scale:.4g})"
        return f'<g transform="{move}{f" rotate({turn:g} {part.width / 2:g} {part.height / 2:g})" if turn else ""}">{inside}</g>'

    def shape(self, name: str, shape: Shape, values: Mapping[str, str], scale: float, around: tuple[str, ...]) -> str:
        """Draws one shape of part ``name``; for a hole, draws the part that fills it."""
        if shape.tag == "hole":
            slot = shape.attributes["name"]
            self.used.add(slot)
            filled = values.get(slot, shape.attributes["part"])
            inner = {key: value for key, value in shape.attributes.items() if key not in PLACEMENT and key != "name"}
            return "" if filled in NO_PART else self.part(filled, shape.attributes, {**inner, **values}, scale, around)
        attributes = "".join(f' {key}="{self.attribute(name, key, value, values, scale)}"' for key, value in shape.attributes.items())
        if not shape.children:
            return f"<{shape.tag}{attributes}/>"
        return f"<{shape.tag}{attributes}>{''.join(self.shape(name, one, values, scale, around) for one in shape.children)}</{shape.tag}>"

    def attribute(self, name: str, key: str, value: str, values: Mapping[str, str], scale: float) -> str:
        """The value of one attribute: colours are looked up in the palette, and outlines are divided by the scale so that all have the same width."""
        if key in {"fill", "stroke"} and value != "none":
            self.used.add(value)
            return self.colour(name, values.get(value, value))
        if key == "stroke-width" and value.endswith("line"):
            line = OUTLINE / scale
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
        return DrawingError(self.scene_index, part, f'Picture "{self.picture}": the part "{part}" {why}.')
