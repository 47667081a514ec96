"""Data for scripts of pages, as JSON with one value a line."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json


def value_a_line(value: Any) -> str:
    """The JSON text of ``value``. With one value a line, the offline copy stores each only once. ``json.dumps`` takes ten times as long."""
    return f"{to_json(value, indent=0).decode()}\n"
