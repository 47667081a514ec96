"""Rules for files beside hand-written pages. They are published unchanged, so a script in them would run in readers' browsers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sds.markdown_pages.photo import has_place
from sds.paths import PAGES
from sds.problem import Problem
from sds.rule import Example, rule

RUNS = frozenset({".js", ".mjs", ".cjs", ".wasm", ".swf", ".xml", ".xsl", ".xslt", ".shtml", ".php", ".svgz", ".hta", ".mht", ".mhtml"})
"""Suffixes of files that a browser or host may execute."""
IN_PICTURE = re.compile(
    rb"<\s*(?:\w+:)?script\b|<\s*(?:\w+:)?foreignObject\b|<!ENTITY|<\?xml-stylesheet|\son[a-z]+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?:javascript|data:text|https?:|//)",
    re.IGNORECASE,
)
"""Scripts in an SVG file, and references to other sites: https://www.w3.org/TR/SVG2/interact.html."""
PICTURE_IN_TEXT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!doctype|<html|<svg|<script)", re.IGNORECASE)
"""The start of a file that some browsers treat as HTML, whatever its suffix."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
UNSHOWN = frozenset({".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".ai", ".eps", ".dng", ".raw"})
"""Suffixes of picture formats that not every browser can show."""
MOST_PICTURE_BYTES = 2_000_000
"""The greatest size of a picture in bytes: more than a photo of a whole screen needs."""
PLAIN = PICTURES | {".txt", ".csv", ".json"}


@dataclass(frozen=True)
class Beside:
    """A ``file`` beside the pages. ``path`` is its path for messages; ``allowed`` are the files that the settings name."""

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


@rule(
    "pictures-can-be-seen",
    "Save pictures so that everyone can see them",
    Example(f"{PAGES}/roses.heic", f"{PAGES}/roses.jpg", f"{PAGES}/"),
    excepted=False,
)
def pictures_can_be_seen(beside: Beside) -> Iterator[Problem]:
    """A picture is of a kind that every browser shows, is small enough for a slow phone, and does not say where it was taken."""
    path, ending = beside.path, beside.file.suffix.lower()
    if ending in UNSHOWN:
        yield Problem(path, 1, f"Many browsers cannot show a picture that ends in {ending}.", "Save it as .jpg if it is a photo, and as .png if it is drawn.")
    elif ending in PICTURES:
        size = beside.file.stat().st_size
        if size > MOST_PICTURE_BYTES:
            wrong = f"This picture has {size:,} bytes; the maximum is {MOST_PICTURE_BYTES:,}."
            yield Problem(path, 1, wrong, "Save it smaller: 1,600 pixels across are enough.")
        elif has_place(beside.file.read_bytes()):
            told = "Save it again without its details: a picture of the screen that shows it has none."
            yield Problem(path, 1, "This photo says where it was taken, and everybody could read that.", told)
