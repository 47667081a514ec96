"""``run.py contacts`` lists what nobody has checked for a year, and writes each check into the file with its date and name."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import edit
from sds.checks import diagnostics
from sds.commands import contacts
from sds.model.looks import is_old
from sds.paths import CONTACTS
from sds.reading.load import load

DAY = datetime.date(2026, 4, 2)
"""The page of the noticeboard was read in March 2025, and the wardens' email address was checked in March 2026."""
CHECKED = 'checked: {when: "2026-04-02", by: "Ada of the league"}'


def answers(*given: str) -> Callable[[str], str]:
    """A stand-in for ``input`` that gives these answers in turn, and then ends the input."""
    left = iter(given)
    return lambda _: next(left, "q")


@pytest.mark.parametrize(
    ("last", "old"),
    [("2025-03", True), ("2025-04", False), ("2025-04-01", True), ("2025-04-02", False), ("2026-03", False), ("2024-12-31", True)],
)
def test_a_look_counts_for_twelve_months_and_a_month_to_its_last_day(last: str, old: bool) -> None:
    assert is_old(last, DAY) is old


def test_what_nobody_has_looked_at_for_a_year_is_listed_with_its_line_and_nothing_is_written(
    small_situations: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (small_situations / CONTACTS).read_bytes()
    assert contacts.main(["--list"], small_situations, DAY) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{len(lines) - 1} pages to look at."
    assert f"{CONTACTS}:14: The gate. Last looked at: 2025-03. https://gardens.example/board" in lines
    areas = [line for line in lines if " row: " in line]
    assert [line.split(": ")[1] for line in areas] == ["South row", "North row"], "an area without a number comes first"
    assert (small_situations / CONTACTS).read_bytes() == before
    assert contacts.main(["--list"], small_situations, datetime.date(2025, 12, 1)) == 0
    assert capsys.readouterr().out == "0 pages to look at.\n"


def test_a_look_is_written_with_its_day_and_who_looked_and_is_not_asked_for_again(small_situations: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert contacts.main(["--by", "Ada of the league"], small_situations, DAY, answers("what?", "y", "n", "s", "q")) == 0
    said = capsys.readouterr().out
    assert "2 pages looked at, 1 line written to content/contacts.yaml." in said
    assert "write show: page" in said, "what is not there any more is changed by hand"
    text = (small_situations / CONTACTS).read_text("utf-8")
    assert f"        {CHECKED}\n        show: number\n" in text
    assert text.count(CHECKED) == 1
    assert diagnostics(load(small_situations), DAY) == []
    contacts.main(["--list"], small_situations, DAY)
    assert "The gate" not in capsys.readouterr().out


def test_a_look_takes_the_place_of_an_earlier_one(small_situations: Path) -> None:
    edit(small_situations, CONTACTS, 'checked: {when: "2026-03-01", by: Ada}', 'checked: {when: "2024-03-01", by: Ada}')
    assert contacts.main(["--by", "Ada of the league"], small_situations, DAY, answers(*"yyyyyyyyy")) == 0
    text = (small_situations / CONTACTS).read_text("utf-8")
    assert "2024-03-01" not in text
    assert text.count(CHECKED) == text.count("show: ")
    assert diagnostics(load(small_situations), DAY) == []


def test_what_nobody_has_opened_yet_is_asked_for_when_wanted(small_situations: Path, capsys: pytest.CaptureFixture[str]) -> None:
    contacts.main(["--list", "--never-opened"], small_situations, datetime.date(2025, 12, 1))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 4
    assert not any("2026-03-01" in line for line in lines)


def test_a_look_without_a_name_is_not_written(small_situations: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (small_situations / CONTACTS).read_bytes()
    assert contacts.main([], small_situations, DAY, answers("y")) == 2
    assert "--by" in capsys.readouterr().err
    assert (small_situations / CONTACTS).read_bytes() == before
