"""Runs a preview in a process of its own, and reads what it shows."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers import ENVIRONMENT, ROOT, builds

SITE = (sys.executable, "-m", "sds", "site")
WITH_SDS = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")}
MOST = 90.0
"""Seconds that something may take to come: a machine that does much else is late, and only a test that fails waits for so long."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def hear_interrupts() -> None:
    """In the new process: Ctrl+C ends it, also where the tests run in the background, whose programs a shell makes deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serving(project: Path, log: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server in the project's folder while the block runs; what it says goes into ``log``."""
    builds()
    with log.open("ab") as out:
        server = subprocess.Popen(command, cwd=project, env=WITH_SDS, stdout=out, stderr=out, start_new_session=True, preexec_fn=hear_interrupts)
    try:
        yield server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)  # a group of its own: only what this test started
        server.wait(60)


@contextmanager
def preview(project: Path, log: Path) -> Iterator[str]:
    """``run.py site`` on a free port while the block runs; gives the address."""
    port = free_port()
    with serving(project, log, *SITE, "--port", str(port)):
        yield f"http://127.0.0.1:{port}"


def read(url: str) -> str:
    """What stands at an address, the page for wrong addresses too; empty while the server is not there yet."""
    try:
        with urllib.request.urlopen(url, timeout=MOST) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        return str(error.read().decode("utf-8"))
    except OSError:
        return ""


def wait_for(url: str, words: str, log: Path) -> float:
    """The seconds until ``words`` stand on a page."""
    start = time.monotonic()
    while words not in read(url):
        assert time.monotonic() - start < MOST, log.read_text("utf-8")[-2000:]
        time.sleep(0.02)
    return time.monotonic() - start


def wait_without(url: str, words: str, log: Path) -> None:
    """Waits until ``words`` stand on a page no longer."""
    start = time.monotonic()
    while words in read(url):
        assert time.monotonic() - start < MOST, log.read_text("utf-8")[-2000:]
        time.sleep(0.02)
