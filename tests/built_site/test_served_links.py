"""A program that knows nothing of this one follows every link of the site as it is published, and finds each."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sds.commands.arguments import program

SETTINGS = """\
[checking]
threads=8
maxrequestspersecond=1000
recursionlevel=-1
[filtering]
checkextern=0
[output]
warnings=0
"""
"""The limit on requests is for hosts of others, and counts the seconds of this machine in hours: it is lifted."""
FOUND = re.compile(r"(\d+) links? in (\d+) URLs? checked.*?(\d+) errors? found", re.DOTALL)


@pytest.mark.long("follows every link of the served site")
def test_every_link_of_the_served_site_leads_somewhere(served: str, published: Path, tmp_path: Path, tell: Callable[[str], None]) -> None:
    (tmp_path / "settings").write_text(SETTINGS, "utf-8")
    command: list[str | Path] = [program("linkchecker"), "--config", tmp_path / "settings", "--no-status", f"{served}/", f"{served}/sitemap.xml"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3000, check=False)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    found = FOUND.search(done.stdout)
    assert found, done.stdout[-2000:]
    links, addresses, broken = map(int, found.groups())
    assert broken == 0
    assert addresses > len(list(published.rglob("*.html"))) / 2
    tell(f"{links} links to {addresses} addresses, {broken} broken")
