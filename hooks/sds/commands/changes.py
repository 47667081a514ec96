"""Says what changed for readers between two versions: days of content/versions, folders, or git revisions. If you give only one, it is compared with the
files as they are now.

With --record it adds the changes to the list that readers see, and writes the day. If you then give no version, it starts where the list ended. If there
is no list yet, it starts one.
"""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sds.changes.compare import Change, record_changes
from sds.changes.data import Data, data_changes, titles_in_data
from sds.changes.record import as_records, revision, with_day, with_updated
from sds.changes.search_words import SearchWordsChange, search_word_changes
from sds.changes.search_words import summary as search_words_summary
from sds.changes.sentences import as_json, as_markdown, as_text, summary, titles_in
from sds.changes.versions import UnknownVersionError, merge_base, read_version, version_folder
from sds.commands.arguments import parser
from sds.exports.framework_json import framework_json
from sds.model.links import links_of
from sds.model.records import ChangedDay
from sds.paths import CHANGES, SPINE
from sds.problem import report
from sds.reading.changes_file import read_changes, written
from sds.reading.load import load
from sds.reading.versions import StoredVersion, VersionError, version_path


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints the changes, or records them. Returns 1 if the content has errors, and 2 if there is no such version."""
    parse = parser("changes", __doc__)
    parse.add_argument("old", nargs="?", help="a day that was published, such as 2026-12-15, a folder, or a revision, such as main")
    parse.add_argument("new", nargs="?", help="another; without it, the files as they are now, since they went their own way from the first")
    parse.add_argument("--form", choices=("text", "markdown", "json"), default="text")
    parse.add_argument("--record", action="store_true", help=f"add them to {CHANGES}")
    given = parse.parse_args(arguments)
    try:
        if given.record:
            return _record(root, given.old)
        if given.old is None:
            parse.error("Say from which version: a folder or a revision, such as main.")
        changes, titles, search_changes = _between(root, given.old if given.new else merge_base(root, given.old), given.new or str(root))
    except UnknownVersionError as error:
        print(error, file=sys.stderr)
        return 2
    if given.form == "json":
        print(as_json(changes, titles), end="")
        return 0
    lines = (as_markdown if given.form == "markdown" else as_text)(changes, titles)
    print("\n".join([summary(changes), *filter(None, [search_words_summary(search_changes)]), *lines]))
    return 0


def _between(root: Path, old: str, new: str) -> tuple[list[Change], dict[str, str], list[SearchWordsChange]]:
    """The changes between two versions, the titles of their standards and roles by "kind/id", and the changes in search words.

    If one of the two is the day of a published version, the published data is compared: such a version has no YAML files, and no search words.
    Raises UnknownVersionError.
    """
    if any((root / version_path(name)).exists() for name in (old, new)):
        earlier, later = _data_of(root, old), _data_of(root, new)
        return list(data_changes(earlier, later)), {**titles_in_data(earlier), **titles_in_data(later)}, []
    with version_folder(root, old) as before, version_folder(root, new) as after:
        first, second = read_version(before), read_version(after)
    return list(record_changes(first, second)), {**titles_in(first), **titles_in(second)}, list(search_word_changes(first, second))


def _data_of(root: Path, name: str) -> Data:
    """The data of a version, as in framework.json. Raises UnknownVersionError."""
    kept = root / version_path(name)
    if kept.exists():
        try:
            return StoredVersion(name, kept).records()
        except VersionError as error:
            raise UnknownVersionError(f"{version_path(name)} cannot be used. {error}") from error
    with version_folder(root, name) as folder:
        framework = load(folder).framework
    if framework is None:
        raise UnknownVersionError(f'The files of "{name}" cannot be read: python3 run.py check says why.')
    data: Data = json.loads(framework_json(framework, links_of(framework), "/"))
    return data


def _record(root: Path, old: str | None) -> int:
    """Adds to the list what changed since ``old`` or, without it, since the last record. Raises UnknownVersionError."""
    file, wrong = read_changes(root)
    loaded = load(root)
    framework = loaded.framework
    stopping = [*wrong, *(problem for problem in loaded.problems if problem.level == "error")]
    if framework is None or stopping:
        print(report(stopping))
        return 1
    days = list(file.days) if file else []
    start = old or (days[0].revision if days else None)
    if start == "":
        print(f"The last day in {CHANGES} names no revision of git. Say from which version: python3 run.py changes OLD --record", file=sys.stderr)
        return 2
    changes = _between(root, start, str(root))[0] if start else []
    if days and not changes:
        print("Nothing changes for readers: nothing is recorded.")
        return 0
    today, now = datetime.date.today().isoformat(), revision(root)
    about = framework.spine.framework
    version = today if about.version == about.updated else about.version
    day = ChangedDay(day=today, version=version, **({"revision": now} if now else {}), records=as_records(changes))
    (root / SPINE).write_bytes(with_updated((root / SPINE).read_bytes().decode("utf-8"), today).encode())  # first: if the next fails, run it again
    (root / CHANGES).write_text(written(with_day(days, day, replace=old is not None)), "utf-8")
    print(f"{summary(changes)} It is in {CHANGES}, under {today}.")
    if not now:
        print("The files are not committed, so the next record has to be told where to begin: python3 run.py changes OLD --record")
    return 0
