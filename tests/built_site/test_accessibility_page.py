"""The accessibility statement shows what its data says, each test and barrier with its date, and no other dates."""

from __future__ import annotations

from collections.abc import Mapping

from helpers import Element
from sds.model.framework import Framework

PARTS = ("status", "can-do", "barriers", "tested", "untested", "tell-us", "enforcement", "technical", "about-statement")
"""The ids of the headings, in the order of the model statement for public bodies."""


def test_the_real_page_has_every_part_with_its_days_and_no_day_that_is_not_in_the_data(framework: Framework, pages: Mapping[str, Element]) -> None:
    statement = framework.accessibility
    assert statement
    page = pages["/accessibility/"].one("main")
    assert [heading.attrs["id"] for heading in page.all("h2")] == list(PARTS)
    days = {time.attrs["datetime"] for time in page.all("time")}
    assert days == {statement.prepared, statement.reviewed, *(test.when for test in statement.tests), *(barrier.found for barrier in statement.barriers)}
    for test in statement.tests:
        row = page.id(f"test-{test.id}")
        assert row is not None
        for words in (test.what, test.tool, test.by, test.found):
            assert words in row.text
    for line in (*statement.untested, statement.scope, statement.status_reason, statement.reporting.how, statement.enforcement.text, *statement.technical):
        assert line in page.text
