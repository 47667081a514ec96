"""Finds the fields of the model that hold prose, and the places of their values in a project's files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel

from sds.model.field_types import NumberOrLabel, Text, Words
from sds.model.files import FILES
from sds.model.records import EasyPage, KnownException
from sds.model.records.about import Expected
from sds.model.records.phrases_to_avoid import NotOurs
from sds.model.references import ref_of
from sds.reading.load import paths

WORDS = tuple(get_args(form)[1] for form in (Words, Text, NumberOrLabel))
"""The annotations that mark a field as prose."""
NO_WORDS = frozenset([Expected, KnownException, NotOurs])
"""Records that only name fields, files, rules and records, and that no reader sees."""
ADDRESSES = frozenset([(EasyPage, "formerly")])
"""Fields that hold part of an address."""

Field = tuple[type[BaseModel], str]


@dataclass(frozen=True)
class Place:
    """A prose value in a YAML file: its field, its first and last character, its line, and its text."""

    file: str
    field: Field
    begin: int
    end: int
    line: int
    value: str

    @property
    def name(self) -> str:
        return f"{self.field[0].__name__}.{self.field[1]}"


@dataclass(frozen=True, eq=False)
class Group:
    """A YAML mapping: its model, the fields that it has with their lines, the position of the first one, and whether it is written in braces."""

    file: str
    model: type[BaseModel]
    has: Mapping[str, int]
    begin: int
    column: int
    braces: bool


@cache
def fields_of_words() -> frozenset[Field]:
    """Every field that holds prose, of every record that a file may have. References to records, fields or files are left out."""
    return frozenset((model, name) for model in _models() - NO_WORDS for name in model.model_fields if _holds_words(model, name)) - ADDRESSES


@cache
def _models() -> frozenset[type[BaseModel]]:
    found, waiting = set[type[BaseModel]](), list[type[BaseModel]](file.model for file in FILES)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [kind for name in model.model_fields for kind in models_inside(model, name)]
    return frozenset(found)


def models_inside(model: type[BaseModel], name: str) -> list[type[BaseModel]]:
    """The models of the values that a field may have."""
    field = model.model_fields[name]
    return [kind for kind, _ in _kinds(field.annotation, field.metadata) if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _holds_words(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields[name]
    return any(_are_words(notes) for _, notes in _kinds(field.annotation, field.metadata))


def _are_words(notes: Sequence[Any]) -> bool:
    return ref_of(notes) is None and any(note is form for note in notes for form in WORDS)


def _kinds(annotation: Any, notes: Sequence[Any] = ()) -> Iterator[tuple[Any, Sequence[Any]]]:
    """The innermost types of ``annotation``, each with all the metadata around it."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _kinds(inner[0], [*notes, *inner[1:]])
    elif origin in {Union, UnionType, tuple}:
        for one in inner:
            if one not in {type(None), Ellipsis}:
                yield from _kinds(one, notes)
    elif origin is dict:
        yield from _kinds(inner[1], notes)
    else:
        yield annotation, notes


def places(project: Path) -> list[Place]:
    """Every value of a prose field in the project's files, in order."""
    return [one for one in values_and_groups(project) if isinstance(one, Place)]


def values_and_groups(project: Path) -> Iterator[Place | Group]:
    for file in FILES:
        for path in paths(project, file):
            if (project / path).exists():
                node = yaml.compose((project / path).read_text("utf-8"), Loader=yaml.CSafeLoader)
                yield from _walk(path, node or yaml.MappingNode("", []), file.model, (), None)


def _walk(path: str, node: yaml.Node, annotation: Any, notes: Sequence[Any], field: Field | None) -> Iterator[Place | Group]:
    bare, kinds = _bare(annotation), [*_kinds(annotation, notes)]
    if isinstance(node, yaml.MappingNode) and get_origin(bare) is not dict:
        models = [kind for kind, _ in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]
        if models and node.value:
            given = frozenset(key.value for key, _ in node.value)
            model = max(models, key=lambda one: len(given & {written_as(one, name) for name in one.model_fields}))
            named = {written_as(model, name): name for name in model.model_fields}
            mark = node.value[0][0].start_mark
            yield Group(
                path,
                model,
                {named[key.value]: key.start_mark.line + 1 for key, _ in node.value if key.value in named},
                mark.index,
                mark.column,
                bool(node.flow_style),
            )
            for key, value in node.value:
                if name := named.get(key.value):
                    yield from _walk(path, value, model.model_fields[name].annotation, model.model_fields[name].metadata, (model, name))
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _walk(path, value, get_args(bare)[1], (), field)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _walk(path, value, get_args(bare)[0] if get_origin(bare) is tuple else annotation, notes, field)
    elif field in fields_of_words() and node.end_mark and any(_are_words(on) for _, on in kinds):
        yield Place(path, field, node.start_mark.index, node.end_mark.index, node.start_mark.line + 1, str(node.value))


def _bare(annotation: Any) -> Any:
    """The annotation without its metadata and without None."""
    while get_origin(annotation) in {Annotated, Union, UnionType}:
        annotation = next(one for one in get_args(annotation) if one is not type(None))
    return annotation


def written_as(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].alias or name
