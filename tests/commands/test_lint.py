"""``run.py lint`` and ``format`` cover every kind of code: wrong formatting is reported, and corrected."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from helpers import ROOT
from sds.commands.arguments import program
from sds.commands.code_tools import NPM, TOOLS, install_from_npm

LOOKED_AT = {".py", ".html", ".js", ".mjs", ".css", ".typ", ".sh", ".yml"}
CODE = {*LOOKED_AT, ".cjs", ".ts", ".jsx", ".scss", ".bash", ".ps1", ".j2"}
"""File name endings of code, including kinds that this project does not have."""


def test_no_file_of_code_is_of_a_sort_that_no_tool_looks_at() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {Path(file).suffix for file in files} & CODE <= LOOKED_AT
    scripts = [file for file in files if not Path(file).suffix and (ROOT / file).is_file() and (ROOT / file).read_bytes().startswith(b"#!")]
    (shell,) = (tool for tool in TOOLS if tool.title == "Shell scripts")
    assert scripts == list(shell.check[1:])


@pytest.mark.slow("starts programs of its own")
def test_a_booklet_that_is_not_in_its_form_is_named_and_written_in_it(tmp_path: Path) -> None:
    install_from_npm(ROOT)

    def typst(does: str) -> tuple[int, str]:
        done = subprocess.run([program("node"), ROOT / NPM / "typst.mjs", does, tmp_path], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    file = tmp_path / "full.typ"
    file.write_text("#let a=(1,2)\n", "utf-8")
    assert typst("--check") == (1, f"{file} would be formatted.\n1 files, 1 not in their form.\n")
    assert typst("--write")[0] == 0
    assert file.read_text("utf-8") == "#let a = (1, 2)\n"
    assert typst("--check")[0] == 0
    file.write_text("#let a = (1,\n", "utf-8")
    status, said = typst("--write")
    assert status == 1
    assert f"{file}: Error: The document has syntax errors" in said
