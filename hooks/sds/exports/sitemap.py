"""The page plan -> ``/sitemap.xml``."""

from __future__ import annotations

from collections.abc import Iterable

from sds.pages.page import Page


def sitemap(site_url: str, updated: str, pages: Iterable[Page]) -> str:
    """``/sitemap.xml`` with every page a reader may land on."""
    base = site_url.rstrip("/")
    addresses = [page.url for page in pages if page.url.endswith("/") and page.template != "redirect.html"]
    entries = "".join(f"<url><loc>{base}{url}</loc><lastmod>{updated}</lastmod></url>\n" for url in addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
