"""``content/word-vectors.txt``: a framework does without it, and a line that no program wrote is told with how to write the file again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sds.paths import WORD_VECTORS
from sds.reading.load import load
from sds.reading.word_vectors import written

SIGNS = "ABCDEFGHgabc01-_"


def test_a_framework_without_it_has_no_meanings(small: Path) -> None:
    framework = load(small).framework
    assert framework is not None
    assert not framework.word_vectors


def test_what_is_written_is_read_back(small: Path) -> None:
    vectors = {"plot": SIGNS, "bed": SIGNS[::-1]}
    (small / WORD_VECTORS).write_text(written(vectors), "utf-8")
    loaded = load(small)
    assert loaded.framework is not None
    assert loaded.framework.word_vectors == vectors
    assert not [one for one in loaded.problems if one.path == WORD_VECTORS]


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        (f"bed {SIGNS}\nplot ABC\n", 2, "not a word and 16 signs"),
        (f"# a note\nbed{SIGNS}\n", 2, "not a word and 16 signs"),
        (f"bed {SIGNS}\nbed {SIGNS}\n", 2, '"bed" is here twice'),
        (f"bed {SIGNS[:-1]}\N{LATIN SMALL LETTER E WITH ACUTE}\n", 1, "not a word and 16 signs"),
    ],
)
def test_a_line_that_no_program_wrote_is_told(small: Path, text: str, line: int, wrong: str) -> None:
    (small / WORD_VECTORS).write_text(text, "utf-8")
    (problem,) = [one for one in load(small).problems if one.path == WORD_VECTORS]
    assert (problem.line, wrong in problem.wrong, "run.py vectors" in problem.instead) == (line, True, True)
