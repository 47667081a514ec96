"""Every record of the framework that has a place of its own, as the search page finds it."""

from __future__ import annotations

from collections.abc import Iterator

from sds.addresses import address
from sds.framework import Framework
from sds.pages.page import shorten
from sds.search.found import Found


def records(framework: Framework) -> Iterator[Found]:
    """Every record that has a place of its own, findings apart: they are proof, not answers."""
    twins = {f"{page.kind}/{page.id}" for page in framework.easy_read}

    def twin(kind: str, id: str) -> str:
        return f"{kind}/{id}/" if f"{kind}/{id}" in twins else ""

    def where(kind: str, id: str) -> str:
        return address(framework, kind, id)

    lines = {line.action: f"{page.kind}/{page.id}/#{line.action}" for page in framework.easy_read for line in page.lines}
    hard = {piece.lower() for page in framework.easy_read for block in page.blocks for sentence in block.words for piece in sentence.split("**")[1::2]}
    for standard in framework.standards:
        one, easy = standard.entry, twin("standards", standard.id)
        names = (standard.title, *one.also_called, *(former.title for former in one.formerly))
        yield Found("standards", where("standards", one.id), f"Standard {one.number}: {one.short}", one.summary, names=names, standards=(one.id,), twin=easy)
        for component in standard.components:
            title = f"{component.title} ({component.official})" if component.official else component.title
            yield Found(
                "components",
                where("components", component.id),
                title,
                component.text,
                names=(f"component {component.official}",) if component.official else (),
                standards=(standard.id,),
                twin=easy,
            )
        for action in standard.actions:
            if action.status == "current":
                yield Found(
                    "actions",
                    where("actions", action.id),
                    action.text,
                    also=action.why,
                    names=action.asked_as,
                    roles=(action.role,),
                    standards=(standard.id,),
                    stages=action.stages,
                    basis=action.basis,
                    twin=lines.get(action.id, easy),
                )
    formats = {word.id: word.title for word in framework.resource_words["formats"]}
    for resource in framework.resources:
        yield Found(
            "resources",
            where("resources", resource.id),
            resource.title,
            resource.about,
            f"{resource.publisher}. {', '.join(formats[id] for id in resource.formats)}",
            roles=resource.roles,
            standards=resource.standards,
            stages=resource.stages,
            formats=resource.formats,
            easy=resource.easy_read,
        )
    for term in framework.terms:
        own = next((easy for kind in ("options", "principles", "stages", "standards") for id in term.pages if (easy := twin(kind, id))), "")
        if any(name.lower() in hard for name in (term.term, *term.also_called)):
            own = f"words/#{term.id}"
        standards = tuple(id for id in term.pages if any(standard.id == id for standard in framework.standards))
        stages = tuple(id for id in term.pages if any(stage.id == id for stage in framework.spine.stages))
        title = term.term[:1].upper() + term.term[1:]
        yield Found("terms", where("terms", term.id), title, term.meaning, names=term.also_called, standards=standards, stages=stages, twin=own)
    spine = framework.spine
    for option in spine.options:
        text = f"{option.legal} {option.know}"
        yield Found("options", where("options", option.id), f"Option {option.number}: {option.title}", option.lay, text, twin=twin("options", option.id))
    for principle in spine.principles:
        text = f"{principle.asks} {principle.section}"
        yield Found("principles", where("principles", principle.id), principle.title, principle.plain, text, twin=twin("principles", principle.id))
    for stage in spine.stages:
        yield Found("stages", where("stages", stage.id), stage.title, stage.text, stage.question, stages=(stage.id,), twin=twin("stages", stage.id))
    for role in spine.roles:
        text = f"{role.i_am} {' '.join(role.who)}"
        yield Found("roles", where("roles", role.id), role.title, role.summary, text, twin=twin("roles", role.id))
    for driver in spine.drivers:
        yield Found("drivers", where("drivers", driver.id), driver.title, driver.text, driver.look_for)
    for alignment in framework.alignments:
        yield Found("alignments", where("alignments", alignment.id), alignment.title, alignment.about, names=(alignment.short,))
        for unit in alignment.units:
            served = tuple(link.id for link in unit.standards)
            yield Found("units", where("units", unit.id), f"{alignment.short}: {unit.number}", unit.text, standards=served)
    for source in framework.sources:
        yield Found("sources", where("sources", source.id), source.title, source.about, source.publisher, (source.short,))
    for page in framework.easy_read:
        words = " ".join(sentence.replace("**", "") for block in page.blocks for sentence in block.words)
        yield Found(
            "easy_read",
            where("easy_read", f"{page.kind}/{page.id}"),
            page.title,
            shorten(words),
            names=page.asked_as,
            standards=(page.id,) if page.kind == "standards" else (),
            stages=(page.id,) if page.kind == "stages" else (),
            easy=True,
        )
