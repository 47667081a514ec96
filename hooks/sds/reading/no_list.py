"""The messages for words where a list belongs, and for a list without items."""

from __future__ import annotations

import re

from sds.model.field_types import ID, Id, slug
from sds.problem import counted
from sds.reading.field_forms import annotation_at, fields_at, holds
from sds.reading.refused import Message, Refused
from sds.reading.yaml_bullets import stars
from sds.reading.yaml_doubles import head_in_note
from sds.reading.yaml_lines import hyphen_mended, replacement, step


def no_list(one: Refused) -> Message:
    """The message for text where a list belongs."""
    given, field = one.given, one.field
    if given == "":
        return empty_list(one)
    if isinstance(given, dict):
        lines, at = one.document.text.split("\n"), one.document.line((*one.place, *list(given)[:1]))
        if head := head_in_note(lines, at, "So its other fields belong to no record."):
            return Message(head.wrong, head.instead, head.replacement)
        return Message(f"There are fields where a list belongs, in {one.where}.", "Begin each item with a hyphen and a space, before its first field.")
    if isinstance(given, str) and re.match(r"-\S", given):
        lines, at = one.document.text.split("\n"), one.document.line(one.place)
        first, *more = re.split(r" -(?=\S| )", given[1:])
        wrong = f"There is no space after the hyphen, in {one.where}."
        own, below = (*lines[at : at + 2], "", "")[:2]
        if more and own.strip() == f"-{first}" and below.lstrip().startswith("- "):  # the items below are right, and read as its words
            column = step(below)
            new = replacement(lines, at + 1, at + 1, f"{' ' * column}- {first}")
            return Message(wrong, f"Write it indented by {counted(column, 'space')}: - {first}", new, line=at + 1)
        return Message(wrong, f"Write - {first}", None if more else hyphen_mended(lines, at, given, f"- {first}"))
    if isinstance(given, str) and (listed := stars(one.document.text.split("\n"), one.document.line(one.place) + 1)):
        return Message(listed.wrong, listed.instead, listed.replacement, line=listed.line)
    if isinstance(given, str) and given.endswith("]") and "[" not in given:
        line = f"{field}: [{given}"
        return Message(f"A list is closed and never opened, in {one.where}.", f"Write {line}", one.replaced_by(line))
    wrong = f"There are words where a list belongs, in {one.where}."
    if one.item and isinstance(given, str) and "," in given:
        line = f"- [{given}]"
        return Message(wrong, f"Write {line}", one.replaced_by(line))
    lines, number = one.document.text.split("\n"), one.document.line(one.place)
    if isinstance(given, str) and re.search(rf"[{{,] *{re.escape(field)}: {re.escape(given)} *[,}}]", lines[number - 1]):
        mended = lines[number - 1].replace(f"{field}: {given}", f"{field}: [{given.strip('()')}]", 1)
        return Message(wrong, f"Write {mended.strip()}", replacement(lines, number, number, mended))
    if fields_at(one.model, (*one.place, 0)):
        return Message(wrong, f"Write {one.line}")
    if isinstance(given, str) and holds(annotation_at(one.model, one.place), Id) and (ids := _ids_of_words(given, one.document.text)):
        line = f"{field}: [{', '.join(ids)}]"
        return Message(wrong, f"Write {line}", one.replaced_by(line))
    parts = [part for part in re.split(r"[,;&\s]+", given.strip("() ")) if part not in {"and", "or", ""}] if isinstance(given, str) else []
    if holds(annotation_at(one.model, one.place), Id) and parts and all(map(ID.fullmatch, parts)) and (len(parts) == 1 or " " not in parted(given)):
        line = f"{field}: [{', '.join(parts)}]"
        return Message(wrong, f"Write {line}", one.replaced_by(line))
    return Message(wrong, "Put each item on its own line, after a hyphen and a space.")


def parted(given: str) -> str:
    """Words with a comma where people write one, a semicolon, a sign or a small word between two ids."""
    return re.sub(r"\s*(?:[,;&/]|\b(?:and|or)\b)\s*", ",", given.strip("() "))


def _ids_of_words(given: str, text: str) -> list[str]:
    """The ids that words mean, such as "tool shed and water", if each of several words is an id of the file; else an empty list."""
    ids = [slug(part) for part in parted(given).split(",") if part]
    return ids if any("-" in id for id in ids) and all(re.search(rf"(?<![\w-])id: {re.escape(id)}(?![\w-])", text) for id in ids) else []


def empty_list(one: Refused) -> Message:
    return Message(f"The list {one.where} is empty.", f"Write {one.line}")
