"""``content/exceptions.yaml``: exceptions from rules, each with its reason."""

from __future__ import annotations

from pydantic import Field

from sds.model.field_types import Sentences, Text
from sds.model.records.base import Record, Some


class KnownException(Record):
    """One record, or one hand-written page, that may break one rule."""

    rule: Text = Field(description="The id of the rule, as /contribute/rules/ gives it.")
    record: Text = Field(
        description="The kind of record, a slash and its id, as its address on the site has them: actions/ and the id of a statement. "
        "For a page in content/pages/, its file.",
    )
    reason: Sentences = Field(description="Why the rule does not apply here.")


class ExceptionsFile(Record):
    """The whole of ``content/exceptions.yaml``."""

    exceptions: Some[KnownException]
