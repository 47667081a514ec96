"""Rules for lists and blocks of code in the Markdown source of hand-written pages. Markdown reports no mistakes, so readers would see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sds.markdown_pages.rules.lost_signs import lost_its_point
from sds.markdown_pages.source import CODE_SIGN, NEWS, Source
from sds.problem import Problem, Replacement
from sds.rule import Example, rule

ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}\.) +\S")
OTHER = re.compile(r"\s*(?:#|>|\||!!!|\?\?\?|===|:|\[\^|\*\[|<|---|\{)|\s{2,}")
"""The start of a line that is not part of a paragraph: a heading, an admonition, a quote, a table, a footnote."""
JOINED = re.compile(r"(?<=[.!?:*]) (?:\d{1,2}\.|[-*+]) (?=\*{0,2}[A-Z])")
"""A list marker after the end of a sentence, because two lines were joined."""
NUMBERED = re.compile(r"^( {0,3}\d{1,3})\)( +\S.*)$")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
BEHIND_FENCE = re.compile(r"( {0,3}(?:`{3,}|~{3,}) *[\w+-]+) +(?!\w+=|\{)([^\s`].*)")
"""The start of a block of code, with code behind the name of its language. Settings such as ``title="..."`` are no code."""
LANGUAGE = re.compile(r" {0,3}(?:`{3,}|~{3,}) *([\w+-]*)")
OF_WORDS = frozenset({"", "text", "txt", "markdown", "md"})
"""The languages of blocks that may have paragraphs of words in them."""
PARAGRAPH = re.compile(r"#{2,} \S|(?:[-*+] |\d+\. )?(?:(?:\*\*|\[)?[A-Z][\w'\u2019]*[.,]?\*{0,2} |`[^`]+` \w)")
"""The start of a heading, or of a paragraph or an item of words, which is no line of code."""


@rule(
    "code-is-closed",
    "Close each block of code",
    Example("```\nspring: open", "```\nspring: open\n```", NEWS),
)
def code_is_closed(source: Source) -> Iterator[Problem]:
    """A line of three backticks begins a block of code, and another ends it. Without the second line, the rest of the page becomes code. The code is on the
    lines between them."""
    opened, sign, last = 0, "", source.above + len(source.lines) + 1
    for number, line in enumerate(source.lines, start=source.above + 1):
        if found := FENCE.match(line):
            if not opened:
                opened, sign = number, found[1]
                if hidden := BEHIND_FENCE.match(line):
                    wrong = f"Code is on the line that begins it, where readers would not see it: {hidden[2]}"
                    told = "Write it on a line of its own, below this one."
                    yield source.problem(number, wrong, told, f"{hidden[1]}\n{hidden[2]}")
            elif line.strip().startswith(sign) and not line.strip().strip(sign[0]):
                opened = 0
            elif found[1] == sign and LANGUAGE.fullmatch(line.rstrip()):
                last = number  # the name of a language begins other code
                break
    inside = enumerate(source.lines[opened - source.above : last - source.above - 1], start=opened + 1) if opened else ()
    short = [at for at, line in inside if re.fullmatch(r" {0,3}(?:`{1,2}|~{1,2})\s*", line)]
    if short:
        yield source.write(short[0], f"Code is opened on line {opened}, and too few backticks end it here.", sign)
    elif opened:
        to_the_end = last > source.above + len(source.lines)
        until = "never closed, so the rest of the page is code" if to_the_end else f"not closed before line {last}, which opens other code"
        end = _end_of_code(source, opened, last)
        below = f"line {end}" if end else "the last line of the code"
        yield source.problem(opened, f"Code is opened here and {until}.", f"Write {sign} on a line of its own below {below}.")


def _end_of_code(source: Source, opened: int, last: int) -> int:
    """The number of the line on which the code ends that is opened on line ``opened`` and not closed before line ``last``; 0 if that is unknown: among words
    nothing shows it."""
    inside = source.lines[opened - source.above : last - source.above - 1]
    while inside and not inside[-1].strip():
        inside.pop()
    language = LANGUAGE.match(source.lines[opened - source.above - 1])
    if language and language[1] in OF_WORDS and not all(map(str.strip, inside)):
        return 0
    end = next((at for at, line in enumerate(inside) if at and PARAGRAPH.match(line) and not inside[at - 1].strip()), len(inside))
    while end and not inside[end - 1].strip():
        end -= 1
    return opened + end


@rule(
    "lists-stand-apart",
    "Leave an empty line before a list",
    Example("Bring with you:\n- a spade\n- gloves", "Bring with you:\n\n- a spade\n- gloves", NEWS),
)
def lists_stand_apart(source: Source) -> Iterator[Problem]:
    """There is an empty line between words and a list below them. Without it, the list joins the words above it on one line."""
    before, shown_before, inside = "", "", False  # inside a list, words without an empty line above them are those of an item
    for (number, plain), line in zip(source.numbered(), source.lines, strict=True):
        begins = bool(ITEM.match(plain))
        if before and begins and not inside and _words(before, shown_before) and not plain.startswith("    ") and not lost_its_point(before, plain):
            yield source.problem(number, "This list would be one line with the words above it.", "Leave an empty line before it.", f"\n{line}")
        before, shown_before, inside = line, plain, bool(plain.strip()) and (inside or begins)


def _words(line: str, plain: str) -> bool:
    """Whether a line is part of a paragraph: not a list item, heading, admonition, quote, table or code, and not indented."""
    return bool(plain.strip("\x00 ")) and CODE_SIGN not in plain[:3] and not (ITEM.match(line) or OTHER.match(line))


@rule(
    "items-begin-lines",
    "Begin each item of a list on a line of its own",
    Example("1. Open the gate. 2. Close it behind you.", "1. Open the gate.\n2. Close it behind you.", NEWS),
    {"warning": ""},
)
def items_begin_lines(source: Source) -> Iterator[Problem]:
    """The number or hyphen of a list item begins a line. In the middle of a line it is part of the words."""
    for number, line in source.numbered():
        if JOINED.search(line):
            wrong = "The sign of an item of a list stands in the middle of this line, so that it would be words."
            yield source.problem(number, wrong, "Begin a new line before it.")


@rule(
    "numbers-end-in-a-point",
    "Write a full stop after the number of an item",
    Example("1) Open the gate.\n2) Close it behind you.", "1. Open the gate.\n2. Close it behind you.", NEWS),
)
def numbers_end_in_a_point(source: Source) -> Iterator[Problem]:
    """An item of a numbered list begins with its number and a full stop. A bracket does not make a list."""
    for number, line in source.numbered():
        if (found := NUMBERED.match(line)) and CODE_SIGN not in line:
            yield source.write(number, "A bracket after a number does not begin an item of a list here.", f"{found[1]}.{found[2]}")


@rule(
    "items-begin-with-hyphens",
    "Begin each item of a list with a hyphen or a number",
    Example("\u2013 a spade\n\u2013 gloves", "- a spade\n- gloves", NEWS),
)
def items_begin_with_hyphens(source: Source) -> Iterator[Problem]:
    """An item of a list begins with a hyphen, or with a number and a full stop. A dash, a box to tick, or a letter and a bracket, does not make a
    list, so readers would see the items as one paragraph."""
    shown = source.shown
    for at, line in enumerate(shown):
        sign = next((sign for sign in NO_ITEM if sign.match(line)), None)
        beside = [shown[other] for other in (at - 1, at + 1) if 0 <= other < len(shown)]
        if CODE_SIGN in line:
            continue
        if sign and any(map(sign.match, beside)):  # a single such line may be text
            yield source.write(source.above + at + 1, "This sign does not begin an item of a list.", sign.sub(r"\1- ", source.lines[at], count=1))
        elif TICKED.match(line):
            yield source.write(source.above + at + 1, "A box to tick stands behind a hyphen.", TICKED.sub(r"\1- [\2] ", source.lines[at], count=1))


TICKED = re.compile(r"^( {0,3})\[([ xX])\] *(?=[^\s(\[:])")
"""A task without the hyphen of a list item before its box."""
NO_ITEM = (re.compile(r"^( {0,3})[\u2013\u2014] +(?=\S)"), re.compile(r"^( {0,3})\(?(?:[a-z]|[ivx]{1,4})\) +(?=\S)"))
"""List markers that Markdown does not know: a dash, or a letter and a bracket."""


NESTED = re.compile(r"( {2,3})([-*+] +\S.*)")


@rule(
    "items-of-items-are-set-in",
    "Indent the items of an item by four spaces",
    Example("- Bring:\n  - a spade", "- Bring:\n    - a spade", NEWS),
)
def items_of_items_are_set_in(source: Source) -> Iterator[Problem]:
    """An item that belongs to the item above it is indented by four spaces. With two or three, it would be one of the same list, next to that item."""
    at = 0
    while at < len(source.shown):
        last = at
        while at and last < len(source.shown) and NESTED.fullmatch(source.shown[last]):
            last += 1
        above = next((line for line in reversed(source.shown[:at]) if line.strip()), "") if last > at else ""
        if ITEM.match(above) and not above.startswith(" "):
            old = source.lines[at:last]
            mended = "\n".join(f"    {line.strip()}" for line in old)
            number = source.above + at + 1
            below = " and the items below" if last > at + 1 else ""
            told = f"Indent this line{below} by 4 spaces, if they belong to the item above: {old[0].strip()}"
            wrong = "This item is not set in enough to belong to the item above it, and would stand beside it."
            yield replace(source.problem(number, wrong, told), replacement=Replacement(number, number + len(old) - 1, tuple(old), mended, sure=False))
        at = max(last, at + 1)


SHORT = 40
"""The most characters of a line that was ended on purpose: wrapped lines are longer."""


@rule(
    "short-lines-are-a-list",
    "Write lines that stand alone as a list",
    Example("Ada Bell\n4 Long Row\nElmswick", "Ada Bell, 4 Long Row, Elmswick", NEWS),
    {"warning": ""},
)
def short_lines_are_a_list(source: Source) -> Iterator[Problem]:
    """Three or more short lines in a row, such as those of an address, are a list or have commas between them. Otherwise readers would see one line."""
    for lines in paragraphs(source.shown, ITEM):
        shown = [source.shown[at] for at in lines]
        alone = (_words(line, line) and len(line) <= SHORT and re.match(r"[A-Z0-9]", line) and re.search(r"\w$", line) for line in shown)
        if len(shown) > 2 and all(alone):
            wrong = "Readers would see these lines as one."
            yield source.problem(source.above + lines[0] + 1, wrong, "Write a hyphen and a space before each, or one line with commas.")


def paragraphs(shown: Sequence[str], item: re.Pattern[str]) -> Iterator[range]:
    """The ranges of line indexes of the paragraphs in ``shown``. A match for ``item`` also starts a new one."""
    start = 0
    for at in range(len(shown) + 1):
        if at < len(shown) and shown[at].strip() and not (at > start and item.match(shown[at])):
            continue
        yield range(start, at)
        start = at if at < len(shown) and shown[at].strip() else at + 1
