"""Where this site is thin: what few findings, statements or tools say anything of. Counted at each build from the records, so it cannot be forgotten."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sds.model.framework import Framework, Standard
from sds.model.records import Finding, Source
from sds.pages.self_evaluation_parts import SEEN
from sds.pages.standards import FINDING_KINDS

FEW = 5
"""A count below this is called few. It is this site's own measure: no source gives one."""
HALF = 0.5
"""A document from which more than this share of what was seen comes is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinStandard:
    """What is thin about one standard. ``few_kinds``, ``few_roles`` and ``no_tools`` hold a name and a number; ``leans_on`` is the source that more than
    half of what was seen comes from, with how many of how many."""

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
    """What is thin about each standard, in the order of the framework. Of what a framework has not got at all, no standard is said to have little."""
    helped = {id for resource in framework.resources for id in resource.actions}
    return tuple(_thin(framework, standard, helped) for standard in framework.standards)


def _thin(framework: Framework, standard: Standard, helped: set[str]) -> ThinStandard:
    about = [finding for finding in framework.findings if standard.id in finding.standards]
    kinds = [(title, sum(finding.kind == kind for finding in about)) for kind, title in FINDING_KINDS.items() if kind in SEEN]
    roles = [(role.short, sum(role.id in finding.roles for finding in about)) for role in framework.roles]
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
    """The source of more than half of what was seen, with how many of how many; None where there is none such."""
    seen = Counter(finding.source for finding in about if finding.kind in SEEN)
    for id, count in seen.most_common(1):
        if count > HALF * seen.total():
            return framework.record("sources", id), count, seen.total()
    return None
