"""What templates ask of findings: what the list of some of them can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence

from sds.model.framework import Framework
from sds.model.records import Finding
from sds.pages.findings_file import Choices, choices_among


class FindingQueries:
    """Answers the questions of one framework's templates about findings. Nothing here is markup. Every public name is a name in the templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def choices_among(self, findings: Sequence[Finding]) -> Choices:
        """The fields that a list of findings is narrowed by."""
        return choices_among(self._framework, findings)
