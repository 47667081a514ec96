"""An independent link checker (linkchecker) follows every link of the published site and finds no broken one."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

WITHOUT_PAUSES = """\
from linkcheck.command.linkchecker import linkchecker
from linkcheck.director.aggregator import Aggregate

Aggregate.wait_time_min_default = Aggregate.wait_time_max_default = 0
linkchecker()
"""
"""Runs linkchecker without its pause of at least 0.1 seconds between requests, which no setting turns off. The pause protects other people's hosts, and would
turn minutes into half an hour."""
SETTINGS = """\
[checking]
threads=4
maxrequestspersecond=10000
recursionlevel=-1
[filtering]
checkextern=0
[output]
warnings=0
"""
LONGEST = 900
"""Seconds allowed. It takes about 100 of processor time, and took 330 on a two-core machine with a dozen other programs running."""
FOUND = re.compile(r"(\d+) links? in (\d+) URLs? checked.*?(\d+) errors? found", re.DOTALL)


@pytest.mark.long("follows every link of the served site")
def test_every_link_of_the_served_site_leads_somewhere(served: str, published: Path, tmp_path: Path, tell: Callable[[str], None]) -> None:
    (tmp_path / "settings").write_text(SETTINGS, "utf-8")
    command: list[str | Path] = [sys.executable, "-c", WITHOUT_PAUSES, "--config", tmp_path / "settings", "--no-status", f"{served}/", f"{served}/sitemap.xml"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    found = FOUND.search(done.stdout)
    assert found, done.stdout[-2000:]
    links, addresses, broken = map(int, found.groups())
    assert broken == 0
    assert addresses > len(list(published.rglob("*.html"))) / 2
    tell(f"{links} links to {addresses} addresses, {broken} broken")
