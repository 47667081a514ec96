"""The shorter pages of a role: its statements for one standard, and for one stage. The role also has a page of all standards and one of all stages."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Action, Framework, Standard
from sds.model.records import Role, Stage
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, named, neighbours, shorten
from sds.paths import SPINE
from sds.problem import counted

INDEX = Link("Roles", "/roles/")


def sides_by_standard(framework: Framework, role: Role) -> list[tuple[Standard, str]]:
    """The standards that have statements for a role, each with the address of the role's page for it. Empty if there is only one."""
    some = [standard for standard in framework.standards if standard.actions_of(role.id)]
    return [(standard, f"{url_of(framework, 'roles', role.id)}standards/{standard.id}/") for standard in some] if len(some) > 1 else []


def sides_by_stage(framework: Framework, role: Role) -> list[tuple[Stage, str, list[Action]]]:
    """The stages at which a role has statements, each with the address of the role's page for it and these statements. Empty if there is only one."""
    here = [action for action in framework.current_actions if action.role == role.id]
    groups = ((stage, [action for action in here if stage.id in action.stages]) for stage in framework.spine.stages)
    some = [(stage, f"{url_of(framework, 'roles', role.id)}by-stage/{stage.id}/", those) for stage, those in groups if those]
    return some if len(some) > 1 else []


def standard_sides(framework: Framework, role: Role, line: int) -> Iterator[Page]:
    """A page for each standard, with the statements of one role. ``line`` is the line of the role in the spine."""
    sides, own = sides_by_standard(framework, role), Link(role.title, url_of(framework, "roles", role.id))
    links = [Link(named(standard), address) for standard, address in sides]
    count = sum(len(standard.actions_of(role.id)) for standard, _ in sides)
    for position, (standard, address) in enumerate(sides):
        before, after = neighbours(links, position)
        yield Page(
            url=address,
            template="role-standard.html",
            title=f"{role.title}: Standard {standard.number}, {standard.short}",
            description=shorten(f"Standard {standard.number} for {framework.in_sentence(role.title)}. {standard.entry.summary or standard.title}"),
            edit=SPINE,
            line=line,
            crumbs=(HOME, INDEX, own),
            previous=before,
            next=after,
            section="roles",
            data={"role": role, "standard": standard, "others": sides, "count": count},
            part_of=own.url,
        )


def stage_sides(framework: Framework, role: Role, line: int) -> Iterator[Page]:
    """A page for each stage, with the statements of one role. ``line`` is the line of the role in the spine."""
    sides, own = sides_by_stage(framework, role), Link(role.title, url_of(framework, "roles", role.id))
    whole = Link("By stage", f"{own.url}by-stage/")
    links = [Link(stage.title, address) for stage, address, _ in sides]
    for position, (stage, address, some) in enumerate(sides):
        before, after = neighbours(links, position)
        yield Page(
            url=address,
            template="role-stage.html",
            title=f"{role.title}: {stage.title}",
            description=shorten(
                f"{stage.title}, for {framework.in_sentence(role.title)}: {counted(len(some), 'statement')}. {stage.text or stage.question or ''}".strip()
            ),
            edit=SPINE,
            line=line,
            crumbs=(HOME, INDEX, own, whole),
            previous=before,
            next=after,
            section="roles",
            data={"role": role, "stage": stage, "some": some, "others": [side[:2] for side in sides], "whole": whole.url},
            part_of=whole.url,
        )
