"""Adds changes to the list of days in ``content/changes.json``, and writes the date of the last change into ``standards.yaml``."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from sds.changes.changelog import MAX_LISTED
from sds.changes.compare import Change, FieldChange
from sds.changes.sentences import diff_excerpts, truncated
from sds.model.records import ChangedDay, ChangedField, ChangedRecord
from sds.paths import CHANGES, CONTENT, SPINE

UPDATED = re.compile(r"^(  updated: ).*$", re.MULTILINE)


def with_day(days: list[ChangedDay], today: ChangedDay, replace: bool) -> list[ChangedDay]:
    """``days`` with the changes of ``today``, the latest day first. If that day is in the list already, ``replace`` replaces its records; otherwise they are
    merged."""
    same = next((one for one in days if one.day == today.day), None)
    if same:
        records = today.records if replace else _merged(same.records, today.records)
        today = today.model_copy(update={"records": records, "about": today.about or same.about})
    return sorted([today, *(one for one in days if one.day != today.day)], key=lambda one: one.day, reverse=True)


def _merged(before: Iterable[ChangedRecord], after: Iterable[ChangedRecord]) -> tuple[ChangedRecord, ...]:
    """Merges two lists of records of the same day. A later record replaces an earlier one; a record that was new that day and then changed is still new."""
    merged = {(one.kind, one.id): one for one in before}
    for one in after:
        was = merged.get((one.kind, one.id))
        merged[one.kind, one.id] = one.model_copy(update={"what": "new", "fields": ()}) if was and was.what == "new" and one.what == "changed" else one
    return tuple(merged.values())


def as_records(changes: Iterable[Change]) -> tuple[ChangedRecord, ...]:
    """Changes in the form of ``changes.json``, with their text before and after. If there are too many to be read, the text is left out."""
    some = list(changes)
    brief = len(some) > MAX_LISTED
    return tuple(
        ChangedRecord(
            what=one.what,
            kind=one.kind,
            id=one.id,
            around=one.around,
            words="" if brief or one.what == "changed" else truncated(one.words),
            fields=() if brief else tuple(_field(of) for of in one.fields),
        )
        for one in some
    )


def _field(changed: FieldChange) -> ChangedField:
    before, after = diff_excerpts(changed.before, changed.after)
    return ChangedField(name=changed.name, before=before, after=after)


def with_updated(spine: str, day: str) -> str:
    """The text of ``standards.yaml`` (``spine``) with ``day`` as the day on which the content last changed."""
    return UPDATED.sub(rf'\g<1>"{day}"', spine, count=1)


def revision(root: Path) -> str:
    """The git commit of the project's content. Empty if there is no repository, or if files have changes that are not committed."""
    clean = _git(root, "status", "--porcelain", "--", SPINE, CONTENT, f":!{CHANGES}") == ""
    return (_git(root, "rev-parse", "HEAD") or "") if clean else ""


def _git(root: Path, *arguments: str) -> str | None:
    done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607
    return done.stdout.strip() if done.returncode == 0 else None
