"""The rule for letters of another script that look like those of a word. The rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.problem import Problem
from sds.reading.characters import unusual
from sds.reading.visible_words import Visible
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

ALIKE = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u03bf\u03b1\u03bd\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03a5\u0396",
        "aeopcyxijsABEKMHOPCTXIoavABEHIKMNOPTXYZ",
        strict=True,
    )
)
"""Letters of other scripts, each with the letter that it looks like."""
ALONE = r"(?<![^\s\"'(\u201c])(?<![\u0370-\u052f] )[\u0430\u0410\u0391\u0406\u0399](?= [A-Za-z])"
"""Such a letter alone before a word of the Latin script, where "a" or "I" may stand."""
MIXED = re.compile(rf"(?<=[A-Za-z])[{''.join(ALIKE)}]|[{''.join(ALIKE)}](?=[A-Za-z])|{ALONE}")
"""Such a letter beside one of the Latin script, or alone among its words."""
OF_OTHER_SCRIPTS = re.compile("[\u0370-\u052f]")
"""A quick test: a text without a match has no such letter."""


@rule(
    "words-are-of-one-script",
    "Letters of one script",
    Example("      why: The by-law gives e\u0430ch ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def words_are_of_one_script(context: Context) -> Iterator[Problem]:
    """No word has a letter of another script that only looks like the right one: search and screen readers do not take it for that."""
    yield from context.in_documents("scripts", _mixed)
    yield from context.in_pages("scripts", _mixed_in_page)


def _mixed(document: Document) -> Iterator[Problem]:
    return _in_lines(document.path, document.text)


def _mixed_in_page(file: Visible) -> Iterator[Problem]:
    return _in_lines(file.path, file.text)


def _in_lines(path: str, text: str) -> Iterator[Problem]:
    lines = text.split("\n") if OF_OTHER_SCRIPTS.search("".join(unusual(text))) else []
    for number, line in enumerate(lines, start=1):
        if not line.isascii() and (found := MIXED.search(line)):
            mended = line
            while MIXED.search(mended):
                mended = MIXED.sub(lambda one: ALIKE[one[0]], mended)
            wrong = f'The letter "{found[0]}" looks like {ALIKE[found[0]]}, and is a letter of another script.'
            yield Problem(path, number, wrong, f"Write {mended.strip()}", replacement=replacement(lines, number, number, mended))
