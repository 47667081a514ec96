"""What is lost inside braces is told with the line mended, never with the line of another record to copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import edit, find_problems
from sds.problem import replaced
from sds.reading.yaml_braces import slip_in_braces

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


@pytest.mark.parametrize("slip", ["checked {", "checked; {"])
def test_the_colon_before_a_brace_is_put_back(small: Path, slip: str) -> None:
    before = (small / RESOURCES).read_text("utf-8")
    field = CHECKED.replace("checked: {", slip)
    (small / RESOURCES).write_text(before.replace(CHECKED, field, 1) + before[before.index("  - id:") :].replace("  - id: ", "  - id: other-", 1), "utf-8")
    told = find_problems(small)[0]
    assert told.instead == f"Write the name, a colon and a space: {CHECKED}"


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("{part: dot, x: -2 y: 3, size: 82}", "{part: dot, x: -2, y: 3, size: 82}"),
        ("{part: dot; size: 82, y: 3}", "{part: dot, size: 82, y: 3}"),
        ('{part: dot, flip: "yes, size: 82}', '{part: dot, flip: "yes", size: 82}'),
    ],
)
def test_fields_that_no_other_line_has_in_this_order_are_parted(slip: str, mended: str) -> None:
    others = ["  - {part: dot, size: 3}", "  - {part: dot, x: 1, y: 2}", "  - {part: dot, size: 3, flip: no}"]
    told = slip_in_braces([*others, f"  - {slip}", ""], 4)
    assert told is not None
    assert told.instead == f"Write - {mended}"


def test_words_with_a_quote_lost_do_not_swallow_the_next_field() -> None:
    assert slip_in_braces(['  - {id: a, words: "Yes."}', '  - {id: b, words: "Yes, note: no}', ""], 2) is None


@pytest.mark.parametrize("slip", ['{when: "2021-03-01" how: opened "there" and closed}', '{when: "2021-03-01, how: opened "there and closed}'])
def test_no_line_of_another_record_is_shown_to_copy(small: Path, slip: str) -> None:
    edit(small, RESOURCES, CHECKED, f"checked: {slip}")
    told = [problem for problem in find_problems(small) if problem.level == "error"]
    assert told
    assert not any("2021-03-01" in problem.instead or "as line" in problem.instead for problem in told), list(map(str, told))
