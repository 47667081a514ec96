"""The pages of roles: all statements of a role by standard, the same by stage, and, for some roles, in easy read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sds.easy_read.statements import checked_together, easy_first, first_lines, statements, statements_address
from sds.model.framework import Framework
from sds.model.records import Role, SayOr
from sds.model.situation_lines import line_of
from sds.model.urls import url_of
from sds.pages.page import EASY_HOME, HOME, Link, Page, easy_more, list_twin, neighbours, shorten, twin_of
from sds.pages.role_sides import INDEX, sides_by_stage, sides_by_standard, stage_sides, standard_sides
from sds.paths import SPINE
from sds.problem import all_of, counted
from sds.reading.locations import Locations


def role_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of roles, and the pages of each role. The easy-read page of all statements of a role is under the role's own easy-read page."""
    if not framework.roles:
        return
    who = ", and who each one includes" if any(role.who for role in framework.roles) else ""
    yield Page(
        url=INDEX.url,
        template="roles.html",
        title="Roles",
        description=f"The {counted(len(framework.roles), 'role')} in the standards{who}.",
        edit=SPINE,
        line=where.documents[SPINE].line(("roles",)),
        crumbs=(HOME,),
        section="roles",
        twin=list_twin(framework, "roles"),
    )
    first = [Link(role.title, url_of(framework, "roles", role.id)) for role in framework.roles]
    by_stage = [Link(f"{role.title}, by stage", f"{link.url}by-stage/") for role, link in zip(framework.roles, first, strict=True)]
    for position, role in enumerate(framework.roles):
        line = where.documents[SPINE].line(("roles", position))
        if role in easy_first(framework):
            yield _easy_page(framework, role, line)
        yield _full_page(framework, role, line, neighbours(first, position))
        yield from standard_sides(framework, role, line)
        if any(action.stages for action in framework.current_actions if action.role == role.id):
            yield _by_stage(framework, role, line, neighbours(by_stage, position))
            yield from stage_sides(framework, role, line)


def _easy_page(framework: Framework, role: Role, line: int) -> Page:
    said = framework.easy_menus.statements
    name = said.whole.replace("{role}", framework.in_sentence(role.title)) or f"{said.heading}: {framework.in_sentence(role.title)}"
    return Page(
        url=statements_address(framework, role),
        template="easy-role.html",
        title=f"{name} (easy read)",
        description=f"Easy read. {name}, standard by standard, with pictures.",
        edit=SPINE,
        line=line,
        crumbs=(EASY_HOME, easy_more(framework)),
        section="easy",
        data={
            "role": role,
            "heading": said.heading,
            "intro": said.intro,
            "starts": first_lines(framework, role),
            "groups": statements(framework, role),
            "checked_as": checked_together(framework, role),
        },
        twin=url_of(framework, "roles", role.id),
    )


def _full_page(framework: Framework, role: Role, line: int, near: tuple[Link | None, Link | None]) -> Page:
    rests_on = Counter(action.basis for standard in framework.standards for action in standard.actions_of(role.id))
    count, standards = rests_on.total(), all_of(len(framework.standards), "standard")
    pages = {page.key: page for page in framework.easy_read}
    url, doors = url_of(framework, "roles", role.id), framework.spine.front_doors
    complaints = framework.record("situations", doors.complaints) if doors and doors.complaints else None
    return Page(
        url=url,
        template="role.html",
        title=f"{role.title}: {standards} on one page" if framework.standards else role.title,
        description=shorten(
            f"{counted(count, 'statement')} for {framework.in_sentence(role.title)}, from {standards}. {role.summary}" if count else role.summary or role.title
        ),
        edit=SPINE,
        line=line,
        crumbs=(HOME, INDEX),
        previous=near[0],
        next=near[1],
        section="roles",
        data={
            "role": role,
            "count": count,
            "rests_on": [(basis, rests_on[basis.id]) for basis in framework.spine.bases if basis.id in rests_on],
            "by_stage": f"{url}by-stage/",
            "own": {standard.id: address for standard, address in sides_by_standard(framework, role)},
            "starts": [(framework.record("actions", start.action), start.reason) for start in role.start_here],
            "shelf": [(pages[given.page], given.when) for given in role.hand_over],
            "checked_as": checked_together(framework, role) if role in easy_first(framework) else None,
            "happened": [situation.id for situation in framework.situations if role.id in situation.roles],
            "say_first": [line_of(framework, SayOr(ask_for=id)) for id in role.say_first],
            "complaints": complaints is not None and role.id in complaints.roles,
            "quick": [stage for stage in framework.spine.stages if stage.two_minutes and role.id in stage.two_minutes.roles],
        },
        twin=twin_of(framework, "roles", role.id),
    )


def _by_stage(framework: Framework, role: Role, line: int, near: tuple[Link | None, Link | None]) -> Page:
    here = [action for action in framework.current_actions if action.role == role.id]
    groups = [(stage, [action for action in here if stage.id in action.stages]) for stage in framework.spine.stages]
    full = url_of(framework, "roles", role.id)
    return Page(
        url=f"{full}by-stage/",
        template="role-by-stage.html",
        title=f"{role.title}: {all_of(len(here), 'statement')} by stage",
        description=shorten(
            f"The {counted(len(here), 'statement')} for {framework.in_sentence(role.title)} under each stage where they help, "
            f"from {framework.in_sentence(framework.spine.stages[0].title)} on."
        ),
        edit=SPINE,
        line=line,
        crumbs=(HOME, INDEX, Link(role.title, full)),
        previous=near[0],
        next=near[1],
        section="roles",
        data={
            "role": role,
            "full": full,
            "groups": [(stage, some) for stage, some in groups if some],
            "own": {stage.id: address for stage, address, _ in sides_by_stage(framework, role)},
        },
    )
