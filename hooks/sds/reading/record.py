"""One file, looked at by itself: the record that it is, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from sds.model.files import File
from sds.model.records.base import Record
from sds.problem import FieldPath, Problem
from sds.reading.expected import ExpectedFields
from sds.reading.swallowed import swallowed
from sds.reading.validate import validate
from sds.reading.yaml_text import Document


class ReadRecord(NamedTuple):
    """A file as a record, or None; what YAML has taken for words or a note; what was refused; and the places of the list items that were set aside."""

    record: Record | None
    swallowed: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    aside: frozenset[FieldPath] = frozenset()


ReadOne: TypeAlias = Callable[[Document, File, ExpectedFields], ReadRecord]


def read_record(document: Document, file: File, expected: ExpectedFields) -> ReadRecord:
    """``document``, a file of the form ``file``, as its record. One that has not got what is ``expected`` is set aside."""
    taken = swallowed(document, file.model)
    record, refused, aside = validate(document, file.model, expected)
    noted = {problem.line for problem in taken}  # that a value is empty follows from its being a note
    return ReadRecord(record, taken, tuple(problem for problem in refused if problem.line not in noted), aside)
