"""Checks the names of files that are a single record: each must be named by its id, and each standard must have its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from sds.model.files import File
from sds.model.kinds import ANY, KINDS
from sds.paths import SPINE, STANDARDS
from sds.problem import Problem
from sds.reading.locations import Locations
from sds.reading.modelines import schema_of
from sds.reading.published import Published
from sds.reading.unread_files import with_added_suffix
from sds.reading.yaml_text import Document
from sds.suggest import near


def misnamed(root: Path, document: Document, file: File, published: Published) -> Problem | None:
    """The problem for a file that is in the wrong folder, a copy of another, or renamed after its record was published; None for other files.

    Such a file is not read, because its records would be reported as duplicates, or as new ones.
    """
    id, name = document.data.get("id"), Path(document.path).stem
    named = schema_of(document.text)
    if named and named is not file and _fits(document, named) and not _fits(document, file) and not (root / (right := named.path.replace(ANY, name))).exists():
        return Problem(document.path, 1, "This file is in the folder of other files, as its first line says.", f"Move it to {right}", hides=True, other=right)
    kind = next((one for one in KINDS.values() if one.file is file and not one.steps), None)
    if kind is None or not isinstance(id, str) or id == name:
        return None
    right = (Path(document.path).parent / f"{id}.yaml").as_posix()
    if (root / right).exists():
        wrong = f'This file is a copy of {right}: it has its id, "{id}".'
        told = "Move anything new there, and delete this file. If it is meant as a new one, give it its own id and name."
        return Problem(document.path, document.line(("id",)), wrong, told, hides=True)
    listed = "standards" if file.path.startswith(STANDARDS) else kind.name  # a standard is published by its entry in the spine
    if f"{listed}/{id}" in published.ids and f"{listed}/{name}" not in published.ids:
        wrong = f'This file holds "{id}", which was published, and has another name.'
        return Problem(document.path, 1, wrong, f"Name the file {right} again, because its address is made from its name.", hides=True)
    return None


def _fits(document: Document, file: File) -> bool:
    """Whether each field at the top of a document is one of such a file."""
    return document.data.keys() <= file.model.model_fields.keys()


def files_match(root: Path, where: Locations, published: Published, elsewhere: Collection[str]) -> Iterator[Problem]:
    """A problem for each standard of the spine without a file, and for each file without a standard. ``elsewhere`` are files that are in a wrong folder."""
    ids = [id for kind, id in where.places if kind == "standards"]
    stray = {path.stem for path in (root / STANDARDS).glob("*.yaml") if path.relative_to(root).as_posix() in where.documents} - set(ids)
    alone = [id for id in ids if f"{STANDARDS}/{id}.yaml" not in elsewhere and not (root / STANDARDS / f"{id}.yaml").exists()]
    for id in alone:
        pair = next(iter(stray)) if len(stray) == 1 == len(alone) else ""  # one standard without a file and one file without a standard: they belong together
        if meant := near(id, stray) or pair:
            yield _parted(where, id, meant, published)
            stray.remove(meant)
        elif not _under_another_name(root, id):
            told = f"Add {STANDARDS}/{id}.yaml, copied from another standard's file."
            if f"standards/{id}" in published.ids:
                told = f"Restore {STANDARDS}/{id}.yaml from an earlier version."
            yield replace(where.problem("standards", id, (), f'The standard "{id}" has no file.', told), hides=True)
    for name in sorted(stray):
        yield Problem(
            f"{STANDARDS}/{name}.yaml", 1, f'No standard has the id "{name}".', f"Add it to {SPINE}, or delete this file.", hides=True, gone=f"standards/{name}"
        )


def _parted(where: Locations, id: str, name: str, published: Published) -> Problem:
    """The problem for a standard and a file that belong together, one of which was renamed. A published id must stay, so then the file is to be renamed."""
    if f"standards/{id}" in published.ids and f"standards/{name}" not in published.ids:
        told = f"Name the file {STANDARDS}/{id}.yaml, and write in it id: {id}"
        return Problem(f"{STANDARDS}/{name}.yaml", 1, f'No standard has the id "{name}", and "{id}" has no file.', told, hides=True, gone=f"standards/{name}")
    wrong = f'The standard "{id}" has no file, and {STANDARDS}/{name}.yaml belongs to no standard.'
    return replace(where.problem("standards", id, ("id",), wrong, f"Write id: {name}", write=f"id: {name}"), hides=True)


def _under_another_name(root: Path, id: str) -> bool:
    """Whether a standard's file exists with another suffix, with capitals, or renamed: another check reports that at the file."""
    if any(Path(with_added_suffix(path.name)).stem == id for path in (root / STANDARDS).iterdir()):
        return True
    files = [path for path in (root / STANDARDS).iterdir() if path.suffix.lower() in {".yml", ".yaml"}]
    return any(path.stem.lower() == id or f"\nid: {id}\n" in f"\n{path.read_text('utf-8', errors='replace')}" for path in files if path.is_file())
