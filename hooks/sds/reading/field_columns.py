"""Explains the indentation of a field whose name alone says it (a file's own stands at the left edge), and of an item with all its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from sds.model.files import FILES
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
    while last < len(lines) and lines[last].strip() and step(lines[last]) > here:
        last += 1
    line, near = lines[number - 1].strip(), next((one for one in reversed(lines[: number - 1]) if step(one) == wanted and one.lstrip().startswith("- ")), "")
    if last > number and near.strip().startswith("- {"):
        alike = [at for at in range(1, number) if step(lines[at - 1]) == here and lines[at - 1].lstrip().startswith(line.split(":")[0] + ":")]
        if alike:
            told = f"If it belongs with the items that are indented by {counted(here, 'space')}, move it there: the last of them begins on line {alike[-1]}."
            return Diagnosis(number, wrong, f"{told} If it belongs with the nearest, indent it by {counted(wanted, 'space')}, and write it in the same way.")
    return indented_item(lines, number, last, wanted, wrong)


def indented_item(lines: Sequence[str], first: int, last: int, wanted: int, wrong: str) -> Diagnosis:
    """The diagnosis for a list item on the lines ``first`` to ``last`` that must be indented by ``wanted`` spaces, with all its lines."""
    line, by = lines[first - 1].strip(), wanted - step(lines[first - 1])
    mended = "\n".join(" " * (step(one) + by) + one.strip() for one in lines[first - 1 : last])
    all_lines = "this line and the lines below that belong to it" if last > first else "this line"
    return Diagnosis(first, wrong, f"Indent {all_lines} by {counted(wanted, 'space')}: {line}", replacement(lines, first, last, mended))
