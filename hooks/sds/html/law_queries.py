"""Queries of templates about the law: which provisions are linked to a record, who has the duty, and in what order to list them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sds.model.citations import in_order
from sds.model.duties import binding, binds, bodies_named, duty_of, ground, law_cited
from sds.model.framework import Action, AskFor, Framework, Standard, in_sentence
from sds.model.links import Links
from sds.model.records import Bearer, CommencementPart, Provision, Role, Source, Strength, Subject, Version

COMMENCEMENT = {
    "started": "In force",
    "partly-started": "Partly in force",
    "not-started": "Not in force",
    "not-seen": "Not known",
}
"""The words on pages for whether a part of a new Act is in force."""


class LawQueries:
    """Queries of templates about the law. They return data, not markup. Every public name is a global name in templates."""

    commencement_said = COMMENCEMENT
    bodies_named = staticmethod(bodies_named)

    def __init__(self, framework: Framework, links: Links) -> None:
        self._framework, self._links = framework, links
        self._by_instrument: dict[str, list[Provision]] = {}
        for provision in sorted(framework.provisions, key=lambda one: in_order(one.section)):
            self._by_instrument.setdefault(provision.instrument, []).append(provision)

    def provisions(self, ids: Iterable[str]) -> list[Provision]:
        """The provisions with these ids, in the order given."""
        return [self._framework.record("provisions", id) for id in ids]

    def more_provisions(self, kind: str, id: str, shown: Sequence[str]) -> list[Provision]:
        """The provisions that are linked to a record, without those with the ids ``shown``."""
        return self.provisions(other for other in self._links.of(kind, id, "provisions") if other not in shown)

    def strength_of(self, provision: Provision) -> Strength:
        """How strongly a provision binds."""
        strength: Strength = self._framework.record("strengths", provision.strength)
        return strength

    def strengths_title(self) -> str:
        """The heading over what each strength means. It names at most two, those with the shortest titles: ``What “must”, “may” and other terms mean``."""
        titles = [in_sentence(self._framework.spine.framework.language, one.title) for one in self._framework.law.strengths]
        shortest = sorted(titles, key=len)[:2]
        named = [f"“{title}”" for title in titles if title in shortest]
        if len(titles) > len(named):
            return f"What {', '.join(named)} and other terms mean"
        return f"What {' and '.join(named)} {'means' if len(named) == 1 else 'mean'}"

    def version_of(self, provision: Provision) -> Version:
        """The version of the law's text in which a provision was read."""
        version: Version = self._framework.record("versions", provision.version)
        return version

    def bearers_of(self, provision: Provision) -> list[Bearer]:
        """The bodies that have the duty or power in a provision."""
        return [self._framework.record("bearers", id) for id in provision.bearers]

    def law_cited(self, provision: Provision) -> str:
        """The place of a provision: the short name of the Act and the section."""
        return law_cited(self._framework, provision)

    def ground_of(self, action: Action) -> str:
        """The basis of a statement in a few words: ``Duty of the landlord``."""
        return ground(self._framework, action, action.role)

    def duty_of(self, action: Action) -> list[tuple[Bearer, list[Provision]]]:
        """The bodies with the duty that a statement rests on, each with the provisions that lay it on them."""
        law = binding(self._framework, action)
        return [(bearer, [one for one in law if bearer.id in one.bearers]) for bearer in duty_of(self._framework, action)]

    def by_subject(self, provisions: Iterable[Provision]) -> list[tuple[Subject, list[Provision]]]:
        """Provisions by subject; in each, those that lay a duty or give a right come first."""
        some = sorted(provisions, key=lambda one: not binds(self._framework, one))
        groups = ((subject, [one for one in some if one.subject == subject.id]) for subject in self._framework.law.subjects)
        return [(subject, those) for subject, those in groups if those]

    def law_of(self, source: Source) -> list[Provision]:
        """The provisions of an Act or regulations, in document order."""
        return self._by_instrument.get(source.id, [])

    def instruments(self) -> list[tuple[Source, list[Provision], list[Version]]]:
        """Each Act and set of regulations that has provisions, with these and with the versions of its text that were read."""
        law = ((source, self.law_of(source)) for source in self._framework.sources)
        versions = self._framework.law.versions
        return [(source, some, [one for one in versions if one.instrument == source.id]) for source, some in law if some]

    def beside(self, provision: Provision) -> list[Provision]:
        """The other provisions of the same Act or regulations, in document order."""
        return [one for one in self.law_of(self._framework.record("sources", provision.instrument)) if one is not provision]

    def statements_on(self, provision: Provision) -> list[tuple[Role, list[Action]]]:
        """The statements in force that cite a provision, by role."""
        ids = self._links.of("provisions", provision.id, "actions")
        some = [action for action in self._framework.current_actions if action.id in ids]
        groups = ((role, [action for action in some if action.role == role.id]) for role in self._framework.roles)
        return [(role, those) for role, those in groups if those]

    def asks_on(self, provision: Provision) -> list[tuple[Standard, AskFor]]:
        """The lines to say that rely on a provision as a right, each with its standard."""
        return [(standard, line) for standard in self._framework.standards for line in standard.ask_for if line.right == provision.id]

    def law_behind(self, actions: Iterable[Action]) -> list[Provision]:
        """The provisions that some statements cite, each once, in the order of the file."""
        ids = {id for action in actions for id in action.provisions}
        return [one for one in self._framework.provisions if one.id in ids]

    def law_at(self, stage: str) -> list[Provision]:
        """The provisions that are about one stage in particular."""
        return [one for one in self._framework.provisions if stage in one.stages]

    def starting(self) -> list[tuple[Source, list[CommencementPart]]]:
        """The new Acts whose commencement the project follows, each with its parts."""
        commencement = self._framework.law.commencement
        parts = commencement.parts if commencement else ()
        ids = dict.fromkeys(part.source for part in parts)
        return [(self._framework.record("sources", id), [part for part in parts if part.source == id]) for id in ids]
