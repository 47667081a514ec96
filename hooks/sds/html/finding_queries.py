"""What templates ask of findings: what the list of some of them can be narrowed by."""

from __future__ import annotations

from collections.abc import Sequence

from sds.model.framework import Framework
from sds.model.records import Finding
from sds.pages.standards import FINDING_KINDS


class FindingQueries:
    """Answers the questions of one framework's templates about findings. Nothing here is markup. Every public name is a name in the templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def choices_among(self, findings: Sequence[Finding]) -> tuple[tuple[str, str, Sequence[tuple[str, str]]], ...]:
        """The fields that a list of findings is narrowed by: the name of each, its label, and those values, with their titles, that one of them has.

        A field with one value only is left out: there is nothing to choose.
        """
        kinds = {finding.kind for finding in findings}
        roles = {role for finding in findings for role in finding.roles}
        sources = {finding.source for finding in findings}
        fields: tuple[tuple[str, str, Sequence[tuple[str, str]]], ...] = (
            ("kind", "Kind", [(kind, title) for kind, title in FINDING_KINDS.items() if kind in kinds]),
            ("role", "Role", [(role.id, role.short) for role in self._framework.roles if role.id in roles]),
            ("source", "Source", sorted(((one.id, one.short) for one in self._framework.sources if one.id in sources), key=lambda one: one[1].lower())),
        )
        return tuple(field for field in fields if len(field[2]) > 1)
