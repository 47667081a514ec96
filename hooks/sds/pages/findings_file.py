"""The framework -> ``findings/all.json``: what the form at ``/findings/`` looks through, fetched when someone first chooses something."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sds.model.framework import Framework
from sds.model.records import Source, Theme
from sds.model.themes import themes_of
from sds.model.urls import url_of
from sds.pages.page import named
from sds.pages.standards import FINDING_KINDS

PATH = "findings/all.json"


def findings_file(framework: Framework) -> str:
    """A list of all findings, each with the values that the form chooses by, as lists of ids, and its site-relative address."""
    rows = [
        {
            "id": finding.id,
            "text": finding.text,
            "place": finding.place,
            "url": url_of(framework, "findings", finding.id),
            "standard": [*dict.fromkeys(finding.standards)],
            "kind": [finding.kind] if finding.kind else [],
            "role": [*dict.fromkeys(finding.roles)],
            "source": [finding.source],
            "theme": [theme_id(source, theme) for theme in themes_of(source, finding)],
        }
        for finding in framework.findings
        for source in (framework.record("sources", finding.source),)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n"


def lens_choices(framework: Framework) -> Sequence[tuple[str, str, Sequence[tuple[str, str]]]]:
    """The fields of the form: the name of each, its label, and its values with their titles. Only values that a finding has are there."""
    found = framework.findings
    about = {standard for finding in found for standard in finding.standards}
    sources = [source for source in framework.sources if any(finding.source == source.id for finding in found)]
    return (
        ("standard", "Standard", [(one.id, named(one)) for one in framework.standards if one.id in about]),
        ("kind", "Kind", [(kind, title) for kind, title in FINDING_KINDS.items() if any(finding.kind == kind for finding in found)]),
        ("role", "Role", [(role.id, role.short) for role in framework.roles if any(role.id in finding.roles for finding in found)]),
        ("source", "Source", [(source.id, source.short) for source in sorted(sources, key=lambda one: one.short.lower())]),
        ("theme", "Theme of a source", [(theme_id(source, theme), f"{theme.title} ({source.short})") for source in sources for theme in source.themes]),
    )


def theme_id(source: Source, theme: Theme) -> str:
    """What names a theme in an address: the id of its source and its section."""
    return f"{source.id}-{theme.section}"
