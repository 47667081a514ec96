"""Compares nginx's processor time for a compressed page, served by the site's own ``nginx.conf``, with that for a plain file of the same size and no rules.

It counts processor time and not requests per second, which would depend on what else the machine is doing.

Run it on a published site: ``PYTHONPATH=hooks:tests .venv/bin/python -m bench.serve site``. Nothing is asserted. Needs nginx and wrk from Debian.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from hosting import served_by_nginx
from sds.commands.debian import Program, find_or_install

WRK = Program("wrk", "WRK_PATH", ("wrk",))
PAGES = ("index.html", "standards/independent-support/index.html", "search/index.html")
ENCODINGS = (("gzip", ".gz"), ("br", ".br"))
ROUNDS = 3
COMMAND = ("--threads", "1", "--connections", "8", "--duration", "2s")
ANSWERS = re.compile(r"(\d+) requests in")
FAILED = re.compile(r"Non-2xx|Socket errors")
TICKS = os.sysconf("SC_CLK_TCK")


def cost(server: Path, address: str, encoding: str) -> float:
    """Microseconds of processor time for one response. ``server`` is the folder of a running nginx. Raises RuntimeError if a request failed."""
    before = _seconds(server)
    command = (find_or_install(WRK), *COMMAND, "--header", f"Accept-Encoding: {encoding}", address)
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    if FAILED.search(done.stdout):
        raise RuntimeError(done.stdout)
    return (_seconds(server) - before) / int(ANSWERS.findall(done.stdout)[0]) * 1e6


def _seconds(server: Path) -> float:
    """Seconds of processor time, user and system, that nginx's only worker has used."""
    master = (server / "pid").read_text().strip()
    worker = Path(f"/proc/{master}/task/{master}/children").read_text().split()[0]
    user, kernel = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(kernel)) / TICKS


def main(site: Path) -> None:
    """Prints a row for each page and encoding. The ratio comes first: of the medians of several rounds, in which both sides take turns."""
    print("| of a bare file | page | encoding | bytes | a page, µs | a bare file, µs |")
    print("| ---: | --- | --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        bare, one, other = (Path(folder, name) for name in ("bare", "one", "other"))
        bare.mkdir()
        (bare / "nginx.conf").write_text("", "utf-8")
        for page in PAGES:
            for _, ending in ENCODINGS:
                shutil.copy(site / (page + ending), bare / _flat(page, ending))
        with served_by_nginx(site, one) as ours, served_by_nginx(bare, other) as its:
            for page in PAGES:
                for encoding, ending in ENCODINGS:
                    address = page.removesuffix("index.html")
                    rounds = [(cost(one, f"{ours}/{address}", encoding), cost(other, f"{its}/{_flat(page, ending)}", encoding)) for _ in range(ROUNDS)]
                    mine, bares = (statistics.median(side) for side in zip(*rounds, strict=True))
                    size = (site / (page + ending)).stat().st_size
                    print(f"| {mine / bares:.2f} | /{address} | {encoding} | {size:,} | {mine:.0f} | {bares:.0f} |", flush=True)


def _flat(page: str, ending: str) -> str:
    """The name of the plain copy of a compressed page."""
    return f"{page.replace('/', '-')}{ending}.bin"


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
