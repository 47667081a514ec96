"""What the model allows at a field path of a file: which fields, which type of value, and an example line to write there."""

from __future__ import annotations

from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.model.field_notes import OF_WORDS, notes_of, takes_text
from sds.model.field_types import Date, Year
from sds.model.kinds import KINDS, called
from sds.model.marks import NotRead, Ref, WholeSentences
from sds.model.references import ref_of
from sds.problem import FieldPath
from sds.reading.yaml_text import Document, Value

DOTS = '"..."'
"""The placeholder in an example line for a value that only the editor knows. No field accepts it, so it is reported if someone leaves it in."""

ANY_FIELD = f"{{{DOTS}: {DOTS}}}"
"""The placeholder for a mapping without required fields, or with keys that the editor chooses."""


def line_for(place: FieldPath, model: type[BaseModel]) -> str:
    """An example line for the field or list item at ``place``, with a placeholder for what only the editor knows."""
    if not place:
        return ""
    if isinstance(place[-1], int):
        return f"- {_example(annotation_at(model, place))}"
    return f"{place[-1]}: {_example(annotation_at(model, place))}"


def example_value(model: type[BaseModel], name: str) -> str:
    """An example of the value of a field as YAML, with a placeholder for what only the editor knows."""
    return _example(annotation_at(model, (name,)))


def _example(annotation: Any) -> str:
    """An example of a value of this type as YAML."""
    annotation = _without_none(annotation)
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        needed = [(one.alias or name, one) for name, one in annotation.model_fields.items() if one.is_required()]
        return "{" + ", ".join(f"{name}: {_example(one.annotation)}" for name, one in needed) + "}" if needed else ANY_FIELD
    if get_origin(annotation) is dict:
        return ANY_FIELD
    if get_origin(annotation) is tuple:
        return f"[{_example(get_args(annotation)[0])}]"
    return DOTS


def value_at(document: Document, place: FieldPath) -> Value | None:
    """The value at ``place`` in the file, or None."""
    value: Value | None = document.data
    for step in place:
        if isinstance(value, dict):
            value = value.get(str(step))
        else:
            value = value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
    return value


def annotation_at(model: type[BaseModel], place: FieldPath, within: str | int | None = None) -> Any:
    """The type annotation of the field or list item at ``place``, or None if the model has nothing there. Of several types, the one that has fields, if
    ``within`` is the name of one."""
    current: Any = model
    for step in place:
        current = _without_none(current, step)
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
    return _without_none(current, within)


def _without_none(annotation: Any, step: str | int | None = None) -> Any:
    if get_origin(annotation) in {Union, UnionType}:
        choices = [choice for choice in get_args(annotation) if choice is not type(None)]
        return next((choice for choice in choices if isinstance(step, str) and isinstance(choice, type) and issubclass(choice, BaseModel)), choices[0])
    return annotation


def values(annotation: Any) -> tuple[Any, ...]:
    """The allowed values of a ``Literal``, annotated or not."""
    return get_args(get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation)


def holds(annotation: Any, *forms: Any) -> bool:
    """Whether ``annotation`` is a list of values of one of the types ``forms``, such as ``Id``, with or without more annotations."""
    notes = [note for item in get_args(annotation) for note in get_args(item)]
    return any(get_args(form)[1] in notes for form in forms)


def fields_at(model: type[BaseModel], place: FieldPath) -> list[str]:
    """The names of the fields that the record at ``place`` may have."""
    owner = annotation_at(model, place, "")
    return list(owner.model_fields) if isinstance(owner, type) and issubclass(owner, BaseModel) else []


def field_at(model: type[BaseModel], place: FieldPath) -> FieldInfo | None:
    """The field at ``place``, or None if the model has none there."""
    owner = annotation_at(model, place[:-1], "")
    return owner.model_fields.get(str(place[-1])) if isinstance(owner, type) and issubclass(owner, BaseModel) else None


