"""A framework -> everything in its easy-read words that breaks a rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sds.easy_read.rule import Finding, Found, Given
from sds.easy_read.rules import RULES
from sds.easy_read.view import Text, of_page, of_term
from sds.framework import Framework
from sds.load import Where


def texts(framework: Framework) -> list[Text]:
    """Every easy-read page and every easy meaning, in the order of the files; nothing where a framework has no easy read."""
    if not framework.easy_read:
        return []
    return [*map(of_page, framework.easy_read), *map(of_term, framework.terms)]


def findings(framework: Framework, where: Where, today: datetime.date) -> list[Finding]:
    """What breaks a rule, errors and warnings, in file and line order. ``today`` is the day that checks by people are measured from."""
    found = {
        Finding(where.problem(kind, id, one.place, f"{number}: {one.wrong}", one.instead), number, one.level)
        for kind, id, number, one in _judged(framework, where, today)
    }
    found.update(_without_twin(framework, where))
    return sorted(found)


_KEPT: list[tuple[object, list[tuple[str, str, str, Found]]]] = []
"""The last judgement and what it rests on: a preview judges again at each save, and the easy-read words are seldom what was saved."""


def _judged(framework: Framework, where: Where, today: datetime.date) -> list[tuple[str, str, str, Found]]:
    """What breaks a rule: the kind and id of its text, the number of the rule, and what was found."""
    aside = [where.aside.get(path, frozenset()) for path in sorted(where.aside)]
    given = Given(framework, where, today)
    full = ([given.words_now(page) for page in framework.easy_read], [role.easy_first for role in framework.roles])  # what rules ask of the full records
    rests_on = (framework.easy_read, framework.terms, framework.pictures, framework.easy_words, list(where.places), aside, full, today)
    if _KEPT and _KEPT[0][0] == rests_on:
        return _KEPT[0][1]
    found = [(text.kind, text.id, number, one) for text in texts(framework) for number, one in judge(text, given)]
    _KEPT[:] = [(rests_on, found)]
    return found


def judge(text: Text, given: Given) -> Iterator[tuple[str, Found]]:
    """What breaks a rule in one text, each with the number of its rule."""
    for rule in RULES:
        if text.page is not None or not rule.pages_only:
            yield from ((rule.number, found) for found in rule.look(text, given))


def _without_twin(framework: Framework, where: Where) -> Iterator[Finding]:
    """Records of the kinds that have easy-read pages, and have none themselves (ER35). Where a role's own page is made of
    the pages of all standards, a standard without one is an error."""
    needed = any(role.easy_first for role in framework.roles)
    kinds = {page.kind for page in framework.easy_read} - {"home", "topics"}
    for kind, records in framework.kinds():
        for id in records if kind in kinds else ():
            if ("easy_read", f"{kind}/{id}") not in where.places:
                problem = where.problem(kind, id, (), f'ER35: "{id}" has no page in easy read.', f"Add one to content/easy-read: kind: {kind}, id: {id}.")
                yield Finding(problem, "ER35", "error" if needed and kind == "standards" else "warning")
