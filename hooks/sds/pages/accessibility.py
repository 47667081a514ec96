"""The accessibility statement: how accessible the site is, what does not work, and how that was tested."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.pages.page import HOME, Page
from sds.paths import ACCESSIBILITY

URL = "/accessibility/"


def accessibility_page(framework: Framework) -> Iterator[Page]:
    """The page, or nothing when the framework has no file for it: then a hand-written page may have this address."""
    if framework.accessibility:
        yield Page(
            url=URL,
            template="accessibility.html",
            title="Accessibility",
            description="How accessible this site is, how we tested it, what does not work yet, and how to report a problem.",
            edit=ACCESSIBILITY,
            crumbs=(HOME,),
            section="accessibility",
            data={"statement": framework.accessibility},
        )
