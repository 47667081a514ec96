"""The folder of styles, scripts and fonts -> what is published of it.

A stylesheet is kept in one file for each component and published in one file for each kind of page: a browser that had to follow
``@import`` would fetch one file after another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from sds.output.files import Content

IMPORT = re.compile(r'^@import "(?P<file>[^"]+)";$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s*")
PREVIEW = "css/preview.css"
"""The look of what only a preview says, so no reader is sent it."""


Made: TypeAlias = Mapping[str, str]
"""Stylesheets that a build makes, by the path that they would have in the folder: others import them as if they stood there."""


def assets(folder: Path, preview: bool, made: Made) -> Iterator[tuple[str, Callable[[], Content]]]:
    """What is published of ``folder``: each path in it, and what makes the file's content. A stylesheet that another imports is published in that one."""
    styles = sorted(folder.glob("css/*.css"))
    imported = {style.parent / line["file"] for style in styles for line in IMPORT.finditer(style.read_text("utf-8"))}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and file not in imported and (preview or path != PREVIEW):
            yield path, partial(joined, file, folder, made) if file in styles else file.read_bytes


def joined(style: Path, folder: Path, made: Made) -> str:
    """A stylesheet with each ``@import "other.css";`` replaced by that file, and without what only its editors read: comments and indents.

    Raises :class:`FileNotFoundError` where an imported file is neither there nor made.
    """
    own = made.get(style.relative_to(folder).as_posix())
    text = IMPORT.sub(lambda line: joined(style.parent / line["file"], folder, made), style.read_text("utf-8") if own is None else own)
    return INDENT.sub("\n", COMMENT.sub("", text)).lstrip()
