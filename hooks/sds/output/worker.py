"""Bundles the modules of the service worker to one script, because not every browser supports imports in service workers."""

from __future__ import annotations

from pathlib import Path

from sds.output.assets import uncommented
from sds.output.modules import one_script

START = "worker/sw.js"


def worker_template(templates: Path) -> str:
    """The script of the service worker, with a placeholder for the address of the offline copy's index: see :mod:`sds.output.offline_copy`."""
    return one_script(START, lambda path: uncommented(templates / path))
