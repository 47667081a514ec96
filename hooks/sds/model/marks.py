"""Annotations of fields beside their type: that a value names a record, what the link to that record means, whether readers see it on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Ref:
    """Mark of a field whose value is the id of a record of given kinds: ``stage: Annotated[Id, Ref("stages")]``. The outermost mark counts."""

    def __init__(
        self,
        *kinds: str,
        called: str = "",
        citation: bool = False,
        kind_in: str = "",
        kind_as: Mapping[str, str] | None = None,
        in_force: bool = False,
        reported_by: str = "",
    ) -> None:
        """``called`` completes the message `"x" is not ...` for an unknown id, instead of "the id of a stage"; ``{kinds}`` in it becomes the kinds.

        ``citation``: the value is the id of a finding, or a source, a comma and a place in it. ``kind_in`` is the field of the same record that holds the
        kind, and ``kind_as`` maps a value of that field to the kind if the two differ. ``in_force``: the named record must not be withdrawn.
        ``reported_by`` is the id of the rule that reports an unknown id instead of the general rule.
        """
        self.kinds, self.called, self.citation, self.in_force, self.reported_by = kinds, called, citation, in_force, reported_by
        self.kind_in, self.kind_as = kind_in, kind_as or {}

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Adds the kinds to the JSON Schema as ``x-kinds``, or the field that holds the kind as ``x-kind-in``."""
        return {
            **handler(core_schema),
            **({"x-kinds": list(self.kinds)} if self.kinds else {"x-kind-in": self.kind_in}),
            **({"x-citation": True} if self.citation else {}),
        }


class AsWritten:
    """Mark of a field whose type in the file differs from that in memory, such as a number in quotes, or yes or no. Sets the type in the JSON Schema."""

    def __init__(self, **form: Any) -> None:
        """``form`` are the keywords of JSON Schema for the value as YAML 1.2 reads it."""
        self.form = form

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The JSON Schema of the value in the file in place of that of the value in memory."""
        given = {name: value for name, value in handler(core_schema).items() if name not in {"type", "anyOf"}}
        return {**given, **self.form}


@dataclass(frozen=True, slots=True)
class Relation:
    """Mark of a field whose links have a meaning of their own: the named record lists this one under ``name``, and this one does not list the other.

    So a statement's ``stages`` remain the stages in which it helps, even when a stage names the statement for another reason.
    """

    name: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """Mark of a field whose value readers do not see on the record's page, such as an id or a word for the search.

    When it changes, the easy-read page of the record is not out of date.
    """


@dataclass(frozen=True, slots=True)
class WholeSentences:
    """Mark of a field whose value is one or more whole sentences, rather than a name, a label or a part of a sentence."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Mark of a field whose value is direct speech, so that it may be inside quotation marks as a whole."""


@dataclass(frozen=True, slots=True)
class SaysWhen:
    """Mark of a field whose words say when something was: when a document was published, or since when a law is in force."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Mark of a field whose words need a placeholder, such as ``{number}``, because without it every record would get the same words."""

    placeholder: str


@dataclass(frozen=True, slots=True)
class MayBeAddress:
    """Mark of a field that takes words, and in some records a web address instead of them."""


@dataclass(frozen=True, slots=True)
class LeadsOn:
    """Mark of a field whose words lead to what the page has behind them, and end with a colon."""
