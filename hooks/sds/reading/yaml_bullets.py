"""Explains list items that begin with a star or a dash instead of a hyphen, with the line to write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sds.reading.diagnosis import Diagnosis
from sds.reading.yaml_lines import replacement, step

STAR = re.compile(r"( *)([*\u2013\u2014]) +(\S.*)")
"""A list item that begins with a star, or with a dash that a word processor made of a hyphen."""


def stars(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for items with stars (or dashes) from line ``number`` on, or None."""
    last = number
    if not STAR.fullmatch(lines[number - 1]):
        return None
    while last < len(lines) and STAR.fullmatch(lines[last]):
        last += 1
    mended = "\n".join(STAR.sub(r"\1- \3", line) for line in lines[number - 1 : last])
    below = " and on the lines below" if last > number else ""
    new = replacement(lines, number, last, mended)
    sign = "star" if lines[number - 1].lstrip().startswith("*") else "dash"
    return Diagnosis(number, f"A {sign} stands where an item of a list begins with a hyphen.", f"Here{below}, write {mended.splitlines()[0].strip()}", new)


def dashes(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for items with dashes, only if other items of the list have hyphens, because text may begin with a dash; or None."""
    line = lines[number - 1]
    listed = any(one.startswith(f"{' ' * step(line)}- ") for one in lines)
    return stars(lines, number) if listed and line.lstrip().startswith(("\u2013 ", "\u2014 ")) else None
