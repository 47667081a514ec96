"""Gaps in the evidence: what only few findings, statements or resources are about. Counted from the records at each build, so always up to date."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sds.model.framework import Framework, Standard
from sds.model.records import Finding, Source
from sds.pages.self_evaluation_parts import SEEN
from sds.pages.standards import FINDING_KINDS

FEW = 5
"""A count below this is called few. This threshold is the site's own: no source gives one."""
HALF = 0.5
"""A source is named when more than this share of the observations about a standard comes from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinStandard:
    """The gaps in the evidence for one standard.

    ``few_kinds`` has the kinds of finding, ``few_roles`` the roles in findings and ``few_statements`` the roles in statements that have few, each with the
    number. ``no_tools`` are roles without resources. ``leans_on`` is the source of more than half of the observations, with its number and the total.
    """

    standard: Standard
    few_kinds: tuple[tuple[str, int], ...]
    few_roles: tuple[tuple[str, int], ...]
    few_statements: tuple[tuple[str, int], ...]
    no_tools: tuple[str, ...]
    statements_without_tool: int
    statements: int
    components_without_finding: tuple[str, ...]
    leans_on: tuple[Source, int, int] | None


def thin_evidence(framework: Framework) -> tuple[ThinStandard, ...]:
    """The gaps of each standard, in order. What the whole framework does not have does not count as a gap, such as statements, or
    kinds and roles of findings."""
    helped = {id for resource in framework.resources for id in resource.actions}
    return tuple(_thin(framework, standard, helped) for standard in framework.standards)


def _thin(framework: Framework, standard: Standard, helped: set[str]) -> ThinStandard:
    about = [finding for finding in framework.findings if standard.id in finding.standards]
    findings = framework.findings
    told = [kind for kind in SEEN if any(finding.kind for finding in findings)]
    kinds = [(title, sum(finding.kind == kind for finding in about)) for kind, title in FINDING_KINDS.items() if kind in told]
    roles = [(role.short, sum(role.id in finding.roles for finding in about)) for role in framework.roles if any(finding.roles for finding in findings)]
    spoken = [(role.short, len(standard.actions_of(role.id))) for role in framework.roles if framework.actions]
    with_tool = {role for resource in framework.resources if standard.id in resource.standards for role in resource.roles}
    statements = [action.id for action in standard.actions if action.status == "current"]
    found = framework.records("findings")
    return ThinStandard(
        standard=standard,
        few_kinds=tuple(one for one in kinds if one[1] < FEW),
        few_roles=tuple(one for one in roles if one[1] < FEW),
        few_statements=tuple(one for one in spoken if one[1] < FEW),
        no_tools=tuple(role.short for role in framework.roles if framework.resources and role.id not in with_tool),
        statements_without_tool=sum(id not in helped for id in statements),
        statements=len(statements),
        components_without_finding=tuple(one.id for one in standard.components if not any(id in found for id in one.evidence)),
        leans_on=_leans_on(framework, about),
    )


def _leans_on(framework: Framework, about: list[Finding]) -> tuple[Source, int, int] | None:
    """The source of more than half of the observations among ``about``, with its number and the total, or None."""
    seen = Counter(finding.source for finding in about if finding.kind in SEEN)
    for id, count in seen.most_common(1):
        if count > HALF * seen.total():
            return framework.record("sources", id), count, seen.total()
    return None
