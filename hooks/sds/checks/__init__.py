"""The rules that hold across records, by family. A rule yields problems and never raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sds.checks import easy_read, evidence, library, names, references, roles, standards, statements
from sds.checks.context import Context
from sds.problem import Problem
from sds.reading.load import Loaded

Rule = Callable[[Context], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references.named_records_exist,
    evidence.law_cites_a_law,
    evidence.basis_is_honest,
    standards.roles_are_complete,
    standards.standards_are_full,
    standards.numbers_are_in_order,
    standards.component_ids_say_standard,
    standards.component_is_official_or_ours,
    standards.titles_are_unique,
    statements.action_ids_say_standard_and_role,
    statements.statements_are_one_action,
    statements.no_two_statements_alike,
    statements.withdrawn_says_why,
    roles.roles_start_with_their_own,
    roles.roles_are_compared_with_another,
    roles.two_minute_pages_are_short,
    library.resources_serve_what_they_help_with,
    library.units_name_a_standard_once,
    library.terms_cite_a_source,
    names.terms_are_defined_once,
    names.no_name_means_two_things,
    easy_read.easy_read_keeps_its_rules,
)


def check(loaded: Loaded) -> list[Problem]:
    """Every problem that reading and the rules find, in file and line order."""
    problems = list(loaded.problems)
    if loaded.framework is not None:
        context = Context(loaded.framework, loaded.where, loaded.incomplete, loaded.unread)
        for rule in RULES:
            problems.extend(rule(context))
    return sorted(set(problems))
