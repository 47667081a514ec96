"""The location of each record: its file and line, for messages and edit links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sds.model.files import File
from sds.model.kinds import KINDS, Kind
from sds.problem import FieldPath, Problem
from sds.reading.validate import as_written
from sds.reading.yaml_lines import field_or_item, word_mended
from sds.reading.yaml_text import Document

STANDARD, STANDARD_FILE = "standards", "standard files"
"""The two kinds that make up a standard: its entry in the spine, and its own file. For an editor, both are one record."""


@dataclass
class Locations:
    """Finds the file and line of a record. ``documents`` are the parsed files by path, and ``places`` has, by kind and id, the path and the field path."""

    documents: dict[str, Document] = field(default_factory=dict)
    places: dict[tuple[str, str], tuple[str, FieldPath]] = field(default_factory=dict)
    aside: dict[str, frozenset[FieldPath]] = field(default_factory=dict)
    """The field paths of the list items of each file that were set aside. List indexes in the model are counted without them, those in the file with them."""

    def note(self, document: Document, file: File) -> Iterator[Problem]:
        """Stores the location of each record of a file, including records that will be set aside. Yields a problem for each duplicate id."""
        self.documents[document.path] = document
        for kind in KINDS.values():
            for place, records in kind.lists(document.data) if kind.file is file else ():
                if not place:
                    self.places[kind.name, Path(document.path).stem] = (document.path, ())
                for index, record in enumerate(records if isinstance(records, list) else ()):
                    if isinstance(record, dict) and (id := kind.written(record)) is not None:
                        yield from self._note(document, kind, id, (*place, index))

    def _note(self, document: Document, kind: Kind, id: str, here: FieldPath) -> Iterator[Problem]:
        if (kind.name, id) in self.places:
            path, first = self.places[kind.name, id]
            yield Problem(
                document.path,
                document.line((*here, "id")),
                f'The id "{id}" is already used, in {path}, line {self.documents[path].line(first)}.',
                "Give this record an id of its own. Write id: new to be told which is free.",
                other=path,
                twice=f"{kind.name}/{id}",
            )
        else:
            self.places[kind.name, id] = (document.path, here)

    def problem(self, kind: str, id: str, place: FieldPath, wrong: str, instead: str, write: str = "") -> Problem:
        """A problem at the field path ``place`` in a record. ``write`` is the line that replaces the field there, if there is just one."""
        path, start = self.places[kind, id]
        inside = {gone[len(start) :] for gone in self.aside.get(path, ()) if gone[: len(start)] == start and gone != start}
        record = f"{STANDARD if kind == STANDARD_FILE else kind}/{id}"
        line = self.documents[path].line((*start, *as_written(place, inside)))
        new = field_or_item(self.documents[path].text.split("\n"), line, str(place[-1]), write) if write else None
        return Problem(path, line, wrong, instead, record=record, replacement=new)

    def problem_in(self, path: str, place: FieldPath, wrong: str, instead: str, mend: tuple[str, str] = ("", "")) -> Problem:
        """A problem at the field path ``place`` in the model of a file. ``mend`` is a wrong word there and the right one, if that is sure."""
        line = self.documents[path].line(as_written(place, self.aside.get(path, ())))
        new = word_mended(self.documents[path].text.split("\n"), line, *mend) if mend[1] else None
        return Problem(path, line, wrong, instead, replacement=new)

    def ids(self) -> dict[str, dict[str, str]]:
        """The ids of each kind in the files, in order, each with the path of its file. Records that were set aside are included."""
        result: dict[str, dict[str, str]] = {}
        for (kind, id), (path, _) in self.places.items():
            result.setdefault(kind, {})[id] = path
        return result

    def record_at(self, path: str, place: FieldPath) -> str:
        """The innermost record around ``place`` in a file, as kind and id (``actions/water-g1``); an empty string if there is none."""
        around = ((len(start), kind, id) for (kind, id), (file, start) in self.places.items() if file == path and place[: len(start)] == start)
        _, kind, id = max(around, default=(0, "", ""))
        return f"{STANDARD if kind == STANDARD_FILE else kind}/{id}" if kind else ""

    def file_of(self, kind: str, id: str) -> str:
        """The path of the file that has a record."""
        return self.places[kind, id][0]
