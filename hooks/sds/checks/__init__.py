"""The rules that hold across records, by family. A rule yields problems and never raises."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from sds.checks import doubles, easy_read, evidence, exceptions, library, names, published, references, roles, standards, statements, words
from sds.checks.context import Context
from sds.checks.exceptions import without_excepted
from sds.checks.rule import ContentRule, Family
from sds.easy_read.judged_cache import JudgedCache
from sds.easy_read.rules import RULES as EASY_READ_RULES
from sds.problem import Problem
from sds.reading.load import Loaded
from sds.rule import Rule

FAMILIES: tuple[Family, ...] = (
    Family("What records name and rest on", (references.named_records_exist, evidence.law_cites_a_law, evidence.basis_is_honest)),
    Family(
        "Standards",
        (
            standards.roles_are_complete,
            standards.standards_are_full,
            standards.numbers_are_in_order,
            standards.component_ids_say_standard,
            standards.component_is_official_or_ours,
            standards.titles_are_unique,
        ),
    ),
    Family(
        "Statements",
        (
            statements.action_ids_say_standard_and_role,
            statements.statements_are_one_action,
            statements.statements_begin_as_their_role,
            statements.statements_are_sentences,
            statements.no_two_statements_alike,
            statements.withdrawn_says_why,
        ),
    ),
    Family("Roles and stages", (roles.roles_start_with_their_own, roles.roles_are_compared_with_another, roles.two_minute_pages_are_short)),
    Family(
        "Resources, other frameworks and terms",
        (library.resources_serve_what_they_help_with, library.units_name_a_standard_once, library.terms_cite_a_source),
    ),
    Family(
        "Words",
        (
            words.words_are_plain,
            words.words_are_finished,
            words.braces_name_something,
            words.lists_say_a_thing_once,
            words.dates_are_not_to_come,
            doubles.records_name_others,
            doubles.related_standards_are_others,
            doubles.related_fits_its_sentence,
            doubles.resources_stand_once,
            doubles.findings_stand_once,
        ),
    ),
    Family("What was published", (published.published_ids_stay,)),
    Family("Names", (names.terms_are_defined_once, names.no_name_means_two_things)),
)
"""The rules of content, in the order in which a reader of the page of rules meets them."""

_OF_EASY_READ: tuple[Rule[Any], ...] = (easy_read.every_record_has_a_page, *EASY_READ_RULES)
EASY_READ: tuple[Rule[Any], ...] = tuple(sorted(_OF_EASY_READ, key=lambda rule: rule.id))
"""The rules of easy read."""

LAST = Family("Known exceptions", (exceptions.exceptions_are_needed,))
"""Judged when all others are: it looks at what they found."""

RULES: tuple[ContentRule, ...] = (*(rule for family in FAMILIES for rule in family.rules), easy_read.every_record_has_a_page)
IDS = frozenset(rule.id for rule in RULES) | frozenset(rule.id for rule in EASY_READ)
"""The rules from which a record may be excepted."""


def diagnostics(loaded: Loaded, today: datetime.date, judged: JudgedCache | None = None) -> list[Problem]:
    """Every error and every warning that reading and the rules find, in file and line order. ``today`` is the day that checks by people are measured from.

    ``judged`` may know from an earlier run what was found in easy words.
    """
    problems = list(loaded.problems)
    if loaded.framework is not None:
        context = Context(loaded.framework, loaded.where, loaded.incomplete, loaded.unread, today, loaded.exceptions, IDS, judged, loaded.published)
        found = (*(problem for rule in RULES for problem in rule.look(context)), *easy_read.in_words(context))
        problems += without_excepted(published.told_once(found, context), loaded.exceptions)
        problems += (problem for rule in LAST.rules for problem in rule.look(replace(context, found=found)))
    return sorted(set(problems))


def check(loaded: Loaded) -> list[Problem]:
    """Every problem that stops a build, in file and line order."""
    return [problem for problem in diagnostics(loaded, datetime.date.today()) if problem.level == "error"]