def description(model: type[BaseModel], place: FieldPath) -> str:
    """What to write in the field at ``place``, for an editor: the allowed values, the kind of record whose id it is, or its description."""
    field, annotation = field_at(model, place), annotation_at(model, place)
    if field is None:
        return ""
    item = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
    plain = get_args(item)[0] if get_origin(item) is Annotated else item
    if get_origin(plain) is Literal:
        return f"One of: {', '.join(map(str, get_args(plain)))}."
    notes = [*field.metadata, *get_args(field.annotation), *get_args(item)]
    if (ref := ref_of(notes)) and ref.kinds and not ref.citation:
        files = dict.fromkeys(KINDS[kind].file.path for kind in ref.kinds)
        return f"{called(ref.kinds).capitalize()}, from {' or '.join(files)}."
    said = next((note.description for note in get_args(item) if isinstance(note, FieldInfo) and note.description), "")
    return field.description or said


def ref_at(model: type[BaseModel], place: FieldPath) -> Ref | None:
    """The ``Ref`` mark of the value at ``place``, if it names another record, else None."""
    return ref_of([*notes_at(model, field := _field_of(place)), *(note for item in get_args(annotation_at(model, field)) for note in get_args(item))])


def may_be_empty(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` is a list of words or ids that may have no items. Of records, there are mostly some."""
    field, annotation = field_at(model, place), annotation_at(model, place)
    if get_origin(annotation) is not tuple or isinstance(get_args(annotation)[0], type):
        return False
    return field is not None and not any(getattr(note, "min_length", 0) for note in notes_at(model, place))


def is_date(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` is a date."""
    return get_args(Date)[1] in notes_at(model, place)


def is_year(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` is a year."""
    return get_args(Year)[1] in notes_at(model, place)


def at_any(place: FieldPath) -> FieldPath:
    """``place`` with every list index as 0, so that all items share one path. The functions below take such paths, because they are cached."""
    return tuple([0 if isinstance(step, int) else step for step in place])  # from a list: twice as fast as from a generator


@lru_cache(maxsize=4000)  # all files together have about a thousand different paths
def is_sentences(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place``, or each item of the list there, is made of whole sentences. ``place`` is from ``at_any``."""
    return any(isinstance(note, WholeSentences) for note in notes_at(model, place))


@lru_cache(maxsize=4000)
def says_words(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place``, or each item of the list there, holds words and never a number, a date or an address. ``place`` is from ``at_any``."""
    field = place[:-1] if place and isinstance(place[-1], int) else place
    return OF_WORDS[0] in notes_at(model, field) or any(OF_WORDS[0] in get_args(item) for item in get_args(annotation_at(model, field)))


@lru_cache(maxsize=4000)
def is_text(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` takes words, and not a list of them. ``place`` is from ``at_any``."""
    field = field_at(model, place)
    return field is not None and takes_text(field)


@lru_cache(maxsize=4000)
def has_mark(model: type[BaseModel], place: FieldPath, mark: object) -> bool:
    """Whether the field at ``place`` has ``mark``, one of those in ``model/marks.py``. ``place`` is from ``at_any``."""
    return mark in notes_at(model, place)


@lru_cache(maxsize=4000)
def is_words(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the value at ``place`` is text for readers, rather than an id, citation, address, date or fixed choice. ``place`` is from ``at_any``."""
    notes = notes_at(model, _field_of(place))
    cited = any(isinstance(note, Ref) and note.citation for note in notes)
    return not cited and NotRead() not in notes and any(note in notes for note in OF_WORDS)


def _field_of(place: FieldPath) -> FieldPath:
    """The field at ``place``, or the one with the list that has the item there."""
    return place if not place or isinstance(place[-1], str) else _field_of(place[:-1])


def notes_at(model: type[BaseModel], place: FieldPath) -> list[Any]:
    """The annotations of the field at ``place``, including those inside ``X | None`` and of list items; of a value in a mapping with names of the editor's
    choice, those of the mapping and of its values."""
    if field := field_at(model, place):
        return notes_of(field)
    outer = field_at(model, place[:-1]) if len(place) > 1 else None
    if outer is None or get_origin(outer.annotation) is not dict:
        return []
    return [*outer.metadata, *_notes_inside(get_args(outer.annotation)[1])]


def _notes_inside(annotation: Any) -> list[Any]:
    """The annotations of a type, and of all types in it."""
    own = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return [*own, *(note for inner in get_args(annotation) if get_origin(inner) for note in _notes_inside(inner))]
