"""Finds a browser for the tests on this machine, or downloads one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from sds.commands.arguments import program

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""Names of browsers that the tests can drive. The first opens a page in half the time, because it is headless and draws no window."""


def find_browser() -> str:
    """The path of a Chromium-based browser. Downloads one if there is none, and exits the program if that fails."""
    if given := os.environ.get("BROWSER_PATH"):
        return given
    if found := next(filter(None, map(shutil.which, BROWSERS)), None):
        return found
    print("No Chromium browser here. Downloading one.", flush=True)
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    path = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    if not Path(path).exists():
        subprocess.run([program("playwright"), "install", "--with-deps", "chromium"], check=False)  # noqa: S603
    if not Path(path).exists() and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "--quiet"], check=False)  # noqa: S607
        for name in ("chromium-headless-shell", "chromium"):  # Debian has both packages, Ubuntu only the second
            subprocess.run(["apt-get", "install", "--yes", "--quiet", name], check=False)  # noqa: S603, S607
            if found := shutil.which(name):
                return found
    if not Path(path).exists():
        sys.exit("No browser could be downloaded. Install Chromium or Chrome, or set BROWSER_PATH to the one you have, and run this again.")
    return path
