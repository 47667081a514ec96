"""Cuts the typeface into three web fonts: the characters of nearly every page, the rest, and large light digits.

A browser loads the last two only for pages that need them. Weights that no stylesheet uses are left out, and so are alternate glyphs. Kept are the hinting of
text, visible kerning, and the zero without a slash (OpenType feature ``ss01``), for easy read and for phone numbers: as a separate file it arrived late, and
the page was laid out twice. ``unicode-range`` in ``assets/css/fonts.css`` tells browsers which characters are in which file, and ``font-weight`` which weights.

    uv run --with fonttools --with brotli overrides/typeface/make.py
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from plain_zero import DIGIT, PLAIN, add_forms, mend

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets/fonts"
USUAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"%&'()+,-./:;?@\u00a0£·–—‘’“”…")  # noqa: RUF001 (the signs themselves)
"""1,492 of 1,543 pages need no other character of the typeface (28 November 2026)."""
TEXT = (400, 750)
"""The range of weights for text. 750 is a master of the typeface: with weights up to 800 the file would be larger by a third."""
LIGHT = (230, 230)
"""The weight for the numbers of standards. The stylesheets ask for 220 to 250: nobody sees the difference, and a single weight makes the file
a third smaller."""
LEAST_KERN = 10
"""In font units. Smaller kerning, which in text is less than a fifth of a pixel, is removed."""
XADVANCE = 4
"""The bit of a kerning table's ValueFormat for XAdvance, the only value that is kept: how far the next letter moves."""
UNUSED = ("HVAR", "MVAR", "STAT")
"""Tables that are not needed: for font menus (STAT), for lines that no stylesheet draws (MVAR), and for widths that follow from the outlines (HVAR)."""
FINE = 3
"""Font units (of 1,000 in an em) to which the changes of outlines in bolder weights are rounded: at most a fortieth of a pixel in text."""


@dataclass(frozen=True)
class Part:
    """A font file: its characters, its lightest and boldest weight, and its OpenType features."""

    signs: frozenset[int]
    weights: tuple[int, int]
    features: tuple[str, ...] = ("kern", "tnum", PLAIN)


def parts(all_signs: frozenset[int]) -> dict[str, Part]:
    """The font files, by name."""
    usual = frozenset(map(ord, USUAL))
    return {
        "atkinson-hyperlegible-next": Part(all_signs & usual, TEXT),
        "atkinson-hyperlegible-next-more": Part(all_signs - usual, TEXT, ("*",)),
        "atkinson-hyperlegible-next-light": Part(frozenset(map(ord, "0123456789")), LIGHT, ()),
    }


def with_plain_zero(file: Path) -> TTFont:
    """The font with an additional zero without a slash, for proportional and for tabular digits, and the feature that selects it."""
    font = TTFont(file)
    rules = font["GSUB"].table
    tabular = next(
        rules.LookupList.Lookup[at].SubTable[0].mapping[DIGIT]
        for record in rules.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for at in record.Feature.LookupListIndex
    )
    plain = {name: f"{name}.plain" for name in (DIGIT, tabular)}
    glyphs, variations, widths = font["glyf"], font["gvar"].variations, font["hmtx"]
    for name, other in plain.items():
        glyphs[other] = deepcopy(glyphs[name])
        variations[other] = deepcopy(variations[name])
        widths[other] = widths[name]
    font.getReverseGlyphMap(rebuild=True)
    mend(font, plain[DIGIT])
    glyphs[plain[tabular]].components[0].glyphName = plain[DIGIT]  # the tabular digit is the same glyph at another position
    add_forms(font, PLAIN, plain)  # after the lookup for tabular digits
    counted = BytesIO()
    font.save(counted)
    return TTFont(counted)


def kerned_alike(font: TTFont) -> None:
    """Gives all weights the kerning of the lightest. The bolder ones differ by a few thousandths, and that took a twelfth of the file."""
    if "GDEF" not in font:
        return
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = [one for some in table.PairSet for one in some.PairValueRecord] if table.Format == 1 else []
            pairs += [one for some in table.Class1Record for one in some.Class2Record] if table.Format == 2 else []
            for pair in pairs:
                pair.Value1.XAdvDevice = None
                pair.Value1.XAdvance *= abs(pair.Value1.XAdvance) >= LEAST_KERN
            table.ValueFormat1 = XADVANCE
    del font["GDEF"]


def rounded(font: TTFont) -> None:
    """Rounds the changes of each outline in bolder weights, so that there are only half as many different numbers to store."""
    for variations in font["gvar"].variations.values() if "gvar" in font else ():
        for one in variations:
            one.coordinates = [at and tuple(round(to / FINE) * FINE for to in at) for at in one.coordinates]


def main() -> None:
    """Writes the font files to the folder with the licence."""
    whole = HERE / "whole.woff2"
    for name, part in parts(frozenset(TTFont(whole).getBestCmap())).items():
        font = with_plain_zero(whole)
        # without names: the copyright notice is in OFL.txt
        subsetter = Subsetter(Options(layout_features=list(part.features), name_IDs=[], notdef_outline=True))
        subsetter.populate(unicodes=part.signs)
        subsetter.subset(font)
        font = instantiateVariableFont(font, {"wght": part.weights})
        for table in UNUSED:
            if table in font:
                del font[table]
        kerned_alike(font)
        rounded(font)
        font.flavor = "woff2"
        font.save(FONTS / f"{name}.woff2")


if __name__ == "__main__":
    main()
