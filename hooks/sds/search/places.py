"""The addresses of records for search results, in full and in easy read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sds.model.framework import Framework
from sds.model.urls import url_of


@dataclass(frozen=True)
class Places:
    """The addresses of the records of one framework."""

    framework: Framework

    @cached_property
    def _twins(self) -> frozenset[str]:
        return frozenset(page.key for page in self.framework.easy_read)

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {line.action: f"{page.key}/#{line.action}" for page in self.framework.easy_read for line in page.lines}

    def where(self, kind: str, id: str) -> str:
        """The path of a record from the root of the site."""
        return url_of(self.framework, kind, id)

    def twin(self, kind: str, id: str) -> str:
        """The address, after ``/easy-read/``, of a record's easy-read page; empty if it has none."""
        return f"{kind}/{id}/" if f"{kind}/{id}" in self._twins else ""

    def line(self, action: str, standard: str) -> str:
        """The address, after ``/easy-read/``, of a statement's easy-read line, or else of its standard's easy-read page; empty if there is neither."""
        return self._lines.get(action) or self.twin("standards", standard)
