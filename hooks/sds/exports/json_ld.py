"""A page -> a description of it as JSON-LD with schema.org terms, for search engines and catalogues.

It is in the page as a data block (HTML Standard, 4.12.1), which a browser neither shows nor runs, so the content security policy, which forbids inline
scripts, does not apply to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from sds.exports.citation import Cited
from sds.exports.data_files import ARCHIVE, RECORDS
from sds.exports.glossary_skos import SKOS
from sds.exports.workbook import WORKBOOK
from sds.model.framework import Action, Framework, Standard
from sds.model.urls import url_of
from sds.pages.page import Page

FORMS = {ARCHIVE: "application/zip", RECORDS: "application/json", WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


class JsonLd:
    """Describes the pages of one framework, for a site at ``site_url``. ``cited`` is how to cite its data."""

    def __init__(self, framework: Framework, site_url: str, cited: Cited) -> None:
        self._framework, self._base, self._cited = framework, site_url.rstrip("/"), cited

    def of(self, page: Page) -> Markup:
        """The JSON-LD of ``page``, for a ``script`` element; empty for pages whose ``head`` already says everything."""
        told = self._about(page)
        if not told:
            return Markup()
        about = self._framework.spine.framework
        shared = {"@context": "https://schema.org", "inLanguage": about.language, "version": about.version, "dateModified": about.updated}
        licence = {"license": about.licence.address} if about.licence else {}
        whole = {name: value for name, value in {**shared, "url": self._base + page.url, **licence, **told}.items() if value}
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        return Markup(text.replace("<", "\\u003c"))  # noqa: S704 (without "<", no text in it can close the element)

    def _about(self, page: Page) -> Mapping[str, Any]:
        about = self._framework.spine.framework
        match page.template:
            case "home.html":
                return {"@type": "WebSite", "name": about.title, "description": about.summary}
            case "data.html":
                return self._data(self._cited, "/data/", FORMS)
            case "version.html":
                version = page.data["version"]
                return {**self._data(version.cited, page.url, {RECORDS: FORMS[RECORDS]}), "version": version.day, "dateModified": version.day}
            case "action.html":
                return self._statement(page.data["action"])
            case "standard.html":
                return self._standard(page.data["standard"])
            case "glossary.html":
                return {"@type": "DefinedTermSet", "name": f"{about.title}: glossary", "encoding": [self._file(f"/data/{SKOS}", "text/turtle")]}
        return {}

    def _data(self, cited: Cited, url: str, files: Mapping[str, str]) -> Mapping[str, Any]:
        about = self._framework.spine.framework
        return {
            "@type": "Dataset",
            "name": cited.title,
            "description": " ".join(filter(None, (about.summary, about.status))),
            "creator": {"@type": "Organization", "name": about.title},
            "isAccessibleForFree": True,
            "distribution": [self._file(url + name, form, "DataDownload") for name, form in files.items()],
        }

    def _file(self, url: str, form: str, kind: str = "MediaObject") -> Mapping[str, str]:
        return {"@type": kind, "contentUrl": self._base + url, "encodingFormat": form}

    def _statement(self, action: Action) -> Mapping[str, Any]:
        standard = self._framework.record("standards", action.standard)
        return {
            "@type": "CreativeWork",
            "identifier": action.id,
            "name": action.text,
            "abstract": action.why,
            "audience": {"@type": "Audience", "audienceType": self._framework.record("roles", action.role).title},
            "isPartOf": {"@type": "CreativeWork", "name": _named(standard), "url": self._base + url_of(self._framework, "standards", standard.id)},
            "citation": list(dict.fromkeys(self._documents(action.evidence))),
        }

    def _standard(self, standard: Standard) -> Mapping[str, Any]:
        official = standard.file.official
        return {
            "@type": "CreativeWork",
            "identifier": standard.id,
            "name": _named(standard),
            "abstract": standard.entry.summary,
            "isBasedOn": (official and official.page) or "",
        }

    def _documents(self, evidence: Sequence[str]) -> Iterator[str]:
        """The title, publisher and date of the source of each citation."""
        for citation in evidence:
            source, _, _ = self._framework.evidence(citation)
            yield ", ".join(filter(None, (source.title, source.publisher, source.date)))


def _named(standard: Standard) -> str:
    return f"Standard {standard.number}: {standard.title}"
