"""What templates ask about what changed, and when."""

from __future__ import annotations

from sds.changes.told import Told
from sds.exports.last_changed import changed_url, page_days
from sds.model.framework import Framework


class ChangeQueries:
    """Answers the questions of one framework's templates. Every public name is a name in the templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework, self._days = framework, page_days(framework)

    def changed_on(self, url: str) -> str:
        """The day on which a page last changed; empty where it has not since the list of changes began."""
        return self._days.get(url, "")

    def changed_at(self, change: Told) -> str:
        """The address of what changed, in the form that templates write; empty where it has none."""
        url = changed_url(self._framework, change)
        return f"~{url}" if url else ""
