"""Signs of Markdown in a hand-written page that have no other half, and so would be read: stars, cells of a table, notes at the foot, braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sds.model.field_types import OWN_MACHINE
from sds.problem import Problem, Replacement

STARS = re.compile(r"(?<!\\)\*+")
OF_SLANTED = (1, 3)
"""How many stars begin or end slanted words; three do the same for bold words within."""
NO_STARS = re.compile(r"^ {0,3}(?:>? ?[-*+]|\d{1,3}\.) |^ {0,3}\*(?: ?\*){2,} *$|^\*\[[^\]]+\]:| \* ")
"""What is no sign of slanted words: the sign of an item, a line across the page, an abbreviation, a star between spaces."""
ROW = re.compile(r" {0,3}\|.*\|\s*$")
RULE = re.compile(r"[|:\- ]+$")
NOTE = re.compile(r"(?<!\\)\[\^([\w-]+)\](?!:)")
NOTE_BELOW = re.compile(r"^ {0,3}\[\^([\w-]+)\]:", re.MULTILINE)
FILLED = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
HOST = re.compile(r"https?://(?:[^/@\s]*@)?([\w.-]+|\[[\w:]*\])(:\w+)?")


DEFINED = re.compile(r"^ {0,3}\[([^\]^][^\]]*)\]:", re.MULTILINE)
NAMED = re.compile(r"(?<![\]\\!])\[([^\][^]+)\]\[([^\]^]*)\]")
"""A link whose address stands elsewhere on the page, under a name: https://daringfireball.net/projects/markdown/syntax#link."""
BROKEN = re.compile(r"(\[[^\][]+\])\(([^()\s\"']+) +([^()\s\"']*)\)")
"""A link with a space in its address."""
HALF = re.compile(r"\[([^\]\[()]+)\(((?:https?://|~/|mailto:|#)[^()\s]*)\)")
"""A link without the bracket behind its words."""
OPEN_BRACES = re.compile(r"^#{1,6} .*\{[^}]*$")
BARE_EMAIL = re.compile(r"(?<![\w<(:/.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
EXAMPLES = re.compile(r"https?://(?:[\w.-]*\.)?example\.(?:com|net|org)\b")
"""Names that are kept for examples: RFC 2606."""
UNDERLINED = re.compile(r" {0,3}(?:-{2,}|=+) *$")
NO_WORDS = re.compile(r"(!?)\[\s*\]\([^)]*\)")
NUMBERED = re.compile(r"^( {0,3}\d{1,3})\)( +\S.*)$")
ALL_BOLD = re.compile(r"^\*\*([^*]+[^*.:!?])\*\*\s*$")
SPREAD = re.compile(r"[^\s\x00]\t+\S")


def lone_signs(path: str, shown: Sequence[str], above: int) -> Iterator[Problem]:
    """A problem for each sign without its other half in the lines of a page, in which code is blanked, and which begin below ``above`` lines of its file."""
    noted = set(NOTE_BELOW.findall("\n".join(shown)))
    for number, line in enumerate(shown, start=above + 1):
        if missing := next((note for note in NOTE.findall(line) if note not in noted), ""):
            yield Problem(path, number, f"This names a note that does not exist: [^{missing}].", f"Write it below: [^{missing}]: the words.")
        if found := FILLED.search(line):
            yield Problem(path, number, f"Nothing is filled in for {found[0]}, and readers would see it as it stands.", "Write the words, without braces.")
        if found := next((one for one in HOST.finditer(line) if one[2] or one[1] == "localhost" or OWN_MACHINE.fullmatch(one[1])), None):
            yield Problem(path, number, f'"{found[0]}" is not an address that everybody can open.', "Write the address that it has on the internet.")
        yield from _unlike_markdown(path, number, line)
    names = {name.casefold() for name in DEFINED.findall("\n".join(shown))}
    for number, line in enumerate(shown, start=above + 1):
        if found := next((one for one in NAMED.finditer(line) if (one[2] or one[1]).casefold() not in names), None):
            wrong = f"This link names an address that is nowhere on the page: {found[0]}."
            yield Problem(path, number, wrong, f"Write the address in round brackets: [{found[1]}](https://...)")
    for number, (before, line) in enumerate(pairwise(shown), start=above + 2):
        if UNDERLINED.match(line) and before.strip("\x00 ") and not re.match(r" *(?:[-*+|>#]|\d+\.) ?", before):
            wrong = "This line makes a heading of the line above it."
            instead = "Leave an empty line between them; for a heading, write ## before its words and take this line out."
            yield Problem(path, number, wrong, instead, level="warning")
    yield from _tables(path, shown, above)
    yield from _open_slant(path, shown, above)


def _unlike_markdown(path: str, number: int, line: str) -> Iterator[Problem]:
    """A problem for a line that has a form that people know from elsewhere, which Markdown has in another way."""
    if found := BROKEN.search(line):
        yield Problem(path, number, "There is a space in the address of this link, so it is not a link.", f"Write {found[1]}({found[2]}{found[3]})")
    if found := HALF.search(line):
        wrong = "A link has a square bracket after its words too."
        mended = f"{line[: found.start()]}[{found[1]}]({found[2]}){line[found.end() :]}"
        yield Problem(path, number, wrong, f"Write [{found[1]}]({found[2]})", replacement=_one_line(number, line, mended))
    if OPEN_BRACES.match(line):
        yield Problem(path, number, "Braces are opened in this heading and never closed, so that readers would see them.", "Write } at its end.")
    if found := BARE_EMAIL.search(line):
        wrong = f"{found[0]} would be words and not a link."
        mended = f"{line[: found.start()]}<{found[0]}>{line[found.end() :]}"
        yield Problem(path, number, wrong, f"Write <{found[0]}>", replacement=_one_line(number, line, mended))
    if found := EXAMPLES.search(line):
        wrong = f"{found[0]} is an address kept for examples, and nothing is there."
        yield Problem(path, number, wrong, "Write the real address, or put it between backticks.", level="warning")
    if found := NO_WORDS.search(line):
        what = "This picture has no words for people who cannot see it." if found[1] else "This link has no words, so nobody can see or choose it."
        yield Problem(path, number, what, "Write them between the square brackets.")
    if (found := NUMBERED.match(line)) and "\x00" not in line:
        mended = f"{found[1]}.{found[2]}"
        wrong = "A bracket after a number does not begin an item of a list here."
        yield Problem(path, number, wrong, f"Write {mended.strip()}", replacement=Replacement(number, number, (line,), mended))
    if found := ALL_BOLD.match(line):
        wrong = "This line looks like a heading but is not one, so nobody can go to it."
        yield Problem(path, number, wrong, f"If it is one, write ## {found[1]}", level="warning")
    if SPREAD.search(line):
        yield Problem(path, number, "There are tabs between words, and readers would see one space.", "Write a table: | before, between and after the words.")


def _one_line(number: int, line: str, mended: str) -> Replacement | None:
    """``mended`` in place of a line, where no code in it was blanked."""
    return None if "\x00" in line else Replacement(number, number, (line,), mended)


def _tables(path: str, shown: Sequence[str], above: int) -> Iterator[Problem]:
    """A problem for the first line of each table that has more or fewer cells than its head, and for a table without its line of hyphens."""
    at = 0
    while at < len(shown):
        last = at
        while last < len(shown) and ROW.match(shown[last]):
            last += 1
        rows = [_cells(line) for line in shown[at:last]]
        if len(rows) > 1 and not RULE.match(shown[at + 1]):
            wrong = "This table has no line of hyphens below its first line, so readers would see its signs."
            yield Problem(path, above + at + 1, wrong, f"Write below it {'| --- ' * rows[0]}|")
        elif odd := next((one for one, cells in enumerate(rows) if cells != rows[0]), 0):
            wrong = f"This line of the table has {rows[odd]} cells, and its first line has {rows[0]}."
            yield Problem(path, above + at + odd + 1, wrong, "Write as many, with a | before and after each.")
        at = last + 1


def _cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line)) - 1


def _open_slant(path: str, shown: Sequence[str], above: int) -> Iterator[Problem]:
    """A problem for each paragraph or item with a star that begins slanted words which none ends."""
    start = 0
    for at in range(len(shown) + 1):
        if at < len(shown) and shown[at].strip() and not (at > start and re.match(r" *(?:[-*+]|\d+\.) ", shown[at])):
            continue
        here = [number for number in range(start, at) for stars in STARS.findall(NO_STARS.sub("", shown[number])) if len(stars) in OF_SLANTED]
        if len(here) % 2:
            yield Problem(
                path, above + here[0] + 1, "A star begins slanted words here, and no star ends them.", "Write * after the last of them, or delete this one."
            )
        start = at if at < len(shown) and shown[at].strip() else at + 1
