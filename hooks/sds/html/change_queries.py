"""Queries of templates about changes: what changed for readers, and when."""

from __future__ import annotations

from sds.changes.sentences import RecordChange
from sds.exports.last_changed import changed_url, page_days
from sds.model.framework import Framework


class ChangeQueries:
    """Queries of templates about changes. Every public name is a global name in templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework, self._days = framework, page_days(framework)

    def changed_on(self, url: str) -> str:
        """The day on which the page at ``url`` last changed; empty if it has not changed since the list of changes began."""
        return self._days.get(url, "")

    def changed_at(self, change: RecordChange) -> str:
        """The address of what changed, with ``~`` for the root of the site; empty if it has none."""
        url = changed_url(self._framework, change)
        return f"~{url}" if url else ""
