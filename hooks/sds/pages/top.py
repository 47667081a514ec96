"""The home page, and the pages that are about the site."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.pages.page import HOME, Page, twin_of
from sds.paths import SPINE
from sds.reading.locations import Locations


def top_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """Home, and the pages that are about the site."""
    about = framework.spine.framework
    yield Page("/", "home.html", about.title, about.summary, SPINE, twin=twin_of(framework, "home", "home"))
    yield Page(
        "/search/",
        "search.html",
        "Search",
        f"Find statements, tools, words and easy-read pages of the {len(framework.standards)} standards by your own words, role, standard or stage.",
        SPINE,
        crumbs=(HOME,),
        section="search",
    )
    yield Page(
        "/data/",
        "data.html",
        "Data",
        "The framework as data: JSON and CSV files made from the same records as the pages, free to use.",
        SPINE,
        crumbs=(HOME,),
        section="data",
    )
    yield Page(
        "/editions/",
        "editions.html",
        "Editions",
        "Each published form of the framework: when, how many standards, what it held, and what became of each title and component.",
        SPINE,
        where.documents[SPINE].line(("editions",)),
        (HOME,),
        section="editions",
    )
    yield Page("/404.html", "404.html", "This page is not here", "The address leads nowhere on this site. Ways to find what you were looking for.", SPINE)
