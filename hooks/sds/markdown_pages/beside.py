"""Files that stand beside hand-written pages are copied as they are: none of them may be, or hold, a program that a reader's browser runs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from sds.problem import Problem

RUNS = frozenset({".js", ".mjs", ".cjs", ".wasm", ".swf", ".xml", ".xsl", ".xslt", ".shtml", ".php", ".svgz", ".hta", ".mht", ".mhtml"})
"""Endings of files that a browser or a host runs, or that can bring what it runs."""
IN_PICTURE = re.compile(
    rb"<\s*(?:\w+:)?script\b|<\s*(?:\w+:)?foreignObject\b|<!ENTITY|<\?xml-stylesheet|\son[a-z]+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?:javascript|data:text|https?:|//)",
    re.IGNORECASE,
)
"""What makes an SVG run something, or fetch something of another site: https://www.w3.org/TR/SVG2/interact.html."""
PICTURE_IN_TEXT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype|<html|<svg|<script)", re.IGNORECASE)
"""How a file begins that some browsers take for a page whatever its ending says."""
PLAIN = frozenset({".txt", ".csv", ".json", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})


def programs_beside(file: Path, path: str, allowed: Collection[str]) -> Iterator[Problem]:
    """A problem for a ``file`` that is a program or holds one. ``path`` is its name in messages; ``allowed`` are the files that the settings name."""
    if path in allowed:
        return
    ending = file.suffix.lower()
    if ending in RUNS:
        yield Problem(path, 1, "This file could run in a reader's browser.", "Delete it: only pictures, PDFs and plain text can be here.")
        return
    if ending not in {".svg", *PLAIN}:
        return
    data = file.read_bytes()
    found = IN_PICTURE.search(data) if ending == ".svg" else PICTURE_IN_TEXT.match(data)
    if found:
        line = data.count(b"\n", 0, found.start()) + 1
        what = found[0].decode("utf-8", "replace").strip()
        wrong = f"There is {what} in this picture, which could run in a reader's browser." if ending == ".svg" else f"This {ending} file holds a page of HTML."
        yield Problem(path, line, wrong, "Save the picture without it." if ending == ".svg" else "Save it again as what its name says it is.")
