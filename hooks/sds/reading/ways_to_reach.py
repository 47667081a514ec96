"""Explains a web address, a phone number or an email address in a field that a record does not have: which of its fields takes it."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from sds.model.field_notes import notes_of
from sds.model.field_types import Address, Email
from sds.model.marks import MayBeAddress
from sds.model.web_addresses import EMAIL
from sds.problem import FieldPath
from sds.reading.field_forms import annotation_at, notes_at, value_at, values
from sds.reading.refused import Message, Refused, lower
from sds.suggest import near

PAGE = re.compile(r"(?:https?://|www\.)\S+")
FORMS = (("page", PAGE), ("email", EMAIL), ("phone", re.compile(r"\+?\d[\d ()-]{4,}\d")))
"""The kinds of way to reach somebody, each with its form."""
CALLED = {"page": "A web address", "email": "An email address", "phone": "A phone number"}


def is_address(given: object) -> bool:
    """Whether a value is a web address."""
    return isinstance(given, str) and PAGE.fullmatch(given.strip()) is not None


def takes_address(model: type[BaseModel], place: FieldPath) -> bool:
    """Whether the field at ``place`` takes a web address."""
    return get_args(Address)[1] in notes_at(model, place)


def way_to_reach(one: Refused) -> Message | None:
    """The message for a field that the record does not have and that holds an address or a number, if another field takes it; or None."""
    kind = next((kind for kind, form in FORMS if isinstance(one.given, str) and form.fullmatch(one.given.strip())), "")
    owner, there = annotation_at(one.model, one.place[:-1], ""), value_at(one.document, one.place[:-1])
    if not kind or not isinstance(there, dict) or not (isinstance(owner, type) and issubclass(owner, BaseModel)) or near(one.field, owner.model_fields):
        return None
    wrong = f'"{one.field}" is not a field of {lower(one.record)}.'
    wanted: Any = {"page": Address, "email": Email}.get(kind)
    own = owner.model_fields.items()
    direct = [name for name, field in own if wanted and get_args(wanted)[1] in notes_of(field) and get_origin(field.annotation) is not tuple]
    if len(direct) == 1:
        line = f"{direct[0]}: {one.given}"
        if direct[0] in there:
            return Message(wrong, f'{CALLED[kind]} stands in "{direct[0]}". Delete this line, or write the address there.')
        return Message(wrong, f"Write {line}", one.replaced_by(line))
    for name, field in own:
        item = get_args(field.annotation)[0] if get_origin(field.annotation) is tuple else None
        ways = item.model_fields if isinstance(item, type) and issubclass(item, BaseModel) else {}
        takes = next((inner for inner, its in ways.items() if MayBeAddress() in notes_of(its)), "")
        if takes and "kind" in ways and kind in values(ways["kind"].annotation):
            value = f'"{one.given}"' if kind == "phone" else one.given
            return Message(wrong, f'{CALLED[kind]} is an item of "{name}". Write it there, with all that others have, as - kind: {kind} and {takes}: {value}')
    return None
