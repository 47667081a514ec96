"""Adds to a project's files every field of the model that they do not use yet, as far as the rules allow it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from sds.checks import diagnostics
from sds.model import field_types
from sds.model.files import FILES
from sds.model.kinds import KINDS
from sds.model.records import ContactsFile, SearchWords
from sds.model.records.accessibility import Ability
from sds.model.references import ref_of
from sds.problem import Problem
from sds.reading.load import load, paths
from texts.fields import WORDS, Field, Group, fields_of_words, models_inside, places, values_and_groups, written_as
from texts.rules_set_aside import SET_ASIDE

OTHER_FORMS = {"Address": "https://a.example/b", "Email": "a@b.example", "Colour": '"#123456"', "Code": "zz", "Language": "cy", "Date": '"2021-03-02"'}
OTHER_FORMS |= {"Number": '"3"', "YesNo": '"yes"'}
FORMS = tuple((get_args(getattr(field_types, name))[1], written) for name, written in OTHER_FORMS.items())
"""The annotation of each special field type, and a valid value for it."""
NEEDED_TOO = frozenset(["email"])
"""Optional fields that are required if no other field of their record is given."""


FITTING: dict[Field, str] = {
    (ContactsFile, "numbers"): '{short: ["555"], digits: {"03": ["11"]}}',
    (Ability, "page"): "/standards/",
    (SearchWords, "kinds"): "{standards: [Words here.]}",
    (SearchWords, "pages"): "{/standards/: [Words here.]}",
}
"""Values for fields that must match other data, or the existing pages and kinds."""


def with_every_field(project: Path) -> frozenset[Field]:
    """Adds each field that the files of ``project`` do not use to the first record that may have it. Returns the fields that could not be added."""
    before = _files(project)
    for path, text in _WITH_EVERY_FIELD.get(before, {}).items():
        (project / path).write_text(text, "utf-8")
    if before not in _WITH_EVERY_FIELD:
        _write_every_field(project)
        _WITH_EVERY_FIELD[before] = dict(_files(project))
    return fields_of_words() - {place.field for place in places(project)}


_WITH_EVERY_FIELD: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}
"""The results by the content of the files before, because several tests begin with the same files."""


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
        groups = [one for one in values_and_groups(project) if isinstance(one, Group)]
        wanted = {(one.model, name) for one in groups for name in one.model.model_fields} - kept_out
        wanted -= {(one.model, name) for one in groups for name in one.has}
        wanted = {(model, name) for model, name in wanted if (model, name) in fields_of_words() or models_inside(model, name)}
        if not wanted:
            break
        kept_out |= _add(project, groups, wanted, ids)


def _add(project: Path, groups: Sequence[Group], wanted: set[Field], ids: dict[str, str]) -> set[Field]:
    """Adds each wanted field to the first group of its model. Returns the fields that a rule refuses, which are removed again."""
    first = {one.model: one for one in reversed(groups)}
    clean = {path: (project / path).read_text("utf-8") for path in {one.file for one in groups}}
    out = set[Field]()
    for _ in range(20):
        whole = dict(clean)
        for model, name in sorted(wanted - out, key=lambda field: (-first[field[0]].begin, field[1])):
            group = first[model]
            line = f"{written_as(model, name)}: {_value(model, name, ids)}" + (", " if group.braces else "\n" + " " * group.column)
            whole[group.file] = whole[group.file][: group.begin] + line + whole[group.file][group.begin :]
        for path, text in whole.items():
            (project / path).write_text(text, "utf-8")
        lines: dict[tuple[str, int], set[Field]] = {}
        for one in values_and_groups(project):
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
    """The required fields of a model as YAML lines; with ``every``, all its fields."""
    for name, field in model.model_fields.items():
        if every or field.is_required() or name in NEEDED_TOO:
            yield f"{written_as(model, name)}: {_value(model, name, ids)}"


def _value(model: type[BaseModel], name: str, ids: Mapping[str, str]) -> str:
    """A valid value of a field, as YAML."""
    field = model.model_fields[name]
    return FITTING.get((model, name)) or _form(field.annotation, field.metadata, ids)


def _form(annotation: Any, notes: Sequence[Any], ids: Mapping[str, str]) -> str:
    """A valid value for a type annotation, as YAML."""
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
