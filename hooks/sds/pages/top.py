"""The home page, and the pages that are about the site."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.pages.page import HOME, Page, twin_of
from sds.paths import SPINE
from sds.reading.locations import Locations


def top_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """Home, and the pages that are about the site."""
    about, count = framework.spine.framework, len(framework.standards)
    yield Page(url="/", template="home.html", title=about.title, description=about.summary, edit=SPINE, twin=twin_of(framework, "home", "home"))
    yield Page(
        url="/search/",
        template="search.html",
        title="Search",
        description=f"Find statements, tools, words and easy-read pages of the {count} standards by your own words, role, standard or stage.",
        edit=SPINE,
        crumbs=(HOME,),
        section="search",
    )
    yield Page(
        url="/data/",
        template="data.html",
        title="Data",
        description="The framework as data: JSON and CSV files made from the same records as the pages, free to use.",
        edit=SPINE,
        crumbs=(HOME,),
        section="data",
    )
    yield Page(
        url="/editions/",
        template="editions.html",
        title="Editions",
        description="Each published form of the framework: when, how many standards, what it held, and what became of each title and component.",
        edit=SPINE,
        line=where.documents[SPINE].line(("editions",)),
        crumbs=(HOME,),
        section="editions",
    )
    yield Page(
        url="/404.html",
        template="404.html",
        title="This page is not here",
        description="The address leads nowhere on this site. Ways to find what you were looking for.",
        edit=SPINE,
    )
