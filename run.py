"""Sets up what the project needs in .venv, and runs one of its commands there. Needs Python 3.11 or newer and nothing else.

python3 run.py         lists the commands
python3 run.py site    previews the site on this machine and updates it at each save
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
SITE_LOCK = ROOT / "requirements-site.lock"
"""The lock file of the packages that build the site: all that an editor needs."""
LOCK = ROOT / "requirements.lock"
"""The lock file of the same packages and those that test the site: three times as much to download."""
TESTING = frozenset({"addresses", "format", "lint", "test", "vendored"})
"""The commands that need the packages for tests."""
SETTINGS = {
    "PYTHONPATH": str(ROOT / "hooks"),
    "PYTHONDONTWRITEBYTECODE": "",  # write .pyc files even where the machine's environment says not to: without them every command starts half a second later
    "NO_MKDOCS_2_WARNING": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def environment() -> dict[str, str]:
    """The environment variables for every command: those of the machine, with ours in place of theirs."""
    return {**os.environ, **SETTINGS}


def run(*command: str | Path) -> int:
    """Runs a command in the project's folder. Returns its exit status."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment(), check=False).returncode  # noqa: S603


def run_counting(what: str, *command: str | Path) -> int:
    """Runs a command as ``run`` does. At a terminal it counts the seconds on one line, so that people see it is still working.

    ``what`` is the text before the count. Returns the exit status.
    """
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


def lock_for(command: str, installed: str) -> Path | None:
    """The lock file to install before ``command`` runs; None when .venv already has what the command needs.

    ``installed`` is the SHA-256 hash of the lock file that .venv was last installed from, or an empty string.
    """
    hashes = {lock: hashlib.sha256(lock.read_bytes()).hexdigest() for lock in (LOCK, SITE_LOCK)}
    wanted = LOCK if command in TESTING else SITE_LOCK
    return None if installed in {hashes[LOCK], hashes[wanted]} else wanted


def install(command: str) -> None:
    """Installs what ``command`` needs in .venv; does nothing when it is there already. Exits with the status of the failed step when it cannot."""
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may run this file)
        sys.exit("This needs Python 3.11 or newer. You have " + sys.version.split()[0] + ".")
    mark = VENV / "installed"
    lock = lock_for(command, mark.read_text() if mark.exists() else "")
    if lock is None:
        return
    print("Setting up .venv. The first time this takes one to three minutes.", flush=True)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock)
    for what, step in (("Making .venv", (sys.executable, "-m", "venv", VENV)), ("Installing what the project needs", pip)):
        if status := run_counting(what, *step):
            sys.exit(status)
    mark.write_text(hashlib.sha256(lock.read_bytes()).hexdigest())


def main() -> int:
    """Runs the command that the first argument names, and returns its exit status. Listing the commands needs no .venv."""
    if sys.argv[1:] and not sys.argv[1].startswith("-"):
        install(sys.argv[1])
        return run(PYTHON, "-m", "sds", *sys.argv[1:])
    return run(sys.executable, "-m", "sds", *sys.argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # Ctrl-C is how a preview ends
        sys.exit(130)
