"""Every record of the framework that has a place of its own, as the search page finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sds.easy_read.hard_words import hard_words, plain
from sds.model.duties import bears_on
from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.page import shorten
from sds.search.entry import Found


def records(framework: Framework) -> Iterator[Found]:
    """Every record that has a place of its own, findings apart: they are proof, not answers."""
    places = _Places(framework)
    for of_kind in (
        _situations,
        _standards,
        _components,
        _actions,
        _ask_for,
        _provisions,
        _resources,
        _terms,
        _spine,
        _alignments,
        _sources,
        _easy_read,
        _contacts,
    ):
        yield from of_kind(framework, places)


@dataclass(frozen=True)
class _Places:
    """Where a record is found, in full and in easy read."""

    framework: Framework

    @cached_property
    def _twins(self) -> frozenset[str]:
        return frozenset(page.key for page in self.framework.easy_read)

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {line.action: f"{page.key}/#{line.action}" for page in self.framework.easy_read for line in page.lines}

    def where(self, kind: str, id: str) -> str:
        return url_of(self.framework, kind, id)

    def twin(self, kind: str, id: str) -> str:
        """The address after ``/easy-read/`` of a record's twin; empty where it has none."""
        return f"{kind}/{id}/" if f"{kind}/{id}" in self._twins else ""

    def line(self, action: str, standard: str) -> str:
        """The same of a statement: its own line, or else the page that has the lines of its standard."""
        return self._lines.get(action) or self.twin("standards", standard)


def _situations(framework: Framework, places: _Places) -> Iterator[Found]:
    """What has happened to someone, found by the ways in which people ask, in full and in easy read, and by all that its page says to them."""
    asked_easily = {page.id: page.asked_as for page in framework.easy_read if page.kind == "situations"}
    for one in framework.situations:
        steps = [f"{step.do} {step.how or ''}" for step in one.first_steps]
        steps += [f"{step.do} {step.how or ''}" for step in one.steps if step.do]
        replies = (reply.they_say for reply in one.if_they_say)
        worries = (worry.worry for worry in one.worries)
        cases = (which.text for which in one.which)
        yield Found(
            kind="situations",
            url=places.where("situations", one.id),
            title=one.title,
            text=one.answer,
            also=" ".join((*one.covers, *cases, *replies, *worries, *steps)),
            names=tuple(dict.fromkeys((*one.asked_as, *asked_easily.get(one.id, ())))),
            roles=one.roles,
            standards=one.standards,
            stages=one.stages,
            twin=places.twin("situations", one.id),
        )


def _standards(framework: Framework, places: _Places) -> Iterator[Found]:
    for standard in framework.standards:
        one = standard.entry
        names = (standard.title, *one.also_called, *(former.title for former in one.formerly))
        title, twin = f"Standard {one.number}: {one.short}", places.twin("standards", one.id)
        yield Found(kind="standards", url=places.where("standards", one.id), title=title, text=one.summary, names=names, standards=(one.id,), twin=twin)


def _components(framework: Framework, places: _Places) -> Iterator[Found]:
    for standard in framework.standards:
        for component in standard.components:
            yield Found(
                kind="components",
                url=places.where("components", component.id),
                title=f"{component.title} ({component.official or 'ours'})",
                text=component.text,
                names=(f"component {component.official}",) if component.official else (),
                standards=(standard.id,),
                twin=places.twin("standards", standard.id),
            )


def _actions(framework: Framework, places: _Places) -> Iterator[Found]:
    for action in framework.current_actions:
        yield Found(
            kind="actions",
            url=places.where("actions", action.id),
            title=action.text,
            also=action.why,
            names=action.asked_as,
            roles=(action.role,),
            standards=(action.standard,),
            stages=action.stages,
            basis=action.basis,
            twin=places.line(action.id, action.standard),
        )


def _ask_for(framework: Framework, places: _Places) -> Iterator[Found]:
    """Words to say: they lead to their standard, which says what stands behind them. They are for whoever has rights."""
    roles = tuple(role.id for role in framework.roles if role.statement_form)
    for standard in framework.standards:
        for line in standard.ask_for:
            yield Found(
                kind="ask_for",
                url=places.where("ask_for", line.id),
                title=line.words,
                text=f"Standard {standard.number}: {standard.short}",
                roles=roles,
                standards=(standard.id,),
                twin=places.twin("standards", standard.id),
            )


def _provisions(framework: Framework, places: _Places) -> Iterator[Found]:
    """Rules of law, found by their words, by their Act and section, and by who must."""
    for provision in framework.provisions:
        source = framework.record("sources", provision.instrument)
        yield Found(
            kind="provisions",
            url=places.where("provisions", provision.id),
            title=provision.title,
            text=provision.text,
            also=f"{provision.text} {provision.applies_to} {' '.join(framework.record('bearers', id).title for id in provision.bearers)}",
            names=(f"{source.short} {provision.section}",),
            standards=tuple(one.id for one in framework.standards if bears_on(provision, one)),
            stages=provision.stages,
        )


