"""Joins what is told of one id that was written over with another: it is there twice, and the old one is named or was published and is gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sds.problem import Problem
from sds.reading.yaml_lines import word_mended
from sds.reading.yaml_text import Document

GONE = re.compile(r'"([^"]+)" was published, but is no longer there|There is no [a-z ]+ "([^"]+)"|^"([^"]+)" is not the id of')
TWICE = re.compile(r'^The id "([^"]+)" is already used')


def overwritten(problems: list[Problem], documents: Mapping[str, Document]) -> list[Problem]:
    """``problems`` with one in place of all those of the same cause: an id of a file that is there twice, where just one other id of that file is gone."""
    twice = [problem for problem in problems if not problem.rule and TWICE.search(problem.wrong)]
    if len(twice) != 1:
        return problems
    (one,) = twice
    about = {
        problem: found
        for problem in problems
        if (found := GONE.search(problem.wrong)) and one.path in (problem.path, *re.findall(r"content/\S+yaml", problem.instead))
    }
    gone = {id for found in about.values() for id in found.groups() if id}
    if len(gone) != 1 or one.path not in documents:
        return problems
    (id,) = gone
    found = TWICE.search(one.wrong)
    assert found is not None
    new = word_mended(documents[one.path].text.split("\n"), one.line, found[1], id)
    mended = replace(one, wrong=f'{one.wrong[:-1]}, and "{id}" is gone.', instead=f"Write id: {id}", replacement=new)
    return [mended if problem is one else problem for problem in problems if problem not in about]
