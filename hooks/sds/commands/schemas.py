"""Writes the form of each YAML file as JSON Schema to schemas/, for hints while one writes, and the line that names it at the top of each file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.exports.json_schema import schema
from sds.model.files import FILES
from sds.paths import SCHEMAS
from sds.problem import counted, replaced, report
from sds.reading.load import load
from sds.reading.modelines import committed_path, modelines


def main(arguments: Sequence[str], root: Path) -> int:
    """Writes every schema, and the first line of each YAML file that lacks it. Returns 1 if the files cannot be read."""
    parser("schemas", __doc__).parse_args(arguments)
    loaded = load(root)
    if loaded.framework is None:
        print(report(loaded.problems))
        return 1
    (root / SCHEMAS).mkdir(exist_ok=True)
    for file in FILES:
        (root / committed_path(file)).write_text(schema(file, loaded.framework), "utf-8")
    unnamed = [problem for problem in modelines(root, loaded.where.documents) if problem.replacement]
    for problem in unnamed:
        path = root / problem.path
        path.write_bytes(replaced(path.read_bytes().decode("utf-8"), [problem.replacement] if problem.replacement else [])[0].encode())
    print(f"{counted(len(FILES), 'schema')} written to {SCHEMAS}/. {counted(len(unnamed), 'file')} now {'names' if len(unnamed) == 1 else 'name'} its schema.")
    return 0
