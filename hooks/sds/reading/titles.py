"""Finds the record whose title someone wrote where its id belongs."""

from __future__ import annotations

from dataclasses import replace

from sds.model.field_types import slug
from sds.model.kinds import called
from sds.problem import Problem
from sds.reading.field_forms import value_at
from sds.reading.locations import Locations
from sds.reading.yaml_lines import word_mended

NAMES = ("title", "name", "term")
"""The fields that hold the name of a record."""


def by_title(problem: Problem, where: Locations) -> Problem:
    """``problem``, with the right id if the words that are no id (``unknown``) are the title of just one record of a kind that belongs there."""
    if not problem.unknown or not problem.kinds:
        return problem
    wanted, found = slug(problem.unknown), set[str]()
    for (kind, id), (path, place) in where.places.items():
        record = value_at(where.documents[path], place) if kind in problem.kinds else None
        if isinstance(record, dict) and wanted in {slug(str(record[name])) for name in NAMES if name in record}:
            found.add(id)
    if len(found) != 1:
        return problem
    (id,) = found
    wrong = f'"{problem.unknown}" is a title, and {called(problem.kinds)} belongs here.'
    new = word_mended(where.documents[problem.path].text.split("\n"), problem.line, problem.unknown, id)
    return replace(problem, wrong=wrong, instead=f"Write {new.line.strip()}" if new else f'Did you mean "{id}"?', replacement=new)
