"""How far two colours stand apart, and the grounds on which the words of pages stand."""

from __future__ import annotations

from collections.abc import Mapping

LEAST = 4.5
"""The least contrast of words with their ground: WCAG 2.2, 1.4.3, level AA."""
GROUNDS: Mapping[str, tuple[str, ...]] = {
    "light": ("#fbf8f2", "#fffefb", "#f2ece0", "#fbe9dc"),
    "dark": ("#0e1d22", "#15292f", "#1a3139", "#3a2518"),
}
"""The paper, the cards, what is sunk and what is stressed, as overrides/assets/css/tokens.css has them: a test holds the two together."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (``#86214f``), from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: str) -> tuple[float, str]:
    """The contrast of a colour with the one of the ``light`` or ``dark`` grounds that it stands out from least, and that ground."""
    return min((contrast(colour, ground), ground) for ground in GROUNDS[grounds])


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, of 3 or 6 hexadecimal digits; an alpha behind them does not count."""
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits[:3]] if len(digits) < 6 else [digits[0:2], digits[2:4], digits[4:6]]
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
