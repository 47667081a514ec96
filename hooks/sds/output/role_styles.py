"""The roles of a framework -> two generated stylesheets: the colours of the roles, and the columns of tables by role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sds.model.records import Role

COLOURS, COLUMNS = "css/role-colours.css", "css/role-columns.css"
"""The paths by which other stylesheets import them."""
MOST_COLUMNS = 5
"""The most roles that have a column each in a wide window: with six columns, a statement would have five words a line."""


def role_styles(roles: Sequence[Role]) -> Mapping[str, str]:
    """The text of both stylesheets, by path in ``assets``."""
    return {COLOURS: "\n".join(_colours(roles)), COLUMNS: "\n".join(_columns(len(roles)))}


def _colours(roles: Sequence[Role]) -> Iterator[str]:
    for role in roles:
        if role.colour:
            yield f".role-{role.code} {{ --role: var(--light, {role.colour.light}) var(--dark, {role.colour.dark}); }}"


def _columns(count: int) -> Iterator[str]:
    """A column for each role, which stays empty when that role has nothing to show. With too many roles, as many columns as fit, filled in order."""
    yield "@media (min-width: 75rem) {"
    if count <= MOST_COLUMNS:
        yield f".side-row .sides {{ grid-template-columns: repeat({max(count, 1)}, minmax(0, 1fr)); }}"
        yield ".side-row .side { grid-row: 1; }"
        yield from (f".side-row .side-{number} {{ grid-column: {number}; }}" for number in range(1, count + 1))
    else:
        yield ".side-row .sides { grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }"
    yield "}"
