"""Pydantic's errors for a value of one type or another -> those for the type that the editor meant, at its place in the file.

Pydantic reports what each of the types refuses, and puts a name of the program into the path.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.problem import FieldPath
from sds.reading.yaml_text import Value


def meant(details: Sequence[ErrorDetails], data: Value, model: type[BaseModel]) -> Iterator[ErrorDetails]:
    """Of the errors in ``data``, validated as ``model``, those of the types that the values were meant to have, without the names of types in their paths."""
    for detail in details:
        place = _in_file(tuple(detail["loc"]), data, model)
        if place is not None:
            yield {**detail, "loc": place}


def _in_file(path: FieldPath, data: Value, model: type[BaseModel]) -> FieldPath | None:
    """The field path in the file for one of Pydantic's; None if it is of a type that was not meant."""
    kept, value, current = list[str | int](), data, [model]
    steps = iter(path)
    for step in steps:
        choices = _choices(current)
        if len(choices) > 1:
            fitting = [choice for choice in choices if _fits(choice, value)] or choices
            if not _is_named(step, fitting[0]):
                return None
            choices = [fitting[0]]
            step = next(steps, "")
            if step == "":
                break
        kept.append(step)
        current = _inside(choices[0], step) if choices else []
        value = value.get(str(step), "") if isinstance(value, dict) else value[step] if isinstance(value, list) and isinstance(step, int) else ""
    return tuple(kept)


def _choices(annotations: Sequence[Any]) -> list[Any]:
    """The types that a value may have; there is one, except for a union."""
    return [
        choice
        for annotation in annotations
        for choice in (get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,))
        if choice is not type(None)
    ]


def _plain(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _fits(choice: Any, value: Value) -> bool:
    """Whether a value has the form of a type: a record with one of its fields, a list (of lists, or of none), or words."""
    plain = _plain(choice)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return isinstance(value, dict) and not plain.model_fields.keys().isdisjoint(value)
    if get_origin(plain) is tuple:
        inner = get_args(plain)[0]
        return isinstance(value, list) and any(isinstance(one, list) for one in value) == (get_origin(_plain(inner)) is tuple)
    return isinstance(value, str)


def _is_named(tag: str | int, choice: Any) -> bool:
    """Whether Pydantic's name of a type, in a path, is that of ``choice``."""
    plain = _plain(choice)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return tag == plain.__name__
    if get_origin(plain) is tuple:
        return str(tag).count("tuple[") == 1 + str(plain).count("tuple[", 6)
    return "tuple[" not in str(tag) and "str" in str(tag)


def _inside(annotation: Any, step: str | int) -> list[Any]:
    """The type of what stands at ``step`` in a value of this type; none if the type has nothing there."""
    plain = _plain(annotation)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return [plain.model_fields[str(step)].annotation] if step in plain.model_fields else []
    if get_origin(plain) is tuple:
        return [get_args(plain)[0]]
    return [get_args(plain)[1]] if get_origin(plain) is dict else []
