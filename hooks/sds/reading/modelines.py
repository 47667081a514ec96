"""The first line of each YAML file, which tells programs for text which schema is its own: they then say what belongs where while one writes."""

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
    """Where the schema of a file stands in the project."""
    return f"{SCHEMAS}/{file.name}.schema.json"


def form_of(path: str) -> File:
    """The form of the file ``path``: its own, or that of the files of its folder. Raises StopIteration for a file of no form."""
    return next((file for file in FILES if path == file.path), None) or next(file for file in FILES if fnmatchcase(path, file.path))


def modeline(path: str) -> str:
    """The line for the YAML file at ``path``."""
    return START + os.path.relpath(committed_path(form_of(path)), PurePosixPath(path).parent).replace(os.sep, "/")


def modelines(root: Path, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A warning for each file that does not name its schema, in a project that has schemas."""
    if not (root / SCHEMAS).is_dir():
        return
    for path, document in documents.items():
        first, wanted = document.text.partition("\n")[0], modeline(path)
        if first != wanted:
            new = Replacement(1, 1, (first,), wanted if first.startswith(START) else f"{wanted}\n{first}")
            wrong = "The first line does not name the schema of this file, so no program can help people who write in it."
            yield Problem(path, 1, wrong, f"Above all others, write {wanted}", level="warning", replacement=new)
