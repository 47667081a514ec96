"""The framework -> the files that the page at ``/self-evaluation/`` works from: one of the whole, and one for each standard, fetched when it is opened."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sds.easy_read.fingerprint import code_of
from sds.model.citations import cited
from sds.model.duties import basis_of
from sds.model.framework import Action, Component, Framework, Standard
from sds.model.records import Finding, Question, SelfEvaluation
from sds.model.urls import url_of
from sds.pages.standards import FINDING_KINDS

FOLDER = "self-evaluation/parts"
INDEX = f"{FOLDER}/index.json"
SEEN_BY = frozenset({"inspection", "review"})
"""The authorities of the sources that looked at practice."""
SEEN = frozenset({"working", "weak", "tension"})
"""The kinds of finding that tell what was seen, not what is asked for."""
ONLY_ON_PAGES = {"title", "lead", "plainly", "why", "scale_source", "scale_note"}
"""What the templates say of self-evaluation, and the script need not."""


def evaluated(framework: Framework) -> SelfEvaluation | None:
    """The words of self-evaluation; None where a framework has none, or no component to look at."""
    return framework.spine.self_evaluation if framework.components else None


def part_path(standard: Standard) -> str:
    """Where the part of a standard stands."""
    return f"{FOLDER}/{standard.id}.json"


def index(framework: Framework, words: SelfEvaluation) -> str:
    """The words of self-evaluation, the roles, and of each standard what can be filled in: every id with a code of its words, which changes when they do."""
    about = framework.spine.framework
    return _written(
        {
            "site": {"title": about.title, "edition": about.edition, "version": about.version, "official_title": about.official_title},
            **words.model_dump(mode="json", exclude=ONLY_ON_PAGES),
            "roles": [{"id": role.id, "title": role.title, "short": role.short} for role in framework.roles],
            "standards": [
                {
                    "id": standard.id,
                    "number": standard.number,
                    "short": standard.short,
                    "title": standard.title,
                    "components": [
                        {"id": one.id, "title": one.title, "code": component_code(one), "ours": one.ours is not None} for one in standard.components
                    ],
                    "statements": [
                        {"id": one.id, "role": one.role, "component": one.component, "code": code_of([one.text])} for one in _in_force(framework, standard)
                    ],
                    "questions": [{"id": one.component, "code": code_of([one.text])} for one in questions(framework, standard)],
                }
                for standard in framework.standards
            ],
        }
    )


def part(framework: Framework, standard: Standard) -> str:
    """What one standard's components, statements and questions say, by their ids, with site-relative addresses."""
    return _written(
        {
            "url": url_of(framework, "standards", standard.id),
            "components": {
                one.id: {
                    "text": one.text,
                    "ours": one.ours,
                    "very_good": one.very_good,
                    "weak": one.weak,
                    "url": url_of(framework, "components", one.id),
                    "seen": [*_seen(framework, one)],
                }
                for one in standard.components
            },
            "statements": {
                one.id: {"text": one.text, "basis": basis.title if (basis := basis_of(framework, one)) else "", "url": url_of(framework, "actions", one.id)}
                for one in _in_force(framework, standard)
            },
            "questions": {one.component: {"text": one.text} for one in questions(framework, standard)},
        }
    )


def component_code(component: Component) -> str:
    """A code of the words that a rating is about."""
    return code_of([component.title, component.text, component.very_good, component.weak])


def questions(framework: Framework, standard: Standard) -> tuple[Question, ...]:
    """The questions in easy words about a standard; none where it has no page of them."""
    return next((page.questions for page in framework.easy_read if page.kind == "questions" and page.id == standard.id), ())


def was_seen(framework: Framework, finding: Finding) -> bool:
    """Whether a finding tells what those who looked at practice saw."""
    return finding.kind in SEEN and framework.record("sources", finding.source).authority in SEEN_BY


def _in_force(framework: Framework, standard: Standard) -> Iterator[Action]:
    for role in framework.roles:
        yield from standard.actions_of(role.id)


def _seen(framework: Framework, component: Component) -> Iterator[dict[str, str]]:
    """What those who looked at practice saw of a component: the findings among its evidence, each with its kind in words and where it stands."""
    for finding in _findings(framework, component.evidence):
        if was_seen(framework, finding):
            source = framework.record("sources", finding.source)
            yield {
                "id": finding.id,
                "kind": FINDING_KINDS[finding.kind],
                "text": finding.text,
                "source": f"{source.short}, {finding.place}",
                "url": url_of(framework, "findings", finding.id),
            }


def _findings(framework: Framework, citations: Iterable[str]) -> Iterator[Any]:
    for citation in citations:
        kind, id = cited(citation)
        if kind == "findings":
            yield framework.record(kind, id)


def _written(value: Any) -> str:
    """As small as can be: a phone fetches it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
