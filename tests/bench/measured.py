"""Measures what a command costs, with all its child processes: processor time, elapsed time, and memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = "/proc"
EVERY = 0.1
"""Seconds between two samples of the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """``cpu``: user and system time in seconds, as the kernel counts it for a process and its finished children. ``wall``: elapsed seconds.

    ``peak``: the largest resident memory of all processes together in megabytes (1,000,000 bytes), sampled every 0.1 seconds from /proc. Shared memory counts
    once for each process.
    """

    cpu: float
    wall: float
    peak: float


def measured(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Cost:
    """Runs a command to its end. Raises RuntimeError with its output if it fails. Needs Linux."""
    start = time.monotonic()
    log = folder.parent / f"{folder.name}.log"
    with log.open("wb") as out:
        child = subprocess.Popen(command, cwd=folder, env={**os.environ, **variables}, stdout=out, stderr=out)
    peak, ended = 0, 0
    while not ended:
        peak = max(peak, _resident(child.pid))
        time.sleep(EVERY)
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
    wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)}: status {child.returncode}\n{log.read_text('utf-8')[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak / 1e6)


def _resident(process: int) -> int:
    """The resident memory of a process and all its descendants, in bytes."""
    below: dict[str, list[str]] = defaultdict(list)
    for found in os.listdir(PROC):  # noqa: PTH208 (pathlib would take as long as all the rest)
        if found.isdecimal():
            with suppress(OSError):  # it has ended meanwhile
                below[_read(found, "stat").rpartition(")")[2].split()[1]].append(found)
    total, to_do = 0, [str(process)]
    while to_do:
        one = to_do.pop()
        to_do += below[one]
        with suppress(OSError):
            total += int(_read(one, "statm").split()[1])
    return total * os.sysconf("SC_PAGE_SIZE")


def _read(process: str, name: str) -> str:
    with open(f"{PROC}/{process}/{name}") as file:  # noqa: PTH123 (the same)
        return file.read()
