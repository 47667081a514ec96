"""Compares the YAML files of two versions: which records are new, gone or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import ndiff

from sds.model.kinds import KINDS
from sds.model.records.changes import What
from sds.paths import PHRASES_TO_AVOID, SEARCH_WORDS
from sds.problem import FieldPath
from sds.reading.field_forms import value_at
from sds.reading.locations import STANDARD, STANDARD_FILE
from sds.reading.values_and_lists import values_of
from sds.reading.yaml_text import Document, Value

HIDDEN_FIELDS = frozenset({"words_from", "asked_as"})
"""Fields that no page shows."""
FILE_KIND = "files"
"""The kind of a change to text outside all records: it concerns the site as a whole."""
UNREPORTED = frozenset({("framework", "updated"), ("framework", "version")})
"""Fields that change only because something else did."""


@dataclass(frozen=True)
class FieldChange:
    """One field that changed: its name, and its text before and after (an empty string where it was missing)."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """What happened to one record. ``around`` are the records that contain it, outermost first, each as "kind/id": its standard, then its role."""

    what: What
    kind: str
    id: str
    path: str
    line: int
    around: tuple[str, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    words: str = ""
    """The first words of a record that is new or gone."""


@dataclass(frozen=True)
class Version:
    """The records of one version. ``places`` maps (kind, id) to the file of the record and its path in it; ``documents`` has the parsed files by path."""

    documents: Mapping[str, Document]
    places: Mapping[tuple[str, str], tuple[str, FieldPath]]
    pages: Mapping[str, str] = field(default_factory=dict)
    """The text of each hand-written page, by the path of its file."""
    drawings: Mapping[str, str] = field(default_factory=dict)
    """The SVG text of each part of the easy-read pictures, by the path of its file."""

    def text_of(self, kind: str, id: str) -> dict[str, str]:
        """The text of a record by field name. Records inside it are left out."""
        path, start = self.places[kind, id]
        document, inner = self.documents[path], [place for (_, other), (at, place) in self.places.items() if at == path and len(place) > len(start)]
        own = {place for place in inner if place[: len(start)] == start}
        result: dict[str, list[str]] = {}
        for place, value in values_of(document):
            if place[: len(start)] == start and not any(place[: len(one)] == one for one in own):
                name = next((str(step) for step in place[len(start) :] if isinstance(step, str)), "")
                result.setdefault(name, []).append(" ".join(value.split()))
        return {name: _joined(said) for name, said in result.items() if name not in HIDDEN_FIELDS}

    def text_outside_records(self, path: str) -> dict[str, str]:
        """The text of a file outside its records, by the name of its top-level field.

        Nothing for the list of words to avoid, which is for the checker: to report a change would print those words. Of the search's words, only the answers
        that the search shows.
        """
        if path == PHRASES_TO_AVOID:
            return {}
        starts = {place for other, place in self.places.values() if other == path}
        result: dict[str, list[str]] = {}
        for place, value in values_of(self.documents[path]) if path in self.documents and () not in starts else ():
            if path == SEARCH_WORDS and not is_answer(place):
                continue
            if place[:2] not in UNREPORTED and not any(place[:length] in starts for length in range(1, len(place))):
                result.setdefault(str(place[0]), []).append(" ".join(value.split()))
        return {name: _joined(said) for name, said in result.items()}


def _joined(said: Sequence[str]) -> str:
    """The values of a field as one string: names are joined by commas, sentences by slashes."""
    return (" / " if any(one.endswith((".", "?", "!", ":")) for one in said) else ", ").join(said)


def is_answer(place: FieldPath) -> bool:
    """Whether a value in the file of the search's words is shown to readers: it is an answer that the search gives where the site has nothing."""
    return place[0] == "not_covered" and not HIDDEN_FIELDS & set(place)


def record_changes(old: Version, new: Version) -> Iterator[Change]:
    """Each change, in the order of the new files. Records that are gone come after the others."""
    for key in new.places:
        if key not in old.places:
            yield _change("new", new, key)
        elif fields := _changed_fields(old, new, key):
            withdrawn = any(one.name == "status" and one.after == "withdrawn" for one in fields)
            yield _change("withdrawn" if withdrawn else "changed", new, key, fields)
    yield from (_change("gone", old, key) for key in old.places if key not in new.places)
    yield from _changes_outside_records(old, new)
    for path in sorted({*old.pages, *new.pages}):
        before, after = old.pages.get(path, ""), new.pages.get(path, "")
        if before != after:
            what: What = "changed" if before and after else "new" if after else "gone"
            yield Change(what=what, kind="pages", id=path, path=path, line=1, fields=tuple(_changed_lines(before, after)))
    for path in sorted({*old.drawings, *new.drawings}):
        if old.drawings.get(path) != new.drawings.get(path):
            drawn: What = "new" if path not in old.drawings else "gone" if path not in new.drawings else "changed"
            yield Change(what=drawn, kind=FILE_KIND, id=path, path=path, line=1)


def _changes_outside_records(old: Version, new: Version) -> Iterator[Change]:
    """The changes in what files say outside their records."""
    for path, document in new.documents.items():
        before, after = (version.text_outside_records(path) for version in (old, new))
        fields = [FieldChange(name, before.get(name, ""), after.get(name, "")) for name in {**before, **after} if before.get(name) != after.get(name)]
        if path in old.documents and fields:
            yield Change(what="changed", kind=FILE_KIND, id=path, path=path, line=document.line((fields[0].name,)), fields=tuple(fields))


def _changed_lines(before: str, after: str) -> Iterator[FieldChange]:
    """The lines of a page that were removed or added, as one field. A line that moved is in both."""
    lines = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[2:].strip()] if before and after else []
    gone, come = (" ".join(line[2:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    if gone or come:
        yield FieldChange("words", gone, come)


def _changed_fields(old: Version, new: Version, key: tuple[str, str]) -> tuple[FieldChange, ...]:
    if _is_same(old, new, key):
        return ()
    before, after = old.text_of(*key), new.text_of(*key)
    return tuple(FieldChange(name, before.get(name, ""), after.get(name, "")) for name in {**before, **after} if before.get(name, "") != after.get(name, ""))


def _is_same(old: Version, new: Version, key: tuple[str, str]) -> bool:
    """Whether a record has equal values in both versions, which is quicker to find out than comparing its text."""
    (path, place), (other, at) = old.places[key], new.places[key]
    return value_at(old.documents[path], place) == value_at(new.documents[other], at)


def _change(what: What, version: Version, key: tuple[str, str], fields: tuple[FieldChange, ...] = ()) -> Change:
    kind, id = key
    path, place = version.places[key]
    said = version.text_of(kind, id)
    words = next((said[name] for name in ("text", "title", "term", "words", "meaning", "about") if said.get(name)), "")
    return Change(
        what=what,
        kind=kind,
        id=id,
        path=path,
        line=version.documents[path].line(place),
        around=tuple(_around(version, key)),
        fields=fields,
        words=words,
    )


def _around(version: Version, key: tuple[str, str]) -> Iterator[str]:
    """The standard in whose file a record is, and its role, as "kind/id"."""
    path, place = version.places[key]
    standard: Value | None = value_at(version.documents[path], ("id",))
    if KINDS[key[0]].file is KINDS[STANDARD_FILE].file and key[0] != STANDARD_FILE and isinstance(standard, str):
        yield f"{STANDARD}/{standard}"
        if place[0] == "actions" and len(place) > 1:
            yield f"roles/{place[1]}"
