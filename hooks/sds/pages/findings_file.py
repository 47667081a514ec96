"""The framework -> ``findings/all.json``: the data that the form at ``/findings/`` filters. A script fetches it at the first choice."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TypeAlias

from sds.model.framework import Framework
from sds.model.records import Finding, Source, Theme
from sds.model.themes import themes_of
from sds.model.urls import url_of
from sds.pages.page import named
from sds.pages.standards import FINDING_KINDS

PATH = "findings/all.json"
Choices: TypeAlias = "tuple[tuple[str, str, Sequence[tuple[str, str]]], ...]"
"""The fields of a filter form: for each its query parameter, its label, and its values with their titles."""


def findings_file(framework: Framework) -> str:
    """A JSON list of all findings, each with its address and, as lists of ids, the values by which the form filters."""
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


def lens_choices(framework: Framework) -> Choices:
    """The fields of the form at ``/findings/``: standard, kind, role, source and theme, with the values that occur in findings."""
    about = {standard for finding in framework.findings for standard in finding.standards}
    told_by = {finding.source for finding in framework.findings}
    themes = [(theme_id(source, theme), f"{theme.title} ({source.short})") for source in framework.sources if source.id in told_by for theme in source.themes]
    return _to_choose(
        ("standard", "Standard", [(one.id, named(one)) for one in framework.standards if one.id in about]),
        *choices_among(framework, framework.findings),
        ("theme", "Theme of a source", themes),
    )


def choices_among(framework: Framework, findings: Collection[Finding]) -> Choices:
    """The fields by which a list of findings can be filtered: kind, role and source, with the values that occur in it."""
    kinds = {finding.kind for finding in findings}
    roles = {role for finding in findings for role in finding.roles}
    sources = {finding.source for finding in findings}
    return _to_choose(
        ("kind", "Kind of finding", [(kind, title) for kind, title in FINDING_KINDS.items() if kind in kinds]),
        ("role", "Role", [(role.id, role.short) for role in framework.roles if role.id in roles]),
        ("source", "Source", sorted(((one.id, one.short) for one in framework.sources if one.id in sources), key=lambda one: one[1].lower())),
    )


def _to_choose(*fields: tuple[str, str, Sequence[tuple[str, str]]]) -> Choices:
    """The fields that have more than one value: with one there is nothing to choose."""
    return tuple(field for field in fields if len(field[2]) > 1)


def theme_id(source: Source, theme: Theme) -> str:
    """The id of a theme in addresses: the id of its source and its section."""
    return f"{source.id}-{theme.section}"
