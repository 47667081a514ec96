"""Rules for unmatched Markdown syntax, which readers would see: stars, footnotes, braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sds.markdown_pages.rules.lists import ITEM, paragraphs
from sds.markdown_pages.source import NEWS, Source, unless_code
from sds.placeholders import placeholder
from sds.problem import Problem
from sds.rule import Example, rule

BOLD = re.compile(r"\*\*")
NO_BOLD = re.compile(r"^ {0,3}\*{3,} *$|\\\*")
"""A horizontal rule of stars, or an escaped star."""
UNEVEN = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*]+)(?<=[^\s\\])\*(?!\*)|(?<![*\\])\*(?=[^\s*])([^*]+)(?<=[^\s\\])\*\*(?!\*)")
"""Words with two stars on one side and one on the other."""
STARS = re.compile(r"(?<!\\)\*+")
OF_SLANTED = (1, 3)
"""The numbers of stars that begin or end italics; three are for bold italics."""
NO_STARS = re.compile(r"^ {0,3}(?:>? ?[-*+]|\d{1,3}\.) |^ {0,3}\*(?: ?\*){2,} *$|^\*\[[^\]]+\]:| \* ")
"""Stars that are not for italics: a list marker, a horizontal rule, an abbreviation, a star between spaces."""
NESTED_ITEM = re.compile(r" *(?:[-*+]|\d+\.) ")
NOTE = re.compile(r"(?<!\\)\[\^([\w-]+)\](?!:)")
NOTE_BELOW = re.compile(r"^ {0,3}\[\^([\w-]+)\]:", re.MULTILINE)
FILLED = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
BOX = re.compile(r"( *)\?{3}\+?(?= ?[\w\"])")
"""The start of a collapsible block: https://facelessuser.github.io/pymdown-extensions/extensions/details/."""


@rule(
    "bold-words-end",
    "End bold words",
    Example("The gate is **open in spring.", "The gate is **open** in spring.", NEWS),
)
def bold_words_end(source: Source) -> Iterator[Problem]:
    """Two stars begin bold words, and two stars end them in the same paragraph, with no space between the stars and the words."""
    for lines in paragraphs(source.shown, ITEM):
        if spaced := next(((at, mended) for at in lines if (mended := _spaced(source.shown[at]))), None):
            at, mended = spaced
            wrong = "There is a space between the stars and the bold words, so that readers would see the stars."
            whole = unless_code(source.shown[at], mended)
            told = f"Write {whole.strip()}" if whole else "Write the stars beside the words, without a space."
            yield source.problem(source.above + at + 1, wrong, told, whole)
            continue
        if uneven := _uneven(source, lines):
            yield uneven
        elif sum(len(BOLD.findall(NO_BOLD.sub("", source.shown[at]))) for at in lines) % 2:
            first = next(at for at in lines if "**" in source.shown[at])
            wrong = "Two stars begin bold words here, and no stars end them."
            yield source.problem(source.above + first + 1, wrong, "Write ** after the last bold word, or delete these.")


def _uneven(source: Source, lines: Sequence[int]) -> Problem | None:
    """The problem for the first words in a paragraph with two stars on one side and one on the other, if other stars are in pairs; or None."""
    words = [NO_BOLD.sub("", source.shown[at]) for at in lines]
    text = "\n".join(words)
    found = UNEVEN.search(text)
    if not found or len(BOLD.findall(text)) % 2 == 0 or UNEVEN.search(text, found.end()):
        return None
    first = lines[text.count("\n", 0, found.start())]
    whole = f"**{found[1] or found[2]}**"
    wrong = "These words have two stars on one side and one on the other, so readers would see stars."
    if "\n" in whole:
        return source.problem(source.above + first + 1, wrong, f"Write two on each side: {' '.join(whole.split())}")
    mended = source.shown[first].replace(found[0], whole, 1)
    return source.problem(source.above + first + 1, wrong, f"Write {whole}", unless_code(source.shown[first], mended))


def _spaced(line: str) -> str:
    """The line without spaces inside its pairs of two stars, or an empty string if there are none, or the stars are not in pairs."""
    parts = line.split("**")
    if len(parts) % 2 == 0 or NO_BOLD.search(line):
        return ""
    inside = [part.strip() if part.strip() and at % 2 else part for at, part in enumerate(parts)]
    return "**".join(inside) if inside != parts else ""


@rule(
    "slanted-words-end",
    "End words in italics",
    Example("We read *The year of the garden together.", "We read *The year of the garden* together.", NEWS),
)
def slanted_words_end(source: Source) -> Iterator[Problem]:
    """One star begins words in italics, and one star ends them in the same paragraph."""
    for lines in paragraphs(source.shown, NESTED_ITEM):
        here = [at for at in lines for stars in STARS.findall(NO_STARS.sub("", source.shown[at])) if len(stars) in OF_SLANTED]
        if len(here) % 2 and not _uneven(source, lines):
            wrong = "A star begins words in italics here, and no star ends them."
            yield source.problem(source.above + here[0] + 1, wrong, "Write * after the last of them, or delete this one.")


@rule(
    "notes-exist",
    "Write the note that a number leads to",
    Example("The taps froze.[^winter]", "The taps froze.[^winter]\n\n[^winter]: In January.", NEWS),
)
def notes_exist(source: Source) -> Iterator[Problem]:
    """Each footnote mark has its footnote on the page, and each footnote has its mark."""
    noted = set(NOTE_BELOW.findall(source.all_shown))
    named = set(NOTE.findall(source.all_shown))
    for number, line in source.numbered():
        if (found := NOTE_BELOW.match(line)) and found[1] not in named:
            told = f"Write [^{found[1]}] behind the words that it belongs to, or delete it."
            yield source.problem(number, "No words lead to this note, so readers would not see it.", told)
        if missing := next((note for note in NOTE.findall(line) if note not in noted), ""):
            yield source.problem(number, f"This names a note that does not exist: [^{missing}].", f"Write it below: [^{missing}]: the words.")


@rule(
    "pages-are-finished",
    "Leave no placeholder in a page",
    Example("The gate opens at TBC.", "The gate opens at 8.", NEWS),
)
def pages_are_finished(source: Source) -> Iterator[Problem]:
    """No words of a page are still to be written, and none are in double braces, because nothing replaces them."""
    for at, (number, line) in enumerate(source.numbered()):
        if found := FILLED.search(line):
            wrong = f"Nothing replaces {found[0]}, so readers would see its braces."
            yield source.problem(number, wrong, "Write the words, without braces.")
        words = BOX.sub("", line, count=1) if _opens_box(source.shown, at) else line
        if told := placeholder(words):
            yield source.problem(number, *told)


def _opens_box(lines: Sequence[str], at: int) -> bool:
    """Whether a line starts a collapsible block: it has the syntax, and the next text is indented below it."""
    sign = BOX.match(lines[at])
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return sign is not None and below.startswith(f"{sign[1]}    ")
