"""The roles of a framework -> the two stylesheets that follow from them: their colours, and how many stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sds.model.records import Role

COLOURS, COLUMNS = "css/role-colours.css", "css/role-columns.css"
"""Other stylesheets import them by these names, as if they were files."""
MOST_COLUMNS = 5
"""So many roles have a column each on a wide window: a sixth would leave a statement five words a line."""


def role_styles(roles: Sequence[Role]) -> Mapping[str, str]:
    """The text of both by its path among the styles."""
    return {COLOURS: "\n".join(_colours(roles)), COLUMNS: "\n".join(_columns(len(roles)))}


def _colours(roles: Sequence[Role]) -> Iterator[str]:
    for role in roles:
        if role.colour:
            yield f".role-{role.code} {{ --role: var(--light, {role.colour.light}) var(--dark, {role.colour.dark}); }}"


def _columns(count: int) -> Iterator[str]:
    """A column for each role, so that one that says nothing keeps its place; where there are too many for that, as many beside each other as fit."""
    yield "@media (min-width: 75rem) {"
    if count <= MOST_COLUMNS:
        yield f".side-row .sides {{ grid-template-columns: repeat({max(count, 1)}, minmax(0, 1fr)); }}"
        yield ".side-row .side { grid-row: 1; }"
        yield from (f".side-row .side-{number} {{ grid-column: {number}; }}" for number in range(1, count + 1))
    else:
        yield ".side-row .sides { grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }"
    yield "}"
