"""The modules of the service worker -> the one script that a browser is given: not every browser lets a worker import others."""

from __future__ import annotations

from pathlib import Path

from sds.output.assets import uncommented
from sds.output.modules import one_script

WORKER = "sw.js"
"""Where it is published: at the root of the site, as it can only answer for the folder that it is in."""
START = "worker/sw.js"
PLACE = "%COPY%"
"""What stands in it for the address of the copy's index."""


def worker_template(templates: Path) -> str:
    """The script of the worker, to be told which copy it keeps."""
    text = one_script(START, lambda path: uncommented(templates / path))
    assert text.count(PLACE) == 1
    return text


def keeping(copy: str, template: str) -> str:
    """The worker that keeps the copy whose index is at an address."""
    return template.replace(PLACE, copy)


def no_copy(template: str) -> str:
    """The worker of a preview, which has no copy: it takes itself and its copies away from the browser."""
    return keeping("", template)
