"""The folder of stylesheets, scripts and fonts -> the files that are published.

There is one source stylesheet for each component, and one published stylesheet for each kind of page, because a browser that follows ``@import`` fetches
one file after another. Scripts are published without comments and needless spaces, and bundled in the same way (:mod:`sds.output.modules`). File names have a
hash of the content (:mod:`sds.output.addresses`). In a preview, files keep their names and scripts are not bundled.
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
NEEDLESS = re.compile(
    r"""(?P<kept>"[^"\n]*"|'[^'\n]*')|;?\s*(?P<end>\})\s*|\s*(?P<sign>[{;>~])\s*|(?<=[\w-])(?P<after>:)\s+|(?P<list>,)\s+|(?<![\w.])0(?P<point>\.)(?=\d)|\s+"""
)
"""Whitespace of a stylesheet, and zeros before a decimal point, that can be removed. Quoted strings are matched so that they are kept."""
INDENT = re.compile(r"\n\s+")
SCRIPTS = "js/"
"""The folder of the project's own scripts. Third-party scripts are published unchanged."""
SCRIPT_COMMENT = re.compile(r"^[ ]*(?:/\*(?!!).*?\*/|//[^\n]*)\n|(?<=[;,{(\[])[ ]+// [^\n]*$", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own, or at the end of a line after punctuation. No line of a template literal may begin like a comment."""
SCRIPT_SPACE = re.compile(
    r"""(?P<kept>^(?:import|export)\b[^\n]*\n|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|//[^\n]*\n|/\*.*?\*/
    |`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^`{}]|`[^`]*`|\{[^{}]*\})*\})*`
    |/(?!\s)(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*
    |[-+/<][ ](?=[-+/!]))
    |(?<=[^\w$\s])[ ]|[ ](?=[^\w$\s])|(?<=[{,(\[;])\n(?!import|export)|\n(?=[)\].}])""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
"""Spaces and line breaks of a script beside punctuation, which can be removed. Texts, regular expressions, comments, and lines of import and export are matched
so that they are kept, and so is the space between two signs that would mean something else together, such as ``+ +``. A ``/`` before a space divides. Measured
with rjsmin 1.3: it saves as many bytes, but takes spaces out of a template literal inside another, whose words readers see and hear."""
PREVIEW = "css/preview.css"
"""The stylesheet for messages in a preview. A build does not publish it."""
HASHED = frozenset({".css", ".js", ".woff2"})
"""The suffixes of files that get a hash in their names, because only pages reference them. Other sites may link to the icon and the licences."""
PAGE_SCRIPT = re.compile(r'<script type="module" src="~/assets/(?P<path>[^"]+)"')
"""A script element in a template."""
KINDS_OF_PAGE = "pages"
"""The folder of templates for single kinds of page. Scripts in other templates are on every page."""


Made: TypeAlias = Mapping[str, str]
"""The text of generated stylesheets, by the path of the placeholder in the folder that each replaces. Other stylesheets import that path."""


@dataclass(frozen=True)
class Published:
    """The published files: a function that returns the content of each, by its path in ``assets``, and the addresses for pages to use."""

    makers: Mapping[str, Callable[[], Content]]
    addresses: AssetAddresses = field(default_factory=AssetAddresses)


def published(folder: Path, templates: Path, preview: bool, made: Made) -> Published:
    """The files to publish from ``folder``, the folder ``assets``. ``templates`` is the folder of templates, which name scripts."""
    if preview:
        return Published(dict(assets(folder, preview, made)))
    files = tuple((path, make()) for path, make in assets(folder, preview, made))
    return _put_together(files, *(frozenset(_page_scripts(templates, kinds)) for kinds in (False, True)))


@lru_cache(maxsize=8)  # tests build hundreds of sites of a few frameworks in one process, all with the same files
def _put_together(of_folder: tuple[tuple[str, Content], ...], on_every: frozenset[str], on_some: frozenset[str]) -> Published:
    """The files to publish in a build. ``on_every`` are the paths of scripts on every page, ``on_some`` those on single kinds of page."""
    files = dict(of_folder)
    scripts = joined_modules({path: str(text) for path, text in files.items() if path.startswith(SCRIPTS)}, on_every, on_some)
    whole = {path: content for path, content in files.items() if not path.startswith(SCRIPTS)}
    whole |= {path: without_spaces(text) for path, text in scripts.files.items()}
    new, hashed = addressed({path: content for path, content in whole.items() if Path(path).suffix in HASHED})
    fixed = {path: content for path, content in whole.items() if path not in new}
    places = new | {path: new[place] for path, place in scripts.places.items()}
    before = {path: tuple(new[one] for one in _imported(scripts.places[path], scripts.files) if one != BASE) for path in sorted(on_every | on_some)}
    return Published({path: partial(_given, content) for path, content in (hashed | fixed).items()}, AssetAddresses(places, before))


def _given(content: Content) -> Content:
    return content


def _page_scripts(templates: Path, kinds: bool) -> Iterator[str]:
    """The paths of the scripts in templates: in those for single kinds of page if ``kinds``, else in all others."""
    for template in sorted(templates.rglob("*.html")):
        if (KINDS_OF_PAGE in template.relative_to(templates).parts) == kinds:
            yield from (found["path"] for found in PAGE_SCRIPT.finditer(template.read_text("utf-8")))


def _imported(file: str, files: Mapping[str, str]) -> list[str]:
    """The files that the bundled script ``file`` imports statically, directly or through others, the nearest first."""
    _, *others = reached([file], lambda path: (other for place, other in named(path, files.get(path, "")) if place["before"].startswith("from")))
    return others


def assets(folder: Path, preview: bool, made: Made) -> Iterator[tuple[str, Callable[[], Content]]]:
    """The path in ``folder`` of each published file, with a function that returns its content. Imported stylesheets are inlined, so they are left out."""
    styles = frozenset(folder.glob("css/*.css"))
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
    """A stylesheet with each ``@import "other.css";`` replaced by that file, without comments, needless whitespace and needless zeros.

    Raises :class:`FileNotFoundError` when an imported file does not exist and is not in ``made``.
    """
    return NEEDLESS.sub(lambda part: part[part.lastindex] if part.lastindex else " ", COMMENT.sub("", _with_imports(style, folder, made))).lstrip()


def _with_imports(style: Path, folder: Path, made: Made) -> str:
    """A stylesheet with each import replaced by that file, as it was written."""
    own = made.get(style.relative_to(folder).as_posix())
    return IMPORT.sub(lambda line: _with_imports(style.parent / line["file"], folder, made), style.read_text("utf-8") if own is None else own)


def uncommented(script: Path) -> str:
    """A script without comments and indentation. The indentation is kept when there is a template literal of several lines, which it would change."""
    text = SCRIPT_COMMENT.sub("", script.read_text("utf-8"))
    return text if any(line.count("`") % 2 for line in text.splitlines()) else INDENT.sub("\n", text)


def without_spaces(script: str) -> str:
    """A script without the spaces and line breaks that only people read. One with a text that :data:`SCRIPT_SPACE` does not understand stays as it is."""
    parts = SCRIPT_SPACE.split(script)  # what is between two matches and what a match keeps, in turn
    return script if any("`" in between for between in parts[::2]) else "".join(filter(None, parts))
