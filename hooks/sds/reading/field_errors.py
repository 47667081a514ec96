"""Pydantic's errors -> problems in the words of an editor, with the line to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sds.model.field_error import FieldError
from sds.problem import FieldPath, Problem, quoted
from sds.reading.comma_errors import cut_by_commas, cut_in_braces, regrouped_list, slips_in_braces
from sds.reading.expected import ExpectedFields
from sds.reading.field_forms import annotation_at, at_any, description, field_at, fields_at, is_text, may_be_empty, value_at, values
from sds.reading.groups import group_of_fields
from sds.reading.halved_items import halved
from sds.reading.joined_words import words_above
from sds.reading.lost_names import swallowed_above
from sds.reading.misplaced_items import doubled, nameless, set_in_too_far
from sds.reading.nested import list_in_list, wrapped_word
from sds.reading.no_list import empty_list, no_list
from sds.reading.refused import Message, Refused, lower
from sds.reading.ways_to_reach import is_address, takes_address, way_to_reach
from sds.reading.wrong_ids import files_of, free_id, ids_in, kinds_at, whose_id
from sds.reading.yaml_lines import replacement
from sds.reading.yaml_signs import question_first
from sds.reading.yaml_text import Document
from sds.suggest import near, nearest, next_like, one_slip_away, sure, write_one_of


def problems_of(details: Sequence[ErrorDetails], document: Document, model: type[BaseModel], expected: ExpectedFields) -> Iterator[Problem]:
    """The problems for Pydantic's errors (``details``) in ``document``, validated as ``model``. Errors that only follow from another are left out."""
    places: list[FieldPath] = [tuple(detail["loc"]) for detail in details]
    misspelt = _misspelt(details, model)
    meant = {place: str(missing[-1]) for missing, place in misspelt.items()}
    regrouped = dict[FieldPath, Problem | None]()
    of_items = [*halved(details, document), *doubled(details, document), *nameless(details, document, model)]
    of_items += [*set_in_too_far(details, document, model), *slips_in_braces(details, document)]
    yield from (problem for _, problem in of_items)
    explained = {place for items, _ in of_items for place in items}
    for detail, place in zip(details, places, strict=True):
        if place in misspelt or place in explained or place[:-1] in explained:
            continue
        if detail["type"] == "missing" and place[:-1] in document.twice:
            continue  # one of the two may be meant as the missing one
        if detail["type"] == "too_short" and any(len(other) > len(place) and other[: len(place)] == place for other in places):
            continue
        if place and isinstance(place[-1], int):
            owner = place[:-1]
            if owner not in regrouped:
                nested = list_in_list(Refused(detail, place, document, model, expected))
                regrouped[owner] = nested or regrouped_list(Refused(detail, owner, document, model, expected))
                if problem := regrouped[owner]:
                    yield problem
            if regrouped[owner]:
                continue
        message = MESSAGES.get(detail["type"], _anything_else)(Refused(detail, place, document, model, expected, meant=meant.get(place, "")))
        yield message.problem(document.path, document.line(place))


def _misspelt(details: Collection[ErrorDetails], model: type[BaseModel]) -> dict[FieldPath, FieldPath]:
    """Missing fields that are there under a misspelt name: the path of each missing field -> the path of the misspelt one, where it is reported."""
    extra = [(tuple(detail["loc"]), detail["input"]) for detail in details if detail["type"] == "extra_forbidden"]
    missing = [tuple(detail["loc"]) for detail in details if detail["type"] == "missing"]
    found = dict[FieldPath, FieldPath]()
    for place, given in extra:
        lacking = [other for other in missing if other[:-1] == place[:-1]]
        close = near(str(place[-1]), fields_at(model, place[:-1]))
        likely = [other for other in lacking if other[-1] == close]
        if not close:
            likely = [other for other in lacking if _share_a_word(place, other)] or [one for one in lacking if is_address(given) and takes_address(model, one)]
        if len(likely) == 1:
            found[likely[0]] = place
    return found


def _share_a_word(one: FieldPath, other: FieldPath) -> bool:
    """Whether the names of two fields have a word in common, such as ``you_ask`` and ``you_can_ask``."""
    return not set(str(one[-1]).split("_")).isdisjoint(str(other[-1]).split("_"))


