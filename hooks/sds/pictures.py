"""Composes the easy-read pictures: shared parts, placed on one small canvas, become one self-contained SVG.

A part is a file ``<name>.svg`` with its own viewBox. Three things in it are filled in here:

- a colour is a name (``fill="skin"``): the placed part may say ``skin: brown``, and the palette gives each name its value;
- a stroke ``line`` wide is the outline, as wide in every picture whatever the size of the part; ``9+line`` is a limb 9 wide with an outline round it;
- ``<hole name="face" part="calm" x="0" y="0" size="60"/>`` holds another part, here ``calm`` unless the placed part says ``face: sad``,
  and nothing if it is empty or the placed part says ``face: nothing``. Whatever else the hole says (``eyes="almond"``) holds inside it,
  unless the placed part says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

WIDTH, HEIGHT = 200, 150
LINE = 2.4
"""How wide every outline is, on that canvas."""

EMPTY = ("", "nothing")
PLACE = frozenset({"part", "x", "y", "size", "turn", "flip"})
FILE = re.compile(r'\s*<svg[^>]*\bviewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"[^>]*>(?P<inside>.*)</svg>\s*', re.DOTALL)
COLOUR = re.compile(r'\b(fill|stroke)="(?!none")([\w-]+)"')
STROKE = re.compile(r'\bstroke-width="(?:([\d.]+)\+)?line"')
HOLE = re.compile(r"<hole ([^>]*)/>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


class Picture(Protocol):
    """What is needed of a picture: its id, and its placed parts in the order in which they are drawn."""

    @property
    def id(self) -> str: ...
    @property
    def scene(self) -> Sequence[Mapping[str, str]]: ...


def read_parts(folder: Path) -> Mapping[str, str]:
    """The text of every part file in ``folder``, by part name, in order of name."""
    return {path.stem: _text(path, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.svg"))}


@lru_cache(maxsize=1024)  # a preview asks at each save, and reading hundreds of small files takes longer than asking when they changed
def _text(path: Path, changed: int) -> str:  # noqa: ARG001
    return path.read_text(encoding="utf-8")


def compose(picture: Picture, parts: Mapping[str, str], palette: Mapping[str, str]) -> str:
    """``picture`` as one SVG without ids, styles, scripts or references, on a ground of its own that shows on any page.

    ``parts`` is what :func:`read_parts` gives; ``palette`` gives the value of each colour name. Raises ValueError, naming the picture and
    the part, for a part or colour that does not exist, a place that is not a number, and a word that means nothing to the part.
    """
    drawing = _Drawing(picture.id, parts, palette)
    placed = "".join(drawing.placed(item) for item in picture.scene)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="16" fill="{drawing.colour("ground", "ground")}"/>'
        f'<g stroke-linecap="round" stroke-linejoin="round">{placed}</g></svg>'
    )


@dataclass
class _Drawing:
    """One picture in the making. ``used`` holds the words of the part being placed that some file has asked for."""

    picture: str
    parts: Mapping[str, str]
    palette: Mapping[str, str]
    used: set[str] = field(default_factory=set)

    def placed(self, item: Mapping[str, str]) -> str:
        """One line of the scene, drawn."""
        name = item.get("part", "")
        self.used = set(PLACE)
        drawn = self.part(name, item, {key: value for key, value in item.items() if key not in PLACE}, 1)
        if unknown := sorted(item.keys() - self.used):
            raise self.wrong(name, f'has nothing called "{unknown[0]}"')
        return drawn

    def part(self, name: str, place: Mapping[str, str], words: Mapping[str, str], outer: float) -> str:
        """Part ``name`` at ``place``, its colours and holes filled from ``words``; ``outer`` is how much the parts around it enlarge it."""
        if name not in self.parts:
            raise self.wrong(name, "does not exist")
        file = FILE.fullmatch(self.parts[name])
        if file is None:
            raise self.wrong(name, 'is not an SVG whose viewBox starts with "0 0"')
        width, height = float(file["width"]), float(file["height"])
        x, y, size, turn = (self.number(name, place, key) for key in ("x", "y", "size", "turn"))
        scale = size / width

        def hole(found: re.Match[str]) -> str:
            given = dict(ATTRIBUTE.findall(found[1]))
            asked = given.pop("name")
            self.used.add(asked)
            inner = words.get(asked, given["part"])
            return self.part(inner, given, {**{k: v for k, v in given.items() if k not in PLACE}, **words}, outer * scale) if inner not in EMPTY else ""

        def colour(found: re.Match[str]) -> str:
            self.used.add(found[2])
            return f'{found[1]}="{self.colour(name, words.get(found[2], found[2]))}"'

        def stroke(found: re.Match[str]) -> str:
            line = LINE / (outer * scale)
            return f'stroke-width="{float(found[1]) + 2 * line if found[1] else line:.3g}"'

        inside = HOLE.sub(hole, STROKE.sub(stroke, COLOUR.sub(colour, file["inside"].strip())))
        move = f"translate({x + size:g} {y:g}) scale({-scale:.4g} {scale:.4g})" if place.get("flip") == "yes" else f"translate({x:g} {y:g}) scale({scale:.4g})"
        return f'<g transform="{move}{f" rotate({turn:g} {width / 2:g} {height / 2:g})" if turn else ""}">{inside}</g>'

    def colour(self, part: str, name: str) -> str:
        if name not in self.palette:
            raise self.wrong(part, f'asks for the colour "{name}", which is not in the palette')
        return self.palette[name]

    def number(self, part: str, place: Mapping[str, str], key: str) -> float:
        try:
            return float(place.get(key, "0") if key == "turn" else place[key])
        except (KeyError, ValueError):
            raise self.wrong(part, f"needs a number as its {key}") from None

    def wrong(self, part: str, why: str) -> ValueError:
        return ValueError(f'Picture "{self.picture}": the part "{part}" {why}.')
