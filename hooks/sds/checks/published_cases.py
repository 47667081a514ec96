"""Checks that the published parts of situations keep their anchors. The rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.model.framework import Framework
from sds.paths import SITUATIONS
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import near

CASES = "cases"
"""What the list of what was published has before the anchor of a case."""


def case_anchors(framework: Framework) -> Iterator[str]:
    """Each case as the list of what was published names it: ``cases/dry-tap#hose``."""
    yield from (f"{CASES}/{situation.id}#{case.id}" for situation in framework.situations for case in situation.cases)


@rule(
    "published-cases-stay",
    "Published anchors do not change",
    Example("  - id: hoses\n", "  - id: hose\n", f"{SITUATIONS}/dry-tap.yaml"),
)
def published_cases_stay(context: Context) -> Iterator[Problem]:
    """The id of a case of a situation never changes once it was published, because links lead to that part of its page."""
    published = [named.removeprefix(f"{CASES}/") for named in context.published.ids if named.startswith(f"{CASES}/")]
    for situation in context.framework.situations if published else ():
        if not context.whole("situations", situation.id):
            continue
        here = [case.id for case in situation.cases]
        own = [anchor.partition("#")[2] for anchor in published if anchor.startswith(f"{situation.id}#")]
        new = [id for id in here if id not in own]
        gone = [id for id in own if id not in here]
        for id in gone:
            meant = near(id, new) or (new[0] if len(new) == len(gone) == 1 else "")
            if meant:
                place = (CASES, here.index(meant), "id")
                wrong = f'The id "{meant}" was published as "{id}", and people have its address.'
                yield context.where.problem("situations", situation.id, place, wrong, f"Write id: {id}", write=f"id: {id}")
            else:
                wrong = f'The case "{id}" was published, but is no longer there.'
                yield context.where.problem("situations", situation.id, (CASES,) if here else (), wrong, "Put it back. Its words may change.")
