"""Makes a zero without a slash, for easy read, from the typeface's zero, which has a slash and no alternate glyph.

The outer contour of the digit stays, at every weight. The two halves of its inside become one, in the shape of the outer contour. On the site it is an
OpenType feature (``make.py``). For booklets, this script writes a font for each weight that only contains this digit:

    uv run --with fonttools --with brotli overrides/typeface/plain_zero.py
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.varLib.iup import iup_delta

HERE = Path(__file__).resolve().parent
WHOLE = HERE / "whole.woff2"
BOOKLETS = HERE.parent / "booklets/fonts/plain-zero"
DIGIT = "zero"
NAME = "Plain Zero"
WEIGHTS = {"Regular": 400, "Bold": 700}
Points = list[tuple[float, float]]


def main() -> None:
    """Writes a font file for each weight, for the easy-read booklets."""
    font = TTFont(WHOLE)
    mend(font, DIGIT)
    options = Options(layout_features=[], name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord("0")])
    subsetter.subset(font)
    for style, weight in WEIGHTS.items():
        static = instantiateVariableFont(font, {"wght": weight}, inplace=False)
        _call(static, style)
        static.save(BOOKLETS / f"PlainZero-{style}.ttf")


def mend(font: TTFont, name: str) -> None:
    """Replaces the two inner contours of the glyph ``name`` by one, in its outline and in its variations."""
    glyphs, variations = font["glyf"], font["gvar"].variations
    coordinates, ends, flags = glyphs[name].getCoordinates(glyphs)
    assert len(ends) == 3, "an outside and two halves of an inside"
    outer = ends[0] + 1
    old: Points = [*coordinates]
    inner = _inside(old, outer)
    for variation in variations[name]:
        whole = iup_delta(variation.coordinates, [*old, *_phantoms(font, name)], [*ends])
        moved = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(old, whole, strict=False)]
        inside = [(round(x - a), round(y - b)) for (x, y), (a, b) in zip(_inside(moved, outer), inner, strict=True)]
        variation.coordinates = [*whole[:outer], *inside, *whole[len(old) :]]
    digit = glyphs[name]
    digit.numberOfContours, digit.endPtsOfContours = 2, [outer - 1, 2 * outer - 1]
    digit.coordinates = GlyphCoordinates([(round(x), round(y)) for x, y in (*old[:outer], *inner)])
    digit.flags = bytearray([*flags[:outer], *reversed(flags[:outer])])
    digit.program = Program()
    digit.recalcBounds(glyphs)


def _inside(points: Points, outer: int) -> Points:
    """The inner contour: the outer one, scaled to the bounds of the two halves, and reversed, as the contour of a hole must be."""
    halves, rim = points[outer:], points[:outer]
    (left, right), (low, high) = (_bounds(halves, axis) for axis in (0, 1))
    (west, east), (south, north) = (_bounds(rim, axis) for axis in (0, 1))
    across, up = (right - left) / (east - west), (high - low) / (north - south)
    return [(left + (x - west) * across, low + (y - south) * up) for x, y in reversed(rim)]


def _bounds(points: Sequence[tuple[float, float]], axis: int) -> tuple[float, float]:
    values = [point[axis] for point in points]
    return min(values), max(values)


def _phantoms(font: TTFont, name: str) -> Points:
    width = font["hmtx"][name][0]
    return [(0, 0), (width, 0), (0, 0), (0, 0)]


def _call(font: Any, style: str) -> None:
    """Renames a font, so that no program mistakes it for the original typeface."""
    for record in list(font["name"].names):
        if record.nameID in {1, 16}:
            font["name"].setName(NAME, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in {2, 17}:
            font["name"].setName(style, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in {3, 4, 6}:
            whole = f"{NAME} {style}" if record.nameID != 6 else f"PlainZero-{style}"
            font["name"].setName(whole, record.nameID, record.platformID, record.platEncID, record.langID)


if __name__ == "__main__":
    main()
