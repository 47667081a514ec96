"""The pages of stages: what each role does at a stage, and the short pages that take two minutes to read."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Action, Framework, Standard
from sds.model.records import Resource, Role, Stage
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, list_twin, neighbours, sentences, shorten, twin_of
from sds.paths import SPINE
from sds.reading.locations import Locations

TITLE, ABOUT = "Stages", "The stages, and what each role does there."
FEW_ASKS = 5  # as many as a person can take in at once; a link leads to the rest
FEW_TOOLS = 8


def stage_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of stages, a page for each, and a two-minute page for each stage that has one."""
    document, stages, phrases = where.documents[SPINE], framework.spine.stages, framework.spine.phrases
    if not stages:
        return
    index = _index(framework)
    yield Page(
        url=index.url,
        template="stages.html",
        title=index.title,
        description=phrases.stages_about or ABOUT,
        edit=SPINE,
        line=document.line(("stages",)),
        crumbs=(HOME,),
        section="stages",
        twin=list_twin(framework, "stages"),
    )
    links = [Link(stage.title, url_of(framework, "stages", stage.id)) for stage in stages]
    for position, stage in enumerate(stages):
        yield _stage_page(framework, stage, document.line(("stages", position)), neighbours(links, position))
        if stage.two_minutes:
            yield Page(
                url=two_minutes_address(framework, stage),
                template="two-minutes.html",
                title=stage.two_minutes.title,
                description=shorten(f"{stage.two_minutes.summary} It takes two minutes to read, and prints on one page."),
                edit=SPINE,
                line=document.line(("stages", position, "two_minutes")),
                crumbs=(HOME, index, links[position]),
                section="stages",
                data={
                    "stage": stage,
                    "two": stage.two_minutes,
                    "pages": [page for id in stage.two_minutes.hand_over for page in framework.easy_read if page.key == id],
                },
            )


def _index(framework: Framework) -> Link:
    return Link(framework.spine.phrases.stages_title or TITLE, "/stages/")


def two_minutes_address(framework: Framework, stage: Stage) -> str:
    """The address of the two-minute page of a stage."""
    return f"{url_of(framework, 'stages', stage.id)}two-minutes/"


def _stage_page(framework: Framework, stage: Stage, line: int, near: tuple[Link | None, Link | None]) -> Page:
    here = [action for action in framework.current_actions if stage.id in action.stages]
    tools = _tools(framework, stage, {action.id for action in here})
    asks = _asks(framework, here)
    return Page(
        url=url_of(framework, "stages", stage.id),
        template="stage.html",
        title=f"{stage.title} (stage)",
        description=shorten(sentences(stage.title, stage.text)),
        edit=SPINE,
        line=line,
        crumbs=(HOME, _index(framework)),
        previous=near[0],
        next=near[1],
        section="stages",
        data={
            "stage": stage,
            "counts": [(role, sum(action.role == role.id for action in here), f"{url_of(framework, 'roles', role.id)}by-stage/") for role in framework.roles],
            "rows": _rows(framework, here),
            "asks": asks[:FEW_ASKS],
            "more_asks": len(asks) - FEW_ASKS,
            "tools": tools[:FEW_TOOLS],
            "more_tools": tools[FEW_TOOLS:],
        },
        twin=twin_of(framework, "stages", stage.id),
    )


def _rows(framework: Framework, here: list[Action]) -> list[tuple[Standard, list[tuple[Role, list[Action]]]]]:
    """The statements by standard, and under it by role. Standards without statements are left out; roles without statements have an empty list."""
    rows = []
    for standard in framework.standards:
        some = [action for action in here if action.standard == standard.id]
        if some:
            rows.append((standard, [(role, [action for action in some if action.role == role.id]) for role in framework.roles]))
    return rows


def _asks(framework: Framework, here: list[Action]) -> list[Action]:
    """The statements of roles with ``statement_form``, whose statements are rights, by the order of their bases: the firmest first."""
    rights = {role.id for role in framework.roles if role.statement_form}
    ground = [basis.id for basis in framework.spine.bases]
    return sorted((action for action in here if action.role in rights), key=lambda action: ground.index(action.basis) if action.basis else len(ground))


def _tools(framework: Framework, stage: Stage, here: set[str]) -> list[Resource]:
    """The resources for a stage: first those for most of its statements (``here`` are the ids), then those for the fewest stages."""
    some = [resource for resource in framework.resources if stage.id in resource.stages]
    return sorted(some, key=lambda resource: (-len(here & set(resource.actions)), len(resource.stages)))
