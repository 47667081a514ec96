"""Explains wrongly written field names: without a colon, after a special character, at the end of a line of text. Also directives and merge keys of YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sds.problem import quoted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import all_fields
from sds.reading.yaml_lines import ends, parts, replacement, starts, step

NAME = re.compile(r"( *)((?:- +)*)([a-z_]+)( *[:;=] *| +[-\u2013\u2014] +| +)(\S.*)$")
"""A line that may be the name of a field and its value, with only a space or a wrong separator between them."""


def name_without_colon(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a field on line ``number`` without a colon and a space after its name, or None.

    Another line must have a field of this name in the same column, so that it is surely a name, or a record of some kind has such a field, and the line below
    one of its fields begins so, before a capital or a sign. For a space before the colon, that is not needed.
    """
    found = NAME.match(lines[number - 1])
    if not found or found[4] == ": ":
        return None
    column = len(found[1]) + len(found[2])
    there = re.compile(rf"(?=.{{{column}}}{found[3]}:(?: |$))[ -]{{{column}}}")
    if found[4] != " :" and not any(there.match(line) for line in lines) and not _below_a_field(lines, number, column, found):
        return None
    mended = f"{found[2]}{found[3]}: {_as_value(found[5])}"
    whole = ends(lines, number) or re.fullmatch(r"[>|][-+]?", found[5])  # the lines below such a value need not change
    new = replacement(lines, number, number, found[1] + mended) if whole else None
    return Diagnosis(number, "There is no colon and space after the field name.", f"Write the name, a colon and a space: {mended}", new)


def _below_a_field(lines: Sequence[str], number: int, column: int, found: re.Match[str]) -> bool:
    """Whether line ``number`` begins with the name of a field, in the column of the field on the line above it, and no sentence goes on there."""
    space, hyphens, name, _ = parts(lines[number - 2]) if number > 1 else ("", "", "", "")
    return bool(name) and column == len(space) + len(hyphens) and found[3] in all_fields() and not found[5][:1].islower()


