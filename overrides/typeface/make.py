"""Cuts the typeface in three: the letters and signs of nearly every page, the rest, and large light digits.

A browser fetches the last two only for a page that has one of them. Weights that no style asks for are left out, and so are alternate forms; kerning and
hints stay in text. Which letters stand in which file is said to browsers by ``unicode-range`` in ``assets/css/fonts.css``, and the weights by ``font-weight``.

    uv run --with fonttools --with brotli overrides/typeface/make.py
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets/fonts"
USUAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"%&'()+,-./:;?@\u00a0£·–—‘’“”…")  # noqa: RUF001 (the signs themselves)
"""Of 1,543 pages 1,492 have no other sign of the typeface (28 November 2026)."""
TEXT = (400, 750)
"""The weights of text. 750 is a weight that the typeface was drawn in: up to 800 the file would be larger by a third."""
LIGHT = (230, 230)
"""That of the numbers of standards, 220 to 250 in the styles: no eye sees the difference, and one weight is a third smaller."""
UNUSED = ("HVAR", "MVAR", "STAT")
"""Tables for programs with a menu of fonts, for lines that no style draws by them, and for widths, which stand beside the outlines, too."""


@dataclass(frozen=True)
class Part:
    """A file: its signs, its weights from and to, and the forms it has beside the usual ones."""

    signs: frozenset[int]
    weights: tuple[int, int]
    features: tuple[str, ...] = ("kern", "tnum")


def parts(all_signs: frozenset[int]) -> dict[str, Part]:
    """The files by their names."""
    usual = frozenset(map(ord, USUAL))
    return {
        "atkinson-hyperlegible-next": Part(all_signs & usual, TEXT),
        "atkinson-hyperlegible-next-more": Part(all_signs - usual, TEXT, ("*",)),
        "atkinson-hyperlegible-next-light": Part(frozenset(map(ord, "0123456789")), LIGHT, ()),
    }


def main() -> None:
    """Writes the files beside the licence."""
    whole = HERE / "whole.woff2"
    for name, part in parts(frozenset(TTFont(whole).getBestCmap())).items():
        font = TTFont(whole)
        subsetter = Subsetter(Options(layout_features=list(part.features), name_IDs=[], notdef_outline=True))  # whose it is stands in OFL.txt
        subsetter.populate(unicodes=part.signs)
        subsetter.subset(font)
        font = instantiateVariableFont(font, {"wght": part.weights})
        for table in UNUSED:
            if table in font:
                del font[table]
        font.flavor = "woff2"
        font.save(FONTS / f"{name}.woff2")


if __name__ == "__main__":
    main()
