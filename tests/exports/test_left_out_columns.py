"""A column about kinds of record that a framework does not have is left out, unless it says something."""

from __future__ import annotations

import pytest

from sds.exports.csv_tables.columns import Tables
from sds.exports.csv_tables.download import Download
from sds.model.records import Term


@pytest.mark.parametrize(("source", "names"), [("ours", ["term", "source"]), ("", ["term"])])
def test_a_column_of_sources_stays_where_there_are_none_but_words_are_ours(source: str, names: list[str]) -> None:
    tables = Tables({}, frozenset({"sources"}), "Act")
    made = Download("terms", "", lambda: [{"term": "bed", "source": ""}, {"term": "tap", "source": source}], Term, tables)
    assert [*made.rows[0]] == names
    assert [column.name for column in made.columns] == names
