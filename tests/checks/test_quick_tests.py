"""Quick tests of rules, which are searched in all texts of a file together, miss no text in which the slower search that follows finds something."""

from __future__ import annotations

import re
from collections.abc import Collection

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sds import placeholders
from sds.checks import addresses, calendar, list_marks, scripts, spelling, typos, unfinished, words
from sds.easy_read.rules import form
from sds.model.field_types import NOT_WORDS, Words
from sds.reading.characters import unusual
from sds.reading.joined_values import Joined

AROUND = ("There is a tap", "It is near each bed.")
SEARCHES = (
    *((slip.pattern, (slip.quick,)) for slip in (*typos.SLIPS, *typos.IN_FIELDS, *typos.IN_SENTENCES)),
    *((lost.pattern, (lost.quick,)) for lost in unfinished.LOST),
    (spelling.TWICE, (spelling.QUICK_TWICE,)),
    (addresses.IN_SENTENCE, addresses.SIGNS),
    (addresses.EMAIL, addresses.SIGNS),
    (placeholders.UNFINISHED, placeholders.QUICK),
    (calendar.IN_WORDS, (calendar.A_MONTH,)),
    *((years, (calendar.A_YEAR,)) for years in (calendar.PAST, calendar.ANY, calendar.NUMBER)),
    *((spelt, (calendar.A_YEAR_SPELT,)) for spelt in (calendar.SPELT_WHEN, calendar.SPELT_IN)),
    (scripts.MIXED, (scripts.OF_OTHER_SCRIPTS,)),
    (form.SHORT_DATES, (form.DIGIT_OR_DAY,)),
    (form.CLOCK, (form.DIGIT_OR_DAY,)),
    (form.MARKS, (form.ANY_MARK,)),
)
WHOLE = ((placeholders.ALONE, placeholders.QUICK), (words.DAY, (words.DAY_OR_YEAR,)))
"""Searches for what is a whole value."""
SOME = settings(max_examples=10, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(("slow", "quick"), SEARCHES, ids=range(len(SEARCHES)))
def test_a_quick_test_finds_every_text_in_which_the_search_finds_something(slow: re.Pattern[str], quick: Collection[re.Pattern[str]]) -> None:
    @SOME
    @given(st.from_regex(slow, fullmatch=False))
    def finds(text: str) -> None:
        words = " ".join(text.split())
        assume(slow.search(words))
        assert 1 in Joined([AROUND[0], words, AROUND[1]]).suspects(*quick), words

    finds()


@pytest.mark.parametrize(("slow", "quick"), WHOLE, ids=range(len(WHOLE)))
def test_a_quick_test_finds_every_value_that_matches_as_a_whole(slow: re.Pattern[str], quick: Collection[re.Pattern[str]]) -> None:
    @SOME
    @given(st.from_regex(slow, fullmatch=True))
    def finds(value: str) -> None:
        assert 1 in Joined([AROUND[0], value, AROUND[1]]).suspects(*quick), value

    finds()


@pytest.mark.parametrize("day", ["Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun"])
def test_the_quick_test_finds_each_short_name_of_a_day(day: str) -> None:
    assert form.SHORT_DATES.search(day)
    assert form.DIGIT_OR_DAY.search(day)


@SOME
@given(st.from_regex(list_marks.BETWEEN))
def test_the_quick_test_finds_two_items_on_one_line(value: str) -> None:
    assert 1 in Joined([AROUND[0], value, AROUND[1]]).suspects(*list_marks.QUICK)


@SOME
@given(st.text())
@example("\t\n\r ~\x00\x1f\x7f\x80\ud800")
def test_unusual_characters_are_all_but_printable_ones_of_ascii(text: str) -> None:
    assert unusual(text) == {character for character in text if not (character in "\t\n\r" or " " <= character <= "~")}


@SOME
@given(st.from_regex(NOT_WORDS, fullmatch=True))
@example("2024-05-01 10:00")
def test_what_is_no_words_is_refused_although_most_texts_are_not_searched_for_it(text: str) -> None:
    said = " ".join(text.split())
    assume(said and NOT_WORDS.fullmatch(said))
    with pytest.raises(ValidationError, match="where words belong"):
        TypeAdapter(Words).validate_python(said)


def test_a_text_is_found_although_a_match_began_in_the_one_above_it() -> None:
    assert Joined(["a tap,", "a tap,", "a bed"]).suspects(re.compile(r"tap,\sa")).keys() == {0, 1}
    assert Joined(["x y", "y z", "z"]).suspects(re.compile(r"y\s?y|z")).keys() == {0, 1, 2}
