"""The law in the full-text booklets: each provision with who has the duty, how strongly it binds and its place in the law."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sds.model import duties
from sds.model.citations import unbroken
from sds.model.framework import Framework
from sds.model.records import Provision


def law_cited(framework: Framework, provision: Provision) -> str:
    """The place of a provision, as from ``duties.law_cited``, with no-break spaces for print."""
    return unbroken(duties.law_cited(framework, provision))


def rule(framework: Framework, provision: Provision) -> dict[str, str]:
    """A provision as data for the template, as from ``duties.rule_data``, with no-break spaces in its place in the law."""
    data = duties.rule_data(framework, provision)
    return {**data, "cite": unbroken(data["cite"])}


def rules(framework: Framework, ids: Iterable[str]) -> list[dict[str, str]]:
    """The provisions with these ids as data for the template, in the order given."""
    return [rule(framework, framework.record("provisions", id)) for id in ids]


def by_subject(framework: Framework) -> list[dict[str, Any]]:
    """All provisions as data for the template, grouped by subject. Subjects without provisions are left out."""
    groups = [(subject, [one for one in framework.provisions if one.subject == subject.id]) for subject in framework.law.subjects]
    return [{"title": subject.title, "about": subject.about, "rules": [rule(framework, one) for one in some]} for subject, some in groups if some]