def _missing(one: Refused) -> Message:
    siblings = value_at(one.document, one.place[:-2]) if one.field == "id" else None
    if isinstance(siblings, list) and (free := next_like([id for id in ids_in(siblings) if id != "new"], ids_in(one.document.data))):
        return Message(f'{one.record} has no "id".', f"The next free one there is {free}.", lacks="id")
    annotation = annotation_at(one.model, one.place)
    text = is_text(one.model, at_any(one.place))
    above, lost = swallowed_above(one.document, one.place[:-1], one.field, fields_at(one.model, one.place[:-1])) if text else ("", None)
    if lost:
        return Message(f'{one.record} has no "{one.field}". {lost.wrong}', lost.instead, lost.replacement, lacks=one.field, line=lost.line)
    group, below = group_of_fields(one)
    lead = "" if get_origin(annotation) is dict or (group and not below) else "the line "
    told = f"Add {lead}{one.line}{below} {description(one.model, one.place)}".strip()
    none = f" If there is none, write {one.field}: []" if may_be_empty(one.model, one.place) else ""
    there = f' If its words are there, in those of "{above}", write {one.field}: >- on a line above them.' if above else ""
    return Message(f'{group or one.record} has no "{one.field}".', told + none + there, lacks=one.field)


def _unknown_field(one: Refused) -> Message:
    if one.given == "" and (cut := cut_by_commas(one)):
        return cut
    if '"' in one.field:
        return Message(f"There is a quote in the name of a field, {one.field}.", "Delete the quote. Quotes go before and after the whole value only.")
    if " " in one.field and (above := words_above(one)):
        return above
    if reached := way_to_reach(one):
        return reached
    fields, there = fields_at(one.model, one.place[:-1]), value_at(one.document, one.place[:-1])
    meant = sure(one.field, fields) or one.meant
    whole = one.mended(one.field, meant) if isinstance(there, dict) and meant not in there else None
    instead = f'Did you mean "{one.meant}"?' if one.meant else nearest(one.field, fields)
    return Message(f'"{one.field}" is not a field of {lower(one.record)}.', instead, whole)


def _no_words(one: Refused) -> Message:
    """The message for a list or mapping where text belongs."""
    if unwrapped := wrapped_word(one):
        return unwrapped
    if isinstance(one.given, dict) and (braced := _braces_of_words(one)):
        return braced
    if isinstance(one.given, dict) and (asked := question_first(one.document.text.split("\n"), one.document.line(one.place), one.document.path)):
        return Message(asked.wrong, asked.instead, asked.replacement)
    if isinstance(one.given, dict) and all(isinstance(words, str) for words in one.given.values()):
        words = " ".join(f"{name}: {rest}".strip() for name, rest in one.given.items())
        words = words[:-1] if words.endswith('"') and words.count('"') == 1 else words  # of the pair around all, of which the first is lost
        line = f"{'-' if one.item else f'{one.field}:'} {quoted(words)}"
        if one.item and "[" in one.document.text.split("\n")[one.document.line(one.place) - 1]:
            return Message(f"There is a colon in an item of the list {one.where}.", f"Put that item in double quotes, or delete the colon: {quoted(words)}")
        whole = one.replaced_by(line) if len(one.given) == 1 else None
        return Message(f"There is a colon and a space in these words, in {one.where}.", f"Put them in double quotes: {line}", whole)
    if one.item and isinstance(one.given, list) and len(one.given) == 1 and isinstance(one.given[0], str):
        lines, number = one.document.text.split("\n"), one.document.line(one.place)
        mended = re.sub(r"^( *)- +- +", r"\1- ", lines[number - 1])
        if mended != lines[number - 1]:
            instead = f"Write {mended.strip()}"
            return Message(f"Two hyphens begin this item of {one.where}.", instead, replacement(lines, number, number, mended))
    return Message(f"There is a list or a group of fields where words belong, in {one.where}.", f'Write one value: {one.field}: "..."')


