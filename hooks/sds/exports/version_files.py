"""The stored versions -> the files of each under ``/data/<day>/``: its data, how to cite it, and the changes since the version before."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sds.changes.data import data_changes, titles_in_data
from sds.changes.sentences import counts, sentence
from sds.disk_cache import DiskCache
from sds.exports.citation import BIBTEX, RIS, Cited, data_cited
from sds.exports.csv_tables.download import safe
from sds.exports.data_files import RECORDS
from sds.model.framework import Framework
from sds.reading.versions import StoredVersion

CHANGED = "changes.csv"
COLUMNS = ("what", "kind", "id", "standard", "role", "field", "before", "after", "sentence", "link")


@dataclass(frozen=True)
class VersionFiles:
    """The files of one version, for a site at ``site_url``. ``before`` is the version before it, or None for the first.

    ``known`` is a cache on disk of the comparisons of two versions: versions never change, and reading two of them is the slowest step.
    """

    framework: Framework
    version: StoredVersion
    before: StoredVersion | None
    site_url: str
    known: DiskCache

    @property
    def day(self) -> str:
        """The date of the version, which is its name."""
        return self.version.day

    @property
    def url(self) -> str:
        """The address of the version's page, which is also its folder."""
        return f"/data/{self.day}/"

    @cached_property
    def cited(self) -> Cited:
        """How to cite the version. It is named by its date, rather than by the version number in its data."""
        return data_cited(self.framework, self.day, self.day, self.site_url.rstrip("/") + self.url)

    @cached_property
    def _changed(self) -> tuple[str, str]:
        """A sentence on how much changed since the version before, and a CSV table of all changes. Both are empty for the first version."""
        if self.before is None:
            return "", ""
        summary, table = json.loads(self.known.get((self.before.digest, self.version.digest), self._compared))
        return summary, table

    def _compared(self) -> bytes:
        assert self.before
        old, new = self.before.records(), self.version.records()
        changes = list(data_changes(old, new))
        titles = {**titles_in_data(old), **titles_in_data(new)}
        links = {(kind, one["id"]): one.get("link", "") for data in (old, new) for kind in data if kind != "framework" for one in data[kind]}
        out = io.StringIO()
        out.write("\ufeff")
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for change in changes:
            around = dict(place.split("/", 1) for place in change.around)
            told = sentence(change, titles)
            for name, before, after in [(one.name, one.before, one.after) for one in change.fields] or [("", "", "")]:
                place = (around.get("standards", ""), around.get("roles", ""))
                writer.writerow(map(safe, (change.what, change.kind, change.id, *place, name, before, after, told, links[change.kind, change.id])))
        return json.dumps([f"{counts(changes)}." if changes else "No record says anything else.", out.getvalue()]).encode()

    @property
    def summary(self) -> str:
        """A sentence on how much changed since the version before; empty for the first version."""
        return self._changed[0]

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """The path of each file in the output folder, with a function that returns its text."""
        folder = self.url[1:]
        yield f"{folder}{RECORDS}", self.version.text
        if self.before:
            yield f"{folder}{CHANGED}", lambda: self._changed[1]
        yield f"{folder}cite.{BIBTEX}", lambda: self.cited.bibtex()
        yield f"{folder}cite.{RIS}", lambda: self.cited.ris()


def cited_now(framework: Framework, versions: Sequence[VersionFiles], site_url: str) -> Cited:
    """How to cite the current data: as its stored version if there is one, else at ``/data/``, where it may change."""
    about = framework.spine.framework
    kept = next((version.cited for version in versions if version.day == about.updated), None)
    return kept or data_cited(framework, about.updated, about.version, f"{site_url.rstrip('/')}/data/")


def version_files(framework: Framework, versions: Sequence[StoredVersion], site_url: str, known: DiskCache) -> tuple[VersionFiles, ...]:
    """The files of each version, the latest first."""
    befores = (None, *versions)
    return tuple(VersionFiles(framework, version, before, site_url, known) for version, before in zip(reversed(versions), reversed(befores[:-1]), strict=True))
