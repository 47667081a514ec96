"""A text put into every field of the model that holds words: what becomes of it shows whether such a field is safe, and loses nothing.

The fields follow from the model, and those that the small framework has not got are written into it, so that a new one is tried without anybody thinking of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from helpers import SETTINGS
from sds import project as reading
from sds.build import Site, build
from sds.checks import EASY_READ, FAMILIES, diagnostics
from sds.checks.roles import two_minute_pages_are_short
from sds.model import field_types
from sds.model.field_types import NumberOrLabel, Text, Words, curly
from sds.model.files import FILES
from sds.model.kinds import KINDS
from sds.model.records import EasyPage, KnownException
from sds.model.records.about import Expected
from sds.model.records.phrases_to_avoid import NotOurs
from sds.model.references import ref_of
from sds.problem import Problem
from sds.reading.load import load, paths
from sds.settings import Settings

WORDS = tuple(get_args(form)[1] for form in (Words, Text, NumberOrLabel))
"""What is noted on a field that holds words."""
OTHER_FORMS = {"Address": "https://a.example/b", "Email": "a@b.example", "Colour": '"#123456"', "Code": "zz", "Language": "cy", "Date": '"2021-03-02"'}
OTHER_FORMS |= {"Number": '"3"', "YesNo": '"yes"'}
FORMS = tuple((get_args(getattr(field_types, name))[1], written) for name, written in OTHER_FORMS.items())
"""What is noted on other fields, and what may stand there."""
OF_WORDS = frozenset(["Words", "Names", "Statements", "Situations"])
"""The families of rules that say how words are written; of the others some hold a field to a form, as that of a day."""
SET_ASIDE = frozenset(rule.id for family in FAMILIES if family.title in OF_WORDS for rule in family.rules)
SET_ASIDE |= {two_minute_pages_are_short.id, *(rule.id for rule in EASY_READ)}
NEEDED_TOO = frozenset(["email"])
"""What may be left out, and has to be there where nothing else is given."""
NO_WORDS = frozenset([Expected, KnownException, NotOurs])
"""Records that name fields, files, rules and records: no reader sees what they say."""
ADDRESSES = frozenset([(EasyPage, "formerly")])
"""Fields that hold a part of an address."""

Field = tuple[type[BaseModel], str]


@dataclass(frozen=True)
class Place:
    """A value in a file that holds words: of which field it is, where it begins and ends, on which line, and what it is."""

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
    """A group of fields in a file: of which model, which of its fields are there and on which line, where the first begins, and whether it stands in braces."""

    file: str
    model: type[BaseModel]
    has: Mapping[str, int]
    begin: int
    column: int
    braces: bool


@cache
def fields_of_words() -> frozenset[Field]:
    """Every field that holds words, of every record that may stand in a file. What names a record, a field or a file is no such field."""
    return frozenset((model, name) for model in _models() - NO_WORDS for name in model.model_fields if _holds_words(model, name)) - ADDRESSES


@cache
def _models() -> frozenset[type[BaseModel]]:
    found, waiting = set[type[BaseModel]](), list[type[BaseModel]](file.model for file in FILES)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [kind for name in model.model_fields for kind in _inside(model, name)]
    return frozenset(found)


def _inside(model: type[BaseModel], name: str) -> list[type[BaseModel]]:
    """The models of what may stand in a field."""
    field = model.model_fields[name]
    return [kind for kind, _ in _kinds(field.annotation, field.metadata) if isinstance(kind, type) and issubclass(kind, BaseModel)]


def _holds_words(model: type[BaseModel], name: str) -> bool:
    field = model.model_fields[name]
    return any(_are_words(notes) for _, notes in _kinds(field.annotation, field.metadata))


def _are_words(notes: Sequence[Any]) -> bool:
    return ref_of(notes) is None and any(note is form for note in notes for form in WORDS)


def _kinds(annotation: Any, notes: Sequence[Any] = ()) -> Iterator[tuple[Any, Sequence[Any]]]:
    """What stands in a value of ``annotation`` in the end, each with all that is noted on it."""
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
    """Every value of every file that stands in a field for words, in order."""
    return [one for one in _everything(project) if isinstance(one, Place)]


def _everything(project: Path) -> Iterator[Place | Group]:
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
            model = max(models, key=lambda one: len(given & {_written(one, name) for name in one.model_fields}))
            named = {_written(model, name): name for name in model.model_fields}
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
    """The annotation without what is noted on it and without None."""
    while get_origin(annotation) in {Annotated, Union, UnionType}:
        annotation = next(one for one in get_args(annotation) if one is not type(None))
    return annotation


def _written(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].alias or name


def with_every_field(project: Path) -> frozenset[Field]:
    """Writes what stands nowhere in the files of ``project`` into the first record that may have it. Gives the fields for which there is no room."""
    before = _files(project)
    for path, text in _WITH_EVERY_FIELD.get(before, {}).items():
        (project / path).write_text(text, "utf-8")
    if before not in _WITH_EVERY_FIELD:
        _write_every_field(project)
        _WITH_EVERY_FIELD[before] = dict(_files(project))
    return fields_of_words() - {place.field for place in places(project)}


_WITH_EVERY_FIELD: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}
"""What was made of the same files before: several tests begin with it."""


def _files(project: Path) -> tuple[tuple[str, str], ...]:
    return tuple((path, (project / path).read_text("utf-8")) for file in FILES for path in paths(project, file) if (project / path).exists())


def _write_every_field(project: Path) -> None:
    framework = load(project).framework
    assert framework
    ids = {name: next(iter(framework.records(name))) for name in KINDS if framework.records(name)}
    for file in FILES:
        if file.only_with == file.path and not (project / file.path).exists():
            lines = [*_needed(file.model, ids)] or [*_needed(file.model, ids, every=True)]
            (project / file.path).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    kept_out = set[Field]()
    for _ in range(6):
        groups = [one for one in _everything(project) if isinstance(one, Group)]
        wanted = {(one.model, name) for one in groups for name in one.model.model_fields} - kept_out
        wanted -= {(one.model, name) for one in groups for name in one.has}
        wanted = {(model, name) for model, name in wanted if (model, name) in fields_of_words() or _inside(model, name)}
        if not wanted:
            break
        kept_out |= _add(project, groups, wanted, ids)


def _add(project: Path, groups: Sequence[Group], wanted: set[Field], ids: dict[str, str]) -> set[Field]:
    """Writes fields into the first group that may have each. Gives those that a rule refuses, which are taken out again."""
    first = {one.model: one for one in reversed(groups)}
    clean = {path: (project / path).read_text("utf-8") for path in {one.file for one in groups}}
    out = set[Field]()
    for _ in range(20):
        whole = dict(clean)
        for model, name in sorted(wanted - out, key=lambda field: (-first[field[0]].begin, field[1])):
            group, about = first[model], model.model_fields[name]
            line = f"{_written(model, name)}: {_form(about.annotation, about.metadata, ids)}" + (", " if group.braces else "\n" + " " * group.column)
            whole[group.file] = whole[group.file][: group.begin] + line + whole[group.file][group.begin :]
        for path, text in whole.items():
            (project / path).write_text(text, "utf-8")
        lines: dict[tuple[str, int], set[Field]] = {}
        for one in _everything(project):
            for model, name in wanted - out if isinstance(one, Group) else ():
                if isinstance(one, Group) and one.model is model and name in one.has:
                    lines.setdefault((one.file, one.has[name]), set()).add((model, name))
        problems = _errors(project)
        if not problems:
            return out
        refused = {field for problem in problems for field in lines.get((problem.path, problem.line), ())}
        refused = refused or {field for problem in problems[:1] for (path, _), fields in lines.items() if path == problem.path for field in fields}
        assert refused, [str(problem) for problem in problems]
        out |= refused
    raise AssertionError("what is refused never ends")


def _errors(project: Path) -> list[Problem]:
    return [one for one in diagnostics(load(project), datetime.date.today()) if one.level == "error" and one.rule not in SET_ASIDE]


def _needed(model: type[BaseModel], ids: Mapping[str, str], every: bool = False) -> Iterator[str]:
    """What a record of a model has to say, or ``every`` thing that it may, each field as it is written."""
    for name, field in model.model_fields.items():
        if every or field.is_required() or name in NEEDED_TOO:
            yield f"{_written(model, name)}: {_form(field.annotation, field.metadata, ids)}"


def _form(annotation: Any, notes: Sequence[Any], ids: Mapping[str, str]) -> str:
    """A value that may stand in a field, as it is written."""
    if get_origin(annotation) is Annotated:
        return _form(get_args(annotation)[0], [*notes, *get_args(annotation)[1:]], ids)
    if get_origin(annotation) in {Union, UnionType}:
        return _form(next(one for one in get_args(annotation) if one is not type(None)), notes, ids)
    if get_origin(annotation) is tuple:
        return f"[{_form(get_args(annotation)[0], notes, ids)}]"
    if get_origin(annotation) is dict:
        return f"{{a-name: {_form(get_args(annotation)[1], notes, ids)}}}"
    if get_origin(annotation) is Literal:
        return str(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"{{{', '.join([*_needed(annotation, ids)] or [*_needed(annotation, ids, every=True)])}}}"
    if ref := ref_of(notes):
        return next((ids[kind] for kind in ref.kinds if kind in ids), "a-name")
    if form := next((written for form, written in FORMS for note in notes if note is form), None):
        return form
    return "Words here." if any(note is one for note in notes for one in WORDS) else "a-name"


def without_rules_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets words through that a rule of wording refuses, as exceptions from these rules would: what a field is refused for by its form still is."""

    def few(*given: Any) -> list[Problem]:
        return [problem for problem in diagnostics(*given) if problem.rule not in SET_ASIDE]

    monkeypatch.setattr(reading, "diagnostics", few)


