"""The modules of the service worker -> the one script that a browser is given: not every browser lets a worker import others."""

from __future__ import annotations

from pathlib import Path

from sds.output.assets import uncommented
from sds.output.modules import one_script

START = "worker/sw.js"


def worker_template(templates: Path) -> str:
    """The script of the worker, with a place for the address of the copy that it keeps: see :mod:`sds.output.offline_copy`."""
    return one_script(START, lambda path: uncommented(templates / path))
