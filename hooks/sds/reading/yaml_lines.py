"""Functions for the lines of a YAML file, without parsing it: indentation, where an entry starts and ends, and replacements of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sds.problem import Replacement, counted, quoted

ENTRY = re.compile(r"^( *)((?:- +)*)((?:[\w-]+: +)?)(.*)$")
"""The indentation of a line, its hyphens, the name of its field, and the rest."""


FOLD = re.compile(r"[>|][-+\d]*$")
"""The sign at the end of a line after which the value is on the lines below."""
FIELD_IN_BRACES = re.compile(r"(?<=[{,])( ?[a-z_]+: )(?:\"[^\"]*\"|\[[^\]]*\]|[^,}\"]+)(?=[,}])")
"""A field in braces: its name, and its value."""
TIGHT = re.compile(r"( *(?:- +)?)([a-z_]+):([^\s/:].*)")
"""A field without a space after its colon, which YAML reads as text: the part before its name, the name, and the value."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field or list item as written: its first and last line, its indentation, its hyphens and name (``lead``), and its value, joined from all lines."""

    first: int
    last: int
    space: str
    lead: str
    value: str

    @property
    def in_quotes(self) -> str:
        """The line to write: the value in double quotes, instead of any quotes that it has."""
        value, sign = self.value, self.value[:1]
        if sign in {"'", '"'} and len(value) > 1 and value.endswith(sign):
            value = value[1:-1].replace("''", "'") if sign == "'" else value[1:-1]
        elif sign == "\u201c" and value.endswith("\u201d") and value.count("\u201c") == 1:  # a word processor's, which readers would see
            value = value[1:-1]
        elif value.endswith('"') and value.count('"') == 1:  # what opens the whole value is lost, or is a curly quote
            value = value.removeprefix("\u201c")[:-1]
        return f"{self.lead}{quoted(value)}"

    def replacement(self, lines: Sequence[str], written: str) -> Replacement:
        """``written`` in place of the entry, with the same indentation."""
        return replacement(lines, self.first, self.last, f"{self.space}{written}")


def entry(lines: Sequence[str], number: int) -> Entry:
    """The entry that line ``number`` belongs to, with its continuation lines."""
    while number > 1 and not starts(lines[number - 1]):
        number -= 1
    space, hyphens, name, value = parts(lines[number - 1])
    deep = depth(lines[number - 1])
    more = []
    for line in lines[number:]:
        if not line.strip() or step(line) <= deep:
            break
        more.append(line.strip())
    return Entry(number, number + len(more), space, hyphens + name, " ".join([value.strip(), *more]).strip())


def replacement(lines: Sequence[str], first: int, last: int, line: str) -> Replacement:
    """A replacement of the lines from ``first`` to ``last`` by ``line``."""
    return Replacement(first, last, tuple(lines[first - 1 : last]), line)


def parts(line: str) -> tuple[str, str, str, str]:
    """A line as indentation, hyphens, name (with its colon) and rest."""
    found = ENTRY.match(line)
    assert found is not None
    space, hyphens, name, value = found.groups()
    return space, hyphens, name, value


def depth(line: str) -> int:
    """The column of the name, or of the last hyphen, of the entry that starts on this line. Lines with a deeper indentation continue the entry."""
    space, hyphens, name, _ = parts(line)
    return len(space) + (len(hyphens) if name else max(hyphens.rfind("-"), 0))


def starts(line: str) -> bool:
    """Whether a list item or a field starts on this line."""
    _, hyphens, name, value = parts(line)
    return bool(hyphens or name or re.fullmatch(r"[\w-]+:", value.rstrip()))


def field_column(line: str) -> int:
    """The column of what stands behind the indentation and the hyphens of a line."""
    space, hyphens, _, _ = parts(line)
    return len(space) + len(hyphens)


def step(line: str) -> int:
    """The indentation of a line: its number of leading spaces."""
    return len(line) - len(line.lstrip(" "))


def ends(lines: Sequence[str], number: int) -> bool:
    """Whether the entry on line ``number`` ends on that line: the next non-empty line starts another entry or is a comment, or there is none."""
    following = next((line for line in lines[number:] if line.strip()), "")
    return not following or starts(following) or following.lstrip().startswith("#")


def field_or_item(lines: Sequence[str], number: int, field: str, written: str) -> Replacement | None:
    """``written`` in place of the field that starts on line ``number``, or, if ``field`` is empty, of the list item that does.

    None if the field or item does not have lines of its own: it is in braces or brackets, or it is a list inside a list,
    whose first item starts on the same line.
    """
    found = re.match(rf"( *)((?:- +)*){re.escape(field)}:(?: |$)" if field else r"( *)()- (?! *- )", lines[number - 1])
    if not found:
        return None
    space, hyphens = found.groups()
    last = number
    while last < len(lines) and lines[last].strip() and step(lines[last]) > len(space) + len(hyphens):
        last += 1
    following = next((line for line in lines[last:] if line.strip()), "")
    if step(following) > len(space) + len(hyphens):  # the value continues after an empty line
        return None
    return replacement(lines, number, last, f"{space}{hyphens}{written}")


def word_mended(lines: Sequence[str], number: int, word: str, meant: str) -> Replacement | None:
    """``meant`` in place of ``word`` on line ``number``; None if the line does not have ``word`` exactly once, or already has ``meant``."""
    line = lines[number - 1]
    found, there = ([*re.finditer(rf"(?<![\w/.-]){re.escape(one)}(?![\w/.-])", line)] for one in (word, meant))
    if len(found) != 1 or there:
        return None
    return replacement(lines, number, number, f"{line[: found[0].start()]}{meant}{line[found[0].end() :]}")


def hyphen_mended(lines: Sequence[str], number: int, given: str, written: str) -> Replacement | None:
    """``written`` in place of the line after line ``number``, if that is the whole value ``given``; else None."""
    if number < len(lines) and lines[number].strip() == given and ends(lines, number + 1):
        return replacement(lines, number + 1, number + 1, " " * step(lines[number]) + written)
    return None


def as_similar(lines: Sequence[str], number: int) -> str:
    """What to compare line ``number`` with, if nobody can say what to write: the nearest line that begins in the same way, with its indentation."""
    _, hyphens, name, value = parts(lines[number - 1])
    begins = hyphens + (name.strip() or (value.strip() if value.rstrip().endswith(":") else ""))
    others = [at for at, line in enumerate(lines, start=1) if at != number and line.strip() and not line.lstrip().startswith("#")]
    alike = [at for at in others if begins and lines[at - 1].lstrip().startswith(begins)] or [at for at in others if starts(lines[at - 1])]
    if not alike:
        return "Compare it with another file of this kind."
    near = min(alike, key=lambda at: (abs(at - number), at > number))
    line = lines[near - 1]
    shown = FIELD_IN_BRACES.sub(r"\1...", line.strip()) if "{" in line else line.strip()  # not another record to copy
    return f"Write it as line {near} is written, which is indented by {counted(step(line), 'space')}: {shown}"
