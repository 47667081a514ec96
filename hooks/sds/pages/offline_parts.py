"""The parts that the copy for reading offline comes in, as a reader is told of them and as a build makes them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the copy: what it is called, and the files and folders of the site whose pages are in it, with all that these pages need.

    A part has a ``title``, or one made of the ``names`` of those of its places that the framework has, in the same order.

    ``pieces`` says among how many files its pages are shared out, so that a changed page makes only one of them new; the pages of each standard have
    one of their own where ``by_standard`` is set. A part ``at_once`` is saved, whole, at the first visit of somebody who reads one of its pages: none
    is so small that it would tell which page that was, and none so large that it should be asked for first.
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
        """What stands on the page for its size until the site is finished: no page can know it before."""
        return f"%SIZE {self.id}%"

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the pages with which its folders begin, such as ``/law/``; a framework may be without one of them."""
        return tuple(f"/{place.removesuffix('index.html')}" for place in self.places if place.endswith(("/", "index.html")))

    def titled(self, titles: Container[str]) -> str:
        """What it is called on a site that has the pages at the addresses in ``titles``."""
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
"""What is saved at the first visit: how to reach help, what to do when something has happened, in full and in easy read, words to say, and what every page
needs."""
REST = Part(id="rest", title="About this site, and how to change it", places=("",), pieces=2)
"""Whatever is in no other part."""
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
"""In the order in which they are saved."""
WHOLE = "%SIZE whole%"
"""As the size of a part: that of all of them."""
