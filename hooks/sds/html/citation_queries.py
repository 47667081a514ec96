"""Queries of templates about citing: how to cite the data, and which earlier versions of it can be downloaded."""

from __future__ import annotations

from collections.abc import Sequence

from sds.exports.citation import in_words
from sds.exports.json_ld import JsonLd
from sds.exports.version_files import VersionFiles, cited_now
from sds.model.framework import Framework


class CitationQueries:
    """Queries of templates about citing, for a site at ``site_url``. Every public name is a global name in templates."""

    in_words = staticmethod(in_words)

    def __init__(self, framework: Framework, site_url: str, versions: Sequence[VersionFiles]) -> None:
        """``versions`` are the latest first."""
        self.versions, self.data_cited = versions, cited_now(framework, versions, site_url)
        self.described = JsonLd(framework, site_url, self.data_cited).of
        self.kept_now = next((version for version in versions if version.day == framework.spine.framework.updated), None)
        self.changed_days = frozenset(day.day for day in framework.changes)
