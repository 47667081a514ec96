"""What a field says of its value beside the form: that it names a record, what the link to that record means, whether it is read on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Ref:
    """Mark of a field whose value is the id of a record of one of some kinds: ``stage: Annotated[Id, Ref("stages")]``. The outermost mark counts."""

    def __init__(
        self,
        *kinds: str,
        called: str = "",
        citation: bool = False,
        kind_in: str = "",
        kind_as: Mapping[str, str] | None = None,
        in_force: bool = False,
        told_by: str = "",
    ) -> None:
        """``called`` is what an unknown id is said not to be, where that is not "the id of a stage"; ``{kinds}`` in it becomes the kinds.

        ``citation`` marks the id of a finding, or a source and the place in it. ``kind_in`` is the field beside it that holds the kind,
        and ``kind_as`` says of what kind the record is where that is another.
        ``in_force`` marks a record that may not be withdrawn. ``told_by`` is the rule that tells of an unknown id where it knows more than the one for all.
        """
        self.kinds, self.called, self.citation, self.in_force, self.told_by = kinds, called, citation, in_force, told_by
        self.kind_in, self.kind_as = kind_in, kind_as or {}

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Says the kinds in the JSON Schema too, or the field beside it that holds the kind."""
        return {
            **handler(core_schema),
            **({"x-kinds": list(self.kinds)} if self.kinds else {"x-kind-in": self.kind_in}),
            **({"x-citation": True} if self.citation else {}),
        }


class AsWritten:
    """Mark of a field whose value stands in a file otherwise than in memory: a number in quotes, yes or no. It says so in the JSON Schema."""

    def __init__(self, **form: Any) -> None:
        """``form`` are the keywords of JSON Schema for the value as YAML 1.2 reads it."""
        self.form = form

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The form in the file in place of the one in memory."""
        given = {name: value for name, value in handler(core_schema).items() if name not in {"type", "anyOf"}}
        return {**given, **self.form}


@dataclass(frozen=True, slots=True)
class Relation:
    """Mark of a field whose links have a meaning of their own: a record that is named in it lists this one under ``name``, and this one does not list it.

    So the stages of a statement stay those where it helps, whatever else a stage names it for.
    """

    name: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """Mark of a field that holds no words which a reader of the record's page reads there: an id, a name for the search, what the site does with the record.

    When it changes, an easy-read page still says what the full page says.
    """


@dataclass(frozen=True, slots=True)
class WholeSentences:
    """Mark of a field whose words are one or more whole sentences, and not a name, a label or a part of a sentence."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Mark of a field whose words somebody says, so that quotation marks may stand around the whole of them."""


@dataclass(frozen=True, slots=True)
class SaysWhen:
    """Mark of a field whose words say when a document was published."""
