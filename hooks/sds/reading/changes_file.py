"""``content/changes.json`` -> the days on which something changed. A program writes the file, so the whole file is refused if anything in it is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from sds.model.records import ChangedDay, ChangesFile
from sds.paths import CHANGES, SPINE
from sds.problem import Problem
from sds.reading.locations import Locations

AGAIN = "Restore it from an earlier version: python3 run.py changes --record adds to it."


def read_changes(root: Path) -> tuple[ChangesFile | None, tuple[Problem, ...]]:
    """The list of changes of the project in ``root`` (None if there is no file or it is invalid), and the problem in it, if any."""
    path = root / CHANGES
    if not path.exists():
        return None, ()
    try:
        file = ChangesFile.model_validate(json.loads(path.read_text("utf-8")))
    except json.JSONDecodeError as error:
        return None, (Problem(CHANGES, error.lineno, "This list of changes cannot be read.", AGAIN),)
    except (UnicodeDecodeError, RecursionError):
        return None, (Problem(CHANGES, 1, "This list of changes cannot be read.", AGAIN),)
    except ValidationError as error:
        place = " ".join(map(str, error.errors()[0]["loc"]))
        return None, (Problem(CHANGES, 1, f"This list of changes cannot be used: look at {place}.", AGAIN),)
    days = [one.day for one in file.days]
    if days != sorted(set(days), reverse=True):
        return None, (Problem(CHANGES, 1, "The days of this list are not in order, the latest first and each once.", AGAIN),)
    return file, ()


def dated_before(changes: ChangesFile | None, updated: str, where: Locations) -> Iterator[Problem]:
    """A problem if the spine says that the site was last changed (``updated``) before the last day of ``changes``."""
    last = changes.days[0].day if changes and changes.days else ""
    if updated < last:
        wrong = f'The list of changes has "{last}", so "{updated}" cannot be the day of the last change.'
        place = ("framework", "updated")
        yield where.problem_in(SPINE, place, wrong, f'Write updated: "{last}"', mend=(updated, last))


def written(days: list[ChangedDay]) -> str:
    """The text of the file for ``days``, with one record a line, so that a diff shows only the changed records."""
    return '{"days": [\n' + ",\n".join(map(_day, days)) + "\n]}\n"


def _day(day: ChangedDay) -> str:
    head = json.dumps(day.model_dump(exclude={"records"}, exclude_defaults=True), ensure_ascii=False)[:-1]
    records = (json.dumps(one.model_dump(exclude_defaults=True), ensure_ascii=False) for one in day.records)
    return f'{head}, "records": [\n ' + ",\n ".join(records) + "\n]}" if day.records else f"{head}}}"