def no_colon(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for line ``number``, after whose start libyaml expected a colon."""
    line, space = lines[number - 1].strip(), " " * step(lines[number - 1])
    if line.startswith("-"):
        mended = f"- {line[1:].strip()}"
        return Diagnosis(number, "There is no space after the hyphen.", f"Write {mended}", replacement(lines, number, number, space + mended))
    below = next((other for other in lines[number:] if other.strip()), "")
    if re.fullmatch(r"[a-z][\w-]*", line) and (step(below) > len(space) or below.startswith(f"{space}- ")):
        return Diagnosis(number, f'There is no colon after the name "{line}".', f"Write {line}:", replacement(lines, number, number, f"{space}{line}:"))
    if re.match(r"[A-Z]", line) and " " in line:
        return Diagnosis(number, "These words belong to no field.", "Write the name of their field, a colon and a space before them, or delete them.")
    name = re.fullmatch(r"((?:- +)?[a-z_]+)(?: *:| +[-\u2013\u2014] |\s)\s*(.+)", line)
    example = f"{name[1]}: {_as_value(name[2])}" if name else f"text: {_as_value(line)}" if " " in line else f'{line}: "..."'
    sure = name and ":" in line[len(name[1]) :].removesuffix(name[2])  # it has a colon, so it is a name
    whole = replacement(lines, number, number, space + example) if sure and ends(lines, number) else None
    return Diagnosis(number, "There is no colon and space after the field name.", f"Write the name, a colon and a space: {example}", whole)


def _as_value(words: str) -> str:
    """Text as a YAML value, in quotes if it needs them."""
    return words if re.fullmatch(r"[>|][-+]?|\[.*\]|\{.*\}|\".*\"|[\w-][^:#\"]*", words) else quoted(words)


def sign_of_yaml(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for YAML syntax that these files do not use: a directive (%), a merge key (<<), or a special character before a field name; or None."""
    first = next((at for at, line in enumerate(lines[:number], start=1) if re.match("%[A-Z]+ ", line)), 0)
    if first and not any(line.strip() and not line.startswith(("#", "%")) for line in lines[: first - 1]):
        return Diagnosis(first, "A line that begins with % has a special meaning here.", "Delete this line.")
    if re.match(r" *(?:- +)*<<:", lines[number - 1]):
        return Diagnosis(number, "This line copies fields from another place, which these files do not do.", "Delete it, and write the fields themselves.")
    if found := re.match(r"( *(?:- +)*)[%@`]([a-z_]+: .*)$", lines[number - 1]):
        mended = "".join(found.groups())
        new = replacement(lines, number, number, mended)
        return Diagnosis(number, "The name of a field starts with a character that has a special meaning.", f"Leave the character out: {mended.strip()}", new)
    return None


TWO_FIELDS = re.compile(r"(( *)((?:- +)*)[\w-]+:(?: +\S.*?)?(?:\S {2,}|[.!?\]}\"'] +))(([a-z_]+):(?: .*|))$")
"""A field, and after its value what may be another field: after the end of a sentence, list or quotation, or after several spaces."""


AFTER_ID = re.compile(r"(( *)((?:- +)*)[\w-]+: +[a-z0-9][a-z0-9-]* )(([a-z_]+):(?: .*|))$")
"""A field whose value may be an id, and after one space what may be another field, if other records have that field in the same column."""


BEFORE_BLOCK = re.compile(r"(( *)((?:- +)*)[\w-]+: +\S.*\S )(([a-z_]+): [>|][-+]?)$")
"""A field of words, and after one space what may be another whose words are on the lines below, if any record has such a field."""


def two_fields(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for two fields on line ``number``, whose lines were joined by mistake, or None."""
    found = next(filter(None, (form.match(lines[number - 1]) for form in (TWO_FIELDS, AFTER_ID, BEFORE_BLOCK))), None)
    if not found:
        return None
    if found.re is BEFORE_BLOCK and found[5] not in all_fields():
        return None
    if found.re is AFTER_ID and not any(line.startswith(f"{' ' * (len(found[2]) + len(found[3]))}{found[5]}:") for line in lines):
        return None
    known = any(re.match(rf" *(?:- +)*{found[5]}:(?: |$)", line) for line in lines)
    if not known and found[1].rstrip()[-1] in ".?!" and not found[1].endswith("  "):
        return None  # it may be ordinary text
    column = len(found[2]) + len(found[3])
    mended = f"{found[1].rstrip()}\n{' ' * column}{found[4]}"
    told = f"Write the second on a line of its own, indented by {column} spaces: {found[4]}"
    return Diagnosis(number, f'There are two fields on this line, and the second is "{found[5]}".', told, replacement(lines, number, number, mended))


NAMELESS = re.compile(r"(?<=\w):(?= *\])")
"""A colon after the last item of a list on one line."""
GLUED_IN_BRACES = re.compile(r"([{,] *[a-z_]+):(?=[^\s/:,\]}])")


def glued_in_braces(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a colon without a space after it in braces on line ``number``, or a colon at the end of a list in brackets; or None."""
    line = lines[number - 1]
    if "[" in line and (mended := NAMELESS.sub("", line)) != line:
        wrong = "A colon stands behind the last words of an item here, and has a meaning of its own."
        return Diagnosis(number, wrong, f"Delete it: {mended.strip()}", replacement(lines, number, number, mended))
    mended = GLUED_IN_BRACES.sub(r"\1: ", line)
    if "{" not in line or mended == line:
        return None
    return Diagnosis(number, "There is no space after a colon in these braces.", f"Write {mended.strip()}", replacement(lines, number, number, mended))


NAME_AT_END = re.compile(r"( *)((?:- +)?\S.*\S) ([a-z_]+:)$")
"""A line of text that ends in what may be the name of a field, whose value is on the lines below."""


def joined_name(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a field name at the end of a line of text, on line ``number`` or just above: two lines were joined by mistake. Or None."""
    for at in range(number, max(number - 2, 0), -1):
        found, below = NAME_AT_END.match(lines[at - 1]), next((line for line in lines[at:] if line.strip()), "")
        if not found or not starts(below):
            continue
        elsewhere = any(re.match(rf" *(?:- +)*{found[3]}(?: |$)", line) for line in lines)
        if elsewhere or found[2][-1] in ".?!]}'\"":
            wanted = max(step(below) - 2, 0)
            new = replacement(lines, at, at, f"{found[1]}{found[2]}\n{' ' * wanted}{found[3]}")
            wrong = f'The name of a field, "{found[3][:-1]}", is at the end of a line of words.'
            return Diagnosis(at, wrong, f"Write it on a line of its own, indented by {wanted} spaces: {found[3]}", new)
    return None
