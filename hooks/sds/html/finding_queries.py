"""Queries of templates about findings: by what a list of them can be filtered."""

from __future__ import annotations

from collections.abc import Sequence

from sds.model.framework import Framework
from sds.model.records import Finding
from sds.pages.findings_file import Choices, choices_among


class FindingQueries:
    """Queries of templates about findings. They return data, not markup. Every public name is a global name in templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def choices_among(self, findings: Sequence[Finding]) -> Choices:
        """The fields by which a list of findings can be filtered, with their values."""
        return choices_among(self._framework, findings)
