"""pydantic's errors -> problems in an editor's words, with the line to write instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sds.model.field_types import FINDING_ID, ID, Citation, FieldError, FindingId, Id
from sds.problem import FieldPath, Problem, quoted
from sds.reading.yaml_text import Document, Value
from sds.suggest import near, nearest, next_free, numbered


def problems_of(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """One problem for each thing ``model`` refused in ``document``; one that only follows from another is left out."""
    details = error.errors(include_url=False)
    places: list[FieldPath] = [tuple(detail["loc"]) for detail in details]
    misspelt = _misspelt(details, model)
    regrouped = dict[FieldPath, Problem | None]()
    for detail, place in zip(details, places, strict=True):
        if place in misspelt or (detail["type"] == "too_short" and any(len(other) > len(place) and other[: len(place)] == place for other in places)):
            continue
        if place and isinstance(place[-1], int):
            owner = place[:-1]
            if owner not in regrouped:
                regrouped[owner] = _regrouped(document, owner, model)
                if problem := regrouped[owner]:
                    yield problem
            if regrouped[owner]:
                continue
        wrong, instead = _sentences(detail, place, document, model)
        yield Problem(document.path, document.line(place), wrong, instead)


def _misspelt(details: Collection[ErrorDetails], model: type[BaseModel]) -> set[FieldPath]:
    """The places of missing fields that stand there under a name like theirs: that is told where the name stands."""
    extra = [tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*place[:-1], near(str(place[-1]), _fields_at(model, place[:-1]))) for place in extra}
    return {place for detail in details if detail["type"] == "missing" and (place := tuple(detail["loc"])) in meant}


def _regrouped(document: Document, place: FieldPath, model: type[BaseModel]) -> Problem | None:
    """A problem for a list of citations whose commas are not where they belong, with the list as it was meant; None for any other list."""
    annotation, items = _annotation_at(model, place), _value_at(document, place)
    if not _listed(annotation, Citation, FindingId) or not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        return None
    meant = list[str]()
    for item in map(str, items):
        if meant and not FINDING_ID.fullmatch(item) and not ID.fullmatch(item) and "," not in item and (ID.fullmatch(meant[-1]) or ", " in meant[-1]):
            meant[-1] += f", {item}"
        elif all(map(FINDING_ID.fullmatch, item.split())):
            meant.extend(item.split())
        else:
            meant.append(item)
    if meant == items or not all(FINDING_ID.fullmatch(item) or (ID.fullmatch(item.partition(", ")[0]) and ", " in item) for item in meant):
        return None
    wrong = "A comma starts a new item, so a source and its place need quotes." if len(meant) < len(items) else "Two items have no comma between them."
    line = f"{_field(place)}: [{', '.join(quoted(item) if ',' in item else item for item in meant)}]"
    return Problem(document.path, document.line(place), f'In "{_field(place)}" of {_lower(name_at(document, place[:-1]))}: {wrong}', f"Write {line}")


def _sentences(detail: ErrorDetails, place: FieldPath, document: Document, model: type[BaseModel]) -> tuple[str, str]:
    field = str(place[-1]) if place else ""
    record = name_at(document, place[:-1])
    given = detail["input"]
    item = bool(place) and isinstance(place[-1], int)
    line = _line(document, place, model)
    match detail["type"]:
        case "missing":
            lead = "" if get_origin(_annotation_at(model, place)) is dict else "the line "
            return f'{record} has no "{field}".', f"Add {lead}{line} {_description(model, place)}".strip()
        case "extra_forbidden":
            return f'"{field}" is not a field of {_lower(record)}.', nearest(field, _fields_at(model, place[:-1]))
        case "string_type" if isinstance(given, dict) and all(isinstance(words, str) for words in given.values()):
            words = " ".join(f"{name}: {rest}".strip() for name, rest in given.items())
            wrong = f'There is a colon and a space in these words, in "{_field(place)}" of {_lower(record)}.'
            return wrong, f"Put them in double quotes: {'-' if item else f'{field}:'} {quoted(words)}"
        case "string_type":
            return (
                f'There is a list or a group of fields where words belong, in "{_field(place)}" of {_lower(record)}.',
                f'Write one value: {_field(place)}: "..."',
            )
        case "tuple_type" | "list_type" if given == "":
            return f'The list "{_field(place)}" of {_lower(record)} is empty.', f"Write {line}"
        case "tuple_type" | "list_type" if isinstance(given, str) and re.match(r"-\S", given):
            first = re.split(r" -(?=\S| )", given[1:])[0]
            return f'There is no space after the hyphen, in "{_field(place)}" of {_lower(record)}.', f"Write - {first}"
        case "tuple_type" | "list_type":
            wrong = f'There are words where a list belongs, in "{_field(place)}" of {_lower(record)}.'
            parts = re.split(r"[,\s]+", given) if isinstance(given, str) else []
            if _listed(_annotation_at(model, place), Id, FindingId) and parts:
                return wrong, f"Write {field}: [{', '.join(parts)}]"
            return wrong, "Put each item on its own line, after a hyphen and a space."
        case "model_type" | "dict_type":
            return (
                f'There are words where fields belong, in "{_field(place)}" of {_lower(record)}.',
                f"Write {line}",
            )
        case "literal_error":
            return f'"{given}" is not a value for "{_field(place)}" of {_lower(record)}.', nearest(str(given), get_args(_annotation_at(model, place)))
        case "too_short":
            return f'The list "{_field(place)}" of {_lower(record)} is empty.', f"Write {line}"
        case "value_error":
            error = detail["ctx"]["error"]
            assert isinstance(error, FieldError)
            wrong, instead = error.wrong, error.instead
            if given == "":
                wrong, instead = "This field is empty.", _for_empty(line, place, model)
            elif field == "id" and error.offered:
                instead = _free_id(error, document)
            return f'In "{_field(place)}" of {_lower(record)}: {wrong}', instead
        case _:
            return f'The value of "{_field(place)}" of {_lower(record)} cannot be used.', f"Write it as {line}"


def _for_empty(line: str, place: FieldPath, model: type[BaseModel]) -> str:
    """What to write where a value is empty: a field that has to be there cannot be taken out."""
    if isinstance(place[-1], int):
        return "Write something after the hyphen, or take the item out."
    field = _field_at(model, place)
    optional = field is not None and not field.is_required()
    return f"Write {line}{', or take the field out.' if optional else ''}"


def _free_id(error: FieldError, document: Document) -> str:
    """What to write for a wrong id, unless the id that is offered is taken or leaves numbers out: then the next free one."""
    used = list(_ids(document.data))
    start, number = numbered(error.offered)
    free = next_free(start, used)
    if number and (error.offered in used or int(number) > int(numbered(free)[1])):
        return f"The next free id there is {free}."
    return error.instead


def _ids(value: Value) -> Iterator[str]:
    """Every id in ``value``."""
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        yield str(value["id"])
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _ids(inner)


def _line(document: Document, place: FieldPath, model: type[BaseModel]) -> str:
    """The line to write for the field or item at ``place``: in the form of what belongs there, with an id that the file has elsewhere."""
    if not place:
        return ""
    if isinstance(place[-1], int):
        return f"- {_form(_annotation_at(model, place))}"
    annotation = _annotation_at(model, place)
    if get_origin(annotation) is dict:
        return f"{place[-1]}: with what belongs under it, in the form that other files have."
    listed = next(_lists(document.data, str(place[-1])), "") if get_origin(annotation) is tuple else ""
    form = f"[{listed}]" if listed else _form(annotation, _field_at(model, place))
    return f"{place[-1]}: {form}"


def _lists(value: Value, field: str) -> Iterator[str]:
    """The first id of each list that a record in ``value`` has under ``field``."""
    if isinstance(value, dict):
        first = value.get(field)
        if isinstance(first, list) and first and isinstance(first[0], str) and (ID.fullmatch(first[0]) or FINDING_ID.fullmatch(first[0])):
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


def _field(place: FieldPath) -> str:
    """The name of the nearest field at or above ``place``."""
    return next((str(step) for step in reversed(place) if isinstance(step, str)), "this file")


def name_at(document: Document, place: FieldPath) -> str:
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


def _value_at(document: Document, place: FieldPath) -> Value | None:
    """What the file has at ``place``."""
    value: Value | None = document.data
    for step in place:
        if isinstance(value, dict):
            value = value.get(str(step))
        else:
            value = value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
    return value


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _annotation_at(model: type[BaseModel], place: FieldPath) -> Any:
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


def _listed(annotation: Any, *forms: Any) -> bool:
    """Whether ``annotation`` is a list of values of one of ``forms``, such as ``Id``, whatever else is said of them."""
    notes = [note for item in get_args(annotation) for note in get_args(item)]
    return any(get_args(form)[1] in notes for form in forms)


def _fields_at(model: type[BaseModel], place: FieldPath) -> list[str]:
    owner = _annotation_at(model, place)
    return list(owner.model_fields) if isinstance(owner, type) and issubclass(owner, BaseModel) else []


def _field_at(model: type[BaseModel], place: FieldPath) -> FieldInfo | None:
    owner = _annotation_at(model, place[:-1])
    return owner.model_fields.get(str(place[-1])) if isinstance(owner, type) and issubclass(owner, BaseModel) else None


def _description(model: type[BaseModel], place: FieldPath) -> str:
    field = _field_at(model, place)
    return (field.description or "") if field else ""
