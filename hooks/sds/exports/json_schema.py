"""The form of each YAML file as JSON Schema, for editors' hints. Made from the models, so it cannot disagree with them."""

from __future__ import annotations

import json

from pydantic import BaseModel

from sds.model.records import AlignmentsFile, EasyReadFile, GlossaryFile, PicturesFile, ResourcesFile, SourcesFile, Spine, StandardFile, WordsToAvoid

FILES: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("standards", "standards.yaml", Spine),
    ("standard", "content/standards/*.yaml", StandardFile),
    ("sources", "content/sources.yaml", SourcesFile),
    ("resources", "content/resources.yaml", ResourcesFile),
    ("alignments", "content/alignments.yaml", AlignmentsFile),
    ("glossary", "content/glossary.yaml", GlossaryFile),
    ("easy-read", "content/easy-read/*.yaml", EasyReadFile),
    ("pictures", "content/easy-read/pictures.yaml", PicturesFile),
    ("words-to-avoid", "content/easy-read/words/words-to-avoid.yaml", WordsToAvoid),
)
"""The name of each schema, the files it describes, and their model."""


def schema_path(name: str) -> str:
    """Where the schema with this name stands in the site."""
    return f"data/{name}.schema.json"


def schema(name: str) -> str:
    """The text of the schema with this name of ``FILES``."""
    files, model = next((files, model) for own, files, model in FILES if own == name)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(), "title": files}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
