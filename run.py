"""Sets up what the project needs in .venv, and runs one of its commands there. Needs Python 3.11.5 or newer and nothing else.

python3 run.py         lists the commands
python3 run.py site    builds the site and shows it on this machine, anew at every save
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from contextlib import suppress
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


def environment() -> dict[str, str]:
    """The environment that commands are run in."""
    return {**os.environ, **SETTINGS}


def run(*command: str | Path) -> int:
    """Runs a command in the project's folder. Returns its exit status."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment(), check=False).returncode  # noqa: S603


def run_counting(what: str, *command: str | Path) -> int:
    """The same, and at a terminal counts the seconds on one line, so that whoever waits sees that it goes on."""
    began = time.monotonic()
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, env=environment()) as process:  # noqa: S603
        while process.poll() is None:
            if sys.stdout.isatty():
                print(f"\r{what}: {time.monotonic() - began:.0f} s", end="", flush=True)
            with suppress(subprocess.TimeoutExpired):
                process.wait(1)
    if sys.stdout.isatty():
        print()
    return process.returncode


def install() -> None:
    """Makes .venv hold exactly what requirements.lock names; does nothing when it already does. Stops with a status when it cannot."""
    if sys.version_info < (3, 11, 5):
        sys.exit("This needs Python 3.11.5 or newer. You have " + sys.version.split()[0] + ".")
    mark, wanted = VENV / "installed", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == wanted:
        return
    print("Setting up .venv. The first time this takes about half a minute.", flush=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK)
    for what, command in (("Making .venv", (sys.executable, "-m", "venv", VENV)), ("Installing what the project needs", pip)):
        if status := run_counting(what, *command):
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
