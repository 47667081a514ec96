"""The program's parts import each other in one direction only: the order of the table in ``hooks/README.md``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT

PROGRAM = ROOT / "hooks/sds"
README = ROOT / "hooks/README.md"
ENTRANCES = {"__init__.py", "__main__.py"}
"""Entry points, which may import anything."""


def order() -> list[str]:
    """Every folder and module that the table names, in order: ``reading/``, ``project.py``."""
    rows = re.findall(r"^\| (`.*?`) \|", README.read_text("utf-8"), re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def part_of(module: str) -> str:
    """The part to which a module belongs: ``reading/`` for ``sds.reading.load``."""
    name = module.split(".")[1]
    return f"{name}.py" if (PROGRAM / f"{name}.py").is_file() else f"{name}/"


def imported(file: Path) -> Iterator[str]:
    """Every module of the program that a file imports, anywhere in its code."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("sds."))
        elif isinstance(node, ast.ImportFrom) and node.module == "sds":
            yield from (f"sds.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sds."):
            yield str(node.module)


def test_the_table_names_every_part_once() -> None:
    parts = {f"{path.name}/" if path.is_dir() else path.name for path in PROGRAM.iterdir() if path.name != "__pycache__"} - ENTRANCES
    assert sorted(order()) == sorted(parts)


@pytest.mark.parametrize("part", order())
def test_a_part_uses_only_what_stands_before_it(part: str) -> None:
    allowed = order()[: order().index(part) + 1]
    files = sorted((PROGRAM / part).rglob("*.py")) if part.endswith("/") else [PROGRAM / part]
    assert files
    wrong = [f"{file.relative_to(ROOT)} imports {module}" for file in files for module in imported(file) if part_of(module) not in allowed]
    assert not wrong, "\n".join(wrong)


def test_a_folder_of_tests_is_a_part_of_the_program_or_stands_in_their_readme() -> None:
    named = set(re.findall(r"`([a-z_]+)/`", (ROOT / "tests/README.md").read_text("utf-8")))
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - named <= {name.removesuffix("/") for name in order() if name.endswith("/")}
