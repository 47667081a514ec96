"""Explains words that YAML reads as a field, because they have a colon."""

from __future__ import annotations

from sds.problem import quoted
from sds.reading.field_forms import fields_at
from sds.reading.refused import Message, Refused
from sds.reading.yaml_lines import entry, replacement, step
from sds.suggest import near


def words_above(one: Refused) -> Message | None:
    """The message for a line that continues the value above, but has a colon and the same indentation, so that YAML reads it as a field; or None. Words at the
    left edge may be typed by mistake, so nobody is told only to put them with the words above if those end a sentence."""
    lines, number = one.document.text.split("\n"), one.document.line(one.place)
    above = entry(lines, number - 1) if number > 1 else None
    goes_on = number < len(lines) and step(lines[number]) > step(lines[number - 1])
    plain = above is not None and above.value and above.value[0] not in "[{>|'\"" and above.last == number - 1 and not goes_on
    written = f"{above.lead}{quoted(f'{above.value} {lines[number - 1].strip()}')}" if above and plain else ""
    if not step(lines[number - 1]) and not (above and plain and above.value[-1] not in ".?!"):
        if not one.given or near(one.field, fields_at(one.model, one.place[:-1])):
            return None
        told = f" If they belong to those above, put all in double quotes: {written}" if plain else ""
        return Message("These words belong to no field.", f"Delete this line, if you did not mean to write it.{told}")
    if above is None or not plain:
        return None
    new = replacement(lines, above.first, number, f"{above.space}{written}")
    return Message("These words continue the words above them, but the colon makes them a field.", f"Put them all in double quotes: {written}", new)
