"""Themes: the parts of a source that it evaluates as a whole, and which findings belong to each."""

from __future__ import annotations

import re

from sds.model.records import Finding, Source, Theme

SECTIONS = re.compile(r"\bsections? (?P<some>\w+(?:(?:, | and |, and )\w+)*)", re.IGNORECASE)
JOINTS = re.compile(r", and |, | and ")


def sections_of(place: str) -> frozenset[str]:
    """The sections that a place in a source names: ``sections 5 and 6, summary`` -> 5, 6 and ``summary``. A word that is no section does no harm."""
    return frozenset(one for named in SECTIONS.finditer(place) for one in JOINTS.split(named["some"]))


def themes_of(source: Source, finding: Finding) -> tuple[Theme, ...]:
    """The themes of ``source`` that the ``finding`` belongs to, by the sections that its place names."""
    named = sections_of(finding.place)
    return tuple(theme for theme in source.themes if theme.section in named)
