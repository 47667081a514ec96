"""A YAML document -> a Pydantic model. A list item with an error is set aside, so that the rest can be validated and checked."""

from __future__ import annotations

import copy
from collections.abc import Collection
from functools import partial
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sds.cache import Cache
from sds.problem import FieldPath, Problem
from sds.reading.expected import NOTHING, ExpectedFields
from sds.reading.field_errors import problems_of
from sds.reading.unions import meant
from sds.reading.yaml_text import Document, Value

Model = TypeVar("Model", bound=BaseModel)
Validated: TypeAlias = tuple[Model | None, list[Problem], frozenset[FieldPath]]
"""The model or None, the problems, and the field paths (as in the file) of the list items that were set aside."""
_VALIDATED = Cache[Validated[Any]]()


def validate(document: Document, model: type[Model], expected: ExpectedFields = NOTHING) -> Validated[Model]:
    """Validates ``document`` as ``model``. List items without ``expected`` fields are set aside too. Cached."""
    return _VALIDATED.get((document.path, model, expected), (document,), partial(_validated, document, model, expected))


def _validated(document: Document, model: type[Model], expected: ExpectedFields) -> Validated[Model]:
    data, problems, aside, lacking = document.data, list[Problem](), frozenset[FieldPath](), expected.lacking(document)
    while True:
        made, refused = _made(model, data)
        details = [*refused, *lacking]
        if not details:
            return made, problems, aside
        if not aside:
            problems.extend(problems_of(details, document, model, expected))
        places = {_record_around(data, tuple(detail["loc"])) for detail in details}
        if () in places:
            return None, problems, aside
        data, lacking = _without(data, places), []
        aside |= {as_written(place, aside) for place in places}


def _made(model: type[Model], data: dict[str, Value]) -> tuple[Model | None, list[ErrorDetails]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        refused = error.errors(include_url=False)
        return None, list(meant(refused, data, model)) or refused


def as_written(place: FieldPath, aside: Collection[FieldPath]) -> FieldPath:
    """The field path in the file for ``place``, a path in the model, whose list indexes do not count the items ``aside``."""
    result: FieldPath = ()
    for step in place:
        if isinstance(step, int):
            for gone in sorted(index for *owner, index in aside if tuple(owner) == result and isinstance(index, int)):
                step += gone <= step
        result = (*result, step)
    return result


def _record_around(data: dict[str, Value], place: FieldPath) -> FieldPath:
    """The path of the innermost list item around ``place`` that is a record, else of the innermost list item of any type, else an empty path."""
    records, items, value = list[FieldPath]([()]), list[FieldPath]([()]), list[Value]([data])
    for end, step in enumerate(place, start=1):
        owner = value[-1]
        if isinstance(owner, list) and isinstance(step, int) and step < len(owner):
            items.append(place[:end])
            if isinstance(owner[step], dict):
                records.append(place[:end])
            value.append(owner[step])
        elif isinstance(owner, dict) and isinstance(step, str) and step in owner:
            value.append(owner[step])
        else:
            break
    return records[-1] or items[-1]


def _without(data: dict[str, Value], places: set[FieldPath]) -> dict[str, Value]:
    """A copy of ``data`` without the list items at ``places``."""
    result = copy.deepcopy(data)
    for place in sorted(places, key=lambda item: [str(step).rjust(6) for step in item], reverse=True):
        owner: Value = result
        for step in place[:-1]:
            owner = owner[step]  # type: ignore[index]
        if isinstance(owner, list) and isinstance(place[-1], int) and place[-1] < len(owner):
            del owner[place[-1]]
    return result
