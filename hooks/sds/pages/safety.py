"""Pages with a quick exit, a button to leave the site at once, and the page about staying safe on a device."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.page import HOME, Page, twin_of

STAY_SAFE = "/stay-safe/"


def stay_safe_page(framework: Framework) -> Iterator[Page]:
    """The page about staying safe on this device, or nothing when no page has a quick exit."""
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


def with_quick_exit(framework: Framework, pages: Iterable[Page]) -> Iterator[Page]:
    """All pages, with ``leave`` set on those with a quick exit: situations with ``quick_exit``, their easy-read pages, and the page about staying safe."""
    wanted = set(_dangerous(framework))
    for page in pages:
        yield replace(page, leave=True) if page.url in wanted else page


def _dangerous(framework: Framework) -> tuple[str, ...]:
    """The addresses of the pages with a quick exit; none when the framework does not say where a quick exit leads."""
    situations = [one for one in framework.situations if one.quick_exit]
    if not situations or not framework.spine.framework.quick_exit:
        return ()
    urls = (url for one in situations for url in (url_of(framework, "situations", one.id), twin_of(framework, "situations", one.id)))
    return (STAY_SAFE, *filter(None, urls))
