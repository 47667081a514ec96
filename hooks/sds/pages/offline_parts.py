"""The parts of the offline copy: their titles for readers, and which files a build puts in each."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the offline copy: the pages in ``places``, the files and folders of the site, with everything that these pages need.

    A part has a ``title``, or one that is made of ``names``: one for each of ``places``, used if the site has that page.

    ``pieces`` is the number of files among which its pages are divided, so that a changed page changes only one of them. With ``by_standard``, the pages of
    each standard have a file of their own. A part with ``at_once`` is saved as a whole when a reader first opens one of its pages: it is too large to reveal
    which page that was, and small enough to save without asking.
    """

    id: str
    title: str = ""
    places: tuple[str, ...]
    names: tuple[str, ...] = ()
    pieces: int = 1
    by_standard: bool = False
    at_once: bool = False

    @property
    def size(self) -> str:
        """The placeholder for the size of the part on the page ``/offline/``. The size is only known when the site is finished."""
        return f"%SIZE {self.id}%"

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the first pages of its folders, such as ``/law/``. A site need not have all of them."""
        return tuple(f"/{place.removesuffix('index.html')}" for place in self.places if place.endswith(("/", "index.html")))

    def titled(self, titles: Container[str]) -> str:
        """The title of the part on a site that has the pages with the addresses in ``titles``."""
        if self.title:
            return self.title
        *before, last = (name for name, page in zip(self.names, self.pages, strict=True) if page in titles)
        words = f"{', '.join(before)} and {last}" if before else last
        return words[0].upper() + words[1:]


FIRST = Part(
    id="first",
    title="What you may need straight away",
    places=(
        *("index.html", "404.html", "offline/", "contacts/", "situations/", "stay-safe/", "my-words/"),
        *("easy-read/index.html", "easy-read/situations/", "easy-read/topics/"),
    ),
    pieces=2,
)
"""The part that is saved at the first visit: how to reach help, what to do when something has happened (also in easy read), lines to say, and the assets
of every page."""
REST = Part(id="rest", title="About this site, and how to change it", places=("",), pieces=2)
"""The part with everything that is in no other part."""
PARTS = (
    FIRST,
    Part(id="easy-read", title="Easy read", places=("easy-read/",), pieces=6, at_once=True),
    Part(
        id="standards",
        title="Standards and statements",
        places=("standards/", "actions/", "roles/", "stages/", "principles/", "options/", "drivers/", "alignments/"),
        pieces=12,
        by_standard=True,
    ),
    Part(
        id="law",
        places=("law/", "glossary/", "resources/", "templates/"),
        names=("the law", "the glossary", "tools", "forms"),
        pieces=12,
        at_once=True,
    ),
    Part(id="evidence", places=("findings/", "sources/"), names=("findings", "sources"), pieces=12),
    Part(id="search", title="Search", places=("search/",), pieces=32),
    Part(id="making", places=("pack/", "self-evaluation/"), names=("packs", "self-evaluation"), by_standard=True, at_once=True),
    REST,
)
"""All parts, in the order in which they are saved."""
WHOLE = "%SIZE whole%"
"""The placeholder for the size of all parts together."""
