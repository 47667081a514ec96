"""The list of changes -> the address of each changed record, and the day on which each page last changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sds.changes.compare import FILE_KIND
from sds.changes.sentences import RecordChange
from sds.markdown_pages.address import address_of
from sds.model.framework import Framework
from sds.model.kinds import KINDS
from sds.model.urls import url_of
from sds.paths import PAGES
from sds.reading.locations import STANDARD, STANDARD_FILE


def changed_url(framework: Framework, change: RecordChange) -> str:
    """The address of what changed, or an empty string if it has none (any more)."""
    kind = STANDARD if change.kind == STANDARD_FILE else change.kind
    if kind == "pages":
        return f"/{address_of(change.id.removeprefix(f'{PAGES}/'))}" if change.what != "gone" else ""
    there = kind != FILE_KIND and KINDS[kind].url and framework.has(kind, change.id)
    return url_of(framework, kind, change.id) if there else ""


def page_days(framework: Framework) -> Mapping[str, str]:
    """The day on which each page last changed, by address: the latest change of its own record, or of a record that is shown on it."""
    days: dict[str, str] = {}
    for day in reversed(framework.changes):  # from the earliest day, so that a later one replaces it
        for change in day.records:
            for url in _shown_on(framework, change):
                days[url] = day.day
    return days


def _shown_on(framework: Framework, change: RecordChange) -> Iterator[str]:
    if url := changed_url(framework, change):
        yield url.partition("#")[0]
    for place in change.around:
        kind, _, id = place.partition("/")
        if framework.has(kind, id):
            yield url_of(framework, kind, id)
