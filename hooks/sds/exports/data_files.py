"""The files of current records under ``/data/``: JSON, CSV tables, an Excel file, SKOS, and an archive of all of them. Each is made when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sds.exports.citation import BIBTEX, RIS, Cited, in_words
from sds.exports.csv_tables.download import Download
from sds.exports.framework_json import framework_json
from sds.exports.glossary_skos import SKOS, glossary_skos
from sds.exports.workbook import WORKBOOK, workbook
from sds.model.framework import Framework
from sds.model.links import Links
from sds.office_file import GrowingArchive

ARCHIVE = "all-data.zip"
RECORDS = "framework.json"


@dataclass(frozen=True)
class DataFiles:
    """The data files of one framework, for a site at ``site_url``. ``cited`` is how to cite the data."""

    framework: Framework
    links: Links
    tables: Sequence[Download]
    site_url: str
    cited: Cited

    def files(self) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
        """The name of each file under ``/data/``, with a function that returns its content."""
        archive = GrowingArchive(self._single(), ("README.txt", self._read_me()))
        for name, _ in self._single():
            yield name, partial(archive.file, name)
        yield ARCHIVE, archive.whole
        yield f"cite.{BIBTEX}", self.cited.bibtex
        yield f"cite.{RIS}", self.cited.ris

    def _single(self) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
        yield RECORDS, partial(framework_json, self.framework, self.links, self.site_url)
        for table in self.tables:
            yield table.name, table.text
        yield WORKBOOK, partial(workbook, self.framework, self.tables)
        if self.framework.terms:
            yield SKOS, partial(glossary_skos, self.framework, self.site_url)

    def _read_me(self) -> str:
        """The README of the archive, for someone who has the archive but not the site."""
        about = self.framework.spine.framework
        tables = [f"{table.name}: {table.about}" for table in self.tables]
        return "\r\n".join(
            (
                f"{about.title}: data",
                f"Version {about.version}, {about.updated}. {self.cited.address}",
                *([about.status] if about.status else []),
                *([f"Licence: {about.licence.name}, {about.licence.address}"] if about.licence else []),
                "",
                f"{RECORDS}: all records, with their links both ways.",
                *tables,
                f"{WORKBOOK}: the same tables, a sheet for each.",
                *([f"{SKOS}: the glossary as SKOS, in Turtle."] if self.framework.terms else []),
                "",
                "To cite it:",
                in_words(self.cited),
                "",
            )
        )
