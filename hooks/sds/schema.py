"""The form of each YAML file as JSON Schema, for editors' hints. Made from the models, so it cannot disagree with them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel

from sds.records import AlignmentsFile, GlossaryFile, ResourcesFile, SourcesFile, Spine, StandardFile

FILES: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("standards", "standards.yaml", Spine),
    ("standard", "content/standards/*.yaml", StandardFile),
    ("sources", "content/sources.yaml", SourcesFile),
    ("resources", "content/resources.yaml", ResourcesFile),
    ("alignments", "content/alignments.yaml", AlignmentsFile),
    ("glossary", "content/glossary.yaml", GlossaryFile),
)
"""The name of each schema, the files it describes, and their model."""


def schemas() -> Iterator[tuple[str, str]]:
    """The path of each schema in the site, and its text."""
    for name, files, model in FILES:
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": files, **model.model_json_schema()}
        yield f"data/{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
