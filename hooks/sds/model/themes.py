"""The parts that a source evaluates as a whole, and which of its findings stand in each."""

from __future__ import annotations

import re

from sds.model.records import Finding, Source, Theme

SECTIONS = re.compile(r"\bsections? (?P<some>\w+(?:(?:, | and |, and )\w+)*)", re.IGNORECASE)
JOINTS = re.compile(r", and |, | and ")


def sections_of(place: str) -> frozenset[str]:
    """The sections that a place in a source names: ``sections 5 and 6, summary`` gives 5, 6 and the word after a comma, which is no section."""
    return frozenset(one for named in SECTIONS.finditer(place) for one in JOINTS.split(named["some"]))


def themes_of(source: Source, finding: Finding) -> tuple[Theme, ...]:
    """The themes of the source of a finding in whose sections it stands; none where the source has no themes."""
    named = sections_of(finding.place)
    return tuple(theme for theme in source.themes if theme.section in named)
