"""A framework -> everything in its easy-read words that breaks a rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeAlias

from sds.cache import Cache
from sds.easy_read.rule import Breach, Found, Given, Rule
from sds.easy_read.rules import RULES
from sds.easy_read.text import Text, of_page, of_term
from sds.model.framework import Framework
from sds.paths import EASY_READ, GLOSSARY
from sds.reading.locations import Locations


def texts(framework: Framework) -> list[Text]:
    """Every easy-read page and every easy meaning, in the order of the files; nothing where a framework has no easy read."""
    if not framework.easy_read:
        return []
    pages = [_TEXTS.get(("easy_read", page.kind, page.id), (page,), partial(of_page, page)) for page in framework.easy_read]
    return pages + [_TEXTS.get(("terms", term.id), (term,), partial(of_term, term)) for term in framework.terms]


_TEXTS = Cache[Text]()


def breaches(framework: Framework, where: Locations, today: datetime.date) -> list[Breach]:
    """What breaks a rule, errors and warnings, in file and line order. ``today`` is the day that checks by people are measured from."""
    found = {
        Breach(where.problem(kind, id, one.place, f"{number}: {one.wrong}", one.instead), number, one.level)
        for kind, id, number, one in _judged(framework, where, today)
    }
    found.update(_without_twin(framework, where))
    return sorted(found)


Judged: TypeAlias = tuple[str, str, str, Found]
"""The kind and id of a text, the number of the rule, and what was found."""

_JUDGED = Cache[list[Judged]]()


def _judged(framework: Framework, where: Locations, today: datetime.date) -> list[Judged]:
    """What breaks a rule in any text. What rests on the files of easy read alone is kept: they are seldom what was saved."""
    given = Given(framework, where, today)
    files = [document for path, document in sorted(where.documents.items()) if path.startswith(EASY_READ) or path == GLOSSARY]
    alone = _JUDGED.get("alone", (framework.easy_words.common, *files), lambda: [*_found(framework, given, [rule for rule in RULES if not rule.full_too])])
    return [*alone, *_found(framework, given, [rule for rule in RULES if rule.full_too])]


def _found(framework: Framework, given: Given, rules: Sequence[Rule]) -> Iterator[Judged]:
    for text in texts(framework):
        yield from ((text.kind, text.id, number, one) for number, one in judge(text, given, rules))


def judge(text: Text, given: Given, rules: Sequence[Rule] = RULES) -> Iterator[tuple[str, Found]]:
    """What breaks a rule in one text, each with the number of its rule."""
    for rule in rules:
        if text.page is not None or not rule.pages_only:
            yield from ((rule.number, found) for found in rule.look(text, given))


def _without_twin(framework: Framework, where: Locations) -> Iterator[Breach]:
    """Records of the kinds that have easy-read pages, and have none themselves (ER35). Where a role's own page is made of
    the pages of all standards, a standard without one is an error."""
    needed = any(role.easy_first for role in framework.roles)
    kinds = {page.kind for page in framework.easy_read} - {"home", "topics"}
    for kind, records in framework.kinds():
        for id in records if kind in kinds else ():
            if ("easy_read", f"{kind}/{id}") not in where.places:
                problem = where.problem(kind, id, (), f'ER35: "{id}" has no page in easy read.', f"Add one to content/easy-read: kind: {kind}, id: {id}.")
                yield Breach(problem, "ER35", "error" if needed and kind == "standards" else "warning")
