"""What libyaml cannot read, said for someone who does not write programs, with the line to write instead."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from sds.problem import Problem, quoted

ENTRY = re.compile(r"^( *)((?:- +)*)((?:[\w-]+: +)?)(.*)$")
"""How far a line is set in, its hyphens, the name of its field, and the rest."""
FOLD = re.compile(r"[>|][-+\d]*$")
PARTED = re.compile(r"(---|\.\.\.)(\s|$)")
CLOSING = {"[": "]", "{": "}"}
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.)|$)")
"""A backslash and what it changes: a character by its number (groups 1 to 3), the one after it (4), or the end of the line."""
HARMLESS = frozenset({"\\", '"'})
"""What a backslash may stand before: itself and a quote."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value as it is written: the hyphens and the name before it, and its words from all its lines as one."""

    lead: str
    value: str

    @property
    def in_quotes(self) -> str:
        """The line to write: the value in one pair of quotes, without a pair that is there already."""
        value, sign = self.value, self.value[:1]
        if sign in {"'", '"'} and len(value) > 1 and value.endswith(sign):
            value = value[1:-1].replace("''", "'") if sign == "'" else value[1:-1]
        return f"{self.lead}{quoted(value)}"


def yaml_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem that libyaml's ``error`` in ``text`` is, on the line where the slip was made. Nothing after it could be read."""
    line, wrong, instead = _diagnose(text, [*text.split("\n"), ""], error)
    return Problem(path, line, wrong, instead, hides=True)


Diagnosis = tuple[int, str, str]
"""The line, what is wrong, and what to write."""


def _diagnose(text: str, lines: Sequence[str], error: yaml.MarkedYAMLError) -> Diagnosis:
    mark = error.problem_mark or error.context_mark
    number, column = (mark.line + 1, mark.column) if mark else (1, 0)
    began, opened = (error.context_mark.line + 1, error.context_mark.column) if error.context_mark else (number, column)
    said = f"{error.context or ''} {error.problem or ''}"
    if "document" in said and (parts := next((place for place in range(number, 1, -1) if PARTED.match(lines[place - 1])), 0)):
        return parts, "A line of hyphens or dots ends the file here, and there is more below it.", "Delete this line."
    if "mapping values are not allowed" in said:
        return _colon(lines, number)
    if "cannot start any token" in said:
        line, item = lines[number - 1], re.match(r"[^,\]}]*", lines[number - 1][column:])
        inside = item and ENTRY.sub(r"\4", line).startswith(("[", "{"))
        instead = quoted(item[0].strip()) if item and inside else _entry(lines, number).in_quotes
        return number, "A value starts with a character that has a meaning of its own here.", f"Put the value in double quotes: {instead}"
    if any(sign in said for sign in ("alias", "anchor", "tag")):
        return sign_first(lines, number)
    if "escape" in said:
        return _escape(lines[number - 1], number)
    if "quoted scalar" in said:
        return _open_quote(lines, began, opened)
    if "block scalar" in said:
        entry = _entry(lines, number)
        plain = Entry(entry.lead, re.sub(r"^[>|][-+\d]*\s*", "", entry.value))
        return number, "After > or | the words start on the next line.", f"Leave that sign out: {plain.in_quotes}"
    if "flow" in said:
        return _bracket(lines, (began, opened), (number, column), "node content" in said)
    if "could not find expected ':'" in said:
        return _too_far_left(lines, began) or _no_colon(lines, began)
    return _words_after(text, lines, number, column) or _too_far_left(lines, number) or _not_lined_up(number)


def sign_first(lines: Sequence[str], number: int) -> Diagnosis:
    """A value on line ``number`` that starts with a sign which libyaml does not take for a letter."""
    return (
        number,
        "A value starts with *, & or !, which have a meaning of their own here.",
        f"Put the value in double quotes: {_entry(lines, number).in_quotes}",
    )


