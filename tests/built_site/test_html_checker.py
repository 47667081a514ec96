"""Validates the HTML of every page with the Nu HTML Checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import ROOT
from sds.commands.code_tools import NPM, install_from_npm
from sds.commands.debian import JAVA, find_or_install

JAR = ROOT / NPM / "node_modules/vnu-jar/build/dist/vnu.jar"
POLICY = ".*Content Security Policy.*"
"""Messages to ignore: the checker reads the pages from a folder, so their Content-Security-Policy seems to block everything. Browser tests check the policy."""


@pytest.mark.long("needs Java, and has the Nu HTML Checker read every page")
def test_the_nu_html_checker_finds_no_error_and_nothing_to_warn_of(built: Path, tell: Callable[[str], None]) -> None:
    install_from_npm(ROOT)
    command = (find_or_install(JAVA), "-Xss8m", "-jar", str(JAR), "--skip-non-html", "--filterpattern", POLICY, "--format", "json", "--stdout", str(built))
    done = subprocess.run(command, capture_output=True, text=True, timeout=1500, check=False)
    found = [one for one in json.loads(done.stdout)["messages"] if one.get("subType") == "warning" or one["type"] != "info"]
    told = [f"{one.get('url', '').rpartition('/real/site')[2]}:{one.get('lastLine')}: {one['message']}" for one in found]
    tell(f"Nu HTML Checker: {len(told)} errors and warnings in {len(list(built.rglob('*.html')))} pages")
    assert told[:30] == []
