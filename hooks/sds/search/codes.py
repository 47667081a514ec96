"""Whole numbers and names of texts in few characters, which ``overrides/assets/js/search/codes.js`` reads back."""

from __future__ import annotations

from collections.abc import Iterable
from operator import sub

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""What stands for 0 to 63. The first 32 end a number; one of the others holds five more bits of it and says that it goes on."""
_MORE = 32


def coded(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, one after another: those below 32 take one character each."""
    text: list[str] = []
    for number in numbers:
        while number >= _MORE:
            text.append(SIGNS[_MORE + number % _MORE])
            number //= _MORE
        text.append(SIGNS[number])
    return "".join(text)


def steps(numbers: Iterable[int]) -> list[int]:
    """Numbers, each as how far it is from the one before it: small ones where they rise, and often alike."""
    all = tuple(numbers)
    return list(map(sub, all, (0, *all)))


def fingerprint(text: str) -> str:
    """A text in six characters: 32 bits of FNV-1a over its UTF-16 units."""
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return "".join(SIGNS[value >> shift & 63] for shift in range(0, 36, 6))
