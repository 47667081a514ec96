"""What people of a role can do and ask for, in easy words: one line for each statement of a role whose ``easy_first`` says so."""

from __future__ import annotations

from dataclasses import dataclass

from sds.easy_read.fingerprint import out_of_step
from sds.model.framework import Framework, Standard
from sds.model.records import EasyPage, Line, Role, Situation
from sds.model.urls import url_of

KIND = "statements"
"""What the booklet and the code to scan are filed under, where a twin has its own kind."""


@dataclass(frozen=True, slots=True)
class OfStandard:
    """The lines of one standard, and the easy-read page they stand on."""

    standard: Standard
    page: EasyPage
    lines: tuple[Line, ...]


def easy_first(framework: Framework) -> tuple[Role, ...]:
    """The roles all of whose statements are told in easy read: those with such lines, and a twin that says who they are."""
    twins = {page.id for page in framework.easy_read if page.kind == "roles"}
    return tuple(role for role in framework.roles if role.easy_first and role.id in twins and statements(framework, role))


def said_by_workers(framework: Framework, situation: Situation) -> bool:
    """Whether the words of a situation are those of people who work with whoever the easy read is for."""
    first = {role.id for role in easy_first(framework)}
    return bool(first) and not first & set(situation.roles)


def statements_address(framework: Framework, role: Role) -> str:
    """The site-relative address of the easy-read page of all that people of ``role`` can do and ask for."""
    return f"{url_of(framework, 'easy_read', f'roles/{role.id}')}{KIND}/"


def statements(framework: Framework, role: Role) -> tuple[OfStandard, ...]:
    """The lines for ``role`` under each standard that has any, in the order of the framework."""
    twins = {page.id: page for page in framework.easy_read if page.kind == "standards"}
    own = {action.id for action in framework.current_actions if action.role == role.id}
    some = ((standard, page) for standard in framework.standards if (page := twins.get(standard.id)))
    groups = (OfStandard(standard, page, tuple(line for line in page.lines if line.action in own)) for standard, page in some)
    return tuple(group for group in groups if group.lines)


def first_lines(framework: Framework, role: Role) -> tuple[Line, ...]:
    """The lines of the statements that ``role`` does well to begin with, best first; one without easy words is left out."""
    lines = {line.action: line for group in statements(framework, role) for line in group.lines}
    return tuple(lines[start.action] for start in role.start_here if start.action in lines)


def checked_together(framework: Framework, role: Role) -> EasyPage:
    """The page whose check is told for all lines together: one that nobody has checked, or is out of step, if there is any."""
    pages = [group.page for group in statements(framework, role)]
    return min(pages, key=lambda page: (page.checked is not None, not out_of_step(framework, page)))