def _braces_of_words(one: Refused) -> Message | None:
    """The message for words in braces without quotes, which YAML reads as fields without values; or None."""
    lines, number = one.document.text.split("\n"), one.document.line(one.place)
    names = r"\s*,\s*".join(map(re.escape, one.given))
    if any(one.given.values()) or len(found := re.findall(rf"\{{\s*{names}\s*\}}", lines[number - 1])) != 1:
        return None
    mended = lines[number - 1].replace(found[0], f'"{found[0]}"')
    told = f"Put the words in double quotes: {mended.strip()}"
    return Message(f"A brace begins a group of fields, in {one.where}.", told, replacement(lines, number, number, mended))


def _no_fields(one: Refused) -> Message:
    if get_origin(annotation_at(one.model, one.place)) is dict:
        there = "There is nothing" if one.given == "" else "There are words"
        return Message(f"{there} where fields belong, in {one.where}.", "Put them on lines of their own below it, as in other files.")
    line = one.line
    instead = "Write the name of each field, a colon and a space before its value." if line.endswith("{}") else f"Write {line}"
    return Message(f"There are words where fields belong, in {one.where}.", instead)


def _no_choice(one: Refused) -> Message:
    choices = values(annotation_at(one.model, one.place))
    if unwrapped := wrapped_word(one):
        return unwrapped
    if not isinstance(one.given, str):
        return Message(f"There is a list or a group of fields where one word belongs, in {one.where}.", write_one_of(choices))
    given = one.given
    wrong = f'"{given}" is not a value for {one.where}.'
    if not (meant := one_slip_away(given, choices)):  # among few choices, a similar word may still mean another one
        return Message(wrong, write_one_of(choices))
    return Message(wrong, f'Did you mean "{meant}"?', one.mended(given, meant))


def _no_value(one: Refused) -> Message:
    """The message for a value that the validator of its field refused."""
    error = one.detail["ctx"]["error"]
    assert isinstance(error, FieldError)
    if cut := cut_in_braces(one):
        return cut
    wrong, instead = error.wrong, error.instead
    if not str(one.given).strip():
        wrong, instead = "This field is empty.", _for_empty(one)
    elif error.whole:
        line = f"{one.field}: {error.whole}"
        return Message(f"In {one.where}: {wrong}", f"Write {line}", one.replaced_by(line))
    elif whose := whose_id(one) if error.offered else "":
        there = re.search(rf"(?<![\w-]){re.escape(error.offered)}(?![\w-])", one.document.text)
        wrong = f'"{one.given}" is not {whose}.'
        instead = f'Did you mean "{error.offered}"?' if there else f"Look it up in {files_of(one)} and copy it."
        return Message(f"In {one.where}: {wrong}", instead, unknown=str(one.given), kinds=kinds_at(one))
    elif one.place[-1] == "id" and error.offered:
        instead = free_id(error, one.document)
    return Message(f"In {one.where}: {wrong}", instead)


def _anything_else(one: Refused) -> Message:
    return Message(f"The value of {one.where} cannot be used.", f"Write it as {one.line}")


MESSAGES: dict[str, Callable[[Refused], Message]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "string_type": _no_words,
    "tuple_type": no_list,
    "list_type": no_list,
    "model_type": _no_fields,
    "dict_type": _no_fields,
    "literal_error": _no_choice,
    "too_short": empty_list,
    "value_error": _no_value,
}
"""The function for each type of Pydantic error (https://docs.pydantic.dev/latest/errors/validation_errors/)."""


def _for_empty(one: Refused) -> str:
    """What to write for an empty value. An optional field may also be deleted."""
    if parted := _without_colon(one):
        return parted
    if one.item:
        return "Write something after the hyphen, or delete the item."
    field = field_at(one.model, one.place)
    optional = field is not None and not field.is_required() and one.place not in one.expected.places(one.document)
    return f"Write {one.line}{', or delete the field.' if optional else ''}"


def _without_colon(one: Refused) -> str:
    """The line to write if several words became the name of an empty field because the colon after the first is missing; else an empty string."""
    names_are_free = get_origin(annotation_at(one.model, one.place[:-1])) is dict
    first, _, rest = one.field.partition(" ")
    if not (names_are_free and rest and f"{one.field}:" not in one.document.text):
        return ""
    return f"If the first word is the name, the colon behind it is missing. Write {first}: {rest}"
