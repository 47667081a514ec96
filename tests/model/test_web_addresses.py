"""How hosts end, in whole addresses and in words."""

from __future__ import annotations

import pytest

from sds.checks.addresses import IN_SENTENCE
from sds.easy_read.rules.form import ADDRESS
from sds.model.web_addresses import BARE


@pytest.mark.parametrize("host", ["gov.scot", "gov.wales", "rathaus.de", "gov.ie", "example.fr", "bayern.example.bayern", "shop.co.uk", "garden.org"])
def test_an_address_of_any_country_is_seen_in_words(host: str) -> None:
    assert ADDRESS.search(f"Look at {host} today")
    assert IN_SENTENCE.search(f"Look at {host}/help today")
    assert BARE.fullmatch(host)


@pytest.mark.parametrize("words", ["Ask him.so he knows", "The support.it helps", "At 9.30.pm on a day", "Read e.g. this", "Say no.Then go", "In 1.5 days"])
def test_words_that_lack_a_space_are_no_address(words: str) -> None:
    assert not ADDRESS.search(words)


def test_an_address_in_capitals_is_seen_in_easy_read() -> None:
    assert ADDRESS.search("Look at GOV.UK today")
    assert not ADDRESS.search("He comes at noon.He eats")


def test_the_name_of_a_page_is_no_address() -> None:
    assert not BARE.fullmatch("about.md")
    assert not BARE.fullmatch("about.md#taps")
