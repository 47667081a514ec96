"""Joins what is told of one id that was written over with another: it is there twice, and the old one is named or was published and is gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase

from sds.model.kinds import KINDS
from sds.problem import Problem
from sds.reading.yaml_lines import word_mended
from sds.reading.yaml_text import Document

GONE = re.compile(
    r'^The (?P<was>[a-z ]+) "(?P<published>[^"]+)" was published, but is no longer there|There is no (?P<no>[a-z ]+) "(?P<named>[^"]+)"'
    r'|^"(?P<meant>[^"]+)" is not the id of an? (?P<one>[a-z ]+)\.|^No (?P<file>[a-z ]+) has the id "(?P<own>[^"]+)"'
)
TWICE = re.compile(r'^The id "([^"]+)" is already used')


def overwritten(problems: list[Problem], documents: Mapping[str, Document]) -> list[Problem]:
    """``problems`` with one in place of all those of the same cause: an id of a file that is there twice, where just one other id of that file is gone."""
    twice = [problem for problem in problems if not problem.rule and TWICE.search(problem.wrong)]
    if len(twice) != 1:
        return problems
    (one,) = twice
    kinds = {kind.one for kind in KINDS.values() if fnmatchcase(one.path, kind.file.path)}
    about = dict[Problem, str]()
    for problem in problems:
        if found := GONE.search(problem.wrong):
            named = found.groupdict()
            if (named["was"] or named["no"] or named["one"] or named["file"]) in kinds:
                about[problem] = named["published"] or named["named"] or named["meant"] or named["own"] or ""
    gone = set(about.values())
    by_mistake = len(about) == 1 and not any(problem.rule == "published-ids-stay" for problem in about)  # then it may be the name that is wrong
    if len(gone) != 1 or by_mistake or one.path not in documents:
        return problems
    (id,) = gone
    twice_id = TWICE.search(one.wrong)
    assert twice_id is not None
    new = word_mended(documents[one.path].text.split("\n"), one.line, twice_id[1], id)
    mended = replace(one, wrong=f'{one.wrong[:-1]}, and "{id}" is gone.', instead=f"Write id: {id}", replacement=new)
    return [mended if problem is one else problem for problem in problems if problem not in about]
