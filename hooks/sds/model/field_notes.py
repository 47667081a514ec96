"""What the annotations of a field of a model say of its value."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from sds.model.field_types import Text, Words

OF_WORDS = (get_args(Words)[1], get_args(Text)[1])
"""The annotations of fields with text for readers."""


def notes_of(field: FieldInfo) -> list[Any]:
    """The annotations of a field, including those inside ``X | None`` and of list items."""
    return [*field.metadata, *(note for choice in get_args(field.annotation) for note in get_args(choice))]


def takes_text(field: FieldInfo) -> bool:
    """Whether a field takes words, and not a list or a mapping of them."""
    return get_origin(field.annotation) not in {tuple, dict} and any(note in OF_WORDS for note in notes_of(field))
