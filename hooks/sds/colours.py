"""The contrast of two colours, and the background colours of pages."""

from __future__ import annotations

from collections.abc import Mapping

MIN_CONTRAST = 4.5
"""The minimum contrast ratio of text with its background: WCAG 2.2, criterion 1.4.3, level AA."""
BACKGROUNDS: Mapping[str, tuple[str, ...]] = {
    "light": ("#fbf8f2", "#fffefb", "#f2ece0", "#fbe9dc"),
    "dark": ("#0e1d22", "#15292f", "#1a3139", "#3a2518"),
}
"""The background colours of each colour scheme: page, card, inset and highlight. A test checks that overrides/assets/css/tokens.css has the same."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (``#86214f``), from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, scheme: str) -> tuple[float, str]:
    """The lowest contrast ratio of a colour with the backgrounds of a colour scheme (``scheme`` is ``light`` or ``dark``), and that background."""
    return min((contrast(colour, background), background) for background in BACKGROUNDS[scheme])


def _luminance(colour: str) -> float:
    """The relative luminance (WCAG 2.2), from 0 to 1, of an sRGB colour of 3 or 6 hexadecimal digits. An alpha channel after them is ignored."""
    digits = colour.removeprefix("#")
    pairs = [digit * 2 for digit in digits[:3]] if len(digits) < 6 else [digits[0:2], digits[2:4], digits[4:6]]
    red, green, blue = (_linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
