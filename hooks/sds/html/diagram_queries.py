"""Queries of templates for diagrams and heat maps, which ``sds.diagrams`` lays out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sds.diagrams.boxes import Diagram
from sds.diagrams.coverage import Coverage, by_basis, coverage
from sds.diagrams.dependencies import Dependencies, dependencies
from sds.diagrams.heat_map import Count, HeatMap, heat_map
from sds.diagrams.money import money
from sds.diagrams.timeline import LANES, Event, Timeline, events, timeline
from sds.model.framework import Action, Framework
from sds.model.links import Links
from sds.pages.page import named

Drawn = TypeVar("Drawn", Coverage, Diagram, Timeline)


class DiagramQueries:
    """Queries of templates for diagrams. They return data, not markup. Every public name is a global name in templates."""

    def __init__(self, framework: Framework, links: Links) -> None:
        self._framework, self._links = framework, links

    def dependencies(self, action: Action) -> Dependencies | None:
        """The diagram of what a statement is based on and what helps with it; None if there is too little to draw."""
        return dependencies(self._framework, self._links, action)

    def coverage_drawings(self) -> list[Coverage]:
        """The diagram of statements by basis, in a narrow and a wide layout; empty if no statement has a basis."""
        return _there(coverage(self._framework, columns) for columns in (1, 2))

    def statements_by_basis(self) -> HeatMap:
        """The heat map of the number of statements by standard and basis."""
        return by_basis(self._framework)

    def statements_by_role(self) -> HeatMap:
        """The heat map of the number of statements by standard and role. Each number links to the statements."""
        rows = []
        for standard in self._framework.standards:
            url = f"/standards/{standard.id}/"
            counts = [Count(number=len(standard.actions_of(role.id)), url=f"{url}#{role.id}") for role in self._framework.roles]
            rows.append((named(standard), url, counts, sum(count.number for count in counts)))
        return heat_map("Standard", [role.short for role in self._framework.roles], rows)

    def alignments_met(self) -> HeatMap:
        """The heat map of the number of units of each other framework that match each standard. After a number comes how many of these links are from a
        published document (P)."""
        rows = []
        for alignment in self._framework.alignments:
            counts = []
            for standard in self._framework.standards:
                met = [link for unit in alignment.units for link in unit.standards if link.id == standard.id]
                published = sum(link.by != "ours" for link in met)
                counts.append(Count(number=len(met), url=f"/alignments/{alignment.id}/#{standard.id}", after=f", {published} P" if published else ""))
            rows.append((alignment.short, f"/alignments/{alignment.id}/", counts, sum(count.number for count in counts)))
        return heat_map("Framework", [named(standard) for standard in self._framework.standards], rows)

    def money_drawings(self) -> list[Diagram]:
        """The diagram of who holds the money under each option, in a narrow and a wide layout; empty if no option says so."""
        return _there(money(self._framework, columns) for columns in (1, max((len(one.money) for one in self._framework.spine.options), default=1)))

    def timeline_drawings(self) -> list[Timeline]:
        """The timeline of publications, in a narrow and a wide layout; empty if the framework gives no first year."""
        return _there(timeline(self._framework, columns) for columns in (1, 2))

    def timeline_years(self) -> list[tuple[int, Sequence[tuple[str, Event]]]]:
        """The timeline as text: each year with its events, each with the title of its lane."""
        titles = {name: title for name, title, _ in LANES}
        some = events(self._framework)
        return [(year, [(titles[one.lane], one) for one in some if one.year == year]) for year in sorted({one.year for one in some})]


def _there(drawings: Iterable[Drawn | None]) -> list[Drawn]:
    return [one for one in drawings if one is not None]
