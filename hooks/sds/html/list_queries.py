"""Queries of templates about long lists: their shorter parts, and the filters for readers."""

from __future__ import annotations

import re
from collections.abc import Collection

from sds.html.queries import authorities_of
from sds.model.framework import Framework, Standard
from sds.model.links import Links
from sds.model.records import Finding, Named, Resource, Role, Source, Term
from sds.pages.page import named
from sds.pages.shorter_lists import by_letter, by_type, findings_by_standard, letter_url
from sds.pages.standards import FINDING_KINDS


class ListQueries:
    """Queries of templates about long lists. They return data, not markup. Every public name is a global name in templates."""

    def __init__(self, framework: Framework, links: Links, addresses: Collection[str]) -> None:
        """``addresses`` are those of all generated pages."""
        self._framework, self._links, self._addresses = framework, links, addresses
        self._letters = {term.id: letter for letter, terms in by_letter(framework.terms).items() for term in terms}

    def letters(self) -> list[tuple[str, str, list[Term]]]:
        """The first letters of the terms in alphabetical order, each with the address of its page (or an empty string) and its terms."""
        return [(letter, letter_url(letter), terms) for letter, terms in by_letter(self._framework.terms).items()]

    def letter_of(self, term: str) -> str:
        """The address, with ``~`` for the root of the site, of the page for the first letter of a term, or of all terms if the letter has no page."""
        return f"~{letter_url(self._letters[term]) or '/glossary/'}"

    def resource_kinds(self) -> list[tuple[Named, list[Resource]]]:
        """The kinds of resource, each with its resources."""
        return by_type(self._framework)

    def standards_of(self, source: Source) -> list[tuple[Standard, str, list[Finding]]]:
        """For a source with many findings: each standard that they are about, with the address of its page and its findings. Else empty."""
        return findings_by_standard(self._framework, source)

    def sources_by_authority(self) -> list[tuple[str, str, str, list[Source]]]:
        """The sources by authority: its value in the data, its title, its description, and its sources. Those without an authority come last."""
        kinds = (*authorities_of(self._framework), ("", "Documents", ""))
        groups = ((*kind, [one for one in self._framework.sources if one.authority == kind[0]]) for kind in kinds)
        return [group for group in groups if group[3]]

    def other_roles(self, standard: Standard, role: Role) -> list[Role]:
        """The roles, other than ``role``, that have statements in a standard."""
        return [one for one in self._framework.roles if one.id in standard.file.actions and one.id != role.id]

    def tools_for_role(self, standard: Standard, role: Role) -> list[Resource]:
        """The resources that are for a standard and a role."""
        tools = (self._framework.record("resources", id) for id in self._links.of("standards", standard.id, "resources"))
        return [tool for tool in tools if role.id in tool.roles]

    def standards_told_of(self, source: Source) -> list[str]:
        """The ids of the standards that a source's findings are about, sorted."""
        findings = (self._framework.record("findings", id) for id in self._links.of("sources", source.id, "findings"))
        return sorted({standard for finding in findings for standard in finding.standards})

    def statements_apart(self) -> dict[str, str]:
        """The standard of each statement in force whose id does not say it: the page for packs takes the longest id of a standard that it begins with."""
        standards = sorted((standard.id for standard in self._framework.standards), key=len, reverse=True)
        said = {action.id: next((one for one in standards if re.match(rf"{re.escape(one)}[-._]", action.id)), "") for action in self._framework.current_actions}
        return {action.id: action.standard for action in self._framework.current_actions if said[action.id] != action.standard}

    def with_page(self, before: str, after: str) -> list[str]:
        """The ids of the standards that have a page at the address ``before`` + id + ``after``."""
        return [one.id for one in self._framework.standards if f"{before}{one.id}{after}" in self._addresses]

    def choices_of(self, *names: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """The filters with these ``names``: for each its query parameter, its label, and its values with their titles."""
        framework, words = self._framework, self._framework.resource_words
        known = {
            "role": ("Role", [(role.id, role.title) for role in framework.roles]),
            "standard": ("Standard", [(standard.id, named(standard)) for standard in framework.standards]),
            "kind": ("Type", [(kind.id, kind.title) for kind in words["kinds"]]),
            "format": ("Format", [(format.id, format.title) for format in words["formats"]]),
            "finding": ("Kind of finding", list(FINDING_KINDS.items())),
        }
        return [(name, *known[name]) for name in names]
