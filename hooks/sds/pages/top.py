"""The home page, and the pages about the site as a whole: search, data, editions, booklets and 404."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sds.model.framework import Framework
from sds.pages.page import HOME, Link, Page, twin_of
from sds.paths import SPINE
from sds.problem import counted
from sds.reading.locations import Locations


def _there(*named: tuple[str, Sequence[object]]) -> list[str]:
    """The names of the non-empty things, or "pages" if all are empty."""
    return [name for name, some in named if some] or ["pages"]


def _listed(names: Sequence[str], joint: str) -> str:
    """Names joined to a phrase: ``statements, tools and glossary words``. ``joint`` is "and" or "or"."""
    *first, last = names
    return f"{', '.join(first)} {joint} {last}" if first else last


def top_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The home page, and the pages about the site as a whole."""
    about, of_standards = framework.spine.framework, f" of the {counted(len(framework.standards), 'standard')}" if framework.standards else ""
    things = _there(
        ("statements", framework.actions), ("tools", framework.resources), ("glossary words", framework.terms), ("easy-read pages", framework.easy_read)
    )
    ways = _there(("role", framework.roles), ("standard", framework.standards), ("stage", framework.spine.stages))
    yield Page(
        url="/",
        template="home.html",
        title=about.title,
        description=about.summary,
        edit=SPINE,
        data={"found": _listed([thing.removesuffix("-read pages") + " read" if thing.startswith("easy") else thing for thing in things], "and")},
        twin=twin_of(framework, "home", "home"),
    )
    yield Page(
        url="/search/",
        template="search.html",
        title="Search",
        description=f"Find {_listed(things, 'and')}{of_standards} by keyword, {_listed(ways, 'or')}.",
        edit="overrides/pages/search.html",
        crumbs=(HOME,),
        section="search",
    )
    yield Page(
        url="/data/",
        template="data.html",
        title="Data",
        description=f"The framework as data: JSON, CSV and Excel files made from the same records as the pages{', free to use' if about.licence else ''}.",
        edit="overrides/pages/data.html",
        crumbs=(HOME,),
        section="data",
    )
    yield Page(
        url="/data/columns/",
        template="columns.html",
        title="The columns of each table",
        description="What each column of the CSV and Excel files holds, table by table.",
        edit="hooks/sds/exports/csv_tables/said.py",
        crumbs=(HOME, Link("Data", "/data/")),
        section="data",
    )
    if framework.spine.editions:
        yield Page(
            url="/editions/",
            template="editions.html",
            title="Editions",
            description="Each edition of the framework: when it was published, what it contained, and how titles and components have changed since.",
            edit=SPINE,
            line=where.documents[SPINE].line(("editions",)),
            crumbs=(HOME,),
            section="editions",
        )
    printed = _there(("each standard", framework.standards), ("each role", framework.roles), ("forms", framework.templates), ("easy read", framework.easy_read))
    yield Page(
        url="/booklets/",
        template="booklets.html",
        title="Booklets to print",
        description=f"{_listed(printed, 'and').capitalize()} as PDF files to print.",
        edit="overrides/pages/booklets.html",
        crumbs=(HOME,),
        section="booklets",
    )
    yield Page(
        url="/404.html",
        template="404.html",
        title="Page not found",
        description="There is no page at this web address. Ways to find what you were looking for.",
        edit="overrides/pages/404.html",
    )
