"""Drives Firefox and WebKit, as packaged by Debian, through their own automation libraries."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marionette_driver.marionette import Marionette
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from sds.commands.debian import FIREFOX, WEBKIT, XVFB, find_or_install
from serving import free_port

LONGEST = 40  # seconds to wait for a condition at most


@dataclass(frozen=True, kw_only=True)
class Engine:
    """An open browser window: its name, and functions to open an address and to run a script, which returns the value of its ``return``."""

    version: str
    go: Callable[[str], None]
    run: Callable[[str], Any]

    def until(self, condition: str) -> None:
        """Waits until a JavaScript expression is true in the open page."""
        end = time.monotonic() + LONGEST
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, f"never: {condition}"
            time.sleep(0.1)


@contextmanager
def firefox(folder: Path) -> Iterator[Engine]:
    """A Firefox window. Its log goes into ``folder``."""
    driver = Marionette(bin=find_or_install(FIREFOX), headless=True, port=free_port(), gecko_log=str(folder / "gecko.log"))
    try:
        driver.start_session()
        yield Engine(
            version=f"Firefox {driver.session_capabilities['browserVersion']}",
            go=driver.navigate,
            run=lambda script: driver.execute_script(script, sandbox=None),
        )
    finally:
        driver.cleanup()


@contextmanager
def webkit(folder: Path) -> Iterator[Engine]:
    """A window of WebKitGTK's MiniBrowser on a virtual screen. Its log goes into ``folder``."""
    service = Service(executable_path=find_or_install(WEBKIT), log_output=str(folder / "webkit.log"))
    with _screen() as screen:
        service.env = {**os.environ, "DISPLAY": screen}
        driver = webdriver.WebKitGTK(options=Options(), service=service)
        try:
            yield Engine(version=f"WebKit {driver.capabilities['browserVersion']}", go=driver.get, run=driver.execute_script)
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    with subprocess.Popen([find_or_install(XVFB), "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


ENGINES = {"firefox": firefox, "webkit": webkit}
