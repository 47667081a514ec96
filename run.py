"""Sets up what the project needs in .venv, then shows the site or tests it. Needs Python 3.11.5 or newer and nothing else.

python3 run.py site     builds the site and shows it on this machine, anew at every change
python3 run.py test     runs all tests; fetches a browser if the machine has none
python3 run.py check    looks at form and types: Python, scripts, styles and templates
python3 run.py format   puts their form right where a program can
python3 run.py build    writes the site to site/
python3 run.py easy-read  reports on the easy-read words: figures, and every warning with file, line and what to write
python3 run.py addresses  asks every address of another site whether it still answers (needs the internet, takes minutes)
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = ROOT / "requirements.lock"
NPM_LOCK = ROOT / ".config/package-lock.json"
BIOME = ROOT / ".config/node_modules/@biomejs/biome/bin/biome"
"""Looks at scripts and styles. Its settings are in overrides/biome.jsonc."""
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""What a browser that the tests can drive may be called. The first opens a page in half the time: it has no window to draw."""
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*command: str | Path, at: Path = ROOT, **variables: str) -> None:
    """Runs a command in the folder ``at``; stops with its exit status when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=at, env={**os.environ, **QUIET, **variables}, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.returncode)


def install() -> None:
    """Makes .venv hold exactly what requirements.lock names; does nothing when it already does."""
    if sys.version_info < (3, 11, 5):
        sys.exit("This needs Python 3.11.5 or newer. You have " + sys.version.split()[0] + ".")
    mark, wanted = VENV / "installed", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return
    print("Setting up .venv. The first time this takes about a minute.", flush=True)
    run(sys.executable, "-m", "venv", VENV)
    run(BIN / "python", "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK)
    mark.write_text(wanted)


def npm_install() -> None:
    """Makes .config/node_modules hold exactly what package-lock.json beside it names; does nothing when it already does."""
    mark, wanted = NPM_LOCK.parent / "node_modules/installed", hashlib.sha256(NPM_LOCK.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return
    run(BIN / "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", at=NPM_LOCK.parent)
    mark.write_text(wanted)


def look_at_form(write: bool) -> None:
    """Looks at the form of Python, scripts, styles and templates, and first puts right what a program can where it may ``write``."""
    npm_install()
    templates = ROOT / "overrides"
    if write:
        run(BIN / "ruff", "check", "--fix", ".")
        run(BIN / "ruff", "format", ".")
        run(BIN / "djlint", templates, "--reformat", "--quiet", "--warn")
    run(BIN / "ruff", "check", ".")
    run(BIN / "ruff", "format", "--check", ".")
    run(BIN / "djlint", templates, "--check", "--lint")
    run(BIN / "node", BIOME, "check", "--error-on-warnings", *(["--write"] if write else []), ".", at=templates)


def browser() -> str:
    """The path of a browser of the Chromium family; fetches one when the machine has none."""
    if given := os.environ.get("BROWSER_PATH"):
        return given
    if found := next(filter(None, map(shutil.which, BROWSERS)), None):
        return found
    print("No Chromium browser here. Fetching one.", flush=True)
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    path = subprocess.run([BIN / "python", "-c", ask], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    if not Path(path).exists():
        subprocess.run([BIN / "playwright", "install", "--with-deps", "chromium"], cwd=ROOT, check=False)  # noqa: S603
    if not Path(path).exists() and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "--quiet"], check=False)  # noqa: S607
        for name in ("chromium-headless-shell", "chromium"):  # Debian has both, Ubuntu one
            subprocess.run(["apt-get", "install", "--yes", "--quiet", name], check=False)  # noqa: S603, S607
            if found := shutil.which(name):
                return found
    if not Path(path).exists():
        sys.exit("No browser could be fetched. Install Chromium or Chrome, or set BROWSER_PATH to the one you have, and run this again.")
    return path


def addresses() -> list[str]:
    """Every address of another site that the framework names, from the data file of a finished build."""
    found: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)
        elif isinstance(value, str) and value.startswith(("http://", "https://")):
            found.add(value)

    collect(json.loads((ROOT / "site/data/framework.json").read_text("utf-8")))
    return sorted(found)


def main() -> None:
    match sys.argv[1:]:
        case ["site"]:
            install()
            run(BIN / "mkdocs", "serve")
        case ["build"]:
            install()
            run(BIN / "mkdocs", "build", "--strict")
        case ["check"]:
            install()
            look_at_form(write=False)
            run(BIN / "mypy")
        case ["format"]:
            install()
            look_at_form(write=True)
        case ["easy-read"]:
            install()
            run(BIN / "python", "-m", "sds.easy_read", PYTHONPATH=str(ROOT / "hooks"))
        case ["addresses"]:
            install()
            run(BIN / "mkdocs", "build", "--strict")
            run(BIN / "linkchecker", "--recursion-level=0", "--no-status", "--timeout=30", *addresses())
        case ["test", *more]:
            install()
            run(BIN / "python", "-m", "pytest", *more, BROWSER_PATH=browser())
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:  # Ctrl-C is how a preview ends
        sys.exit(130)
