"""The page of the easy-read search, which finds easy-read pages only."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.pages.page import EASY_HOME, Page

EASY_SEARCH = "/easy-read/search/"


def easy_search_page(framework: Framework) -> Iterator[Page]:
    """The page, or nothing when the framework has no easy read."""
    if framework.easy_read:
        yield Page(
            url=EASY_SEARCH,
            template="easy-search.html",
            title="Search (easy read)",
            description="Easy read. Search for a page.",
            edit="overrides/pages/easy-search.html",
            crumbs=(EASY_HOME,),
            section="easy",
        )
