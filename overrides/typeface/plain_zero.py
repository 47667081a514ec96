"""Makes a zero without a slash, for easy read, from the typeface's zero, which has a slash and no alternate glyph.

The outer contour of the digit stays, at every weight. The two halves of its inside become one, in the shape of the outer contour. It is an OpenType feature:
as a font of its own, it would divide each number with a zero, for who copies it or has it read aloud. On the site, ``make.py`` adds it. This script adds it
to the fonts of the booklets; a second run changes nothing more:

    uv run --with fonttools --with brotli overrides/typeface/plain_zero.py
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.varLib.instancer import instantiateVariableFont
from fontTools.varLib.iup import iup_delta

HERE = Path(__file__).resolve().parent
WHOLE = HERE / "whole.woff2"
BOOKLETS = HERE.parent / "booklets/fonts"
DIGIT, PLAIN_DIGIT = "zero", "zero.plain"
PLAIN = "ss01"
"""The OpenType feature with which stylesheets and booklets ask for the zero without a slash."""
WEIGHTS = {"Regular": 400, "Bold": 700}
Points = list[tuple[float, float]]


def main() -> None:
    """Adds the zero without a slash to each font of the booklets."""
    for style, weight in WEIGHTS.items():
        path = BOOKLETS / f"AtkinsonHyperlegibleNext-{style}.ttf"
        font, whole = TTFont(path, recalcTimestamp=False), TTFont(WHOLE)
        if PLAIN_DIGIT in font.getGlyphOrder():
            continue
        mend(whole, DIGIT)
        font["glyf"][PLAIN_DIGIT] = instantiateVariableFont(whole, {"wght": weight})["glyf"][DIGIT]
        font["hmtx"][PLAIN_DIGIT] = font["hmtx"][DIGIT]
        font.getReverseGlyphMap(rebuild=True)
        add_forms(font, PLAIN, {DIGIT: PLAIN_DIGIT})
        font.save(path)


def add_forms(font: TTFont, feature: str, glyphs: Mapping[str, str]) -> None:
    """Adds an OpenType ``feature`` that replaces each of ``glyphs`` by another, after all other replacements."""
    rules = font["GSUB"].table
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable = 1, 0, [otTables.SingleSubst()]
    lookup.SubTable[0].mapping = dict(glyphs)
    rules.LookupList.Lookup.append(lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = feature, otTables.Feature()
    record.Feature.FeatureParams, record.Feature.LookupListIndex = None, [len(rules.LookupList.Lookup) - 1]
    before = rules.FeatureList.FeatureRecord
    after = sorted([*before, record], key=lambda one: one.FeatureTag)
    new = [next(at for at, one in enumerate(after) if one is old) for old in before]
    for script in rules.ScriptList.ScriptRecord:
        for language in (script.Script.DefaultLangSys, *(one.LangSys for one in script.Script.LangSysRecord)):
            if language is not None:
                language.FeatureIndex = sorted([*(new[at] for at in language.FeatureIndex), after.index(record)])
    rules.FeatureList.FeatureRecord = after


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


if __name__ == "__main__":
    main()
