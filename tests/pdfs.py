"""Reads a PDF booklet with pikepdf: its text, its tags and its drawings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

HEX = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]{4})>")
MISSING = "\N{REPLACEMENT CHARACTER}"
"""Replaces a character that the font has no glyph for."""


@dataclass(frozen=True)
class Tag:
    """An element of the PDF's structure tree, which screen readers follow."""

    name: str
    alt: str


class Paper:
    """One PDF file."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.pdf = pikepdf.open(path)
        self._fonts: dict[tuple[int, int], dict[bytes, str]] = {}

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page in drawing order, one line for each text run."""
        return [self._words(page) for page in self.pdf.pages]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @property
    def flow(self) -> str:
        """The text without headers and footers, so that sentences that continue on the next page are whole."""
        lines = [page.splitlines() for page in self.pages]
        seen = Counter(line for page in lines for line in {*map(_unnumbered, page)})
        return "\n".join(line for page in lines for line in page if seen[_unnumbered(line)] * 2 <= len(lines) or len(lines) == 1)

    @cached_property
    def tags(self) -> list[Tag]:
        """The elements of the structure tree, in reading order."""
        return list(_tags(self.pdf.Root.StructTreeRoot.K))

    @property
    def headings(self) -> list[int]:
        """The levels of the headings, in reading order."""
        return [int(tag.name[2:]) for tag in self.tags if re.fullmatch(r"/H\d", tag.name)]

    @property
    def fonts(self) -> list[pikepdf.Object]:
        return [font for page in self.pdf.pages for font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()]

    def contours(self, character: str) -> set[int]:
        """The numbers of contours of the glyphs with which a character is drawn: a zero has two, and with a slash three."""
        fonts = {font.objgen: font for font in self.fonts}.values()
        glyphs = [(font, code) for font in fonts for code, text in self._characters(font).items() if text == character]
        return {_contours(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes(), int.from_bytes(code)) for font, code in glyphs}

    @property
    def bookmarks(self) -> list[str]:
        """The bookmarks (outline) of the file, each followed by its children."""
        with self.pdf.open_outline() as outline:
            return list(_titles(outline.root))

    def strokes(self, page: int) -> list[tuple[float, float, float]]:
        """Every horizontal line drawn on a page, in the drawing's own units: its start, its height on the page, and its length."""
        found, at = list[tuple[float, float, float]](), (0.0, 0.0)
        for operands, operator in _drawn(self.pdf.pages[page]):
            if operator in {"m", "l"}:
                here = (float(operands[0]), float(operands[1]))
                if operator == "l" and here[1] == at[1]:
                    found.append((*at, here[0] - at[0]))
                at = here
        return found

    def _words(self, page: pikepdf.Page) -> str:
        fonts = {name: self._characters(font) for name, font in page.obj.Resources.get("/Font", pikepdf.Dictionary()).items()}
        text, shown = list[str](), dict[bytes, str]()
        for operands, operator in _drawn(page, "Tf TJ Tj ET"):
            if operator == "ET":
                text.append("\n")
            elif operator == "Tf":
                shown = fonts[str(operands[0])]
            else:
                codes = b"".join(bytes(piece) for piece in (operands[0] if operator == "TJ" else operands) if isinstance(piece, pikepdf.String))
                size = len(next(iter(shown)))  # the font's codes have one or two bytes
                text += [shown.get(codes[at : at + size], MISSING) for at in range(0, len(codes), size)]
        return "".join(text)

    def _characters(self, font: pikepdf.Object) -> dict[bytes, str]:
        """The text of each glyph of a font, by its code."""
        if font.objgen not in self._fonts:
            names = font.ToUnicode.read_bytes()
            block = b"".join(re.findall(rb"beginbfchar(.*?)endbfchar", names, re.DOTALL))
            found = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in HEX.findall(block)}
            for first, last, text in RANGE.findall(b"".join(re.findall(rb"beginbfrange(.*?)endbfrange", names, re.DOTALL))):
                for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                    found[code.to_bytes(len(first) // 2)] = chr(int(text, 16) + step)
            self._fonts[font.objgen] = {code: text for code, text in found.items() if any(code)}  # glyph 0 stands for any character that the font lacks
        return self._fonts[font.objgen]


def _contours(file: bytes, glyph: int) -> int:
    """The number of contours of a glyph of a TrueType font."""
    font = TTFont(BytesIO(file))
    number: int = font["glyf"][font.getGlyphName(glyph)].numberOfContours
    return number


def _unnumbered(line: str) -> str:
    """A line of text without page numbers."""
    return re.sub(r"\d+", "0", line)


def _drawn(page: pikepdf.Page, operators: str = "") -> Iterator[tuple[list[Any], str]]:
    """The operators of a page's content stream, each with its operands."""
    for step in pikepdf.parse_content_stream(page, operators):
        if isinstance(step, pikepdf.ContentStreamInstruction):
            yield list(step.operands), str(step.operator)


def _titles(items: Iterable[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _tags(node: pikepdf.Object) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield Tag(str(node.S), str(node.get("/Alt", "")))
        if "/K" in node:
            yield from _tags(node.K)
