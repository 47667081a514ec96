"""The rule that the evidence of a statement fits its basis. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.rule import PATHS
from sds.model.citations import split_citation
from sds.model.duties import binding
from sds.model.framework import Action
from sds.problem import Problem
from sds.rule import Example, rule


@rule(
    "basis-is-honest",
    "The evidence supports the basis",
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
    """Each basis needs evidence that supports it. A duty needs a provision that binds someone or gives a right. Guidance needs statutory guidance. An
    expectation needs an official document in force. Practice needs a finding of something that worked."""
    framework = context.framework
    authority = {source.id: source.authority for source in framework.sources}
    findings = {finding.id: finding for finding in framework.findings}
    known = authority.keys() | findings.keys()
    needs = {basis.id: basis for basis in framework.spine.bases}
    said = {
        "provision": "Name a provision that binds or gives a right under provisions, or write another basis.",
        "guidance": "Cite statutory guidance and the place in it, or write another basis.",
        "official": 'Cite the official document and page, as in "a-source, page 7", or write another basis.',
        "working": "Cite a finding of kind working, or write another basis.",
    }

    strengths, provisions = framework.records("strengths"), framework.records("provisions")

    def grounds(action: Action) -> Iterator[str]:
        if binding(framework, action):
            yield "provision"
        for citation in action.evidence:
            named, _ = split_citation(citation)
            if finding := findings.get(named):
                yield finding.kind
                for source in (finding.source, *(also.source for also in finding.also)):
                    # a finding restates law or guidance; only the section itself proves a duty
                    if authority.get(source) in {"official", "guidance"}:
                        yield from ("official", authority[source])
            else:
                yield authority.get(named, "")
                if authority.get(named) == "guidance":
                    yield "official"

    for action in framework.actions:
        basis = needs.get(action.basis)
        if basis is None or any(split_citation(citation)[0] not in known for citation in action.evidence):
            continue
        if any(id not in provisions or provisions[id].strength not in strengths for id in action.provisions):
            continue
        for need in basis.needs:
            if need not in set(grounds(action)):
                bare = not action.evidence and not action.provisions
                but = "but names neither evidence nor provisions." if bare else "but its evidence does not support that."
                yield context.where.problem("actions", action.id, ("basis",), f'"{action.id}" is marked {basis.title.lower()}, {but}', said[need])