def escapes(lines: Sequence[str], node: yaml.Node) -> Iterator[Diagnosis]:
    """Each line of a value in double quotes on which a backslash stands that an editor does not need: all but those of ``\\\\`` and ``\\"``."""
    if not isinstance(node, yaml.ScalarNode) or node.style != '"':
        return
    for at in range(node.start_mark.line, node.end_mark.line + 1):
        start = node.start_mark.column if at == node.start_mark.line else 0
        end = node.end_mark.column if at == node.end_mark.line else None
        if any(not code[4] or code[4] not in HARMLESS for code in ESCAPE.finditer(lines[at][start:end])):
            yield _escape(lines[at], at + 1)


def _escape(line: str, number: int) -> Diagnosis:
    """The backslashes on ``line``, which is ``number`` of the file: each is read with what follows as one character, or ends the reading."""
    codes = [code for code in ESCAPE.finditer(line) if code[4] not in HARMLESS]
    mended = ESCAPE.sub(lambda code: code[0] if code[4] in HARMLESS else _meant(code), line).strip()
    if all(code[0] == "\\" for code in codes):
        return number, "A backslash ends this line.", f"Leave it out: {mended}"
    named = " and ".join(dict.fromkeys(code[0] for code in codes))
    wrong = f"A backslash in double quotes changes what follows it: {named} {'is' if len(codes) == 1 else 'are'} not read as written."
    if all(code[1] or code[2] or code[3] for code in codes):
        return number, wrong, f"Write the character itself, or leave it out: {mended}"
    return number, wrong, f"Write a slash in its place, or two backslashes: {mended}"


def _meant(code: re.Match[str]) -> str:
    """What the editor most likely meant by a backslash and what follows: the character with that number if it can be seen, else a slash."""
    if number := code[1] or code[2] or code[3]:
        character = chr(int(number, 16)) if int(number, 16) <= sys.maxunicode else ""
        return character if character.isprintable() else ""
    return "" if code[4] is None else f"/{code[4].removeprefix('/')}"


def _entry(lines: Sequence[str], number: int) -> Entry:
    """The value that line ``number`` is a part of, with the lines that continue it."""
    while number > 1 and not _starts(lines[number - 1]):
        number -= 1
    space, hyphens, name, value = _parts(lines[number - 1])
    deep = len(space) + (len(hyphens) if name else 0)
    more = []
    for line in lines[number:]:
        if not line.strip() or _step(line) <= deep:
            break
        more.append(line.strip())
    return Entry(hyphens + name, " ".join([value.strip(), *more]).strip())


def _colon(lines: Sequence[str], number: int) -> Diagnosis:
    """A colon and a space where no field can start."""
    space, hyphens, name, value = _parts(lines[number - 1])
    if (name and ":" in value) or (not name and value.count(": ") > 1):
        return number, "There is a second colon in this value.", f"Put the value in double quotes: {_entry(lines, number).in_quotes}"
    above = next((place for place in range(number - 1, 0, -1) if lines[place - 1].strip()), number)
    start = above
    while start > 1 and not _starts(lines[start - 1]):
        start -= 1
    _, item, field, words = _parts(lines[start - 1])
    if start < number and words and len(space) > _step(lines[start - 1]) and not hyphens and ((item and not field) or (field and not name)):
        return number, "There is a colon and a space in these words.", f"Put them in double quotes: {_entry(lines, start).in_quotes}"
    if ":" not in lines[above - 1] and _step(lines[above - 1]) == len(space):
        return _no_colon(lines, above)
    return number, "This line is set in further than the field it belongs to.", "Line it up with the fields around it."


def _open_quote(lines: Sequence[str], line: int, column: int) -> Diagnosis:
    whole, sign = lines[line - 1].strip(), lines[line - 1][column]
    simple = _parts(lines[line - 1])[3].startswith(sign)
    example = f"{whole}{sign}" if simple else f"text: {sign}Ask for a plan.{sign}"
    return line, "A quote is opened and never closed.", f"End the value with the same quote: {example}"


