"""The plan of pages -> ``/sitemap.xml``."""

from __future__ import annotations

from collections.abc import Iterable

from sds.exports.last_changed import page_days
from sds.model.framework import Framework
from sds.pages.page import Page


def sitemap(site_url: str, framework: Framework, pages: Iterable[Page]) -> str:
    """The text of ``/sitemap.xml``: every page except redirects and the 404 page, with the day on which it last changed.

    For a page that has not changed since the list of changes began, it is the first day on that list.
    """
    days, updated = page_days(framework), framework.changes[-1].day if framework.changes else framework.spine.framework.updated
    base = site_url.rstrip("/")
    addresses = [page.url for page in pages if page.url.endswith("/") and page.template != "redirect.html"]
    entries = "".join(f"<url><loc>{base}{url}</loc><lastmod>{days.get(url, updated)}</lastmod></url>\n" for url in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
