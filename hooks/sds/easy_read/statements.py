"""The statements of a role in easy words: one line for each statement of a role with ``easy_first``."""

from __future__ import annotations

from dataclasses import dataclass

from sds.easy_read.fingerprint import outdated
from sds.model.framework import Framework, Standard
from sds.model.records import EasyPage, Line, Role, Situation
from sds.model.urls import url_of

KIND = "statements"
"""The part of the file names of booklets and QR codes that for other easy-read pages is the kind."""


@dataclass(frozen=True, slots=True)
class OfStandard:
    """The easy-read lines of one standard, and the page that has them."""

    standard: Standard
    page: EasyPage
    lines: tuple[Line, ...]


def easy_first(framework: Framework) -> tuple[Role, ...]:
    """The roles with an easy-read page of all their statements: those with ``easy_first``, such lines, and an easy-read page of their own."""
    twins = {page.id for page in framework.easy_read if page.kind == "roles"}
    return tuple(role for role in framework.roles if role.easy_first and role.id in twins and statements(framework, role))


def said_by_workers(framework: Framework, situation: Situation) -> bool:
    """Whether the words of a situation are spoken by workers: it is for no role with easy read first."""
    first = {role.id for role in easy_first(framework)}
    return bool(first) and not first & set(situation.roles)


def statements_address(framework: Framework, role: Role) -> str:
    """The path on the site of the easy-read page of all statements of ``role``."""
    return f"{url_of(framework, 'easy_read', f'roles/{role.id}')}{KIND}/"


def statements(framework: Framework, role: Role) -> tuple[OfStandard, ...]:
    """The easy-read lines for ``role``, grouped by standard, in the order of the standards. Standards without such lines are left out."""
    twins = {page.id: page for page in framework.easy_read if page.kind == "standards"}
    own = {action.id for action in framework.current_actions if action.role == role.id}
    some = ((standard, page) for standard in framework.standards if (page := twins.get(standard.id)))
    groups = (OfStandard(standard, page, tuple(line for line in page.lines if line.action in own)) for standard, page in some)
    return tuple(group for group in groups if group.lines)


def first_lines(framework: Framework, role: Role) -> tuple[Line, ...]:
    """The lines of the statements with which ``role`` should start (``start_here``), in that order. Statements without easy words are left out."""
    lines = {line.action: line for group in statements(framework, role) for line in group.lines}
    return tuple(lines[start.action] for start in role.start_here if start.action in lines)


def checked_together(framework: Framework, role: Role) -> EasyPage:
    """The page whose check stands for all lines of ``role`` together: one that nobody has checked if there is any, else one that is out of date."""
    pages = [group.page for group in statements(framework, role)]
    return min(pages, key=lambda page: (page.checked is not None, not outdated(framework, page)))
