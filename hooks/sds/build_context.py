"""The inputs for the functions in ``outputs.py``, which make the files of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sds.booklets import Booklet
from sds.exports.citation import Cited
from sds.exports.csv_tables.download import Download
from sds.exports.version_files import VersionFiles
from sds.html.renderer import Renderer
from sds.markdown_pages.written import HandWritten
from sds.model.framework import Framework
from sds.model.links import Links
from sds.output.assets import Published
from sds.output.files import Content
from sds.pages.page import Page
from sds.progress import Progress
from sds.settings import Settings

if TYPE_CHECKING:
    from sds.forms.word_file import WordFile  # for type checking only: at run time, the import would slow down a check of content


@dataclass(frozen=True, kw_only=True)
class BuildContext:
    """Everything that files are made from: the framework, what a build has derived from it, the plan of pages, and the hand-written pages.

    ``drawings`` is the SVG text of each picture by its id, ``booklets`` are keyed by path and ``word_files`` by the id of the form.
    ``plan`` are the pages made from records, ``by_hand`` the hand-written pages as Markdown made them, and ``dressed`` the same pages in the type
    that the renderer takes. ``cited`` is how to cite the current data.
    """

    root: Path
    settings: Settings
    framework: Framework
    links: Links
    drawings: Mapping[str, str]
    tables: Sequence[Download]
    booklets: Mapping[str, Booklet]
    word_files: Mapping[str, WordFile]
    versions: Sequence[VersionFiles]
    cited: Cited
    plan: Sequence[Page]
    by_hand: Sequence[HandWritten]
    dressed: Sequence[Page]
    assets: Published
    renderer: Renderer
    progress: Progress


Makers: TypeAlias = Iterator[tuple[str, Callable[[], Content]]]
"""Pairs of the path of a file in the output folder and a function that returns its text or bytes."""
