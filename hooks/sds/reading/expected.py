"""The fields that a framework requires in addition to the models (``expected`` in the spine). Missing ones are reported like Pydantic's errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sds.model.files import File
from sds.model.kinds import KINDS
from sds.model.records import Expected
from sds.problem import FieldPath
from sds.reading.yaml_text import Document


@dataclass(frozen=True)
class ExpectedFields:
    """The fields that are expected in one file. ``fields`` are pairs: a kind of record, or the path of the file for its top level, and names of fields."""

    file: File | None = None
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def places(self, document: Document) -> Iterator[FieldPath]:
        """The field path of each expected field in each record of ``document``."""
        for name, fields in self.fields:
            for place in self._records(document.data, name):
                yield from ((*place, *field.split(".")) for field in fields)

    def _records(self, data: Any, name: str) -> Iterator[FieldPath]:
        if name not in KINDS:
            yield ()
            return
        for place, records in KINDS[name].lists(data):
            if isinstance(records, list):
                yield from ((*place, index) for index in range(len(records)))
            else:
                yield place

    def lacking(self, document: Document) -> list[ErrorDetails]:
        """An error in Pydantic's format for each expected field that is missing."""
        places = dict.fromkeys(missing for place in self.places(document) if (missing := _missing(document.data, place)))
        return [{"type": "missing", "loc": place, "msg": "", "input": None} for place in places]


NOTHING = ExpectedFields()


def _missing(value: Any, place: FieldPath) -> FieldPath | None:
    """The path to the first missing step of ``place``. None if nothing is missing, or if a value on the way has a wrong type, which is reported elsewhere."""
    for end, step in enumerate(place, start=1):
        if isinstance(step, int) and isinstance(value, list):
            value = value[step]
        elif not isinstance(value, Mapping):
            return None
        elif step not in value:
            return place[:end]
        else:
            value = value[step]
    return None


def expected_in(document: Document | None) -> Expected:
    """What the spine expects. Empty if that part of the spine is invalid, which is reported when the spine is validated."""
    try:
        return Expected.model_validate(document.data.get("expected", {}) if document else {})
    except ValidationError:
        return Expected()


def fields_in(expected: Expected, file: File) -> ExpectedFields:
    """The fields that are expected in a file of this kind."""
    names = (file.path, *(name for name, kind in KINDS.items() if kind.file is file))
    return ExpectedFields(file, tuple((name, expected.fields[name]) for name in names if name in expected.fields))
