"""What is lost inside braces is told with the line mended, never with the line of another record to copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems
from sds.problem import replaced

RESOURCES, EASY = "content/resources.yaml", "content/easy-read/pages.yaml"
CHECKED = 'checked: {when: "2021-03-01", how: opened in a browser}'
KINDS = "  - {id: tool, title: Tool}\n"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('  - {id: game, title: "A game, for two}', "A quote is opened and never closed."),
        ('  - {id: game, title: A game, for two"}', "A quote is closed here that was never opened."),
        ('  - {id: game title: "A game, for two"}', 'There is no comma before "title" in these braces.'),
        ('  - {id: game; title: "A game, for two"}', 'A ";" stands for the comma before "title".'),
        ('  - {id: game, title "A game, for two"}', 'There is no colon after the name "title" in these braces.'),
        ('  - {id game, title: "A game, for two"}', 'There is no colon after the name "id" in these braces.'),
        ('  - {id: game, title; "A game, for two"}', 'A ";" stands for the colon after "title".'),
    ],
)
def test_what_is_lost_in_braces_is_put_back(small: Path, line: str, wrong: str) -> None:
    edit(small, RESOURCES, KINDS, f"{KINDS}{line}\n")
    text = (small / RESOURCES).read_text("utf-8")
    told = [problem for problem in find_problems(small) if problem.level == "error"]
    assert [problem.wrong for problem in told] == [wrong], list(map(str, told))
    assert told[0].replacement is not None
    assert replaced(text, [told[0].replacement])[0] == text.replace(line, '  - {id: game, title: "A game, for two"}')


@pytest.mark.parametrize("slip", ['{when: "2021-03-01" how: opened "there" and closed}', '{when: "2021-03-01, how: opened "there and closed}'])
def test_no_line_of_another_record_is_shown_to_copy(small: Path, slip: str) -> None:
    edit(small, RESOURCES, CHECKED, f"checked: {slip}")
    told = [problem for problem in find_problems(small) if problem.level == "error"]
    assert told
    assert not any("2021-03-01" in problem.instead or "as line" in problem.instead for problem in told), list(map(str, told))
