"""What templates ask for to place a drawing or a table of shades: each is laid out in ``sds.diagrams``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sds.diagrams.boxes import Diagram
from sds.diagrams.coverage import Coverage, by_basis, coverage
from sds.diagrams.hangs_on import Hanging, hanging
from sds.diagrams.heat import Count, Heat, heat
from sds.diagrams.money import money
from sds.diagrams.timeline import LANES, Event, Timeline, events, timeline
from sds.model.framework import Action, Framework
from sds.model.links import Links
from sds.pages.page import named

Drawn = TypeVar("Drawn", Coverage, Diagram, Timeline)


class DiagramQueries:
    """Answers the questions of one framework's templates about drawings. Nothing here is markup. Every public name is a name in the templates."""

    def __init__(self, framework: Framework, links: Links) -> None:
        self._framework, self._links = framework, links

    def hanging(self, action: Action) -> Hanging | None:
        """What a statement is based on and what helps with it; None where there is too little to draw."""
        return hanging(self._framework, self._links, action)

    def coverage_drawings(self) -> list[Coverage]:
        """Which statements are based on what, narrow and wide; none where no statement says it."""
        return _there(coverage(self._framework, columns) for columns in (1, 2))

    def statements_by_basis(self) -> Heat:
        """The statements of each standard by what they are based on."""
        return by_basis(self._framework)

    def statements_by_role(self) -> Heat:
        """The statements of each standard by the role they are for, each number leading to them."""
        rows = []
        for standard in self._framework.standards:
            url = f"/standards/{standard.id}/"
            counts = [Count(number=len(standard.actions_of(role.id)), url=f"{url}#{role.id}") for role in self._framework.roles]
            rows.append((named(standard), url, counts, sum(count.number for count in counts)))
        return heat("Standard", [role.short for role in self._framework.roles], rows)

    def alignments_met(self) -> Heat:
        """The parts of each other framework that meet each standard; after a number, how many of its links a published document makes too."""
        rows = []
        for alignment in self._framework.alignments:
            counts = []
            for standard in self._framework.standards:
                met = [link for unit in alignment.units for link in unit.standards if link.id == standard.id]
                published = sum(link.by != "ours" for link in met)
                counts.append(Count(number=len(met), url=f"/alignments/{alignment.id}/#{standard.id}", after=f", {published} P" if published else ""))
            rows.append((alignment.short, f"/alignments/{alignment.id}/", counts, sum(count.number for count in counts)))
        return heat("Framework", [named(standard) for standard in self._framework.standards], rows)

    def money_drawings(self) -> list[Diagram]:
        """Where the money is under each option, narrow and wide; none where no option says it."""
        return _there(money(self._framework, columns) for columns in (1, max((len(one.money) for one in self._framework.spine.options), default=1)))

    def timeline_drawings(self) -> list[Timeline]:
        """What was published when, narrow and wide; none where a framework names no first year."""
        return _there(timeline(self._framework, columns) for columns in (1, 2))

    def timeline_years(self) -> list[tuple[int, Sequence[tuple[str, Event]]]]:
        """The same in words: each year with what was published in it, each after the title of its lane."""
        titles = {name: title for name, title, _ in LANES}
        some = events(self._framework)
        return [(year, [(titles[one.lane], one) for one in some if one.year == year]) for year in sorted({one.year for one in some})]


def _there(drawings: Iterable[Drawn | None]) -> list[Drawn]:
    return [one for one in drawings if one is not None]
