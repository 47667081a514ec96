"""Is what a record rests on what it says it is? Each rule is one function whose docstring is the rule in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.rule import PATHS, rule
from sds.model.citations import split_citation
from sds.model.field_types import FINDING_ID
from sds.model.framework import Action
from sds.problem import Problem
from sds.rule import Example


@rule(
    "law-cites-a-law",
    "What the law says cites a law",
    Example("    cite: garden-charter, page 5", "    cite: garden-bylaw, section 5", PATHS),
)
def law_cites_a_law(context: Context) -> Iterator[Problem]:
    """An entry under "law" cites a source that is a law, and the section in it."""
    others = {source.id for source in context.framework.sources if source.authority != "law"}
    for standard in context.framework.standards:
        for index, law in enumerate(standard.file.law):
            source, _ = split_citation(law.cite)
            if source in others or FINDING_ID.fullmatch(source):
                yield context.where.problem(
                    "standard files", standard.id, ("law", index, "cite"), f'"{source}" is not a law.', 'Cite the Act and section, as in "act-2013, section 9".'
                )


@rule(
    "basis-is-honest",
    "A basis that the evidence bears out",
    Example(
        """\
      basis: practice
      evidence: ["garden-charter, page 4"]""",
        """\
      basis: expectation
      evidence: ["garden-charter, page 4"]""",
        PATHS,
    ),
)
def basis_is_honest(context: Context) -> Iterator[Problem]:
    """The evidence of an action holds what its basis needs: a duty a law, an expectation an official document in
    force, a practice a finding of something working."""
    framework = context.framework
    authority = {source.id: source.authority for source in framework.sources}
    findings = {finding.id: finding for finding in framework.findings}
    known = authority.keys() | findings.keys()
    needs = {basis.id: basis for basis in framework.spine.bases}
    said = {
        "law": 'Cite the section of the law, as in "act-2013, section 9", or write another basis.',
        "official": 'Cite the official document and page, as in "standards-2024, page 7", or write another basis.',
        "working": "Cite a finding of kind working, or write another basis.",
    }

    def grounds(action: Action) -> Iterator[str]:
        for citation in action.evidence:
            named, _ = split_citation(citation)
            if finding := findings.get(named):
                yield finding.kind
                for source in (finding.source, *(also.source for also in finding.also)):
                    # a finding restates law or guidance at second hand; only the section itself shows a duty
                    if authority.get(source) == "official":
                        yield "official"
            else:
                yield authority.get(named, "")

    for action in framework.actions:
        basis = needs.get(action.basis)
        if basis is None or any(split_citation(citation)[0] not in known for citation in action.evidence):
            continue
        for need in basis.needs:
            if need not in set(grounds(action)):
                yield context.where.problem(
                    "actions", action.id, ("basis",), f'"{action.id}" is called {basis.title.lower()}, but its evidence does not show one.', said[need]
                )
