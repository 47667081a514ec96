"""Slips in a hand-written page that Markdown takes without a word: signs that readers would see, lists that become one line, headings that are skipped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sds.markdown_pages.headings import headings
from sds.markdown_pages.lines import CODE
from sds.markdown_pages.signs import DEFINED, lone_signs
from sds.problem import Problem, Replacement

ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}\.) +\S")
SPACED_LINK = re.compile(r"(\[[^\][]+\]) +(\((?:https?://|~/|mailto:|#)[^)\s]*\))")
BARE = re.compile(r"(?<![(<\[\"'=\w/.:])(?:https?://|www\.)[^\s<>)\]]*[^\s<>)\].,;:!?]")
HEADING = re.compile(r"(#{1,6}) +\S")
OTHER = re.compile(r"\s*(?:#|>|\||!!!|\?\?\?|===|:|\[\^|\*\[|<|---|\{)|\s{2,}")
"""What begins a line that is no paragraph: a heading, a box, a quote, a table, a note."""
JOINED = re.compile(r"(?<=[.!?:*]) (?:\d{1,2}\.|[-*+]) (?=\*{0,2}[A-Z])")
"""The sign of an item behind the end of a sentence: two lines have become one."""
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
BOLD = re.compile(r"\*\*")
NO_BOLD = re.compile(r"^ {0,3}\*{3,} *$|\\\*")
"""A line across the page, and a star that is shown as one."""
UNFINISHED = re.compile(r"\b(?:TBC|TBD|TODO|XXX+|[Ll]orem ipsum)\b|\?\?\?+")
LINKS_ITSELF = "pymdownx.magiclink"
"""The extension of Markdown that makes a link of a bare address."""
OPENS = "pymdownx.details"
"""The extension of Markdown that makes a box to open, of words set in under a line that begins with three question marks."""
BOX = re.compile(r"( *)\?{3}\+?(?= ?[\w\"])")
"""The sign of such a box: https://facelessuser.github.io/pymdown-extensions/extensions/details/."""


def slips(path: str, text: str, above: int, extensions: Sequence[str]) -> Iterator[Problem]:
    """A problem for each slip in the Markdown ``text``, which begins below ``above`` lines of the file ``path``. Code is passed over."""
    lines = text.split("\n")
    if fences := _open_fence(lines):
        yield Problem(path, above + fences, "Code is opened here and never closed, so the rest of the page is code.", "Write ``` on a line below it.")
        return
    shown = CODE.sub(lambda code: re.sub(r"[^\n]", "\x00", code[0]), text).split("\n")
    level = 0
    for at, (line, plain) in enumerate(zip(lines, shown, strict=True)):
        number = above + at + 1
        if (before := lines[at - 1] if at else "") and ITEM.match(plain) and _words(before, shown[at - 1]) and not plain.startswith("    "):
            new = Replacement(number, number, (line,), f"\n{line}")
            yield Problem(path, number, "This list would be one line with the words above it.", "Leave an empty line before it.", replacement=new)
        if SPACED_LINK.search(plain):
            mended = SPACED_LINK.sub(r"\1\2", line)
            yield _line(path, number, line, "A link has no space between its words and its address.", mended)
        elif LINKS_ITSELF not in extensions and not DEFINED.match(plain) and (bare := BARE.search(plain)):
            address = bare[0] if "://" in bare[0] else f"https://{bare[0]}"
            mended = f"{line[: bare.start()]}<{address}>{line[bare.end() :]}"
            yield _line(path, number, line, f"{bare[0]} would be words and not a link.", mended)
        if JOINED.search(plain):
            wrong = "The sign of an item of a list stands in the middle of this line, so that it would be words."
            yield Problem(path, number, wrong, "Begin a new line before it.", level="warning")
        if heading := HEADING.match(plain):
            here = len(heading[1])
            if level and here > level + 1:
                wrong = f"This heading is of level {here}, and the one above it of level {level}."
                yield _line(path, number, line, wrong, f"{'#' * (level + 1)}{line[here:]}")
            level = here
        if found := UNFINISHED.search(BOX.sub("", plain, count=1) if OPENS in extensions and _opens_box(shown, at) else plain):
            yield Problem(path, number, f'"{found[0]}" is a placeholder.', "Write the words, or delete it.")
    yield from _open_bold(path, shown, above)
    yield from lone_signs(path, shown, above)
    yield from headings(path, shown, above)


def _line(path: str, number: int, line: str, wrong: str, mended: str) -> Problem:
    return Problem(path, number, wrong, f"Write {mended.strip()}", replacement=Replacement(number, number, (line,), mended))


def _words(line: str, plain: str) -> bool:
    """Whether a line is one of a paragraph: no item, heading, box, quote, table or code, and not set in."""
    return bool(plain.strip("\x00 ")) and "\x00" not in plain[:3] and not (ITEM.match(line) or OTHER.match(line))


def _opens_box(lines: Sequence[str], at: int) -> bool:
    """Whether a line opens a box: it has the sign, and what comes next is set in under it."""
    sign = BOX.match(lines[at])
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return sign is not None and below.startswith(f"{sign[1]}    ")


def _open_fence(lines: Sequence[str]) -> int:
    """The line of a fence of code that nothing closes, or 0."""
    opened, sign = 0, ""
    for number, line in enumerate(lines, start=1):
        if found := FENCE.match(line):
            if not opened:
                opened, sign = number, found[1]
            elif line.strip().startswith(sign) and not line.strip().strip(sign[0]):
                opened = 0
    return opened


def _open_bold(path: str, shown: Sequence[str], above: int) -> Iterator[Problem]:
    """A problem for each paragraph in which bold words are begun and never ended."""
    start = 0
    for at in range(len(shown) + 1):
        if at < len(shown) and shown[at].strip() and not (at > start and ITEM.match(shown[at])):
            continue
        paragraph = shown[start:at]
        if sum(len(BOLD.findall(NO_BOLD.sub("", line))) for line in paragraph) % 2:
            number = next(one for one, line in enumerate(paragraph, start=above + start + 1) if "**" in line)
            yield Problem(path, number, "Two stars begin bold words here, and no stars end them.", "Write ** after the last bold word, or delete these.")
        start = at if at < len(shown) and shown[at].strip() else at + 1
