"""A framework -> every problem in its easy-read texts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sds.cache import Cache
from sds.easy_read.judged_cache import Judged, JudgedCache
from sds.easy_read.rule import EasyReadRule, Found, Given
from sds.easy_read.rules import RULES
from sds.easy_read.text import Text, of_form, of_page, of_term
from sds.model.framework import Framework
from sds.paths import EASY_READ, FORMS, GLOSSARY
from sds.problem import Problem
from sds.reading.locations import Locations


def texts(framework: Framework) -> list[Text]:
    """Every easy-read page, every easy-read form and every easy meaning, in the order of the files; none when the framework has no easy read."""
    if not framework.easy_read:
        return []
    pages = [_TEXTS.get(("easy_read", page.kind, page.id), (page,), partial(of_page, page)) for page in framework.easy_read]
    forms = [_TEXTS.get(("templates", one.id), (one,), partial(of_form, one)) for one in framework.templates if one.easy]
    return pages + forms + [_TEXTS.get(("terms", term.id), (term,), partial(of_term, term)) for term in framework.terms]


_TEXTS = Cache[Text]()


def problems(framework: Framework, where: Locations, today: datetime.date, judged: JudgedCache | None = None) -> list[Problem]:
    """Every error and warning in easy-read texts, in order of file and line.

    ``today`` is the day from which the age of checks by people is measured. ``judged`` is a cache on disk for rules that need only the easy-read files.
    """
    return sorted({_problem(where, kind, id, rule, one) for kind, id, rule, one in _judged(framework, where, today, judged)})


def _problem(where: Locations, kind: str, id: str, rule: str, one: Found) -> Problem:
    found = where.problem(kind, id, one.place, f"{rule.partition('.')[0]}: {one.wrong}", one.instead)
    return replace(found, rule=rule, level=one.level, unknown=one.unknown, gone=one.gone, says_rule=True)


_JUDGED = Cache[list[Judged]]()


def _judged(framework: Framework, where: Locations, today: datetime.date, judged: JudgedCache | None) -> list[Judged]:
    """What breaks a rule in any text. Results of rules that need only the easy-read files are cached, because most saves change other files."""
    given = Given(framework, where, today)

    def judge_alone() -> list[Judged]:
        return [*_found(framework, given, [rule for rule in RULES if not rule.full_too])]

    def alone_or_kept() -> list[Judged]:
        return judged.get([document.text for document in files], framework.easy_words.common, judge_alone) if judged else judge_alone()

    files = [document for path, document in sorted(where.documents.items()) if path.startswith((EASY_READ, FORMS)) or path == GLOSSARY]
    alone = _JUDGED.get("alone", (framework.easy_words.common, *files), alone_or_kept)
    return [*alone, *_found(framework, given, [rule for rule in RULES if rule.full_too])]


def _found(framework: Framework, given: Given, rules: Sequence[EasyReadRule]) -> Iterator[Judged]:
    for text in texts(framework):
        yield from ((text.kind, text.id, rule, one) for rule, one in judge(text, given, rules))


def judge(text: Text, given: Given, rules: Sequence[EasyReadRule] = RULES) -> Iterator[tuple[str, Found]]:
    """What breaks a rule in one text: pairs of the rule's id and what was found."""
    for rule in rules:
        if text.page is not None or not rule.pages_only:
            yield from ((rule.id, found) for found in rule.look(text, given))
