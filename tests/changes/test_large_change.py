"""A change of hundreds of records: the comment gives numbers, and the summary of the workflow run lists everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit
from repositories import committed
from sds.__main__ import main
from sds.changes.compare import Change, FieldChange
from sds.changes.pull_request import comment
from sds.changes.search_words import SearchWordsChange, as_markdown

WATER = "content/standards/water.yaml"
WHY = "      why: The by-law gives each ten beds a tap.\n"
ASKED = "      asked_as: [no tap near my bed, where is the water]\n"


def comment_on(project: Path) -> str:
    assert main(["pull-request", "HEAD", str(project / "report")], project) == 0
    return (project / "report/comment.md").read_text("utf-8")


def many(number: int) -> list[Change]:
    words = "a sentence of some length that says what it says "
    return [
        Change(
            what="changed",
            kind="actions",
            id=f"water-g{at}",
            path=WATER,
            line=at + 1,
            around=("standards/water", "roles/growers"),
            fields=(FieldChange("text", words * 5 + "before", words * 5 + f"now {at}"),),
        )
        for at in range(number)
    ]


@pytest.mark.parametrize("number", [150, 2000])
def test_a_large_change_begins_with_how_much_changes_where_and_fits_into_a_comment(number: int) -> None:
    called, changes = {"standards/water": "Water for every bed"}, many(number)
    said = comment([], changes, called, (["/a/"], []))
    short, whole = said.short, said.full
    assert len(short.encode()) < 60_000, "GitHub takes no more, and the workflow cuts what is longer in the middle of a word"
    assert f"- Water for every bed: {number:,} statements have changed." in short
    shown = sum(f"water-g{at} " in short for at in range(number))
    left = sum(line.startswith(("- The statement", "  - ")) for line in whole.splitlines()) - sum(
        line.startswith(("- The statement", "  - ")) for line in short.splitlines()
    )
    assert 20 < shown < number
    assert f"There are {left:,} more lines, in the summary of the run." in short
    assert all(f"water-g{at} " in whole for at in range(number)), "the summary of the run holds what the comment promises"
    assert "### New addresses" in short, "what comes after the changes is not cut off"
    before_note = short.partition("\nThere are ")[0].rstrip().splitlines()
    assert before_note[-1].startswith("  - now: "), "no record is cut in two"


def test_a_small_change_has_no_overview() -> None:
    text = comment([], many(3), {}, ([], [])).short
    assert "large change" not in text
    assert "more lines" not in text


def test_words_for_the_search_are_told_apart_from_what_readers_see(small: Path) -> None:
    project = committed(small)
    edit(project, WATER, WHY, WHY + ASKED)
    text = comment_on(project)
    assert "Nothing changes on pages. The search changes: see below." in text
    assert "### What the search finds" in text
    assert "is also found by `` no tap near my bed `` and `` where is the water ``." in text


def test_words_of_hundreds_of_records_are_summed_up() -> None:
    some = [SearchWordsChange("actions", f"water-g{at}", ("no tap", "no water"), ("dry",)) for at in range(300)]
    (line,) = [line for line in as_markdown(some, {}) if line.startswith("- ")]
    assert line == "- The search finds 300 records by other words: 600 ways of asking are new, and 300 were removed."


def test_where_no_words_of_the_search_change_nothing_is_told(small: Path) -> None:
    project = committed(small)
    edit(project, WATER, WHY, WHY.replace("each ten beds", "each bed"))
    assert "What the search finds" not in comment_on(project)
