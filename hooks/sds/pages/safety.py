"""Pages that a reader can leave at once, and the page about staying safe on a device."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.page import HOME, Page, twin_of

STAY_SAFE = "/stay-safe/"


def stay_safe_page(framework: Framework) -> Iterator[Page]:
    """The page about staying safe on this device: only where some page can be left at once."""
    if _dangerous(framework):
        yield Page(
            url=STAY_SAFE,
            template="stay-safe.html",
            title="Stay safe on this device",
            description="What other people may be able to see, what this site saves on your device, and how to delete it.",
            edit="overrides/pages/stay-safe.html",
            crumbs=(HOME,),
            section="stay-safe",
        )


def that_can_be_left(framework: Framework, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages of the plan, those marked that have a way to leave at once: of situations that say so, in full and in easy read, and on staying safe."""
    wanted = set(_dangerous(framework))
    for page in pages:
        yield replace(page, leave=True) if page.url in wanted else page


def _dangerous(framework: Framework) -> tuple[str, ...]:
    """Their addresses; none where the framework does not say where readers are taken."""
    situations = [one for one in framework.situations if one.quick_exit]
    if not situations or not framework.spine.framework.quick_exit:
        return ()
    urls = (url for one in situations for url in (url_of(framework, "situations", one.id), twin_of(framework, "situations", one.id)))
    return (STAY_SAFE, *filter(None, urls))
