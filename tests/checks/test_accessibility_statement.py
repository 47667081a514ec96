"""The accessibility statement: the checker's messages about its data, and its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import build_site, edit, parse_html
from sds.checks import check
from sds.paths import ACCESSIBILITY
from sds.reading.load import load


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        ('reviewed: "2026-03-01"', 'reviewed: "2098-03-01"', f'{ACCESSIBILITY}:3: "2098-03-01" is in the future.'),
        ('when: "2026-03-01"', 'when: "2098-03-01"', f'{ACCESSIBILITY}:18: "2098-03-01" is in the future.'),
        ('when: "2026-03-01"', 'when: "in spring"', f'{ACCESSIBILITY}:18: In "when" of "walk": "in spring" is not a date.'),
        ("scope: This is about the garden's own pages.\n", "", f'{ACCESSIBILITY}:1: This file has no "scope".'),
        ("status: not-known", "status: perfect", f"{ACCESSIBILITY}:7: "),
        ("status: not-known", "status: full", f'{ACCESSIBILITY}:7: It says "full", and only programs tested the site. Write status: not-known'),
        ("status: not-known", "status: partial", f'{ACCESSIBILITY}:7: It says "partial", and no barrier says what fails.'),
        ("    why: no-rule\n", "    why: fails\n", f"{ACCESSIBILITY}:14: It does not say which success criterion fails."),
        ("    why: no-rule\n", "    why: fails\n    criteria: [contrast]\n", f'{ACCESSIBILITY}:15: "contrast" is not the number of a success criterion.'),
        ('prepared: "2026-03-01"', 'prepared: "2026-03-09"', f'{ACCESSIBILITY}:3: It was last reviewed on "2026-03-01", but it mentions "2026-03-09".'),
    ],
)
def test_a_statement_that_lacks_something_or_claims_too_much_is_told_where_it_stands(small_situations: Path, find: str, replace: str, said: str) -> None:
    edit(small_situations, ACCESSIBILITY, find, replace)
    told = [str(problem) for problem in check(load(small_situations))]
    assert any(one.startswith(said) for one in told), told


def test_a_site_that_people_tested_may_say_that_it_meets_its_guidelines(small_situations: Path) -> None:
    edit(small_situations, ACCESSIBILITY, "by: Ada,", 'by: Ada, people: "yes",')
    edit(small_situations, ACCESSIBILITY, "status: not-known", "status: full")
    assert check(load(small_situations)) == []
    assert "fully compliant" in parse_html(build_site(small_situations)["accessibility/index.html"]).one("main").text
