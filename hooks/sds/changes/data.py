"""Compares the published data of two versions: which records are new, gone or changed. Derived values, such as backlinks, are not reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from sds.changes.compare import HIDDEN_FIELDS, Change, FieldChange
from sds.model.kinds import KINDS
from sds.model.records import StandardEntry, StandardFile
from sds.model.records.changes import What
from sds.reading.locations import STANDARD

Data: TypeAlias = Mapping[str, Any]
"""The content of ``framework.json``: an object about the framework, and a list of records for each kind."""
DERIVED = HIDDEN_FIELDS | {"id", "url", "link", "last_changed"}
FIRST_WORDS = ("text", "title", "term", "meaning", "about")


def data_changes(old: Data, new: Data) -> Iterator[Change]:
    """Each change, kind by kind in the order of the new data. In each kind, records that are gone come last."""
    for kind in {**new, **old}:
        if kind != "framework":
            before, after = ({one["id"]: one for one in data.get(kind, ())} for data in (old, new))
            yield from _changes_of_kind(kind, before, after)


def titles_in_data(data: Data) -> dict[str, str]:
    """The titles of the standards and roles of a version, by "kind/id"."""
    return {f"{kind}/{one['id']}": str(one.get("title", one["id"])) for kind in ("standards", "roles") for one in data.get(kind, ())}


def _changes_of_kind(kind: str, before: Data, after: Data) -> Iterator[Change]:
    for id, record in after.items():
        if id not in before:
            yield _change("new", kind, record)
        elif record != before[id] and (fields := tuple(_changed_fields(kind, before[id], record))):
            withdrawn = any(one.name == "status" and one.after == "withdrawn" for one in fields)
            yield _change("withdrawn" if withdrawn else "changed", kind, record, fields)
    yield from (_change("gone", kind, record) for id, record in before.items() if id not in after)


def _change(what: What, kind: str, record: Data, fields: tuple[FieldChange, ...] = ()) -> Change:
    around = [f"{name}/{record[field]}" for name, field in (("standards", "standard"), ("roles", "role")) if isinstance(record.get(field), str)]
    words = next((str(record[name]) for name in FIRST_WORDS if record.get(name)), "")
    return Change(what=what, kind=kind, id=record["id"], path="", line=1, around=tuple(around), fields=fields, words=words)


def _changed_fields(kind: str, before: Data, after: Data) -> Iterator[FieldChange]:
    editable = _editable_fields(kind)
    for name in {**before, **after}:
        was, now = before.get(name), after.get(name)
        if was != now and name not in DERIVED and not (name not in editable and _is_link_list(was) and _is_link_list(now)):
            changed = FieldChange(name, _as_text(was), _as_text(now))
            if changed.before != changed.after:
                yield changed


def _editable_fields(kind: str) -> frozenset[str]:
    """The fields that editors write in a record of a kind; none if the kind no longer exists."""
    models = (StandardEntry, StandardFile) if kind == STANDARD else (KINDS[kind].model,) if kind in KINDS else ()
    return frozenset(name for model in models for name in model.model_fields)


def _is_link_list(value: Any) -> bool:
    """Whether a value can be a derived list of ids, or is missing."""
    return value is None or (isinstance(value, list) and all(isinstance(one, str) for one in value))


def _as_text(value: Any) -> str:
    """A value as text, with nested values joined by commas."""
    if isinstance(value, Mapping):
        return ", ".join(filter(None, map(_as_text, value.values())))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    return "" if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)
