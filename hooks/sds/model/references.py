"""The records that a record names, found by the marks on its fields. Links, checks, schema and hints all come from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from sds.model.citations import cited
from sds.model.marks import Ref, Relation
from sds.problem import FieldPath

Apart: TypeAlias = frozenset[type[BaseModel]]


class Reference(NamedTuple):
    """A record that is named: where, by which mark, of which kinds it may be (the first that has the id counts), its id, and the relation, if any."""

    place: FieldPath
    ref: Ref
    kinds: tuple[str, ...]
    id: str
    relation: str


def references(record: BaseModel, apart: Apart = frozenset()) -> Iterator[Reference]:
    """Every record that ``record`` names, itself or in what stands inside it, in the order of the fields. What is of a class ``apart`` is left out."""
    return _in_fields(_fields(type(record), apart, ""), record, (), record)


def ref_of(notes: Iterable[Any]) -> Ref | None:
    """The mark among the notes of a field, or None."""
    return next((note for note in reversed([*notes]) if isinstance(note, Ref)), None)


@lru_cache(maxsize=256)
def named_singly(model: type[BaseModel]) -> dict[str, str]:
    """The fields of a record that hold the id of one record, which may be left out, by the kind of that record."""
    marks = {name: ref_of([*field.metadata, *_of_optional(field.annotation)]) for name, field in model.model_fields.items()}
    return {ref.kinds[0]: name for name, ref in marks.items() if ref is not None and len(ref.kinds) == 1 and not ref.citation}


def _of_optional(annotation: Any) -> Iterator[Any]:
    """What is noted on the type that a field has where it is not left out: on ``X`` in ``X | None``."""
    if get_origin(annotation) in {Union, UnionType}:
        yield from (note for one in get_args(annotation) if get_origin(one) is Annotated for note in get_args(one)[1:])


Look: TypeAlias = Callable[[Any, FieldPath, BaseModel], Iterator[Reference]]
"""What finds the references in a value, given its place and the record around it."""


def _look(annotation: Any, notes: Sequence[Any], apart: Apart, relation: str) -> Look | None:
    """What finds the references in a value of ``annotation``; None where there can be none."""
    if get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        notes = [*notes, *more]
    relation = next((note.name for note in notes if isinstance(note, Relation)), relation)
    if ref := ref_of(notes):
        return partial(_named, ref, relation)
    parts = [_look(one, (), apart, relation) for one in get_args(annotation) if one not in {type(None), Ellipsis}]
    origin = get_origin(annotation)
    if origin is dict and apart.intersection(get_args(get_args(annotation)[1])):
        return None  # what their place says of those records, they say themselves
    if origin is dict and any(parts):
        return partial(_in_entries, parts[0], parts[1])
    if origin in {Union, UnionType, tuple} and parts and parts[0]:
        return partial(_in_items if origin is tuple else _in_optional, parts[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in apart:
        fields = _fields(annotation, apart, relation)
        return partial(_in_fields, fields) if fields else None
    return None


Fields: TypeAlias = tuple[tuple[str, str, Look], ...]
"""The fields of a record in which references stand: the name in the model, the name in the file, and what finds them."""


@lru_cache(maxsize=256)
def _fields(model: type[BaseModel], apart: Apart, relation: str) -> Fields:
    looks = ((name, field.alias or name, _look(field.annotation, field.metadata, apart, relation)) for name, field in model.model_fields.items())
    return tuple((name, written, look) for name, written, look in looks if look is not None)


def _in_fields(fields: Fields, record: BaseModel, place: FieldPath, around: BaseModel) -> Iterator[Reference]:  # noqa: ARG001
    for name, written, look in fields:
        yield from look(getattr(record, name), (*place, written), record)


def _in_optional(look: Look, value: Any, place: FieldPath, around: BaseModel) -> Iterator[Reference]:
    if value is not None:
        yield from look(value, place, around)


def _in_items(look: Look, values: Sequence[Any], place: FieldPath, around: BaseModel) -> Iterator[Reference]:
    for index, value in enumerate(values):
        yield from look(value, (*place, index), around)


def _in_entries(key: Look | None, look: Look | None, values: Mapping[str, Any], place: FieldPath, around: BaseModel) -> Iterator[Reference]:
    for name, value in values.items():
        for one, what in ((key, name), (look, value)):
            if one:
                yield from one(what, (*place, name), around)


def _named(ref: Ref, relation: str, value: str | None, place: FieldPath, around: BaseModel) -> Iterator[Reference]:
    """The reference that a value is; none where it is left out, or cites what the field has no room for."""
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
        yield Reference(place, ref, kinds, id, relation)
