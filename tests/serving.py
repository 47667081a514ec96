"""Starts the preview in another process, and reads what it serves."""

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

from helpers import ENVIRONMENT, ROOT, assert_may_build

SITE = (sys.executable, "-m", "sds", "site")
WITH_SDS = {**ENVIRONMENT, "PYTHONPATH": str(ROOT / "hooks")}
MOST = 90.0
"""Seconds to wait at most: a busy machine may be slow, and only a failing test waits this long."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def hear_interrupts() -> None:
    """Runs in the new process first. Restores the default handler of SIGINT, which a shell turns off for background jobs, so that Ctrl+C ends it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serving(project: Path, log: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server process in the project's folder while the block runs. Its output goes into ``log``."""
    assert_may_build()
    with log.open("ab") as out:
        server = subprocess.Popen(command, cwd=project, env=WITH_SDS, stdout=out, stderr=out, start_new_session=True, preexec_fn=hear_interrupts)
    try:
        yield server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)  # kills the server's own process group, so only what this test started
        server.wait(60)


@contextmanager
def preview(project: Path, log: Path) -> Iterator[str]:
    """Runs ``run.py site`` on a free port while the block runs; gives the address."""
    port = free_port()
    with serving(project, log, *SITE, "--port", str(port)):
        yield f"http://127.0.0.1:{port}"


def read(url: str) -> str:
    """The body at an address, also of an error page; an empty string while the server does not answer."""
    try:
        with urllib.request.urlopen(url, timeout=MOST) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        return str(error.read().decode("utf-8"))
    except OSError:
        return ""


def wait_for(url: str, words: str, log: Path) -> float:
    """Waits until ``words`` are on a page. Returns the seconds that it took."""
    start = time.monotonic()
    while words not in read(url):
        assert time.monotonic() - start < MOST, log.read_text("utf-8")[-2000:]
        time.sleep(0.02)
    return time.monotonic() - start


def wait_without(url: str, words: str, log: Path) -> None:
    """Waits until ``words`` are no longer on a page."""
    start = time.monotonic()
    while words in read(url):
        assert time.monotonic() - start < MOST, log.read_text("utf-8")[-2000:]
        time.sleep(0.02)
