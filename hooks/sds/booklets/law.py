"""The law in the full-text booklets: each rule with who must, how strongly and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sds.model import duties
from sds.model.citations import unbroken
from sds.model.duties import bearers, named
from sds.model.framework import Framework
from sds.model.records import Provision


def law_cited(framework: Framework, provision: Provision) -> str:
    """Where a rule stands, as ``duties.law_cited`` says it, for paper."""
    return unbroken(duties.law_cited(framework, provision))


def rule(framework: Framework, provision: Provision) -> dict[str, Any]:
    """A rule: its words, how strongly it binds, who must, and where it stands."""
    return {
        "title": provision.title,
        "text": provision.text,
        "strength": framework.record("strengths", provision.strength).title,
        "who": named([body.title for body in bearers(framework, [provision])]) if provision.bearers else "",
        "cite": law_cited(framework, provision),
    }


def rules(framework: Framework, ids: Iterable[str]) -> list[dict[str, Any]]:
    """The rules with these ids, in the order given."""
    return [rule(framework, framework.record("provisions", id)) for id in ids]


def by_subject(framework: Framework) -> list[dict[str, Any]]:
    """All rules under their subjects."""
    groups = [(subject, [one for one in framework.provisions if one.subject == subject.id]) for subject in framework.law.subjects]
    return [{"title": subject.title, "about": subject.about, "rules": [rule(framework, one) for one in some]} for subject, some in groups if some]
