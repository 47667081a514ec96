"""The form of each YAML file as JSON Schema, for hints while one writes. Made from the models and the records, so that it cannot disagree with them.

A schema describes a file as YAML 1.2 reads it, without the types that YAML guesses: yes and no are words, and digits stand in quotes. A value that names
a record says of which kinds that may be, as ``x-kinds``, or the field beside it that holds the kind, as ``x-kind-in``; the ids there are now are offered.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sds.model.field_types import Id, Text
from sds.model.files import File
from sds.model.framework import Framework
from sds.model.kinds import KINDS, called
from sds.paths import SPINE

PLAIN = frozenset(note.description for form in (Id, Text) for note in get_args(form) if isinstance(note, FieldInfo))
"""What the hint of an id says while nothing more is known of it."""
FEW = 60
"""Up to how many ids of a kind are the only ones that a schema takes: of those there are more of, new ones come with most changes."""


def schema_path(file: File) -> str:
    """Where the schema of a file stands in the site."""
    return f"data/{file.name}.schema.json"


def schema(file: File, framework: Framework) -> str:
    """The text of the schema of a file in a framework."""
    form = _as_written(_of_model(file.model), framework)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **form, "title": file.path}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


@cache  # it rests on the model alone, and takes longer than all else here
def _of_model(model: type[BaseModel]) -> dict[str, Any]:
    """The schema that Pydantic makes of a model: to be read only."""
    return model.model_json_schema()


def _as_written(node: Any, framework: Framework) -> Any:
    """``node`` of a schema as a file has it: nothing is null, and ids are offered, with a hint where they are found."""
    if isinstance(node, list):
        return [_as_written(inner, framework) for inner in node]
    if not isinstance(node, dict):
        return node
    result = {name: _as_written(inner, framework) for name, inner in node.items() if name != "default" and not (name == "title" and isinstance(inner, str))}
    if "anyOf" in result:
        some = [one for one in result["anyOf"] if one != {"type": "null"}]
        if len(some) == 1:  # what may be left out
            del result["anyOf"]
            return {**some[0], **result}
        result["anyOf"] = some
    if "x-kinds" in result:
        result = _offered(result, framework)
    return result


def _offered(node: dict[str, Any], framework: Framework) -> dict[str, Any]:
    """``node``, which holds an id, with the ids there are: as the only ones where they are few."""
    kinds = node["x-kinds"]
    result = dict(node)
    if result.get("description") in PLAIN:
        files = dict.fromkeys(KINDS[kind].file.path for kind in kinds)
        result["description"] = f"{called(kinds).capitalize()}, from {' or '.join(files)}."
    ids = [id for kind in kinds for id in framework.records(kind)]
    form: dict[str, Any] = {name: result.pop(name) for name in ("type", "pattern", "minLength") if name in result}
    if not node.get("x-citation") and 0 < len(ids) <= FEW and all(KINDS[kind].file.path == SPINE or kind in NAMED for kind in kinds):
        return {**result, "enum": ids}
    return {**result, "anyOf": [form, {"enum": ids}]} if ids else {**result, **form}


NAMED = frozenset({"kinds", "formats", "languages"})
"""The records of the spine, and the words of lists that others choose from: a new one of those comes with a change of the whole."""
