"""A page for each stored version of the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from sds.model.in_print import day
from sds.pages.page import HOME, Link, Page


class Kept(Protocol):
    """A stored version of the data."""

    @property
    def day(self) -> str:
        """Its date (``2026-11-21``), which is its name."""

    @property
    def url(self) -> str:
        """Its address on the site."""


def version_pages(versions: Sequence[Kept]) -> Iterator[Page]:
    """A page for each of ``versions``, which are the latest first."""
    links = [Link(day(version.day), version.url) for version in versions]
    for position, version in enumerate(versions):
        yield Page(
            url=version.url,
            template="version.html",
            title=f"Data from {day(version.day)}",
            description=f"The data of this site as it was on {day(version.day)}, to download or cite, with what changed since the version before.",
            edit="overrides/pages/version.html",
            crumbs=(HOME, Link("Data", "/data/")),
            previous=links[position + 1] if position + 1 < len(links) else None,
            next=links[position - 1] if position else None,
            section="data",
            data={"version": version},
        )
