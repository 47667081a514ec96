"""Finds a program that the tests need and that is no Python package, or installs it from Debian."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

SEARCH_PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))
"""The search path for programs: on Debian, servers are in folders outside the PATH of an ordinary user."""


@dataclass(frozen=True)
class Program:
    """A program: its name, the environment variable that may hold its path, and the Debian packages that install it."""

    name: str
    variable: str
    packages: tuple[str, ...]


NGINX = Program("nginx", "NGINX_PATH", ("nginx-light", "libnginx-mod-http-brotli-static"))
FAKETIME = Program("faketime", "FAKETIME_PATH", ("faketime",))
JAVA = Program("java", "JAVA_PATH", ("default-jre-headless",))
FIREFOX = Program("firefox-esr", "FIREFOX_PATH", ("firefox-esr",))
WEBKIT = Program("WebKitWebDriver", "WEBKIT_DRIVER_PATH", ("webkit2gtk-driver",))
XVFB = Program("Xvfb", "XVFB_PATH", ("xvfb",))


def find_or_install(wanted: Program) -> str:
    """The path of a program; installs it if the machine does not have it. Exits this program if that fails."""
    if found := os.environ.get(wanted.variable) or shutil.which(wanted.name, path=SEARCH_PATH):
        return found
    if apt := shutil.which("apt-get"):
        print(f"No {wanted.name} here. Installing it.", flush=True)
        before = ("sudo", "-n") if hasattr(os, "geteuid") and os.geteuid() and shutil.which("sudo") else ()
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*before, apt, "update", "--quiet"], env=quiet, check=False)  # noqa: S603
        for package in wanted.packages:  # one at a time: some versions of Debian lack some packages
            subprocess.run([*before, apt, "install", "--yes", "--quiet", "--no-install-recommends", package], env=quiet, check=False)  # noqa: S603
        if found := shutil.which(wanted.name, path=SEARCH_PATH):
            return found
    sys.exit(f"{wanted.name} could not be installed. Install it, or set {wanted.variable} to the one you have, and run this again.")
