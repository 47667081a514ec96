"""Reads a single parsed file: its validated record, and the problems in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from sds.model.files import File
from sds.model.records.base import Record
from sds.problem import FieldPath, Problem
from sds.reading.expected import ExpectedFields
from sds.reading.swallowed import swallowed
from sds.reading.validate import validate
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document


class ReadRecord(NamedTuple):
    """The record of a file or None; problems with fields that YAML reads as text or comments; validation problems; and the field paths of the list items that
    were set aside."""

    record: Record | None
    swallowed: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    aside: frozenset[FieldPath] = frozenset()


ReadOne: TypeAlias = Callable[[Document, File, ExpectedFields], ReadRecord]


def read_record(document: Document, file: File, expected: ExpectedFields) -> ReadRecord:
    """The record of ``document``, a file of the kind ``file``. List items without ``expected`` fields are set aside."""
    taken = swallowed(document, file.model)
    record, refused, aside = validate(document, file.model, expected)
    missing = {problem.lacks for problem in refused}
    taken = tuple(problem for problem in taken if problem.level == "error" or not problem.lacks or problem.lacks not in missing)  # a guess is not told too
    return ReadRecord(record, taken, tuple(_not_following(document, taken, refused)), aside)


def _not_following(document: Document, taken: Iterable[Problem], refused: Iterable[Problem]) -> Iterator[Problem]:
    """The validation problems (``refused``) without those that only follow from swallowed fields (``taken``): a wrong or empty value that swallowed
    something, and the missing field that was swallowed."""
    lines = document.text.split("\n")
    at, lacking = set[int](), set[str]()
    for problem in (one for one in taken if one.level == "error"):
        at |= {problem.line, entry(lines, problem.line).first}
        lacking.add(problem.lacks)
    for problem in refused:
        if problem.line not in at and not (problem.lacks and problem.lacks in lacking):
            yield problem
