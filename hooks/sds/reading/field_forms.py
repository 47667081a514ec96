"""What belongs at a place of a file, by its model: which fields, which form of value, and the line to write there."""

from __future__ import annotations

from functools import lru_cache, partial
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.cache import Cache
from sds.model.field_types import Date, Text, Words, Year
from sds.model.kinds import KINDS, called
from sds.model.marks import NotRead, Ref, SaysWhen, WholeSentences
from sds.model.references import ref_of
from sds.problem import FieldPath
from sds.reading.yaml_text import Document, Value

DOTS = '"..."'
"""What stands in a line to write where only the editor knows what belongs. No field takes it: whoever pastes it is asked again."""

ANY_FIELD = f"{{{DOTS}: {DOTS}}}"
"""The same for a group of fields of which none has to be there, or of which the editor names each."""

OF_WORDS = (get_args(Words)[1], get_args(Text)[1])
"""What is said of a value that is words, a number or a label."""


def line_for(place: FieldPath, model: type[BaseModel]) -> str:
    """The line to write for the field or item at ``place``: in the form of what belongs there, with dots where only the editor knows."""
    if not place:
        return ""
    if isinstance(place[-1], int):
        return f"- {_form(annotation_at(model, place))}"
    return f"{place[-1]}: {_form(annotation_at(model, place))}"


def form_of(model: type[BaseModel], name: str) -> str:
    """What the value of a field looks like in a file, with dots where only the editor knows."""
    return _form(annotation_at(model, (name,)))


def _form(annotation: Any) -> str:
    """What a value of this kind looks like in a file."""
    annotation = _without_none(annotation)
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        needed = [(one.alias or name, one) for name, one in annotation.model_fields.items() if one.is_required()]
        return "{" + ", ".join(f"{name}: {_form(one.annotation)}" for name, one in needed) + "}" if needed else ANY_FIELD
    if get_origin(annotation) is dict:
        return ANY_FIELD
    if get_origin(annotation) is tuple:
        return f"[{_form(get_args(annotation)[0])}]"
    if get_origin(annotation) is dict:
        return f"{{{DOTS}: {_form(get_args(annotation)[1])}}}"
    return DOTS


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


def values(annotation: Any) -> tuple[Any, ...]:
    """The values of which one may be written, whatever else is said of them."""
    return get_args(get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation)


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
    """What the field at ``place`` is for, in an editor's words: which values it takes where there are few, whose id it is, or what its description says."""
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
    """What the value at ``place`` names, where it is the id of another record."""
    field = place
    while field and not isinstance(field[-1], str):
        field = field[:-1]
    return ref_of([*_notes(model, field), *(note for item in get_args(annotation_at(model, field)) for note in get_args(item))])


_VALUES = Cache[tuple[tuple[FieldPath, str], ...]]()


def values_of(document: Document) -> tuple[tuple[FieldPath, str], ...]:
    """Every value of a document that is words, with its place, in the order of the file."""
    return _VALUES.get(document.path, (document,), partial(_all_values, document))


def _all_values(document: Document) -> tuple[tuple[FieldPath, str], ...]:
    found = list[tuple[FieldPath, str]]()
    _add_values(document.data, (), found)
    return tuple(found)


def _add_values(value: Value, place: FieldPath, found: list[tuple[FieldPath, str]]) -> None:
    """Adds each value in ``value``, which stands at ``place``, to ``found``: handed up one by one, they would take twice as long."""
    if isinstance(value, str):
        found.append((place, value))
    else:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            _add_values(inner, (*place, step), found)


def is_date(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` holds a day."""
    return get_args(Date)[1] in _notes(model, place)


def is_year(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` holds a year."""
    return get_args(Year)[1] in _notes(model, place)


def at_any(place: FieldPath) -> FieldPath:
    """``place`` with the number 0 for that of each item of a list: one place for all of them, of which the questions below are asked."""
    return tuple([0 if isinstance(step, int) else step for step in place])  # of a list: twice as fast as of a generator


@lru_cache(maxsize=4000)  # all files together have thousands of values at a thousand places
def is_sentences(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place``, or each item of the list there, holds whole sentences. The items of lists around it have the number 0."""
    return any(isinstance(note, WholeSentences) for note in _notes(model, place))


@lru_cache(maxsize=4000)
def says_when(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` says when a document was published. Items of lists on the way have the number 0."""
    return SaysWhen() in _notes(model, place)


@lru_cache(maxsize=4000)
def is_words(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the value at ``place`` is words that people read: no id, citation, address, day or choice. Items of lists on the way have the number 0."""
    field = place
    while field and not isinstance(field[-1], str):
        field = field[:-1]
    notes = _notes(model, field)
    cited = any(isinstance(note, Ref) and note.citation for note in notes)
    return not cited and NotRead() not in notes and any(note in notes for note in OF_WORDS)


def _notes(model: type[BaseModel], place: FieldPath) -> list[Any]:
    """All that is said of the value of the field at ``place``, whether it may be left out or stands in a list."""
    field = field_at(model, place)
    return [*field.metadata, *(note for choice in get_args(field.annotation) for note in get_args(choice))] if field else []
