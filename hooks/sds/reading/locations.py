"""Where each record stands: its file and line, for a message and for the link that edits it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sds.problem import Problem
from sds.reading.validate import as_written
from sds.reading.yaml_text import Document, FieldPath, Value

STANDARD, STANDARD_FILE = "standards", "standard files"
"""A standard stands in two places: its entry in the spine, and its own file. An editor knows both as one record."""


@dataclass
class Locations:
    """Finds the file and line of a record, for a message."""

    documents: dict[str, Document] = field(default_factory=dict)
    places: dict[tuple[str, str], tuple[str, FieldPath]] = field(default_factory=dict)
    aside: dict[str, frozenset[FieldPath]] = field(default_factory=dict)
    """The list items of each file that were set aside: the model counts without them, the file with them."""

    def add(self, document: Document, kind: str, place: FieldPath, records: Value, with_kind: bool = False) -> Iterator[Problem]:
        """Note where each record of a list stands; yields a problem for each id given twice.

        ``with_kind`` is for records whose id is only their own within the kind they name: ``standards/recording``.
        """
        self.documents[document.path] = document
        for index, record in enumerate(records if isinstance(records, list) else []):
            if isinstance(record, dict) and isinstance(record.get("id"), str):
                id = f"{record.get('kind')}/{record['id']}" if with_kind else str(record["id"])
                key, here = (kind, id), (*place, index)
                if key in self.places:
                    path, first = self.places[key]
                    yield Problem(
                        document.path,
                        document.line((*here, "id")),
                        f'The id "{key[1]}" is already used, in {path}, line {self.documents[path].line(first)}.',
                        "Give this record an id of its own.",
                    )
                else:
                    self.places[key] = (document.path, here)

    def problem(self, kind: str, id: str, place: FieldPath, wrong: str, instead: str) -> Problem:
        """A problem at ``place`` inside the record ``kind``/``id``."""
        path, start = self.places[kind, id]
        inside = {gone[len(start) :] for gone in self.aside.get(path, ()) if gone[: len(start)] == start and gone != start}
        record = f"{STANDARD if kind == STANDARD_FILE else kind}/{id}"
        return Problem(path, self.documents[path].line((*start, *as_written(place, inside))), wrong, instead, record=record)

    def in_file(self, path: str, place: FieldPath, wrong: str, instead: str) -> Problem:
        """A problem at ``place`` of a file, where what stands there is no record with an id."""
        return Problem(path, self.documents[path].line(as_written(place, self.aside.get(path, ()))), wrong, instead)

    def ids(self) -> dict[str, dict[str, str]]:
        """The ids of each kind that the files give, in order and each with its file, records set aside for another problem among them."""
        result: dict[str, dict[str, str]] = {}
        for (kind, id), (path, _) in self.places.items():
            result.setdefault(kind, {})[id] = path
        return result

    def file_of(self, kind: str, id: str) -> str:
        return self.places[kind, id][0]
