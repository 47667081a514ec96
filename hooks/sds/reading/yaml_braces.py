"""Explains what is lost inside braces on one line (a quote, a comma, a colon) with the line to write, made of its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from sds.problem import quoted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import all_fields
from sds.reading.yaml_lines import ends, replacement

LINE = re.compile(r"( *(?:- +)*(?:[\w-]+: +)?)\{(.*)\}(,?) *")
"""A line that is one group of fields in braces, with what is before it."""
PLAIN = re.compile(r"-?\d+|[^\s\"'\[\]{}>|*&!%#`@,:?-][^\"\[\]{},#]*")
"""A value that needs no quotes."""
SECOND_COLON = re.compile(r": |:$")
NAMED = re.compile(r"(?:^|[,;.\s])\s*([a-z_]+): ")
"""What may be the name of a field, with its colon."""
LIST = re.compile(r"\[[^\[\]]*\]")


def slip_in_braces(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a group in braces on line ``number`` that lacks a quote, a comma or a colon, or has a semicolon for one of them; None if it has no
    such slip, or if what was meant is not sure. It is, if other lines have the same fields, and each of these is here once."""
    found = LINE.fullmatch(lines[number - 1])
    if not found or not ends(lines, number):
        return None
    lead, inside, _ = found.groups()
    alike = _alike(lines, number, lead)
    here = _flat(f"{{{inside}}}")
    if here is not None and (tuple(here) in alike or not any(re.search(r'["; ]', name) for name in here)) and not any(map(_half, here.values())):
        return None
    made = [(len(names), one) for names in (alike or {_own_names(inside, all_fields())}) if (one := _mended(inside, names))]
    if not made and alike and (one := _mended(inside, own := _own_names(inside, frozenset(name for names in alike for name in names)))):
        made = [(len(own), one)]
    meant = {one for count, one in made if count == max(made)[0]}  # fewer fields would have the others in their words
    if len(meant) != 1:
        return None
    ((mended, wrong),) = meant
    line = f"{lead}{{{mended}}}"
    return Diagnosis(number, wrong, f"Write {line.strip()}", replacement(lines, number, number, line))


def lacks_in_braces(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a group in braces on line ``number`` that cannot be read, where only its editor knows what was meant; or None. No line is shown to
    copy, because that would be another record."""
    found = LINE.fullmatch(lines[number - 1])
    group = _flat(f"{{{found[2]}}}") if found else None
    if not found or (group is not None and not any(" " in name for name in group)):
        return None
    if found[2].count('"') % 2:
        return Diagnosis(number, "One of a pair of quotes is missing in these braces.", "Write it where the words begin, or where they end.")
    told = "Write a colon and a space after each name, a comma before the next, and words in double quotes."
    return Diagnosis(number, "A comma, a colon or a quote is missing in these braces.", told)


def _half(value: str) -> bool:
    """Whether a value has a quote at one of its two ends only."""
    return value.count('"') == 1 and value.strip()[-1:] == '"'


def _alike(lines: Sequence[str], number: int, lead: str) -> set[tuple[str, ...]]:
    """The names of the fields in other lines that begin with ``lead`` and are a group in braces, each once."""
    shapes = set[tuple[str, ...]]()
    for at, line in enumerate(lines, start=1):
        if at != number and line.lstrip().startswith(f"{lead.strip()} {{") and (other := LINE.fullmatch(line)) and (group := _flat(f"{{{other[2]}}}")):
            shapes.add(tuple(group))
    return shapes


def _own_names(inside: str, known: frozenset[str]) -> tuple[str, ...]:
    """Those of the ``known`` names of fields that stand ``inside`` braces with a colon, in their order."""
    return tuple(one[1] for one in NAMED.finditer(inside) if one[1] in known)


def _flat(group: str) -> dict[str, str] | None:
    """A group in braces as its names and the values that are words; None if YAML cannot read it."""
    try:
        node = yaml.compose(group, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(node, yaml.MappingNode):
        return None
    return {str(key.value): value.value if isinstance(value, yaml.ScalarNode) else "" for key, value in node.value}


def _mended(inside: str, names: Sequence[str]) -> tuple[str, str] | None:
    """What stands ``inside`` braces, written rightly with the fields ``names`` in this order, and what is wrong with it; None if they are not all here, or
    if more than one thing is wrong: then the names may be words."""
    values, wrongs, rest = list[str](), list[str](), inside.strip()
    for index, name in enumerate(names):
        start = re.match(rf"{name}( *[:;=]? *)(?=\S)", rest)
        if not start:
            return None
        if (sign := start[1].strip()) != ":":
            wrongs.append(f'There is no colon after the name "{name}" in these braces.' if not sign else f'A "{sign}" stands for the colon after "{name}".')
        elif start[1] != ": ":
            wrongs.append("There is no space after a colon in these braces.")
        rest = rest[start.end() :]
        value, rest, between = (rest, "", ",") if index == len(names) - 1 else _cut(rest, names[index + 1])
        if not between:
            wrongs.append(f'There is no comma before "{names[index + 1]}" in these braces.')
        elif between != ",":
            wrongs.append(f'A "{between}" stands for the comma before "{names[index + 1]}".')
        written, lost = _value(value.strip())
        if not written:
            return None
        values.append(f"{name}: {written}")
        wrongs += [lost] if lost else []
    mended = ", ".join(values)
    group = _flat(f"{{{mended}}}")
    return (mended, wrongs[0]) if len(wrongs) == 1 and group is not None and tuple(group) == tuple(names) else None


def _cut(rest: str, name: str) -> tuple[str, str, str]:
    """The words before the only place where the field ``name`` may begin, what begins there, and the sign between the two; no rest if there is no such place,
    or more than one."""
    places = [*re.finditer(rf"(?:\s*([,;.])\s*|\s+)(?={name} ?:)", rest)] or [*re.finditer(rf"\s*([,;])\s+(?={name}[;= ])", rest)]
    if len(places) != 1:
        return rest, "", ","
    (place,) = places
    before = rest[: place.start()]
    ended = place[1] == "." and " " in before and before[-1].isalnum()  # the full stop of a sentence
    return rest[: place.start() + ended], rest[place.end() :], "" if ended else place[1] or ""


def _value(value: str) -> tuple[str, str]:
    """A value as it is written rightly, or nothing if that is not sure; and what is wrong with it, if a quote or a colon is."""
    opens, closes = value[:1] == '"', value[-1:] == '"' and len(value) > 1
    words = value[opens : len(value) - closes]
    if value.endswith("]") and PLAIN.fullmatch(value[:-1]):
        return f"[{value}", "A list in these braces is closed and never opened."
    if LIST.fullmatch(value) or PLAIN.fullmatch(value):
        plain = value[1:-1] if value[0] == "\u201c" and value[-1] == "\u201d" and value.count("\u201c") == 1 else value
        return (quoted(plain), "There is a second colon in a value in these braces.") if SECOND_COLON.search(value) else (value, "")
    if '"' in words or "\\" in words or not words or value[0] in "'[{\u201c":
        return "", ""
    if opens and closes:
        return value, ""
    if not opens and not closes:
        return "", ""
    if NAMED.search(words):  # the quote is lost before the next field
        return "", ""
    return quoted(words.strip()), "A quote is opened and never closed." if opens else "A quote is closed here that was never opened."
