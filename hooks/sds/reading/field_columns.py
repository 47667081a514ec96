"""Explains the indentation of a field whose name alone says it (a file's own stands at the left edge), and of an item with all its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.model.field_notes import notes_of, takes_text
from sds.model.files import FILES
from sds.model.marks import Ref
from sds.problem import counted
from sds.reading.diagnosis import Diagnosis
from sds.reading.yaml_lines import parts, replacement, step


@lru_cache(maxsize=1)
def only_of_files() -> frozenset[str]:
    """The names of fields that stand at the left edge of a file, and nowhere else."""
    whole = {file.model for file in FILES}
    inside = {name for model in whole for one in _models_in(model, set()) - whole for name in one.model_fields}
    return frozenset(name for model in whole for name in model.model_fields) - inside


@lru_cache(maxsize=1)
def all_fields() -> frozenset[str]:
    """The names of all fields of all files."""
    return frozenset(name for file in FILES for one in _models_in(file.model, set()) for name in one.model_fields)


@lru_cache(maxsize=2)
def fields_of(form: Literal["text", "list"]) -> frozenset[str]:
    """The names of the fields that hold words, or a list, in every record that has them."""
    fields = [named for file in FILES for one in _models_in(file.model, set()) for named in one.model_fields.items()]
    other = {name for name, field in fields if not (takes_text(field) if form == "text" else get_origin(field.annotation) is tuple)}
    return frozenset(name for name, _ in fields) - other


@lru_cache(maxsize=1)
def citation_fields() -> frozenset[str]:
    """The names of all fields that hold one citation: a source and the place in it."""
    models = {one for file in FILES for one in _models_in(file.model, set())}
    return frozenset(name for model in models for name, field in model.model_fields.items() if _cites(field))


def _cites(field: FieldInfo) -> bool:
    """Whether a field takes a citation, and not a list of them."""
    return get_origin(field.annotation) is not tuple and any(isinstance(note, Ref) and note.citation for note in notes_of(field))


@lru_cache(maxsize=256)
def texts_of(names: frozenset[str], above: str, below: str) -> list[str]:
    """The names of the fields with words that a record with the fields ``names`` may have besides, between its fields ``above`` and ``below`` if the model has
    them in this order, else anywhere. Empty if records of more than one kind may have all these fields."""
    models = {one for file in FILES for one in _models_in(file.model, set()) if names <= one.model_fields.keys()}
    if len(models) != 1:
        return []
    fields = models.pop().model_fields
    order = list(fields)
    after = order.index(below) if below in fields and order.index(below) > order.index(above) else len(order)
    others = [name for name, field in fields.items() if name not in names and takes_text(field)]
    between = [name for name in others if order.index(above) < order.index(name) < after] or others
    return [name for name in between if fields[name].is_required()] or between


def _models_in(annotation: Any, seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """``seen``, with every model that a value of this type may hold, however deep."""
    for one in _types(annotation):
        if one not in seen:
            seen.add(one)
            for field in one.model_fields.values():
                _models_in(field.annotation, seen)
    return seen


def _types(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)


def at_left_edge(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for an indented field on line ``number`` that only files have, and no records in them; or None."""
    line, (_, hyphens, name, rest) = lines[number - 1], parts(lines[number - 1])
    if hyphens or not step(line) or (name or rest).strip().removesuffix(":") not in only_of_files():
        return None
    wrong = f"This field belongs to the file, and stands at the left edge. It is indented by {counted(step(line), 'space')}."
    return Diagnosis(number, wrong, f"Delete the spaces before it: {line.strip()}", replacement(lines, number, number, line.strip()))


def moved_item(lines: Sequence[str], number: int, wanted: int, wrong: str) -> Diagnosis:
    """The diagnosis for a list item that starts on line ``number`` and should be indented by ``wanted`` spaces, with all lines that belong to it. An item
    that is written as those of another list above may belong there instead."""
    here, last = step(lines[number - 1]), number
    sibling = f"{' ' * wanted}- "  # where it belongs: the items below it have stayed there, and are not its own
    while last < len(lines) and lines[last].strip() and step(lines[last]) > here + 1 and not (wanted > here and lines[last].startswith(sibling)):
        last += 1
    line, near = lines[number - 1].strip(), next((one for one in reversed(lines[: number - 1]) if step(one) == wanted and one.lstrip().startswith("- ")), "")
    if last > number and near.strip().startswith("- {"):
        alike = [at for at in range(1, number) if step(lines[at - 1]) == here and lines[at - 1].lstrip().startswith(line.split(":")[0] + ":")]
        if alike:
            end = next((at for at in range(alike[-1], number) if step(lines[at]) < here and lines[at].strip()), number - 1)
            told = f"If it is an item of {_list_of(lines, alike[-1])}, move it there, below line {end}, where they end."
            other = f"If it is one of {_list_of(lines, number - 1)}, indent it by {counted(wanted, 'space')}, and write it as line {number - 1} is written."
            return Diagnosis(number, wrong, f"{told} {other}")
    return indented_item(lines, number, last, wanted, wrong)


def _list_of(lines: Sequence[str], number: int) -> str:
    """The name, in quotes, of the list that has the item on line ``number``."""
    column = step(lines[number - 1])
    above = (line for line in reversed(lines[: number - 1]) if line.strip() and not line.lstrip().startswith("#"))
    name = next((line.strip() for line in above if step(line) <= column and not line.startswith(f"{' ' * column}- ")), "")
    return f'"{name.removeprefix("- ").partition(":")[0]}"'


def indented_item(lines: Sequence[str], first: int, last: int, wanted: int, wrong: str) -> Diagnosis:
    """The diagnosis for a list item on the lines ``first`` to ``last`` that must be indented by ``wanted`` spaces, with all its lines."""
    line, by = lines[first - 1].strip(), wanted - step(lines[first - 1])
    mended = "\n".join(" " * (step(one) + by) + one.strip() for one in lines[first - 1 : last])
    all_lines = "this line and the lines below that belong to it" if last > first else "this line"
    return Diagnosis(first, wrong, f"Indent {all_lines} by {counted(wanted, 'space')}: {line}", replacement(lines, first, last, mended))
