"""The folder of styles, scripts and fonts -> what is published of it.

A stylesheet is kept in one file for each component and published in one file for each kind of page: a browser that had to follow
``@import`` would fetch one file after another. Scripts are published without what only their editors read, comments and indents, and joined in the same way
(:mod:`sds.output.modules`). The address of each holds a hash of what is in it (:mod:`sds.output.addresses`). A preview has them as they are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeAlias

from sds.html.asset_addresses import AssetAddresses
from sds.output.addresses import addressed, named
from sds.output.files import Content
from sds.output.modules import BASE, joined_modules
from sds.output.reached import reached

IMPORT = re.compile(r'^@import "(?P<file>[^"]+)";$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACES = re.compile(r"""(?P<kept>"[^"\n]*"|'[^'\n]*')|;?\s*(?P<end>\})\s*|\s*(?P<sign>[{;])\s*|(?<=[\w-])(?P<after>:)\s+|(?P<list>,)\s+|\s+""")
"""Between the words of a stylesheet; what stands in quotation marks is kept as it is."""
INDENT = re.compile(r"\n\s+")
SCRIPTS = "js/"
"""The project's own scripts; what others wrote stays as it is."""
SCRIPT_COMMENT = re.compile(r"^[ ]*(?:/\*(?!!).*?\*/|//[^\n]*)\n|(?<=[;,{(\[])[ ]+// [^\n]*$", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own, or at the end of a line after a sign that ends a part of it. No line of a text in backticks may begin like one."""
PREVIEW = "css/preview.css"
"""The look of what only a preview says, so no reader is sent it."""
HASHED = frozenset({".css", ".js", ".woff2"})
"""What pages alone ask for. The icon and licences keep their addresses: others may name those."""
PAGE_SCRIPT = re.compile(r'<script type="module" src="~/assets/(?P<path>[^"]+)"')
"""How a template names a script."""
KINDS_OF_PAGE = "pages"
"""The folder of the templates for single kinds of page; the others are on every page of a shell."""


Made: TypeAlias = Mapping[str, str]
"""Stylesheets that a build makes, by the path that they would have in the folder: others import them as if they stood there."""


@dataclass(frozen=True)
class Published:
    """What makes each file that is published, by its path in ``assets``, and under which addresses pages ask for them."""

    makers: Mapping[str, Callable[[], Content]]
    addresses: AssetAddresses = field(default_factory=AssetAddresses)


def published(folder: Path, templates: Path, preview: bool, made: Made) -> Published:
    """What is published of ``folder`` for pages made by ``templates``."""
    if preview:
        return Published(dict(assets(folder, preview, made)))
    files = tuple((path, make()) for path, make in assets(folder, preview, made))
    return _put_together(files, *(frozenset(_page_scripts(templates, kinds)) for kinds in (False, True)))


@lru_cache(maxsize=8)  # tests build hundreds of sites of a few frameworks in one process, all with the same files
def _put_together(of_folder: tuple[tuple[str, Content], ...], on_every: frozenset[str], on_some: frozenset[str]) -> Published:
    """What is published of files, by their paths, for pages that name some scripts everywhere and others on single kinds of page."""
    files = dict(of_folder)
    scripts = joined_modules({path: str(text) for path, text in files.items() if path.startswith(SCRIPTS)}, on_every, on_some)
    whole = {path: content for path, content in files.items() if not path.startswith(SCRIPTS)} | scripts.files
    new, hashed = addressed({path: content for path, content in whole.items() if Path(path).suffix in HASHED})
    fixed = {path: content for path, content in whole.items() if path not in new}
    places = new | {path: new[place] for path, place in scripts.places.items()}
    before = {path: tuple(new[one] for one in _imported(scripts.places[path], scripts.files) if one != BASE) for path in sorted(on_every | on_some)}
    return Published({path: partial(_given, content) for path, content in (hashed | fixed).items()}, AssetAddresses(places, before))


def _given(content: Content) -> Content:
    return content


def _page_scripts(templates: Path, kinds: bool) -> Iterator[str]:
    """The paths of the scripts that templates name: those for single kinds of page, or all others."""
    for template in sorted(templates.rglob("*.html")):
        if (KINDS_OF_PAGE in template.relative_to(templates).parts) == kinds:
            yield from (found["path"] for found in PAGE_SCRIPT.finditer(template.read_text("utf-8")))


def _imported(file: str, files: Mapping[str, str]) -> list[str]:
    """The files that a joined script imports before it runs, and those that they do, in the order in which they are met."""
    _, *others = reached([file], lambda path: (other for place, other in named(path, files.get(path, "")) if place["before"].startswith("from")))
    return others


def assets(folder: Path, preview: bool, made: Made) -> Iterator[tuple[str, Callable[[], Content]]]:
    """What is published of ``folder``: each path in it, and what makes the file's content. A stylesheet that another imports is published in that one."""
    styles = sorted(folder.glob("css/*.css"))
    imported = {style.parent / line["file"] for style in styles for line in IMPORT.finditer(style.read_text("utf-8"))}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and file not in imported and (preview or path != PREVIEW):
            yield path, _maker(file, path, styles, folder, made)


def _maker(file: Path, path: str, styles: Collection[Path], folder: Path, made: Made) -> Callable[[], Content]:
    if file in styles:
        return partial(joined, file, folder, made)
    return partial(uncommented, file) if path.startswith(SCRIPTS) else file.read_bytes


def joined(style: Path, folder: Path, made: Made) -> str:
    """A stylesheet with each ``@import "other.css";`` replaced by that file, and without what only its editors read: comments, lines and spaces.

    Raises :class:`FileNotFoundError` where an imported file is neither there nor made.
    """
    own = made.get(style.relative_to(folder).as_posix())
    text = IMPORT.sub(lambda line: joined(style.parent / line["file"], folder, made), style.read_text("utf-8") if own is None else own)
    return SPACES.sub(lambda part: next(filter(None, part.groups()), " "), COMMENT.sub("", text)).lstrip()


def uncommented(script: Path) -> str:
    """A script without its comments and, unless it has a text of several lines, of which they would be a part, without its indents."""
    text = SCRIPT_COMMENT.sub("", script.read_text("utf-8"))
    return text if any(line.count("`") % 2 for line in text.splitlines()) else INDENT.sub("\n", text)
