"""The form of each YAML file as JSON Schema, for editors' hints. Made from the models, so it cannot disagree with them."""

from __future__ import annotations

import json

from sds.model.files import File


def schema_path(file: File) -> str:
    """Where the schema of a file stands in the site."""
    return f"data/{file.name}.schema.json"


def schema(file: File) -> str:
    """The text of the schema of a file."""
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **file.model.model_json_schema(), "title": file.path}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
