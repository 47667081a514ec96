"""The base classes of all records."""

from __future__ import annotations

from typing import Any, Self, TypeVar, get_origin

from pydantic import BaseModel, ConfigDict, model_validator

from sds.model.field_error import FieldError

Item = TypeVar("Item")
Some = tuple[Item, ...]


LEFT_OUT: Any = ""
"""The default of optional text fields. An empty string rather than None, so that code has to test for only one empty value."""


class Record(BaseModel):
    """A record as an editor writes it: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def empty(cls) -> Self:
        """A record with empty required fields, in place of a file that does not exist. It is not validated."""
        nothing: dict[Any, Any] = {tuple: (), dict: {}}
        given: dict[str, Any] = {name: nothing.get(get_origin(one.annotation)) for name, one in cls.model_fields.items() if one.is_required()}
        return cls.model_construct(**given)


def short_is_title(given: Any) -> Any:
    """The unvalidated data of a record, with ``title`` as ``short`` if no short title is given."""
    return {**given, "short": given["title"]} if isinstance(given, dict) and "short" not in given and isinstance(given.get("title"), str) else given


class InBraces(Record):
    """A record that is often written on one line, in braces, where a comma ends a value."""

    @model_validator(mode="before")
    @classmethod
    def _whole_words(cls, given: Any) -> Any:
        """Raises FieldError for a value with a comma but without quotes: YAML reads the words after the comma as the name of an empty field."""
        field, rest = "", list[str]()
        for name, value in given.items() if isinstance(given, dict) else ():
            if name in cls.model_fields and not rest:
                field = name
            elif field and name not in cls.model_fields and value == "":
                rest.append(name)
        if rest and isinstance(given[field], str):
            whole = ", ".join([given[field], *rest]).replace('"', "'")
            raise FieldError(f'A comma ends the words of "{field}" there.', f'Put the words in double quotes: {field}: "{whole}"')
        return given
