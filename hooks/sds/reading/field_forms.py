"""What belongs at a place of a file, by its model: which fields, which form of value, and the line to write there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.model.field_types import ID, Date
from sds.problem import FieldPath, quoted
from sds.reading.yaml_text import Document, Value


def line_for(document: Document, place: FieldPath, model: type[BaseModel]) -> str:
    """The line to write for the field or item at ``place``: in the form of what belongs there, with an id that the file has elsewhere."""
    if not place:
        return ""
    if isinstance(place[-1], int):
        return f"- {_form(annotation_at(model, place))}"
    annotation = annotation_at(model, place)
    if get_origin(annotation) is dict:
        return f"{place[-1]}: with what belongs under it, in the form that other files have."
    listed = next(_lists(document.data, str(place[-1])), "") if get_origin(annotation) is tuple else ""
    form = f"[{listed}]" if listed else _form(annotation, field_at(model, place))
    return f"{place[-1]}: {form}"


def _lists(value: Value, field: str) -> Iterator[str]:
    """The first id of each list that a record in ``value`` has under ``field``."""
    if isinstance(value, dict):
        first = value.get(field)
        if isinstance(first, list) and first and isinstance(first[0], str) and ID.fullmatch(first[0]):
            yield first[0]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _lists(inner, field)


def _form(annotation: Any, field: FieldInfo | None = None) -> str:
    """What a value of this kind looks like in a file: an example where the kind has one, else dots for the words."""
    annotation = _without_none(annotation)
    if get_origin(annotation) is Annotated:
        annotation, field = get_args(annotation)[0], next((note for note in get_args(annotation) if isinstance(note, FieldInfo)), None)
    if field is not None and field.examples:
        return quoted(str(field.examples[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        needed = ((one.alias or name, one) for name, one in annotation.model_fields.items() if one.is_required())
        return "{" + ", ".join(f"{name}: {_form(one.annotation, one)}" for name, one in needed) + "}"
    if get_origin(annotation) is tuple:
        return f"[{_form(get_args(annotation)[0])}]"
    if get_origin(annotation) is Literal:
        return str(get_args(annotation)[0])
    return '"..."'


def value_at(document: Document, place: FieldPath) -> Value | None:
    """What the file has at ``place``."""
    value: Value | None = document.data
    for step in place:
        if isinstance(value, dict):
            value = value.get(str(step))
        else:
            value = value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
    return value


def annotation_at(model: type[BaseModel], place: FieldPath) -> Any:
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


def holds(annotation: Any, *forms: Any) -> bool:
    """Whether ``annotation`` is a list of values of one of ``forms``, such as ``Id``, whatever else is said of them."""
    notes = [note for item in get_args(annotation) for note in get_args(item)]
    return any(get_args(form)[1] in notes for form in forms)


def fields_at(model: type[BaseModel], place: FieldPath) -> list[str]:
    """The names of the fields that the record at ``place`` may have."""
    owner = annotation_at(model, place)
    return list(owner.model_fields) if isinstance(owner, type) and issubclass(owner, BaseModel) else []


def field_at(model: type[BaseModel], place: FieldPath) -> FieldInfo | None:
    """The field at ``place``, or None where the model has none there."""
    owner = annotation_at(model, place[:-1])
    return owner.model_fields.get(str(place[-1])) if isinstance(owner, type) and issubclass(owner, BaseModel) else None


def description(model: type[BaseModel], place: FieldPath) -> str:
    """What the field at ``place`` is for, in an editor's words."""
    field = field_at(model, place)
    return (field.description or "") if field else ""


@lru_cache(maxsize=128)  # a document equals only itself, and several rules look at the same values
def values_of(document: Document) -> tuple[tuple[FieldPath, str], ...]:
    """Every value of a document that is words, with its place, in the order of the file."""
    return tuple(_values(document.data, ()))


def _values(value: Value, place: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield place, value
    else:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _values(inner, (*place, step))


def is_date(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` holds a day."""
    field = field_at(model, place)
    notes = [*field.metadata, *(note for choice in get_args(field.annotation) for note in get_args(choice))] if field else []
    return get_args(Date)[1] in notes
