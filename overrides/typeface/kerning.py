"""Makes the fonts of the booklets quick to typeset with: their kerning in one table of pairs, and none where a line may break. Writes ``booklets/fonts`` anew.

Typst tries each line of a paragraph word by word. Where a space or a hyphen moves the letter after it (" w" by a hundredth of an em, " Y" by three), it must
set the line anew from its beginning, for each word that it tries: that took a fifth of the time of a text. The four tables of the original are searched one
after another. A table of pairs takes a third less time than one of classes, which first finds the class of each letter.

    uv run --with fonttools overrides/typeface/kerning.py
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import buildPairPosGlyphsSubtable, buildValue
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "booklets/fonts"

BREAKS = ("space", "hyphen", "endash", "emdash")
"""The glyphs after which Typst may break a line."""

Kerning = Mapping[tuple[str, str], int]


def main() -> None:
    """Changes each font file in place. A second run changes nothing more."""
    for path in FONTS.glob("*.ttf"):
        font = TTFont(path, recalcTimestamp=False)  # so that a second run writes the same bytes
        simplify(font)
        font.save(path)


def simplify(font: TTFont) -> None:
    """Replaces the lookups of the feature ``kern`` by one, of one subtable with all pairs, without those that begin with one of ``BREAKS``."""
    table, glyphs = font["GPOS"].table, font.getGlyphOrder()
    features = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern"]
    lookups = sorted({index for feature in features for index in feature.LookupListIndex})
    kerning: defaultdict[tuple[str, str], int] = defaultdict(int)
    for index in lookups:  # all lookups apply, one after another
        for pair, value in _pairs(table.LookupList.Lookup[index], glyphs).items():
            kerning[pair] += 0 if pair[0] in BREAKS else value
    values = {pair: (buildValue({"XAdvance": value}), None) for pair, value in kerning.items() if value}
    only = table.LookupList.Lookup[lookups[0]]
    only.LookupType, only.SubTable = 2, [buildPairPosGlyphsSubtable(values, font.getReverseGlyphMap())]
    for feature in features:
        feature.LookupListIndex = lookups[:1]


def _pairs(lookup: Any, glyphs: Sequence[str]) -> Kerning:
    """How far a lookup moves the second glyph of each pair. The first of its subtables that has the pair counts."""
    found: dict[tuple[str, str], int] = {}
    for subtable in lookup.SubTable:
        for pair, value in _subtable_pairs(getattr(subtable, "ExtSubTable", subtable), glyphs):
            found.setdefault(pair, getattr(value, "XAdvance", 0))
    return found


def _subtable_pairs(table: Any, glyphs: Sequence[str]) -> Iterator[tuple[tuple[str, str], Any]]:
    if table.Format == 1:
        for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
            yield from (((first, record.SecondGlyph), record.Value1) for record in pairs.PairValueRecord)
        return
    for first in table.Coverage.glyphs:
        row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
        yield from (((first, second), row[table.ClassDef2.classDefs.get(second, 0)].Value1) for second in glyphs)


if __name__ == "__main__":
    main()
