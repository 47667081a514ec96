"""Sets up what the project needs in .venv, and runs one of its commands there. Needs Python 3.11.5 or newer and nothing else.

python3 run.py         lists the commands
python3 run.py site    builds the site and shows it on this machine, anew at every save
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
SETTINGS = {
    "PYTHONPATH": str(ROOT / "hooks"),
    "PYTHONDONTWRITEBYTECODE": "",  # compiled code is kept, also where a machine says not to: without it every command starts half a second later
    "NO_MKDOCS_2_WARNING": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def run(*command: str | Path) -> int:
    """Runs a command in the project's folder. Returns its exit status."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env={**os.environ, **SETTINGS}, check=False).returncode  # noqa: S603


def install() -> None:
    """Makes .venv hold exactly what requirements.lock names; does nothing when it already does. Stops with a status when it cannot."""
    if sys.version_info < (3, 11, 5):
        sys.exit("This needs Python 3.11.5 or newer. You have " + sys.version.split()[0] + ".")
    mark, wanted = VENV / "installed", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return
    print("Setting up .venv. The first time this takes about half a minute.", flush=True)
    for command in ((sys.executable, "-m", "venv", VENV), (PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK)):
        if status := run(*command):
            sys.exit(status)
    mark.write_text(wanted)


def main() -> int:
    """Runs the command that the first argument names. To list the commands, nothing needs to be set up."""
    if sys.argv[1:] and not sys.argv[1].startswith("-"):
        install()
        return run(PYTHON, "-m", "sds", *sys.argv[1:])
    return run(sys.executable, "-m", "sds", *sys.argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # Ctrl-C is how a preview ends
        sys.exit(130)