@dataclass(frozen=True)
class Written:
    """A site with a text at some places, and those at which it was refused, each with what was said."""

    site: Site
    taken: tuple[Place, ...]
    refused: tuple[tuple[Place, str], ...]


def written(project: Path, at: Sequence[Place], text: Callable[[Place], str], settings: Settings = SETTINGS) -> Written:
    """The site of ``project`` with ``text`` at each place that takes it. What refuses it has to name the line at which it stands.

    A line that tells of another, as of a record that is known by another name now, names the words.
    """
    clean = {file: (project / file).read_text("utf-8") for file in {place.file for place in at}}
    left, refused = list(at), list[tuple[Place, str]]()
    for _ in range(20):
        for file, whole in clean.items():
            (project / file).write_text(_with(whole, [place for place in left if place.file == file], text), "utf-8")
        problems = build(project, settings)
        if isinstance(problems, Site):
            return Written(problems, tuple(left), tuple(refused))
        gone: dict[Place, str] = {}
        for problem in problems:
            here = [place for place in left if (place.file, place.line) == (problem.path, problem.line)]
            named = [place for place in here or left if text(place) in str(problem) or curly(text(place)) in str(problem)]
            gone |= {place: str(problem) for place in named or here}
        assert gone, [str(problem) for problem in problems[:3]]
        refused += gone.items()
        left = [place for place in left if place not in gone]
    raise AssertionError("what is refused never ends")


def _with(whole: str, at: Sequence[Place], text: Callable[[Place], str]) -> str:
    for place in sorted(at, key=lambda one: -one.begin):
        quoted = "'" + text(place).replace("'", "''") + "'"
        whole = whole[: place.begin] + quoted + "\n" * whole[place.begin : place.end].count("\n") + whole[place.end :]
    return whole
