"""A web server for the tests that try how the site is served: one that the machine has, or one that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PLACES = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"))
"""Where programs are looked for: Debian keeps servers where the path of an ordinary user does not lead."""
PACKAGES = ("nginx-light", "libnginx-mod-http-brotli-static")


def nginx() -> str:
    """The path of nginx; installs it by apt-get when the machine has none. Ends the program when it cannot."""
    if given := os.environ.get("NGINX_PATH"):
        return given
    if not _found() and (apt := shutil.which("apt-get")):
        print("No nginx here. Installing it.", flush=True)
        before = ("sudo", "-n") if hasattr(os, "geteuid") and os.geteuid() and shutil.which("sudo") else ()
        variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*before, apt, "update", "--quiet"], env=variables, check=False)  # noqa: S603
        for package in PACKAGES:
            subprocess.run([*before, apt, "install", "--yes", "--quiet", "--no-install-recommends", package], env=variables, check=False)  # noqa: S603
    if found := _found():
        return found
    sys.exit("nginx could not be installed. Install it, or set NGINX_PATH to the one you have, and run this again.")


def _found() -> str | None:
    return shutil.which("nginx", path=PLACES)
