"""Runs the rules of easy read, which are in ``sds.easy_read.rules``, and has the rule about records without an easy-read page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sds.checks.context import Context
from sds.easy_read.check import problems
from sds.easy_read.rule import EASY_PAGES
from sds.easy_read.rules.full_record import SOURCE
from sds.problem import Problem
from sds.rule import Example, rule

NEEDED = frozenset(["standard", "glossary", "easy-read", "pictures", "words-to-avoid", "resources"])
"""The kinds of file that the rules need. If one of them cannot be read, the rules are not run."""


def in_words(context: Context) -> Iterator[Problem]:
    """The problems in easy-read pages, forms and meanings."""
    if not context.unread & NEEDED:
        found = problems(context.framework, context.where, context.today, context.judged)
        yield from (problem for problem in found if not (problem.unknown and context.unread))  # an unknown id may be in the file that was not read


@rule(
    "ER35.2",
    "A page for each record",
    Example("  - kind: topics\n    id: growers", "  - kind: roles\n    id: growers", EASY_PAGES),
    levels={
        "error": "A standard has no easy page, and the easy page of a role is made from those of all standards.",
        "warning": "A record has no easy page, and others of its kind have one.",
    },
    source=SOURCE,
)
def every_record_has_a_page(context: Context) -> Iterator[Problem]:
    """Where some records of a kind have an easy page, all of them have one."""
    if context.unread & NEEDED:
        return
    framework, where = context.framework, context.where
    needed = any(role.easy_first for role in framework.roles)
    kinds = {page.kind for page in framework.easy_read} - {"home", "topics"}
    for kind, records in framework.kinds():
        for id in records if kind in kinds else ():
            if ("easy_read", f"{kind}/{id}") not in where.places:
                problem = where.problem(kind, id, (), f'ER35: "{id}" has no page in easy read.', f"Add one to content/easy-read: kind: {kind}, id: {id}.")
                yield replace(problem, level="error" if needed and kind == "standards" else "warning", says_rule=True)
