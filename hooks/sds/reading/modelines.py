"""Modelines: the first line of each YAML file, which names its JSON Schema, so that text editors can give hints."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from sds.model.files import FILES, File
from sds.paths import SCHEMAS
from sds.problem import Problem, Replacement
from sds.reading.yaml_text import Document

START = "# yaml-language-server: $schema="


def committed_path(file: File) -> str:
    """The path in the project of the schema of a kind of file."""
    return f"{SCHEMAS}/{file.name}.schema.json"


def kind_of_file(path: str) -> File:
    """The kind of the file ``path``: its own entry in ``FILES``, or that of its folder. Raises StopIteration if there is none."""
    return next((file for file in FILES if path == file.path), None) or next(file for file in FILES if fnmatchcase(path, file.path))


def modeline(path: str) -> str:
    """The modeline for the YAML file at ``path``."""
    return START + os.path.relpath(committed_path(kind_of_file(path)), PurePosixPath(path).parent).replace(os.sep, "/")


def schema_of(text: str) -> File | None:
    """The kind of file whose schema the first line of a text names, or None."""
    first = text.partition("\n")[0]
    return next((file for file in FILES if first.startswith(START) and first.endswith(f"/{file.name}.schema.json")), None)


def modelines(root: Path, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A warning for each file without the right modeline, if the project has schemas."""
    if not (root / SCHEMAS).is_dir():
        return
    for path, document in documents.items():
        first, wanted = document.text.partition("\n")[0], modeline(path)
        if first != wanted:
            new = Replacement(1, 1, (first,), wanted if first.startswith(START) else f"{wanted}\n{first}")
            wrong = "The first line does not name the schema of this file, so no program can help people who write in it."
            yield Problem(path, 1, wrong, f"Above all others, write {wanted}", level="warning", replacement=new)
