"""The values of all records by facet -> a compact form, of which every reader fetches all, so that counts are exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sds.search.codes import coded, deltas, steps


def columns_of(values: Mapping[str, Sequence[Sequence[int]]]) -> dict[str, object]:
    """The columns ``values``, one value for each record in each.

    Many records have the same values in all columns, so each different combination is there once: ``values`` has the different values of a column, the most
    frequent first, and ``at`` the number of each combination's value. ``rows`` has the number of each record's combination.
    """
    rows = [*zip(*(map(tuple, column) for column in values.values()), strict=True)]
    numbers = {row: number for number, row in enumerate(dict.fromkeys(rows))}
    columns = {}
    for name, column in zip(values, zip(*numbers, strict=True), strict=False):
        different = {value: number for number, (value, _) in enumerate(Counter(column).most_common())}
        columns[name] = {"values": " ".join(coded(deltas(value)) for value in different), "at": coded(map(different.__getitem__, column))}
    return {"columns": columns, "rows": coded(steps(map(numbers.__getitem__, rows)))}
