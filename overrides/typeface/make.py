"""Cuts the typeface in two: the letters and signs of nearly every page, and the rest, which a browser fetches only for a page that has one of them.

Weights, kerning and hints stay. Which letters stand in which file is said to browsers by ``unicode-range`` in ``assets/css/fonts.css``.

    uv run --with fonttools --with brotli overrides/typeface/make.py
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "assets/fonts"
USUAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !\"%&'()+,-./:;?@\u00a0£·–—‘’“”…")  # noqa: RUF001 (the signs themselves)
"""Of 1,543 pages 1,492 have no other sign of the typeface (28 November 2026)."""
PARTS = {"atkinson-hyperlegible-next": True, "atkinson-hyperlegible-next-more": False}
"""The files, and whether each has the usual letters."""


def main() -> None:
    """Writes both files beside the licence."""
    for name, usual in PARTS.items():
        font = TTFont(HERE / "whole.woff2")
        letters = [letter for letter in font.getBestCmap() if (chr(letter) in USUAL) == usual]
        subsetter = Subsetter(Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True))
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(FONTS / f"{name}.woff2")


if __name__ == "__main__":
    main()
