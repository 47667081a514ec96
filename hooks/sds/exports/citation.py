"""Citations of statements, findings and data, as BibTeX, RIS and text. Their date is that of the version, so each build gives the same."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sds.model.duties import ground
from sds.model.edition_names import edition_named
from sds.model.framework import Action, Framework
from sds.model.in_print import capitalise
from sds.model.records import About, Finding
from sds.model.urls import url_of

BIBTEX, RIS = "bib", "ris"
"""The suffixes of the files, which also name the formats."""
SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a command, because BibTeX counts braces even after a backslash
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
"""The characters that must be escaped in LaTeX, with their escapes."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation: the form of the cited thing, its id and title, the site with its version and date (``day``), a note, and the whole address."""

    form: Literal["page", "data"]
    id: str
    title: str
    site: str
    version: str
    day: str
    note: str
    address: str

    def bibtex(self) -> str:
        """The citation as a BibTeX entry, which BibLaTeX can read too."""
        when = datetime.date.fromisoformat(self.day)
        fields = {
            "author": f"{{{_tex(self.site)}}}",
            "title": f"{{{_tex(self.title)}}}",
            "year": str(when.year),
            "version": _tex(self.version),
            "note": _tex(self.note),
            "url": self.address,
        }
        lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items()]
        lines.insert(3, f"  month = {MONTHS[when.month - 1]},\n")
        return f"@misc{{{self.id}-{self.day},\n{''.join(lines)}}}\n"

    def ris(self) -> str:
        """The citation as RIS, for Zotero, EndNote, Mendeley and others. Lines end in CR LF, as the format requires."""
        fields = (
            ("TY", "DATA" if self.form == "data" else "ELEC"),
            ("ID", f"{self.id}-{self.day}"),
            ("AU", self.site),
            ("TI", self.title),
            ("PY", self.day[:4]),
            ("DA", self.day.replace("-", "/")),
            ("ET", f"version {self.version}"),
            ("N1", self.note),
            ("UR", self.address),
            ("ER", ""),
        )
        return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields)


def statement_cited(framework: Framework, action: Action, site_url: str) -> Cited:
    """The citation of a statement, with a note on its standard and its basis."""
    standard = framework.record("standards", action.standard)
    named = f"Standard {standard.number}: {standard.title}{' (title not confirmed)' if standard.entry.title_note else ''}"
    rests_on = ground(framework, action, action.role)
    said = [f"Statement {action.id}", named, f"Based on: {rests_on[0].lower()}{rests_on[1:]}" if rests_on else "", action.our_suggestion or ""]
    return _cited(framework, "actions", action.id, action.text, said, site_url)


def finding_cited(framework: Framework, finding: Finding, site_url: str) -> Cited:
    """The citation of a finding, with a note on its source and place, and that the words are the site's own."""
    source = framework.record("sources", finding.source)
    document = ", ".join(filter(None, (source.title, source.publisher, source.date)))
    said = [f"Finding {finding.id}, in the words of this site", f"What it is about: {document}, {finding.place}", source.address or ""]
    return _cited(framework, "findings", finding.id, finding.text, said, site_url)


def data_cited(framework: Framework, day: str, version: str, address: str) -> Cited:
    """The citation of a version of the data. ``address`` is its whole address."""
    about = framework.spine.framework
    return Cited(
        form="data",
        id=f"{about.id}-data",
        title=f"{about.title}: data, version {version}",
        site=about.title,
        version=version,
        day=day,
        note=_note([], about),
        address=address,
    )


def in_words(cited: Cited) -> str:
    """The citation as text: ``Title. Note. Address``."""
    return ". ".join(part.rstrip(".") for part in (cited.title, cited.note, cited.address) if part)


def citation_file(some: Iterable[Cited], form: str) -> str:
    """Several citations in one file, which a reference manager imports at once. ``form`` is ``BIBTEX`` or ``RIS``."""
    return ("\n" if form == BIBTEX else "\r\n").join(one.bibtex() if form == BIBTEX else one.ris() for one in some)


def _cited(framework: Framework, kind: str, id: str, title: str, said: Iterable[str], site_url: str) -> Cited:
    about = framework.spine.framework
    return Cited(
        form="page",
        id=id,
        title=title,
        site=about.title,
        version=about.version,
        day=about.updated,
        note=_note(said, about),
        address=site_url.rstrip("/") + url_of(framework, kind, id),
    )


def _note(said: Iterable[str], about: About) -> str:
    return " ".join(f"{part}." for part in _parts(said, about))


def _parts(said: Iterable[str], about: About) -> Iterator[str]:
    yield from filter(None, (part.rstrip(".") for part in said))
    if about.cited_as:
        yield capitalise(about.cited_as)
    if about.edition:
        yield capitalise(edition_named(about.edition))
    if about.licence:
        yield f"Licence: {about.licence.name}"


def _tex(words: str) -> str:
    return re.sub(r"[\\{}~^&%$#_]", lambda sign: SIGNS[sign[0]], " ".join(words.split()))
