"""The data that every booklet has: its title, edition, date and authority, and its address on the web."""

from __future__ import annotations

from typing import Any

from sds.booklets.booklet import BookletSettings, What
from sds.model.edition_names import edition_named, the_edition
from sds.model.framework import Framework
from sds.model.in_print import capitalise, day


def colophon(framework: Framework, settings: BookletSettings, title: str, what: What, url: str) -> dict[str, Any]:
    """The data for the cover, the footer of each page and the back. ``url`` is a path from the root of the site."""
    about = framework.spine.framework
    address = settings.site_url.rstrip("/") + url
    edition = edition_named(about.edition) if about.edition else ""
    language, _, region = about.language.rpartition("-")
    return {
        "title": title,
        "what": what,
        "site": about.title,
        "lang": (language or region).partition("-")[0],
        "region": region if language and len(region) == 2 else None,
        "status": about.status,
        "edition": capitalise(edition),
        "the_edition": the_edition(about.edition) if about.edition else "",
        "updated": day(about.updated),
        "date": [int(part) for part in about.updated.split("-")],
        "address": address,
        "official_title": about.official_title,
        "official_publisher": about.official_publisher,
        "official_address": about.official_address,
        "licence": about.licence and {"name": about.licence.name, "address": about.licence.address, "asks": about.licence.asks},
        "ours": about.ours,
    }
