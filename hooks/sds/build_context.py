"""What the files of a site are made from, all that a build has worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sds.booklets import Booklet
from sds.exports.citation import Cited
from sds.exports.csv_tables import Download
from sds.exports.version_files import VersionFiles
from sds.html.renderer import Renderer
from sds.markdown_pages.written import HandWritten
from sds.model.framework import Framework
from sds.model.links import Links
from sds.output.assets import Published
from sds.output.files import Content
from sds.pages.page import Page
from sds.settings import Settings

if TYPE_CHECKING:
    from sds.forms.word_file import WordFile  # a check of content makes none, and would wait for it


@dataclass(frozen=True, kw_only=True)
class BuildContext:
    """What files are made from: the framework with all that a build has worked out of it, the page plan, and the hand-written pages.

    ``dressed`` are the hand-written pages as pages of the plan, ``drawings`` the SVG text of each picture by its id, ``booklets`` stand under their paths,
    ``word_files`` under the ids of their forms.
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


Makers: TypeAlias = Iterator[tuple[str, Callable[[], Content]]]
"""The path of each file in the site's folder, and what makes its text or bytes."""
