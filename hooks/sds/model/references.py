"""Finds the records that a record names, by the ``Ref`` marks on its fields. Links, checks, schemas and hints all use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.model.citations import cited
from sds.model.marks import Ref, Relation
from sds.problem import FieldPath

Apart: TypeAlias = frozenset[type[BaseModel]]
"""Classes whose instances are left out: records of their own, which have their own references."""


class Reference(NamedTuple):
    """A value that names a record: its field path, the mark of the field, the possible kinds (the first that has the id counts), the id, and the name of
    the relation or an empty string."""

    place: FieldPath
    ref: Ref
    kinds: tuple[str, ...]
    id: str
    relation: str


def references(record: BaseModel, apart: Apart = frozenset()) -> Sequence[Reference]:
    """Every reference in the fields of ``record`` and of the objects inside it, in the order of the fields. Objects of a class in ``apart`` are left out."""
    found = list[Reference]()
    _in_fields(_fields(type(record), apart, ""), record, (), record, found)
    return found


def ref_of(notes: Iterable[Any]) -> Ref | None:
    """The last ``Ref`` mark among the annotations of a field, or None."""
    return next((note for note in reversed([*notes]) if isinstance(note, Ref)), None)


def ref_of_field(field: FieldInfo) -> Ref | None:
    """The ``Ref`` mark of a field that holds an id or citation, or a list of them; None for any other field, even if a record inside it names others."""
    item = get_args(field.annotation)[0] if get_origin(field.annotation) is tuple else field.annotation
    return ref_of([*field.metadata, *(note for one in (item, *get_args(item)) for note in get_args(one))])


@lru_cache(maxsize=256)
def named_singly(model: type[BaseModel]) -> dict[str, str]:
    """The fields of a record that hold the id of a single record of a single kind: kind -> name of the field."""
    marks = {name: ref_of([*field.metadata, *_of_optional(field.annotation)]) for name, field in model.model_fields.items()}
    return {ref.kinds[0]: name for name, ref in marks.items() if ref is not None and len(ref.kinds) == 1 and not ref.citation}


def _of_optional(annotation: Any) -> Iterator[Any]:
    """The annotations of ``X`` in ``X | None``, the type of an optional field."""
    if get_origin(annotation) in {Union, UnionType}:
        yield from (note for one in get_args(annotation) if get_origin(one) is Annotated for note in get_args(one)[1:])


Look: TypeAlias = Callable[[Any, FieldPath, BaseModel, list[Reference]], None]
"""A function that adds the references in a value to a list, given its field path and the record around it. A generator would take twice as long."""


def _look(annotation: Any, notes: Sequence[Any], apart: Apart, relation: str) -> Look | None:
    """The function that finds the references in values of the type ``annotation``; None if such values cannot have any."""
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        notes = [*notes, *more]
    relation = next((note.name for note in notes if isinstance(note, Relation)), relation)
    if ref := ref_of(notes):
        return partial(_named, ref, relation)
    parts = [_look(one, (), apart, relation) for one in get_args(annotation) if one not in {type(None), Ellipsis}]
    origin = get_origin(annotation)
    if origin is dict and apart.intersection(get_args(get_args(annotation)[1])):
        return None  # the keys of this mapping (such as roles) are fields of the records in it, which report them
    if origin is dict and any(parts):
        return partial(_in_entries, parts[0], parts[1])
    if origin in {Union, UnionType, tuple} and parts and parts[0]:
        return partial(_in_items if origin is tuple else _in_optional, parts[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in apart:
        fields = _fields(annotation, apart, relation)
        return partial(_in_fields, fields) if fields else None
    return None


Fields: TypeAlias = tuple[tuple[str, str, Look], ...]
"""The fields of a record that can have references: the name in the model, the name in the file, and the function that finds them."""


@lru_cache(maxsize=256)
def _fields(model: type[BaseModel], apart: Apart, relation: str) -> Fields:
    looks = ((name, field.alias or name, _look(field.annotation, field.metadata, apart, relation)) for name, field in model.model_fields.items())
    return tuple((name, written, look) for name, written, look in looks if look is not None)


def _in_fields(fields: Fields, record: BaseModel, place: FieldPath, around: BaseModel, found: list[Reference]) -> None:  # noqa: ARG001
    for name, written, look in fields:
        look(getattr(record, name), (*place, written), record, found)


def _in_optional(look: Look, value: Any, place: FieldPath, around: BaseModel, found: list[Reference]) -> None:
    if value is not None:
        look(value, place, around, found)


def _in_items(look: Look, values: Sequence[Any], place: FieldPath, around: BaseModel, found: list[Reference]) -> None:
    for index, value in enumerate(values):
        look(value, (*place, index), around, found)


def _in_entries(key: Look | None, look: Look | None, values: Mapping[str, Any], place: FieldPath, around: BaseModel, found: list[Reference]) -> None:
    for name, value in values.items():
        for one, what in ((key, name), (look, value)):
            if one:
                one(what, (*place, name), around, found)


def _named(ref: Ref, relation: str, value: str | None, place: FieldPath, around: BaseModel, found: list[Reference]) -> None:
    """Adds the reference for a marked value; none if the value is empty, or cites a kind of record that the field does not allow."""
    if not value:
        return
    kinds, id = ref.kinds, value
    if ref.kind_in:
        written = getattr(around, ref.kind_in)
        kinds = (ref.kind_as.get(written, written),)
    if ref.citation:
        kind, id = cited(value)
        kinds = tuple(one for one in kinds if one == kind)
    if kinds:
        found.append(Reference(place, ref, kinds, id, relation))
