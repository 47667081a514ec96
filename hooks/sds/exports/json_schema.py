"""The form of each YAML file as JSON Schema, for editors' hints. Made from the models, so it cannot disagree with them.

A value that names a record says of which kinds that may be, as ``x-kinds``, or the field beside it that holds the kind, as ``x-kind-in``.
"""

from __future__ import annotations

import json
from typing import Any, get_args

from pydantic.fields import FieldInfo

from sds.model.field_types import Id, Text
from sds.model.files import File
from sds.model.kinds import KINDS, called

PLAIN = frozenset(note.description for form in (Id, Text) for note in get_args(form) if isinstance(note, FieldInfo))
"""What the hint of an id says while nothing more is known of it."""


def schema_path(file: File) -> str:
    """Where the schema of a file stands in the site."""
    return f"data/{file.name}.schema.json"


def schema(file: File) -> str:
    """The text of the schema of a file."""
    form = _hinted(file.model.model_json_schema())
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **form, "title": file.path}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _hinted(node: Any) -> Any:
    """``node`` of a schema with a hint, wherever an id is due that has none of its own, that says of what and where it is found."""
    if isinstance(node, list):
        return [*map(_hinted, node)]
    if not isinstance(node, dict):
        return node
    result = {name: _hinted(inner) for name, inner in node.items()}
    if "x-kinds" in result and result.get("description") in PLAIN:
        files = dict.fromkeys(KINDS[kind].file.path for kind in result["x-kinds"])
        result["description"] = f"{called(result['x-kinds']).capitalize()}, from {' or '.join(files)}."
    return result
