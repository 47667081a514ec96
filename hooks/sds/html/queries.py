"""Queries of templates about the framework: which records are linked to a record, and in what order to list them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sds.booklets import Booklet, path_of
from sds.booklets.booklet import What, part_id
from sds.easy_read.fingerprint import outdated
from sds.easy_read.statements import statements_address
from sds.exports.csv_tables.download import Download
from sds.html.glossary_links import Glossary, Words
from sds.model.citations import cited
from sds.model.files import FILES
from sds.model.framework import Action, Component, Framework, Standard, in_sentence
from sds.model.links import Links
from sds.model.records import Alignment, EasyPage, Finding, Option, Picture, Principle, Resource, Role, Source, Stage, Term, UnitEntry, UnitLink
from sds.model.records.glossary import EXPLAINED_ON
from sds.model.records.sources import Authority
from sds.model.urls import url_of
from sds.pages.pack_parts import kinds_of_pack
from sds.pages.shorter_lists import by_letter
from sds.pages.standards import FINDING_KINDS, under_kinds
from sds.search.documents import facets
from sds.search.entry import KINDS

WAYS_OF_TELLING = (("resources", "tools and resources"), ("alignments", "related frameworks"), ("sources", "our sources"))
"""The kinds of record that are about a document, and the words for them on pages."""

AUTHORITIES: Mapping[Authority, str] = {
    "law": "Law",
    "guidance": "Statutory guidance",
    "official": "Official documents in force",
    "inspection": "Inspection",
    "review": "Reviews and decisions",
    "research": "Research",
    "handbook": "Handbooks",
    "replaced": "Older official documents",
    "account": "Accounts",
}
"""The authorities of sources in the order of the pages: the value in the data, and the title."""


def authorities_of(framework: Framework) -> tuple[tuple[str, str, str], ...]:
    """The authorities in the order of the pages: the value in the data, the title, and what the framework says of documents of that authority."""
    said = framework.spine.phrases.authorities
    return tuple((authority, title, getattr(said, authority)) for authority, title in AUTHORITIES.items())


class Queries:
    """Queries of templates about one framework. They return data, not markup. Every public name is a global name in templates."""

    kinds = FINDING_KINDS
    search_kinds: Mapping[str, str] = {kind: one for kind, _, one in KINDS}
    schema_files = tuple((file.name, file.path, file.model) for file in FILES)

    def __init__(self, framework: Framework, links: Links, downloads: Sequence[Download], booklets: Mapping[str, Booklet]) -> None:
        """``downloads`` are the CSV tables; ``booklets`` are keyed by path."""
        self.framework, self.downloads, self.about = framework, downloads, framework.spine.framework
        said = framework.easy_menus.statements
        self.statements_title, self.rest_title, self.rest_intro = said.heading, said.rest, said.rest_intro
        self.authorities = authorities_of(framework)
        self.phrases, self.labels = framework.spine.phrases, framework.spine.labels
        self.record, self.search_facets = framework.record, facets(framework)
        self.pack_holds = [in_sentence("en", title) for _, title, _ in kinds_of_pack(framework)]  # titles in the site's own English
        self._links, self._booklets = links, booklets
        self._pictures = {picture.id: picture for picture in framework.pictures}
        self._easy: dict[tuple[str, str], EasyPage] = {(page.kind, page.id): page for page in framework.easy_read}

    def booklet(self, what: What, kind: str, id: str) -> Booklet | None:
        """The booklet of a record, or None if there is none, as in a preview."""
        return self._booklets.get(path_of(what, kind, id))

    def booklet_parts(self, what: What, kind: str, id: str) -> list[Booklet]:
        """The parts of a booklet in order; one if it is not divided, and none if there is no booklet."""
        found = list[Booklet]()
        while booklet := self.booklet(what, kind, part_id(id, len(found))):
            found.append(booklet)
        return found

    def outdated(self, page: EasyPage) -> bool:
        """Whether the words of the full page changed after people checked an easy-read page."""
        return outdated(self.framework, page)

    def linked(self, kind: str, id: str, to: str) -> list[Any]:
        """The records of kind ``to`` that a record is linked to. Withdrawn statements are left out."""
        records = [self.framework.record(to, other) for other in self._links.of(kind, id, to)]
        return [record for record in records if record.status == "current"] if to == "actions" else records

    def sources_of(self, standard: Standard) -> list[Source]:
        """The sources that a standard's components, statements and law cite, in the order of the files."""
        citations = (citation for some in (standard.components, standard.actions) for one in some for citation in one.evidence)
        law = (self.framework.record("provisions", id) for id in self._links.of("standards", standard.id, "provisions"))
        named_sources = {item["source"].id for item in self.evidence(citations)} | {provision.instrument for provision in law}
        return [source for source in self.framework.sources if source.id in named_sources]

    def same_document_elsewhere(self, kind: str, id: str) -> list[tuple[str, str, list[Any]]]:
        """The records of other kinds about the same document: the kind, the words for it, and the records."""
        found = ((other, way, self.linked(kind, id, other)) for other, way in WAYS_OF_TELLING if other != kind)
        return [(other, way, some) for other, way, some in found if some]

    def findings_by_kind(self, standard: Standard) -> list[tuple[str, str, list[Finding]]]:
        """The findings about a standard, by kind of finding: the kind, its title, and the findings in the order of the file."""
        about: list[Finding] = self.linked("standards", standard.id, "findings")
        return under_kinds(about)

    def documents_of(self, findings: Iterable[Finding]) -> list[tuple[Source, int]]:
        """The sources of findings, each with the number of these findings, the most first."""
        counts = Counter(finding.source for finding in findings)
        return [(self.framework.record("sources", id), count) for id, count in counts.most_common()]

    def same_section(self, principle: Principle) -> tuple[list[Standard], list[Action]]:
        """The standards and the statements in force that cite a provision of the principle; empty if the principle is not in an Act."""
        if not principle.in_act:
            return [], []
        own = set(principle.provisions)
        standards = [one for one in self.framework.standards if own & set(one.file.provisions)]
        return standards, [one for one in self.framework.current_actions if own & set(one.provisions)]

    def naming(self, option: Option) -> tuple[list[Action], list[Resource]]:
        """The statements in force and the resources whose words mention an option, or use a term that is explained on the page of that option only."""
        names = [f"Option {option.number}", *(term.term for term in self.framework.terms if term.pages == (option.id,))]
        named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})s?\b", re.IGNORECASE)
        actions = [one for one in self.framework.current_actions if named.search(one.text)]
        return actions, [one for one in self.framework.resources if named.search(f"{one.title}. {one.about}")]

    def role_at_stage(self, role: Role, stage: Stage) -> list[Action]:
        """The statements of one role at one stage."""
        return [action for action in self.linked("stages", stage.id, "actions") if action.role == role.id]

    def by_standard(self, actions: Iterable[Action], role: Role) -> list[tuple[Standard, list[Action]]]:
        """The statements of one role among ``actions``, by standard. Standards without any are left out."""
        of_role = [action for action in actions if action.role == role.id]
        groups = [(standard, [action for action in of_role if action.standard == standard.id]) for standard in self.framework.standards]
        return [(standard, some) for standard, some in groups if some]

    def unused_findings(self) -> list[Finding]:
        """The findings that no statement in force and no component cites."""
        return [
            finding
            for finding in self.framework.findings
            if not self.linked("findings", finding.id, "actions") and not self.linked("findings", finding.id, "components")
        ]

    def statements_from(self, findings: Iterable[str]) -> list[Action]:
        """The statements in force that cite one of some findings, each once."""
        ids = {action.id for finding in findings for action in self.linked("findings", finding, "actions")}
        return [action for action in self.framework.current_actions if action.id in ids]

    def components_from(self, findings: Iterable[str]) -> list[Component]:
        """The components that cite one of some findings, each once."""
        ids = {component.id for finding in findings for component in self.linked("findings", finding, "components")}
        return [component for component in self.framework.components if component.id in ids]

    def standards_met(self, alignment: Alignment) -> list[tuple[Standard, list[tuple[UnitEntry, UnitLink]]]]:
        """The standards to which another framework is aligned, each with the units that match it and their links."""
        met = ((standard, _units_for(alignment, standard)) for standard in self.framework.standards)
        return [(standard, some) for standard, some in met if some]

    def alignments_of(self, standard: Standard) -> list[tuple[Alignment, list[tuple[UnitEntry, UnitLink]]]]:
        """The other frameworks that are aligned to a standard, each with the units that match it and their links."""
        met = ((alignment, _units_for(alignment, standard)) for alignment in self.framework.alignments)
        return [(alignment, some) for alignment, some in met if some]

    def pages_of(self, term: Term) -> list[tuple[str, Any]]:
        """The kind and record of each page that explains a term further."""
        kinds = ((self.framework.kind_of(EXPLAINED_ON, id), id) for id in term.pages)
        return [(kind, self.framework.record(kind, id)) for kind, id in kinds if kind is not None]

    def tools_for(self, standard: Standard, most: int) -> list[Resource]:
        """The resources that fit a standard best, at most ``most``: first those for most of its statements in force, then those for fewest standards."""
        in_force = {action.id for action in standard.actions if action.status == "current"}

        def rank(resource: Resource) -> tuple[int, int]:
            return (-len(in_force & set(resource.actions)), len(resource.standards))

        return sorted(self.linked("standards", standard.id, "resources"), key=rank)[:most]

    def title_of(self, kind: str, id: str) -> str:
        """The title of a kind, format or language of resource."""
        title: str = self.framework.record(kind, id).title
        return title

    def url_of(self, kind: str, id: str) -> str:
        """The address of a record, with ``~`` for the root of the site."""
        return "~" + url_of(self.framework, kind, id)

    def statements_url(self, role: Role) -> str:
        """The address, with ``~`` for the root of the site, of the easy-read page of all statements of a role."""
        return "~" + statements_address(self.framework, role)

    def evidence(self, citations: Iterable[str]) -> Iterator[dict[str, Any]]:
        """For each citation: its ``source``, the ``place`` there, the ``finding`` (or None), and the ``url`` of the cited record."""
        for citation in citations:
            source, place, finding = self.framework.evidence(citation)
            yield {"source": source, "place": place, "finding": finding, "url": self.url_of(*cited(citation))}

    def evidence_by_source(self, citations: Iterable[str]) -> list[tuple[Source, list[dict[str, Any]]]]:
        """The citations as from ``evidence``, by source, in the order in which the sources are first cited."""
        groups: dict[str, tuple[Source, list[dict[str, Any]]]] = {}
        for item in self.evidence(citations):
            groups.setdefault(item["source"].id, (item["source"], []))[1].append(item)
        return list(groups.values())

    def picture_of(self, id: str) -> Picture | None:
        """The picture with this id, or None, so that a page renders without it."""
        return self._pictures.get(id)

    def word_bank(self) -> list[tuple[str, Term]]:
        """The terms that are bold on easy-read pages, in alphabetical order, each with the words of its first use on these pages."""
        return self._bold

    @cached_property
    def _bold(self) -> list[tuple[str, Term]]:
        words = Words(Glossary(self.framework.terms))
        for page in self.framework.easy_read:
            for sentence in page.sentences:
                words.mark_bold(sentence)
        return sorted(((words.names[term.id], term) for term in words.used), key=lambda named: named[0].lower())

    def other_words(self) -> dict[str, list[Term]]:
        """The terms that are not bold on any easy-read page, by first letter."""
        bold = {term.id for _, term in self.word_bank()}
        return by_letter(term for term in self.framework.terms if term.id not in bold)

    def easy_twin(self, kind: str, id: str) -> EasyPage | None:
        """The easy-read page of a record, or None."""
        return self._easy.get((kind, id))


def answers(queries: object) -> dict[str, Any]:
    """The public attributes and methods of ``queries`` by name, for use as global names in templates."""
    return {name: getattr(queries, name) for name in dir(queries) if not name.startswith("_")}


def _units_for(alignment: Alignment, standard: Standard) -> list[tuple[UnitEntry, UnitLink]]:
    """The units of another framework that match a standard, each with its link to the standard."""
    return [(unit, link) for unit in alignment.units for link in unit.standards if link.id == standard.id]