def _bracket(lines: Sequence[str], opened: tuple[int, int], found: tuple[int, int], nothing: bool) -> Diagnosis:
    """Something in brackets or braces that libyaml cannot read: ``opened`` is where they start, ``found`` where it gave up, ``nothing`` if an item lacks."""
    (began, start), (number, column) = opened, found
    line = lines[number - 1]
    if nothing and re.search(r"[,\[{]\s*,", line):
        mended = re.sub(r"([\[{])\s*,\s*", r"\1", re.sub(r",(\s*,)+", ",", line))
        return number, "There is a comma with nothing before it.", f"Write {mended.strip()}"
    closing = CLOSING.get(lines[began - 1][start : start + 1], "]")
    if not nothing and closing in line[column:] and (number == began or not _starts(line)):
        return number, "A comma is missing between two values.", f"Write {line[:column].strip()}, {line[column:].strip()}"
    what = "brace" if closing == "}" else "bracket"
    return began, f"A {what} is opened and never closed.", f"End the list with {closing} as in {lines[began - 1].strip().rstrip(',')}{closing}"


def _too_far_left(lines: Sequence[str], number: int) -> Diagnosis | None:
    """Words that belong to the words above and are set in less than these."""
    line = lines[number - 1]
    above = next((lines[place - 1] for place in range(number - 1, 0, -1) if lines[place - 1].strip()), "")
    folds = bool(FOLD.search(above.rstrip()))
    if not line.strip() or _starts(line) or line.lstrip().startswith("-") or not above:
        return None
    if not folds and (_starts(above) or _step(above) <= _step(line)):
        return None
    wanted = _step(above) + (2 if folds else 0)
    return number, "These words are set too far to the left to belong to the words above them.", f"Set this line in by {wanted} spaces."


def _no_colon(lines: Sequence[str], number: int) -> Diagnosis:
    line = lines[number - 1].strip()
    if line.startswith("-"):
        return number, "There is no space after the hyphen.", f"Write - {line[1:].strip()}"
    name = re.fullmatch(r"((?:- +)?[a-z_]+)(?: *:|\s)\s*(.+)", line)
    example = f"{name[1]}: {_as_value(name[2])}" if name else f"text: {_as_value(line)}" if " " in line else f'{line}: "..."'
    return number, "There is no colon and space after the field name.", f"Write the name, a colon and a space: {example}"


def _as_value(words: str) -> str:
    """Words as a value: in quotes where they need them."""
    return words if re.fullmatch(r"\[.*\]|\".*\"|[\w-][^:#\"]*", words) else quoted(words)


def _words_after(text: str, lines: Sequence[str], number: int, column: int) -> Diagnosis | None:
    """Words after a value that its closing quote or bracket has ended."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if (token.end_mark.line, token.end_mark.column) > (number - 1, column):
                break
            if token.start_mark.index < token.end_mark.index:
                last = token
    except yaml.YAMLError:
        pass  # what cannot be scanned comes after what could not be parsed
    if isinstance(last, yaml.ScalarToken) and last.style in {"'", '"'}:
        if last.start_mark.line < last.end_mark.line:
            return _open_quote(lines, last.start_mark.line + 1, last.start_mark.column)
        return number, "There are words outside the quotes of this value.", f"Put one pair around the whole: {_entry(lines, number).in_quotes}"
    if isinstance(last, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and last.end_mark.line == number - 1:
        rest = lines[number - 1][column:].strip()
        if rest in {"]", "}"}:
            return number, f"There is one {rest} too many.", f"Write {lines[number - 1][:column].strip()}"
        return number, "There are words after the closing bracket.", f"Put the whole value in double quotes: {_entry(lines, number).in_quotes}"
    return None


def _not_lined_up(number: int) -> Diagnosis:
    return (
        number,
        "This line is not lined up with the lines around it.",
        "Set it in by the same number of spaces as the field above it, two for each step.",
    )


def _parts(line: str) -> tuple[str, str, str, str]:
    found = ENTRY.match(line)
    assert found is not None
    space, hyphens, name, value = found.groups()
    return space, hyphens, name, value


def _starts(line: str) -> bool:
    """Whether an item or a field starts on this line."""
    _, hyphens, name, value = _parts(line)
    return bool(hyphens or name or re.fullmatch(r"[\w-]+:", value.rstrip()))


def _step(line: str) -> int:
    """How far a line is set in."""
    return len(line) - len(line.lstrip(" "))
