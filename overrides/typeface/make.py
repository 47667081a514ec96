"""Cuts the typeface in three: the letters and signs of nearly every page, the rest, and large light digits.

A browser fetches the last two only for a page that has one of them. Weights that no style asks for are left out, and so are alternate forms; hints stay in
text, of the kerning what an eye sees, and so does a 0 without a bar, the form ``ss01``, for easy read and for numbers to call: in a file of its own it came
late, and the page was laid out twice. Which letters stand in which file is said to browsers by ``unicode-range`` in ``assets/css/fonts.css``, and the weights
by ``font-weight``.

    uv run --with fonttools --with brotli overrides/typeface/make.py
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib.instancer import instantiateVariableFont
from plain_zero import DIGIT, mend

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets/fonts"
USUAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"%&'()+,-./:;?@\u00a0£·–—‘’“”…")  # noqa: RUF001 (the signs themselves)
"""Of 1,543 pages 1,492 have no other sign of the typeface (28 November 2026)."""
TEXT = (400, 750)
"""The weights of text. 750 is a weight that the typeface was drawn in: up to 800 the file would be larger by a third."""
LIGHT = (230, 230)
"""That of the numbers of standards, 220 to 250 in the styles: no eye sees the difference, and one weight is a third smaller."""
LEAST_KERN = 10
"""Units: pairs that a fifth of a pixel parts or joins, in text, are left as they stand."""
XADVANCE = 4
"""The bit by which a table of kerning says that it has one number for each pair: how far the next letter moves."""
PLAIN = "ss01"
"""How styles ask for a 0 without a bar: the name of a form that a typeface may have beside its usual ones."""
UNUSED = ("HVAR", "MVAR", "STAT")
"""Tables for programs with a menu of fonts, for lines that no style draws by them, and for widths, which stand beside the outlines, too."""
FINE = 3
"""Units, of 1,000 in a letter's height, to which what a bolder weight changes of an outline is rounded: a fortieth of a pixel in text at most."""


@dataclass(frozen=True)
class Part:
    """A file: its signs, its weights from and to, and the forms it has beside the usual ones."""

    signs: frozenset[int]
    weights: tuple[int, int]
    features: tuple[str, ...] = ("kern", "tnum", PLAIN)


def parts(all_signs: frozenset[int]) -> dict[str, Part]:
    """The files by their names."""
    usual = frozenset(map(ord, USUAL))
    return {
        "atkinson-hyperlegible-next": Part(all_signs & usual, TEXT),
        "atkinson-hyperlegible-next-more": Part(all_signs - usual, TEXT, ("*",)),
        "atkinson-hyperlegible-next-light": Part(frozenset(map(ord, "0123456789")), LIGHT, ()),
    }


def with_plain_zero(file: Path) -> TTFont:
    """The font of a file and in it, for its 0 and for that among digits of one width, the same without a bar, and the form by which it is asked for."""
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
    glyphs[plain[tabular]].components[0].glyphName = plain[DIGIT]  # the other is the same in another place
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable = 1, 0, [otTables.SingleSubst()]
    lookup.SubTable[0].mapping = plain
    rules.LookupList.Lookup.append(lookup)  # after that for digits of one width, so that it is asked last
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = PLAIN, otTables.Feature()
    record.Feature.FeatureParams, record.Feature.LookupListIndex = None, [len(rules.LookupList.Lookup) - 1]
    before = rules.FeatureList.FeatureRecord
    after = sorted([*before, record], key=lambda one: one.FeatureTag)
    new = [next(at for at, one in enumerate(after) if one is old) for old in before]
    for script in rules.ScriptList.ScriptRecord:
        for language in (script.Script.DefaultLangSys, *(one.LangSys for one in script.Script.LangSysRecord)):
            if language is not None:
                language.FeatureIndex = sorted([*(new[at] for at in language.FeatureIndex), after.index(record)])
    rules.FeatureList.FeatureRecord = after
    counted = BytesIO()
    font.save(counted)
    return TTFont(counted)


def kerned_alike(font: TTFont) -> None:
    """Gives all weights the kerning of the lightest: the bolder differ by a few thousandths, and to say so took a twelfth of the file."""
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
    """Rounds what a bolder weight changes of each outline, which half as many different numbers then say."""
    for variations in font["gvar"].variations.values() if "gvar" in font else ():
        for one in variations:
            one.coordinates = [at and tuple(round(to / FINE) * FINE for to in at) for at in one.coordinates]


def main() -> None:
    """Writes the files beside the licence."""
    whole = HERE / "whole.woff2"
    for name, part in parts(frozenset(TTFont(whole).getBestCmap())).items():
        font = with_plain_zero(whole)
        subsetter = Subsetter(Options(layout_features=list(part.features), name_IDs=[], notdef_outline=True))  # whose it is stands in OFL.txt
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
