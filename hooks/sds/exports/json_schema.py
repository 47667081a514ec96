"""The JSON Schema of each YAML file, for hints in a text editor. Generated from the models and the records, so that it always agrees with them.

A schema describes a file as parsed by YAML 1.2, where yes and no are strings; numbers in quotes are strings too. A field that names a record has the possible
kinds as ``x-kinds``, or the name of the field that holds the kind as ``x-kind-in``; the existing ids are listed, for completion.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import to_json
from pydantic_core.core_schema import WithDefaultSchema

from sds.model.field_types import Id, Text
from sds.model.files import File
from sds.model.framework import Framework
from sds.model.kinds import KINDS, called
from sds.paths import SPINE

PLAIN = frozenset(note.description for form in (Id, Text) for note in get_args(form) if isinstance(note, FieldInfo))
"""The default descriptions of ids and texts, which are replaced by a more specific one."""
FEW = 60
"""The most ids of a kind for which a schema allows only these. If there are more, new records are common, so other ids are allowed too."""


def schema_path(file: File) -> str:
    """The path in the site of the schema of a file."""
    return f"data/{file.name}.schema.json"


def schema(file: File, framework: Framework) -> str:
    """The text of the schema of a file, with the ids of the framework's records."""
    form = _as_written(_of_model(file.model), framework)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **form, "title": file.path}
    return f"{to_json(whole, indent=1).decode()}\n"


class _Form(GenerateJsonSchema):
    """Pydantic's generator, without defaults: it would make a serializer for each of 500, which takes a third of the time."""

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


@cache  # it depends only on the model, and is the slowest step here
def _of_model(model: type[BaseModel]) -> dict[str, Any]:
    """Pydantic's schema of a model. Callers must not change it."""
    return model.model_json_schema(schema_generator=_Form)


def _as_written(node: Any, framework: Framework) -> Any:
    """A node of Pydantic's schema, adapted to files: without null and titles, and with the existing ids listed."""
    if isinstance(node, list):
        return [_as_written(inner, framework) for inner in node]
    if not isinstance(node, dict):
        return node
    result = {name: _as_written(inner, framework) for name, inner in node.items() if name != "title" or not isinstance(inner, str)}
    if "anyOf" in result:
        some = [one for one in result["anyOf"] if one != {"type": "null"}]
        if len(some) == 1:  # an optional field
            del result["anyOf"]
            return {**some[0], **result}
        result["anyOf"] = some
    if "x-kinds" in result:
        result = _offered(result, framework)
    return result


def _offered(node: dict[str, Any], framework: Framework) -> dict[str, Any]:
    """``node``, the schema of an id, with the existing ids: as the only allowed values if they are few, else as suggestions."""
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
"""Kinds that are lists of values for other records. As with records of the spine, a new one is rare, so only the existing ids are allowed."""
