"""The framework -> the JSON files of the page ``/self-evaluation/``: an index, and one for each standard, which is fetched when a user opens it."""

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
"""The authorities of sources that observed practice."""
SEEN = frozenset({"working", "weak", "tension"})
"""The kinds of finding that say what was observed, rather than what is required."""
ONLY_ON_PAGES = {"title", "lead", "plainly", "why", "scale_source", "scale_note"}
"""Fields that templates use and the script does not need."""


def evaluated(framework: Framework) -> SelfEvaluation | None:
    """The texts of self-evaluation, or None when the framework has none, or has no components to evaluate."""
    return framework.spine.self_evaluation if framework.components else None


def part_path(standard: Standard) -> str:
    """The path of the file of a standard."""
    return f"{FOLDER}/{standard.id}.json"


def index(framework: Framework, words: SelfEvaluation) -> str:
    """The JSON of the index: the texts of self-evaluation, the roles, and the items of each standard that can be filled in.

    Each item has a ``code``, a hash of its words, by which a saved evaluation can tell that the words have changed.
    """
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
    """The JSON of a standard: the texts of its components, statements and questions by id, with paths from the root of the site."""
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
    """The hash of the words of a component, which a rating is about."""
    return code_of([component.title, component.text, component.very_good, component.weak])


def questions(framework: Framework, standard: Standard) -> tuple[Question, ...]:
    """The easy-read questions about a standard; none if it has no page of questions."""
    return next((page.questions for page in framework.easy_read if page.kind == "questions" and page.id == standard.id), ())


def was_seen(framework: Framework, finding: Finding) -> bool:
    """Whether a finding says what an inspection or review observed in practice."""
    return finding.kind in SEEN and framework.record("sources", finding.source).authority in SEEN_BY


def _in_force(framework: Framework, standard: Standard) -> Iterator[Action]:
    for role in framework.roles:
        yield from standard.actions_of(role.id)


def _seen(framework: Framework, component: Component) -> Iterator[dict[str, str]]:
    """The findings of inspections and reviews among a component's evidence, as data: the kind in words, the text, the source and its place, the address."""
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
    """Compact JSON, to save bytes for phones."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
