"""The messages for a list inside a list, and for brackets or braces around one word."""

from __future__ import annotations

import re
from dataclasses import replace

from sds.problem import Problem, quoted
from sds.reading.field_forms import annotation_at, is_date, ref_at, value_at, values
from sds.reading.refused import Message, Refused
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_text import Value

PLAIN = re.compile(r"\w[^:#,\[\]{}\"]*")
"""Words that need no quotes in a list on one line."""


def list_in_list(one: Refused) -> Problem | None:
    """The problem for a list of several words that is an item of another list, with all words in one; or None."""
    owner = replace(one, place=one.place[:-1])
    inside, items = _words(one.given), _words(value_at(one.document, owner.place) or "")
    if not isinstance(one.given, list) or len(inside) < 2 or not (all(inside) and all(items)):
        return None
    number = one.document.line(owner.place)
    wrong = f"There is a list inside a list, in {one.where}."
    if re.search(rf"\b{re.escape(one.field)}: +\[", one.document.text.split("\n")[number - 1]):
        line = f"{one.field}: [{', '.join(word if PLAIN.fullmatch(word) else quoted(word) for word in items)}]"
        return Problem(one.document.path, number, wrong, f"Write {line}", replacement=owner.replaced_by(line))
    told = f"Write each of its {len(inside)} items on a line of its own, the first as - {inside[0]}"
    return Problem(one.document.path, one.document.line(one.place), wrong, told)


def _words(value: Value) -> list[str]:
    """The words in a list, however deep, in their order; an empty text for what is none, such as a group of fields."""
    if isinstance(value, list):
        return [word for item in value for word in _words(item)]
    return [value if isinstance(value, str) else ""]


def wrapped_word(one: Refused) -> Message | None:
    """The message for brackets or braces around the one word of a field that holds an id, a date or one of a few words, or around its one item; or None."""
    given = one.given
    names = list(given) if isinstance(given, dict) and not any(given.values()) else given
    if not isinstance(names, list) or len(names) != 1 or not isinstance(names[0], str) or not _takes_one_word(one):
        return None
    lines, number, word = one.document.text.split("\n"), one.document.line(one.place), names[0]
    found = re.findall(rf"[\[{{] *[\"']?{re.escape(word)}[\"']? *[\]}}]", lines[number - 1])
    if len(found) != 1 or not re.fullmatch(r"[\w.-]+", word):
        return None
    mended = lines[number - 1].replace(found[0], word)
    signs = "braces" if isinstance(given, dict) else "brackets"
    wrong = f"There are {signs} around the one word that belongs in {one.where}."
    return Message(wrong, f"Leave the {signs} out: {mended.strip()}", replacement(lines, number, number, mended))


def _takes_one_word(one: Refused) -> bool:
    """Whether the field, or the item, holds an id, a date or one of a few words. Braces in words hold what the site fills in."""
    return bool(values(annotation_at(one.model, one.place)) or ref_at(one.model, one.place)) or is_date(one.model, one.place)
