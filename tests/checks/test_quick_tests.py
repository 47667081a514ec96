"""Quick tests of rules, which are searched in all texts of a file together, miss no text in which the slower search that follows finds something."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sds.checks import spelling, typos, unfinished
from sds.reading.joined_values import Joined

AROUND = ("There is a tap", "It is near each bed.")
SEARCHES = (
    *((slip.pattern, slip.quick) for slip in (*typos.SLIPS, *typos.IN_FIELDS, *typos.IN_SENTENCES)),
    *((lost.pattern, lost.quick) for lost in unfinished.LOST),
    (spelling.TWICE, spelling.QUICK_TWICE),
)


@pytest.mark.parametrize(("slow", "quick"), SEARCHES, ids=range(len(SEARCHES)))
def test_a_quick_test_finds_every_text_in_which_the_search_finds_something(slow: re.Pattern[str], quick: re.Pattern[str]) -> None:
    @settings(max_examples=10, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(slow, fullmatch=False))
    def finds(text: str) -> None:
        words = " ".join(text.split())
        assume(slow.search(words))
        assert 1 in Joined([AROUND[0], words, AROUND[1]]).suspects(quick), words

    finds()


def test_a_text_is_found_although_a_match_began_in_the_one_above_it() -> None:
    assert Joined(["a tap,", "a tap,", "a bed"]).suspects(re.compile(r"tap,\sa")).keys() == {0, 1}
    assert Joined(["x y", "y z", "z"]).suspects(re.compile(r"y\s?y|z")).keys() == {0, 1, 2}