def _resources(framework: Framework, places: _Places) -> Iterator[Found]:
    formats = {word.id: word.title for word in framework.resource_words["formats"]}
    for resource in framework.resources:
        yield Found(
            kind="resources",
            url=places.where("resources", resource.id),
            title=resource.title,
            text=resource.about,
            also=f"{resource.publisher}. {', '.join(formats[id] for id in resource.formats)}",
            roles=resource.roles,
            standards=resource.standards,
            stages=resource.stages,
            formats=resource.formats,
            easy=resource.easy_read,
        )


def _terms(framework: Framework, places: _Places) -> Iterator[Found]:
    """A term's easy-read place is the word bank where a page has it in bold, and else the first twin among the pages that it belongs to."""
    hard = {word.lower() for word in hard_words(words for page in framework.easy_read for block in page.blocks for words in block.words)}
    for term in framework.terms:
        twins = (places.twin(kind, id) for kind in ("options", "principles", "stages", "standards") for id in term.pages)
        in_bank = any(name.lower() in hard for name in (term.term, *term.also_called))
        yield Found(
            kind="terms",
            url=places.where("terms", term.id),
            title=term.term[:1].upper() + term.term[1:],
            text=term.meaning,
            names=term.also_called,
            standards=tuple(id for id in term.pages if any(standard.id == id for standard in framework.standards)),
            stages=tuple(id for id in term.pages if any(stage.id == id for stage in framework.spine.stages)),
            twin=f"words/#{term.id}" if in_bank else next(filter(None, twins), ""),
        )


def _spine(framework: Framework, places: _Places) -> Iterator[Found]:
    """Options, principles, stages, roles and drivers: a title, a text, and words that are only looked through."""
    spine = framework.spine

    def found(kind: str, id: str, title: str, text: str, also: str, stages: tuple[str, ...] = ()) -> Found:
        return Found(kind=kind, url=places.where(kind, id), title=title, text=text, also=also, stages=stages, twin=places.twin(kind, id))

    for option in spine.options:
        yield found("options", option.id, f"Option {option.number}: {option.title}", option.lay, f"{option.legal} {option.know}")
    for principle in spine.principles:
        yield found("principles", principle.id, principle.title, principle.plain, f"{principle.asks} {principle.section}")
    for stage in spine.stages:
        yield found("stages", stage.id, stage.title, stage.text, stage.question, (stage.id,))
    for role in spine.roles:
        yield found("roles", role.id, role.title, role.summary, f"{role.i_am} {' '.join(role.who)}")
    for driver in spine.drivers:
        yield found("drivers", driver.id, driver.title, driver.text, driver.look_for)


def _alignments(framework: Framework, places: _Places) -> Iterator[Found]:
    """Other frameworks, each with its parts."""
    for alignment in framework.alignments:
        yield Found(kind="alignments", url=places.where("alignments", alignment.id), title=alignment.title, text=alignment.about, names=(alignment.short,))
        for unit in alignment.units:
            served = tuple(link.id for link in unit.standards)
            yield Found(kind="units", url=places.where("units", unit.id), title=f"{alignment.short}: {unit.number}", text=unit.text, standards=served)


def _sources(framework: Framework, places: _Places) -> Iterator[Found]:
    for source in framework.sources:
        yield Found(kind="sources", url=places.where("sources", source.id), title=source.title, text=source.about, also=source.publisher, names=(source.short,))


def _contacts(framework: Framework, places: _Places) -> Iterator[Found]:
    """Whom to call, wherever someone lives. No number is shown here: it stands on the page that says where it was seen."""
    purposes = {one.id: one.title for one in framework.contacts.purposes}
    for one in framework.contacts.contacts:
        yield Found(
            kind="contacts",
            url=places.where("contacts", one.id),
            title=one.title,
            text=one.helps_with,
            also=" ".join(purposes[id] for id in one.purposes),
            names=(one.short,) if one.short else (),
            roles=one.roles,
        )


def _easy_read(framework: Framework, places: _Places) -> Iterator[Found]:
    for page in framework.easy_read:
        words = " ".join(plain(words) for block in page.blocks for words in block.words)
        yield Found(
            kind="easy_read",
            url=places.where("easy_read", page.key),
            title=page.title,
            text=shorten(words),
            names=() if page.kind == "situations" else page.asked_as,  # the situation itself has them, and leads to it
            standards=(page.id,) if page.kind == "standards" else (),
            stages=(page.id,) if page.kind == "stages" else (),
            easy=True,
        )
