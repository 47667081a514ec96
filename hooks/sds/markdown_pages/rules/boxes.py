"""The rule for boxes (admonitions): each holds its words, and begins as boxes do here and not on other sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sds.markdown_pages.source import NEWS, Source
from sds.problem import Problem, Replacement
from sds.rule import Example, rule

OF_OTHERS = re.compile(r"( {0,3})(?:> ?\[!(\w+)\]|:::+ *\{?\.?(\w+)).*")
"""The first line of a box as other sites have it: ``> [!NOTE]``, ``:::note``."""
QUOTES = "pymdownx.quotes"
"""The Markdown extension that makes boxes of quotations which begin with ``[!NOTE]``."""
BOX = re.compile(r"^( *)!!!\+? ?[\w\"]")
"""The first line of an admonition."""


@rule(
    "boxes-hold-words",
    "Indent the words of a box",
    Example("!!! note\nBring your own gloves.", "!!! note\n\n    Bring your own gloves.", NEWS),
)
def boxes_hold_words(source: Source) -> Iterator[Problem]:
    """The words of a box are indented by four spaces under the line that begins it. Otherwise the box is empty, and its words are below it."""
    for at, (number, line) in enumerate(source.numbered()):
        if (other := OF_OTHERS.fullmatch(line)) and not (other[2] and QUOTES in source.extensions):
            told = f"Write !!! {(other[2] or other[3]).lower()} and, below an empty line, the words of the box, indented by {len(other[1]) + 4} spaces."
            wrong = "A box begins in this way on other sites, and readers would see these signs here."
            yield replace(source.problem(number, wrong, told), replacement=_as_box(source, at, other))
        if found := BOX.match(line):
            below = next(((place, other) for place, other in enumerate(source.shown[at + 1 :], at + 1) if other.strip()), None)
            if below and below[1].startswith((f"{found[1]}    ", f"{found[1]}\t")):
                continue
            wrong = "This box is empty, because no words are set in under it."
            if below and below[0] == at + 1:
                new = f"{source.lines[at]}\n\n{found[1]}    {source.lines[at + 1].strip()}"
                told = f"Indent the words of the box by {len(found[1]) + 4} spaces, below an empty line."
                paragraph = at + 2 >= len(source.shown) or not source.shown[at + 2].strip()
                yield source.problem(number, wrong, told, new if paragraph else None, number + 1)
            else:
                yield source.problem(number, wrong, f"Indent the words of the box by {len(found[1]) + 4} spaces, or delete this line.")


def _as_box(source: Source, at: int, begun: re.Match[str]) -> Replacement | None:
    """The whole box that begins on the line ``at`` as other sites have it (``begun``), as it is written here. None if it has a title or does not end."""
    lines, space, last = source.lines, begun[1], at + 1
    quoted = begun[2] is not None
    if re.search(r"\w", lines[at].partition(begun[2] or begun[3])[2]):
        return None
    while last < len(lines) and (lines[last].startswith(f"{space}>") if quoted else not re.fullmatch(r" *:::+ *", lines[last])):
        last += 1
    if not quoted and last == len(lines):
        return None
    words = [re.sub(r"^ *> ?", "", line) if quoted else line.removeprefix(space) for line in lines[at + 1 : last]]
    end = last if quoted else last + 1
    box = [f"{space}!!! {(begun[2] or begun[3]).lower()}", "", *(f"{space}    {line}".rstrip() for line in words)]
    return Replacement(source.above + at + 1, source.above + end, tuple(lines[at:end]), "\n".join(box))
