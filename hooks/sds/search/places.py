"""Where a record that the search page finds has its place, in full and in easy read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sds.model.framework import Framework
from sds.model.urls import url_of


@dataclass(frozen=True)
class Places:
    """Where a record is found, in full and in easy read."""

    framework: Framework

    @cached_property
    def _twins(self) -> frozenset[str]:
        return frozenset(page.key for page in self.framework.easy_read)

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {line.action: f"{page.key}/#{line.action}" for page in self.framework.easy_read for line in page.lines}

    def where(self, kind: str, id: str) -> str:
        return url_of(self.framework, kind, id)

    def twin(self, kind: str, id: str) -> str:
        """The address after ``/easy-read/`` of a record's twin; empty where it has none."""
        return f"{kind}/{id}/" if f"{kind}/{id}" in self._twins else ""

    def line(self, action: str, standard: str) -> str:
        """The same of a statement: its own line, or else the page that has the lines of its standard."""
        return self._lines.get(action) or self.twin("standards", standard)
