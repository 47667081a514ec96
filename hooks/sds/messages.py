"""pydantic's errors -> problems in an editor's words, with the line to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sds.problem import Problem, nearest
from sds.source import Document, Place, Value


def problems_of(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """One problem for each thing ``model`` refused in ``document``."""
    for detail in error.errors(include_url=False):
        place: Place = tuple(detail["loc"])
        wrong, instead = _sentences(detail, place, document, model)
        yield Problem(document.path, document.line(place), wrong, instead)


def _sentences(detail: ErrorDetails, place: Place, document: Document, model: type[BaseModel]) -> tuple[str, str]:
    field = str(place[-1]) if place else ""
    record = name_at(document, place[:-1])
    example = f'{field}: "..."'
    match detail["type"]:
        case "missing":
            meaning = _description(model, place)
            return f'{record} has no "{field}".', f"Add the line {example} {meaning}".strip()
        case "extra_forbidden":
            return f'"{field}" is not a field of {_lower(record)}.', nearest(field, _fields_at(model, place[:-1]))
        case "string_type":
            return (
                f'There is a list or a group of fields where words belong, in "{_field(place)}" of {_lower(record)}.',
                f'Write one value: {_field(place)}: "..."',
            )
        case "tuple_type" | "list_type":
            return (
                f'There are words where a list belongs, in "{_field(place)}" of {_lower(record)}.',
                "Put each item on its own line, after a hyphen and a space.",
            )
        case "model_type" | "dict_type":
            return f'There are words where fields belong, in "{_field(place)}" of {_lower(record)}.', 'Write each field on its own line, as in id: "a-name".'
        case "literal_error":
            allowed = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return f'"{detail["input"]}" is not a value for "{_field(place)}" of {_lower(record)}.', nearest(str(detail["input"]), allowed)
        case "too_short":
            return f'The list "{_field(place)}" of {_lower(record)} is empty.', "Add at least one item, on its own line after a hyphen and a space."
        case "value_error":
            wrong, _, instead = str(detail["ctx"]["error"]).partition(" | ")
            return f'In "{_field(place)}" of {_lower(record)}: {wrong}', instead
        case _:
            return f'The value of "{_field(place)}" of {_lower(record)} cannot be used.', f"Write it as {example}"


def _field(place: Place) -> str:
    """The name of the nearest field at or above ``place``."""
    return next((str(step) for step in reversed(place) if isinstance(step, str)), "this file")


def name_at(document: Document, place: Place) -> str:
    """What an editor calls the record at ``place``: its id where it has one, else its position."""
    value: Value = document.data
    name, list_name = "This file", ""
    for step in place:
        if isinstance(value, dict) and isinstance(step, str) and step in value:
            value, list_name = value[step], step
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            name = f'Item {step + 1} of "{list_name}"'
        else:
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            name = f'"{value["id"]}"'
    return name


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _annotation_at(model: type[BaseModel], place: Place) -> Any:
    """The annotation of the field or item at ``place``, or None where the model does not reach."""
    current: Any = model
    for step in place:
        current = _without_none(current)
        if isinstance(current, type) and issubclass(current, BaseModel):
            if step not in current.model_fields:
                return None
            current = current.model_fields[str(step)].annotation
        elif get_origin(current) is tuple:
            current = get_args(current)[0]
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        else:
            return None
    return _without_none(current)


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in {Union, UnionType}:
        return next(choice for choice in get_args(annotation) if choice is not type(None))
    return annotation


def _fields_at(model: type[BaseModel], place: Place) -> list[str]:
    owner = _annotation_at(model, place)
    return list(owner.model_fields) if isinstance(owner, type) and issubclass(owner, BaseModel) else []


def _description(model: type[BaseModel], place: Place) -> str:
    owner = _annotation_at(model, place[:-1])
    if isinstance(owner, type) and issubclass(owner, BaseModel) and place[-1] in owner.model_fields:
        return owner.model_fields[str(place[-1])].description or ""
    return ""
