"""What templates ask of long lists: their shorter parts, and what a reader can narrow them by."""

from __future__ import annotations

from collections.abc import Collection

from sds.html.queries import AUTHORITIES
from sds.model.framework import Framework, Standard
from sds.model.links import Links
from sds.model.records import Finding, Named, Resource, Source, Term
from sds.pages.page import named
from sds.pages.shorter_lists import by_letter, by_type, findings_by_standard, letter_url
from sds.pages.standards import FINDING_KINDS


class ListQueries:
    """Answers the questions of one framework's templates about long lists. Nothing here is markup. Every public name is a name in the templates."""

    def __init__(self, framework: Framework, links: Links, addresses: Collection[str]) -> None:
        """``addresses`` are those of all generated pages."""
        self._framework, self._links, self._addresses = framework, links, addresses
        self._letters = {term.id: letter for letter, terms in by_letter(framework.terms).items() for term in terms}

    def letters(self) -> list[tuple[str, str, list[Term]]]:
        """The first letters of the terms in the order of the alphabet, each with the address of its page, if it has one, and its terms."""
        return [(letter, letter_url(letter), terms) for letter, terms in by_letter(self._framework.terms).items()]

    def letter_of(self, term: str) -> str:
        """The page of the letter that a term begins with, in the form that templates write; that of all terms where the letter has none."""
        return f"~{letter_url(self._letters[term]) or '/glossary/'}"

    def resource_kinds(self) -> list[tuple[Named, list[Resource]]]:
        """The types of resource that there are, each with its resources."""
        return by_type(self._framework)

    def standards_of(self, source: Source) -> list[tuple[Standard, str, list[Finding]]]:
        """The standards that a document says much about, each with the address of its page and its findings; none where the document's findings are few."""
        return findings_by_standard(self._framework, source)

    def sources_by_authority(self) -> list[tuple[str, str, str, list[Source]]]:
        """The documents by what kind they are: the kind, its title, what it is, and its documents. Those of no known kind come last."""
        kinds = (*AUTHORITIES, ("", "Documents", ""))
        groups = ((*kind, [one for one in self._framework.sources if one.authority == kind[0]]) for kind in kinds)
        return [group for group in groups if group[3]]

    def standards_told_of(self, source: Source) -> list[str]:
        """The ids of the standards that findings of a document are about."""
        findings = (self._framework.record("findings", id) for id in self._links.of("sources", source.id, "findings"))
        return sorted({standard for finding in findings for standard in finding.standards})

    def with_page(self, before: str, after: str) -> list[str]:
        """The ids of the standards that have a page at ``before``, their id and ``after``."""
        return [one.id for one in self._framework.standards if f"{before}{one.id}{after}" in self._addresses]

    def choices_of(self, *names: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """What a list can be narrowed by: the name of each choice in the address, its label, and its values with their titles."""
        framework, words = self._framework, self._framework.resource_words
        known = {
            "role": ("Role", [(role.id, role.title) for role in framework.roles]),
            "standard": ("Standard", [(standard.id, named(standard)) for standard in framework.standards]),
            "kind": ("Type", [(kind.id, kind.title) for kind in words["kinds"]]),
            "format": ("Format", [(format.id, format.title) for format in words["formats"]]),
            "finding": ("Kind of finding", list(FINDING_KINDS.items())),
        }
        return [(name, *known[name]) for name in names]
