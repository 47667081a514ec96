"""What every record has in common."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ConfigDict

Item = TypeVar("Item")
Some = tuple[Item, ...]


class Record(BaseModel):
    """A record as an editor writes it: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")
