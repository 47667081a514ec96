"""Joins what is told of one id that was written over with another: it is there twice, and the old one is named or was published and is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sds.checks.published import published_ids_stay
from sds.checks.statements import action_ids_say_standard_and_role
from sds.model.kinds import KINDS
from sds.problem import Problem
from sds.reading.yaml_lines import word_mended
from sds.reading.yaml_text import Document


def overwritten(problems: list[Problem], documents: Mapping[str, Document]) -> list[Problem]:
    """``problems`` with one in place of all those of the same cause: an id that is there twice, where just one other id of the same kind is gone.

    Either of the two records may be the one that had it, so the line to write is only likely, and none is offered where they are in two files."""
    twice = [problem for problem in problems if problem.twice]
    if len(twice) != 1:
        return problems
    (one,) = twice
    kind, _, written = one.twice.partition("/")
    about = {problem: problem.gone.partition("/")[2] for problem in problems if problem.gone.startswith(f"{kind}/")}
    gone = set(about.values())
    by_mistake = len(about) == 1 and not any(problem.rule == published_ids_stay.id for problem in about)  # then it may be the name that is wrong
    if len(gone) != 1 or by_mistake or KINDS[kind].key != ("id",):
        return problems
    (id,) = gone
    about |= {problem: id for problem in problems if problem.record == one.twice and problem.rule == action_ids_say_standard_and_role.id}
    new = word_mended(documents[one.path].text.split("\n"), one.line, written, id) if one.other == one.path else None
    told = f'One of the two records had the id "{id}". Write id: {id} in that one.'
    mended = replace(one, wrong=f'{one.wrong[:-1]}, and "{id}" is gone.', instead=told, replacement=replace(new, sure=False) if new else None)
    return [mended if problem is one else problem for problem in problems if problem not in about]
