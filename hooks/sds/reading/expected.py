"""What a framework expects of its records: the fields that have to be there, told as pydantic tells of those that a model cannot do without."""

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
    """The fields that are expected in one file: by kind of record, or by the path of the file for its own. Two that expect the same are equal."""

    file: File | None = None
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def places(self, document: Document) -> Iterator[FieldPath]:
        """Where in ``document`` each of them belongs."""
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
        """Each that is not there, as an error of pydantic."""
        places = dict.fromkeys(missing for place in self.places(document) if (missing := _missing(document.data, place)))
        return [{"type": "missing", "loc": place, "msg": "", "input": None} for place in places]


NOTHING = ExpectedFields()


def _missing(value: Any, place: FieldPath) -> FieldPath | None:
    """The first step of ``place`` that is not there; None where all are, or what should hold it has another form, which is told elsewhere."""
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
    """What the spine expects; nothing where it does not say so in order: that is told when the spine is read."""
    try:
        return Expected.model_validate(document.data.get("expected", {}) if document else {})
    except ValidationError:
        return Expected()


def fields_in(expected: Expected, file: File) -> ExpectedFields:
    """Those that are expected in a file of this form."""
    names = (file.path, *(name for name, kind in KINDS.items() if kind.file is file))
    return ExpectedFields(file, tuple((name, expected.fields[name]) for name in names if name in expected.fields))
