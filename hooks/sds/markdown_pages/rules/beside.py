"""The rule for files that stand beside hand-written pages: they are copied as they are, and a reader's browser would run a program in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sds.paths import PAGES
from sds.problem import Problem
from sds.rule import Example, rule

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


@dataclass(frozen=True)
class Beside:
    """A ``file`` that is no page. ``path`` is its name in messages; ``allowed`` are the files that the settings name."""

    file: Path
    path: str
    allowed: Collection[str]


@rule(
    "files-beside-run-nothing",
    "Put no program beside a page",
    Example(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="open()"><circle r="3"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>',
        f"{PAGES}/map.svg",
    ),
    excepted=False,
)
def files_beside_run_nothing(beside: Beside) -> Iterator[Problem]:
    """The files beside the pages are pictures, PDFs and plain text. None of them is a program, contains one or loads anything from another site."""
    path, file = beside.path, beside.file
    if path in beside.allowed:
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
