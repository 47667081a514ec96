"""Search records of the framework: everything that has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sds.easy_read.english import sentences
from sds.forms.easy import KIND, all_fields, easy_forms
from sds.model.duties import bears_on
from sds.model.framework import Framework
from sds.search import library_records
from sds.search.entry import Found
from sds.search.places import Places


def records(framework: Framework) -> Iterator[Found]:
    """Every record that has an address, except findings, which are evidence rather than answers."""
    places = Places(framework)
    for of_kind in (
        _situations,
        _standards,
        _components,
        _actions,
        _ask_for,
        _provisions,
        library_records.resources,
        _templates,
        library_records.terms,
        _spine,
        library_records.alignments,
        library_records.sources,
        library_records.easy_read,
        library_records.contacts,
        library_records.not_covered,
    ):
        yield from of_kind(framework, places)


def _situations(framework: Framework, places: Places) -> Iterator[Found]:
    """Situations, which are found by the phrasings of their full and their easy-read page, and by the words of the full page."""
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


def _standards(framework: Framework, places: Places) -> Iterator[Found]:
    for standard in framework.standards:
        one = standard.entry
        names = (standard.title, *one.also_called, *(former.title for former in one.formerly))
        title, twin = f"Standard {one.number}: {one.short}", places.twin("standards", one.id)
        yield Found(kind="standards", url=places.where("standards", one.id), title=title, text=one.summary, names=names, standards=(one.id,), twin=twin)


def _components(framework: Framework, places: Places) -> Iterator[Found]:
    for standard in framework.standards:
        for component in standard.components:
            yield Found(
                kind="components",
                url=places.where("components", component.id),
                title=f"{component.title} ({component.official or 'ours'})",
                text=component.text,
                names=(f"component {component.official}",) if component.official else (),
                ids=tuple(id for id in component.evidence if framework.has("findings", id)),
                standards=(standard.id,),
                twin=places.twin("standards", standard.id),
            )


def _actions(framework: Framework, places: Places) -> Iterator[Found]:
    for action in framework.current_actions:
        yield Found(
            kind="actions",
            url=places.where("actions", action.id),
            title=action.text,
            also=action.why,
            asked=action.asked_as,
            ids=tuple(id for id in action.evidence if framework.has("findings", id)),
            roles=(action.role,),
            standards=(action.standard,),
            stages=action.stages,
            basis=action.basis,
            twin=places.line(action.id, action.standard),
        )


def _ask_for(framework: Framework, places: Places) -> Iterator[Found]:
    """Lines to say, which link to their standard. They are for the roles with ``statement_form``, whose statements are rights."""
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


def _provisions(framework: Framework, places: Places) -> Iterator[Found]:
    """Provisions, which are found by their words, by Act and section, and by the bodies with the duty; and notes on what is not in the law."""
    for provision in framework.provisions:
        source = framework.record("sources", provision.instrument)
        yield Found(
            kind="provisions",
            url=places.where("provisions", provision.id),
            title=provision.title,
            text=provision.text,
            also=f"{provision.text} {provision.applies_to} {' '.join(framework.record('bearers', id).title for id in provision.bearers)}",
            names=(f"{source.short} {provision.section}", provision.id.removeprefix(f"{provision.instrument}-")),
            standards=tuple(one.id for one in framework.standards if bears_on(provision, one)),
            stages=provision.stages,
        )
    for one in framework.records("not_the_law").values() if framework.provisions else ():  # these notes are on the index of the law
        title, *more = sentences(one.text)
        yield Found(kind="provisions", url=f"/law/#{one.id}", title=title.removesuffix("."), text=" ".join(more))


def _templates(framework: Framework, places: Places) -> Iterator[Found]:
    """Forms and letters, which are also found by the labels of their fields."""
    easy = {one.id for one in easy_forms(framework)}
    for template in framework.templates:
        yield Found(
            kind="templates",
            url=places.where("templates", template.id),
            title=template.title,
            text=template.about,
            also=" ".join(field.label or "" for field in all_fields(template)),
            asked=template.asked_as,
            roles=template.roles,
            standards=template.standards,
            stages=template.stages,
            twin=f"{KIND}/{template.id}/" if template.id in easy else "",
        )


def _spine(framework: Framework, places: Places) -> Iterator[Found]:
    """Options, principles, stages, roles and drivers."""
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
