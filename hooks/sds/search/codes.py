"""Compact encodings of integers and hashes as text, which ``overrides/assets/js/search/codes.js`` decodes."""

from __future__ import annotations

from collections.abc import Iterable
from operator import sub

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""The digits 0 to 63 (base64url). A number is a variable-length quantity with five bits a digit, the lowest first: a digit from 32 on means that more
follow."""
_MORE = 32


def coded(numbers: Iterable[int]) -> str:
    """Non-negative integers, encoded one after another: those below 32 take one character each."""
    text: list[str] = []
    for number in numbers:
        while number >= _MORE:
            text.append(SIGNS[_MORE + number % _MORE])
            number //= _MORE
        text.append(SIGNS[number])
    return "".join(text)


def deltas(numbers: Iterable[int]) -> list[int]:
    """Delta encoding: each number as its difference to the one before (the first to 0). Rising numbers become small, and so compress well."""
    all = tuple(numbers)
    return list(map(sub, all, (0, *all)))


def steps(numbers: Iterable[int]) -> list[int]:
    """Numbers of which many are one more than the one before: the difference to that, as a non-negative integer (zigzag encoding)."""
    found, expected = [], 0
    for number in numbers:
        step = number - expected
        found.append(2 * step if step >= 0 else -2 * step - 1)
        expected = number + 1
    return found


def front_coded(texts: Iterable[str]) -> list[str]:
    """Sorted texts without spaces: how many characters each has in common with the beginning of the one before, and the rest of each."""
    common, rest, before = [], [], ""
    for text in texts:
        same = next((at for at, (one, other) in enumerate(zip(text, before, strict=False)) if one != other), min(len(text), len(before)))
        common.append(same)
        rest.append(text[same:])
        before = text
    return [coded(common), " ".join(rest)]


def hashed(text: str) -> int:
    """A hash of a text: 32-bit FNV-1a over its UTF-16 code units."""
    value = 0x811C9DC5
    units = text.encode("utf-16-le")
    for low, high in zip(units[::2], units[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return value


def fingerprint(value: int) -> str:
    """The hash of a text in six characters."""
    return "".join(SIGNS[value >> shift & 63] for shift in range(0, 36, 6))
