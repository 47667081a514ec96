"""A day has one form in words and one in each field of dates, and any other form is told with the line to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_errors, find_problems, find_problems_in_page, text_after
from sds.model.days import iso_day, iso_month

LAW, WATER, CONTACTS, ACCESS = "content/law.yaml", "content/standards/water.yaml", "content/contacts.yaml", "content/accessibility.yaml"
WHY = "      why: Taps froze and nobody knew until June."
OTHER_FORMS = [
    "1998-05-17",
    "1998/05/17",
    "17.5.1998",
    "17-05-1998",
    "17/05/1998",
    "17th May 1998",
    "17th of May, 1998",
    "17 may 1998",
    "17-May-1998",
    "May 17, 1998",
]


@pytest.mark.parametrize("written", OTHER_FORMS)
def test_a_day_in_another_form_is_told_in_a_field_that_says_when_and_in_a_sentence(small: Path, written: str) -> None:
    before = (small / LAW).read_text("utf-8").replace("in_force_since: not seen", "in_force_since: 17 May 1998", 1)
    edit(small, LAW, "in_force_since: not seen", f"in_force_since: {written}")
    (problem,) = find_errors(small)
    assert text_after(small, problem) == before
    (small / LAW).write_text(before, "utf-8")
    edit(small, WATER, WHY, f"      why: >-\n        Taps froze and nobody\n        knew until {written}.")
    (problem,) = find_errors(small)
    assert problem.instead == "Write knew until 17 May 1998."
    (small / WATER).write_text(text_after(small, problem), "utf-8")
    assert find_errors(small) == []


@pytest.mark.parametrize("written", ["3/4/1998", "03.04.98", "3-4-1998"])
def test_a_day_in_figures_that_may_be_two_is_asked_about(small: Path, written: str) -> None:
    edit(small, LAW, "in_force_since: not seen", f"in_force_since: {written}")
    assert [problem.instead for problem in find_errors(small)] == ["Write its month in words, as in 3 May 2026."]


@pytest.mark.parametrize("written", OTHER_FORMS)
def test_a_day_in_another_form_is_told_in_a_page_with_the_line(small: Path, written: str) -> None:
    (problem,) = find_problems_in_page(small, f"# Taps\n\nThey froze\nand nobody knew until {written}, in the morning.\n")
    assert (problem.line, problem.instead) == (4, "Write and nobody knew until 17 May 1998, in the morning.")
    assert text_after(small, problem).splitlines()[3] == "and nobody knew until 17 May 1998, in the morning."


@pytest.mark.parametrize("written", ["3/4/1998", "03.04.98", "3-4-1998", "17/13/1998"])
def test_a_day_in_figures_that_may_be_two_is_asked_about_in_a_page(small: Path, written: str) -> None:
    assert [one.instead for one in find_problems_in_page(small, f"Nobody knew until {written}.\n")] == ["Write its month in words, as in 3 May 2026."]


@pytest.mark.parametrize(
    "words", ["They froze on 17 May 1998.", "See [the by-law](/bylaw/1998-05-17/).", "It needs `2026-05-17`.", "Use version 1.4.10 or 5/6."]
)
def test_what_is_right_in_a_page_is_accepted(small: Path, words: str) -> None:
    assert find_problems_in_page(small, f"{words}\n") == []


@pytest.mark.parametrize("words", ["17 May 1998", "not seen", "May 1998", "1998", "in its present form since 17 May 1998", "17 May 1998 or before"])
def test_the_forms_that_are_right_are_accepted(small: Path, words: str) -> None:
    edit(small, LAW, "in_force_since: not seen", f"in_force_since: {words}")
    assert find_problems(small) == []


@pytest.mark.parametrize("words", ["17 May 98", "17 May '98", "17 May 98, or before"])
def test_a_year_of_two_digits_is_told(small: Path, words: str) -> None:
    edit(small, LAW, "in_force_since: not seen", f"in_force_since: {words}")
    (problem,) = find_errors(small)
    assert problem.wrong.endswith("has a year of two digits.")
    assert problem.instead == "Write its four digits."


def test_a_year_of_two_digits_is_told_in_a_page(small: Path) -> None:
    assert [one.instead for one in find_problems_in_page(small, "They froze on 17 May 98.\n")] == ["Write its four digits."]


@pytest.mark.parametrize("words", ["It fails 1.4.10 and 1.4.13.", "It needs version 2.3.10.", "It is open 24/7.", "It says 9/10.", "In 2019/20 it rained."])
def test_a_part_a_version_and_a_share_are_no_days(small: Path, words: str) -> None:
    edit(small, WATER, WHY, f"      why: {words}")
    assert find_problems(small) == []


def test_a_day_without_a_year_is_told_where_a_field_says_when(small: Path) -> None:
    edit(small, LAW, "in_force_since: not seen", "in_force_since: 17 May")
    assert [problem.instead for problem in find_errors(small)] == ["Write the year behind it."]


@pytest.mark.parametrize("written", OTHER_FORMS[1:])
def test_a_field_of_dates_says_the_line_with_its_own_form(small: Path, written: str) -> None:
    edit(small, LAW, '    read: "2021-03-01"', f"    read: {written}")
    (problem,) = find_errors(small)
    assert problem.instead == 'Write read: "1998-05-17"'


@pytest.mark.parametrize(("written", "right"), [("March 2025", "2025-03"), ("03/2025", "2025-03"), ("Mar 2025", "2025-03"), ("17 March 2025", "2025-03-17")])
def test_a_month_has_one_form_too(small_situations: Path, written: str, right: str) -> None:
    edit(small_situations, CONTACTS, 'dated: undated, read: "2025-03-02"', f"dated: undated, read: {written}")
    assert [problem.instead for problem in find_errors(small_situations)] == [f'Write read: "{right}"']


@pytest.mark.parametrize("words", ["31 June 2020", "2020-06-31", "June 2020", "13/13/2020", "the 5 beds of May 2020", "5/6/2020", ""])
def test_what_is_no_day_is_none(words: str) -> None:
    assert iso_day(words) == ""


def test_days_and_months_are_read() -> None:
    assert iso_day("Sept. 5th, 2020") == iso_day("5 of sept 2020") == "2020-09-05"
    assert iso_month("sept 2020") == iso_month("2020/9") == "2020-09"
    assert iso_month("2020-13") == iso_month("Spring 2020") == ""
