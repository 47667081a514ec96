"""The page of changes for readers."""

from __future__ import annotations

from collections.abc import Iterator

from sds.changes.changelog import changelog
from sds.model.framework import Framework
from sds.pages.page import HOME, Page
from sds.paths import CHANGES

ADDRESS = "/changes/"


def changes_page(framework: Framework) -> Iterator[Page]:
    """The page, with the latest day first, or nothing when the framework keeps no list of changes."""
    if framework.changes:
        yield Page(
            url=ADDRESS,
            template="changes.html",
            title="What changed",
            description="What changed on this site for its readers, day by day, by standard and role. There is a feed to follow.",
            edit=CHANGES,
            crumbs=(HOME,),
            section="changes",
            data={"days": changelog(framework)},
        )
