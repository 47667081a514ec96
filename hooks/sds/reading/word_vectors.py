"""``content/word-vectors.txt`` -> what each word means, in signs. A program writes it, so a fault in it is told with how to write it anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from sds.model.records.word_vectors import WordVectors
from sds.paths import WORD_VECTORS
from sds.problem import Problem

SIGNS = 16
"""How many numbers a word has, each one sign."""
NOTE = "# What words mean, a stem a line, with a sign for each of its numbers. python3 run.py vectors writes this file: do not change it by hand.\n"
AGAIN = "Write the file again: python3 run.py vectors"
_LINE = re.compile(rf"\S+ [A-Za-z0-9_-]{{{SIGNS}}}")


def read_word_vectors(root: Path) -> tuple[WordVectors | None, tuple[Problem, ...]]:
    """The file of the project in ``root``, None where there is none or it cannot be used, and what is wrong with it. The same text gives the same record."""
    path = root / WORD_VECTORS
    return _parsed(path.read_text("utf-8", errors="replace")) if path.exists() else (None, ())


@lru_cache(maxsize=2)
def _parsed(text: str) -> tuple[WordVectors | None, tuple[Problem, ...]]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line and not line.startswith("#")]
    wrong = next((number for number, line in lines if not _LINE.fullmatch(line)), None)
    if wrong is not None:
        return None, (Problem(WORD_VECTORS, wrong, f"This line is not a word and {SIGNS} signs.", AGAIN),)
    stems: dict[str, str] = {}
    for number, line in lines:
        stem, _, signs = line.partition(" ")
        if stem in stems:
            return None, (Problem(WORD_VECTORS, number, f'"{stem}" is here twice.', AGAIN),)
        stems[stem] = signs
    return WordVectors(vectors=stems), ()


def written(vectors: Mapping[str, str]) -> str:
    """The text of the file, in order, so that a change shows as the lines it touched."""
    return NOTE + "".join(f"{stem} {vectors[stem]}\n" for stem in sorted(vectors))
