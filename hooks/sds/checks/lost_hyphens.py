"""The rule for items of a list that lost their hyphen and became words of the item above. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.paths import EASY_READ
from sds.problem import Problem
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

ON_TWO_LINES = re.compile(r"\n( *)- (?![\[{\"'>|&*#]|[a-z_]+:(?: |$))(.*\S)\n( +)(?!- |#|[a-z_]+:(?: |$))(\S.*)$", re.MULTILINE)
"""A plain item of a list whose words go on in the line below, which begins like no item and no field. No item is on the first line of a file, and a search for
the line end before it is twice as fast as one for the start of a line."""
SHORT = 60
"""The most characters of a line that was ended on purpose, with the word after it: wrapped lines are longer."""


@rule(
    "items-keep-their-hyphens",
    "A hyphen before each item",
    Example(
        "  - There is clean water near each bed, all summer.\n    A tap is near.",
        "  - There is clean water near each bed, all summer.",
        WATER,
    ),
    {"warning": "The line may belong to the item above."},
)
def items_keep_their_hyphens(context: Context) -> Iterator[Problem]:
    """Each item of a list begins with a hyphen. A line without one is read as words of the item above it."""
    return context.in_documents("hyphens", _joined)


def _joined(document: Document) -> Iterator[Problem]:
    """A problem for each line below an item of a list that may be an item of its own: the line above it is short, or ends a sentence."""
    lines = list[str]()
    for found in ON_TWO_LINES.finditer(document.text):
        space, above, deeper, below = found.groups()
        ended = above[-1] in ".?!" and (document.path.startswith(f"{EASY_READ}/") or below[0].isupper())
        if len(deeper) <= len(space) or not (ended or len(space) + len(above) + len(below.split()[0]) + 3 <= SHORT):
            continue
        lines = lines or document.text.split("\n")
        at = document.text.count("\n", 0, found.start(4)) + 1
        mended = f"{space}- {below}"
        new = replace(replacement(lines, at, at, mended), sure=False)
        wrong = f'"{" ".join(below.split()[:4])}" has no hyphen, so it is read as words of the item above.'
        yield Problem(document.path, at, wrong, f"If it is an item of its own, write {mended.strip()}", replacement=new)
