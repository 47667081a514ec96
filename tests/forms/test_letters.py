"""The text of a letter: with its fields filled in, and with lines left out whose fields are empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import Element
from sds.forms.letter import Value, written
from sds.model.framework import Framework
from sds.model.records import Template
from sds.reading.load import load


@pytest.fixture
def letter(small_easy_read: Path) -> Template:
    framework = load(small_easy_read).framework
    assert framework
    template: Template = framework.record("templates", "water-letter")
    return template


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, ["Please come and look.", "Yours"]),
        ({"warden": "Bo"}, ["Dear Bo,", "Please come and look.", "Yours"]),
        ({"tap": "The tap by the gate"}, ["I write about the tap by the gate.", "Yours"]),
        ({"tap": "Is it shut?"}, ["I write about is it shut?", "Yours"]),
        ({"ask": ["mend"]}, ["Please mend it. Please come and look.", "Yours"]),
        ({"ask": ["new", "mend"], "tap": "it."}, ["I write about it. Please mend it. Please put in a new one.", "Yours"]),
    ],
)
def test_a_line_goes_with_its_empty_box_and_a_line_for_when_it_is_empty_comes(letter: Template, values: dict[str, Value], told: list[str]) -> None:
    assert [line for part in written(letter, values) for line in part.lines] == told


def test_the_example_of_each_letter_reads_on_its_page_and_has_no_box_left(pages: dict[str, Element], framework: Framework) -> None:
    some = [one for one in framework.templates if one.shape == "letter" and one.example]
    assert some
    for one in some:
        assert one.example
        shown = pages[f"/templates/{one.id}/"].one("section", **{"aria-labelledby": "example"}).text
        assert "This example is made up." in shown
        for part in written(one, one.example.values):
            for line in part.lines:
                assert line in shown, one.id
                assert "{" not in line, one.id
                assert ".." not in line, one.id
