"""Joins what is told of one id that was written over with another: it is there twice, and the old one is named or was published and is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase

from sds.checks.published import published_ids_stay
from sds.model.kinds import KINDS
from sds.problem import Problem
from sds.reading.yaml_lines import word_mended
from sds.reading.yaml_text import Document


def overwritten(problems: list[Problem], documents: Mapping[str, Document]) -> list[Problem]:
    """``problems`` with one in place of all those of the same cause: an id of a file that is there twice, where just one other id of that file is gone."""
    twice = [problem for problem in problems if problem.twice]
    if len(twice) != 1:
        return problems
    (one,) = twice
    kinds = {name for name, kind in KINDS.items() if fnmatchcase(one.path, kind.file.path) and kind.key == ("id",)}
    about = {problem: problem.gone.partition("/")[2] for problem in problems if problem.gone.partition("/")[0] in kinds}
    gone = set(about.values())
    by_mistake = len(about) == 1 and not any(problem.rule == published_ids_stay.id for problem in about)  # then it may be the name that is wrong
    if len(gone) != 1 or by_mistake or one.path not in documents:
        return problems
    (id,) = gone
    new = word_mended(documents[one.path].text.split("\n"), one.line, one.twice, id)
    mended = replace(one, wrong=f'{one.wrong[:-1]}, and "{id}" is gone.', instead=f"Write id: {id}", replacement=new)
    return [mended if problem is one else problem for problem in problems if problem not in about]
