"""The diagram on a statement's page: what the statement is based on (law, the standard, findings) on one side, and what helps with it (tools, forms,
situations) on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sds.diagrams.boxes import Box, Diagram, Point, bottom, box, stack
from sds.model.citations import cited, unbroken
from sds.model.duties import law_cited
from sds.model.framework import Action, Framework
from sds.model.links import Links
from sds.problem import counted

NARROW, COLUMN, RAIL, GAP, SPACE = 340, 236, 26, 14, 46
"""The width of the one-column diagram; the width of each of three columns; the margin on the left for the lines between boxes; the gap between boxes; the gap
between columns."""
MAX_NAMES = 3
"""How many records of a group a box names. The rest are only counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The related records of one kind: a title, the records' names, and the id of the page's section that lists them in full (empty for none)."""

    title: str
    names: tuple[str, ...]
    part: str

    @property
    def brief(self) -> str:
        """The first names on one line, and how many more there are."""
        more = len(self.names) - MAX_NAMES
        return "; ".join(self.names[:MAX_NAMES]) + (f"; and {more} more" if more > 0 else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """What a statement is based on and what helps with it, as groups (for the text) and as two diagrams: in 1 column and in 3."""

    based_on: tuple[Group, ...]
    helped_by: tuple[Group, ...]
    drawings: tuple[Diagram, ...]


def dependencies(framework: Framework, links: Links, action: Action) -> Dependencies | None:
    """What is on both sides of ``action``. None where there are fewer than two groups: a diagram would show nothing."""
    standard = framework.record("standards", action.standard)
    component = [framework.record("components", action.component)] if action.component else []
    evidence = [(kind, id) for kind, id in map(cited, action.evidence) if framework.has(kind, id)]
    based_on = _groups(
        ("rule", "Law", [unbroken(law_cited(framework, framework.record("provisions", id))) for id in action.provisions], "law"),
        ("", f"Standard {standard.number}", [one.title or one.text.removesuffix(".") for one in component] or [standard.short], ""),
        ("finding", "", [f"{id}, {_source(framework, kind, id)}" for kind, id in evidence if kind == "findings"], "evidence"),
        ("document", "", [framework.record(kind, id).short for kind, id in evidence if kind == "sources"], "evidence"),
    )

    def titles(kind: str) -> list[str]:
        return [framework.record(kind, id).title for id in links.of("actions", action.id, kind)]

    templates = [framework.record("templates", id) for id in links.of("actions", action.id, "templates")]
    helped_by = _groups(
        ("tool", "", titles("resources"), "tools"),
        ("", _form_counts([one.shape for one in templates]), [one.title for one in templates], "forms-and-letters"),
        ("situation", "", titles("situations"), ""),
    )
    if len(based_on) + len(helped_by) < 2:
        return None
    return Dependencies(based_on=based_on, helped_by=helped_by, drawings=(_narrow(based_on, helped_by), _wide(based_on, helped_by)))


def _source(framework: Framework, kind: str, id: str) -> str:
    short: str = framework.record("sources", framework.record(kind, id).source).short
    return short


def _groups(*found: tuple[str, str, Sequence[str], str]) -> tuple[Group, ...]:
    """A :class:`Group` for each ``(noun, title, names, part)`` that has names. An empty title becomes a count of the noun, as in ``2 findings``."""
    return tuple(Group(title=title or counted(len(names), thing), names=tuple(dict.fromkeys(names)), part=part) for thing, title, names, part in found if names)


def _form_counts(shapes: Sequence[str]) -> str:
    """How many templates there are of each shape: ``1 letter``, ``2 forms and 1 letter``."""
    return " and ".join(counted(shapes.count(shape), shape) for shape in ("form", "letter") if shape in shapes)


def _boxes(groups: Sequence[Group], kind: str, x: int, y: int, width: int) -> list[Box]:
    return stack([(kind, group.title, group.brief) for group in groups], x, y, width, GAP)


def _narrow(based_on: Sequence[Group], helped_by: Sequence[Group]) -> Diagram:
    """All boxes in one column. Lines on the left lead from the boxes above into the statement, and from the statement to the boxes below."""
    above = _boxes(based_on, "ground", RAIL, 0, NARROW - RAIL)
    middle = box("statement", "This statement", "", RAIL, bottom(above) + GAP if above else 0, NARROW - RAIL)
    below = _boxes(helped_by, "help", RAIL, bottom([middle]) + GAP, NARROW - RAIL)
    into, out = middle.middle - 8, middle.middle + 8
    arrows: list[tuple[Point, ...]] = [((RAIL, one.middle), (RAIL // 2, one.middle), (RAIL // 2, into), (RAIL - 2, into)) for one in above]
    arrows += [((RAIL, out), (RAIL // 2, out), (RAIL // 2, one.middle), (RAIL - 2, one.middle)) for one in below]
    boxes = (*above, middle, *below)
    return Diagram(columns=1, width=NARROW, height=bottom(boxes), boxes=boxes, arrows=tuple(arrows))


def _wide(based_on: Sequence[Group], helped_by: Sequence[Group]) -> Diagram:
    """Three columns, with the statement in the middle of the second."""
    second, third = COLUMN + SPACE, 2 * (COLUMN + SPACE)
    left, right = _boxes(based_on, "ground", 0, 0, COLUMN), _boxes(helped_by, "help", third, 0, COLUMN)
    height = max((one.y + one.height for one in (*left, *right)), default=0)
    middle = box("statement", "This statement", "", second, 0, COLUMN)
    middle = box("statement", "This statement", "", second, max(0, (height - middle.height) // 2), COLUMN)
    half = SPACE // 2
    arrows: list[tuple[Point, ...]] = [
        ((COLUMN, one.middle), (COLUMN + half, one.middle), (COLUMN + half, middle.middle), (second - 2, middle.middle)) for one in left
    ]
    arrows += [((second + COLUMN, middle.middle), (third - half, middle.middle), (third - half, one.middle), (third - 2, one.middle)) for one in right]
    width = third + COLUMN if right else second + COLUMN
    return Diagram(columns=3, width=width, height=max(height, middle.y + middle.height), boxes=(*left, middle, *right), arrows=tuple(arrows))
