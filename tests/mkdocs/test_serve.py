"""``mkdocs serve`` works as usual, with live reloading and without."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from helpers import edit
from serving import MOST, free_port, read, serving, wait_for

pytestmark = pytest.mark.builds

GARDEN = "A garden that everyone can share."


@pytest.mark.parametrize("more", [[], ["--no-livereload"]])
def test_it_shows_the_site_where_the_settings_say(project: Path, tmp_path: Path, more: list[str]) -> None:
    port, log = free_port(), tmp_path / "log"
    edit(project, "mkdocs.yml", "strict: true", f"strict: true\ndev_addr: 127.0.0.1:{port}")
    with serving(project, log, sys.executable, "-m", "mkdocs", "serve", *more):
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/about/", "It shows that any framework will do.", log)
        assert GARDEN in read(address)
        assert "Water for every bed" in read(f"{address}/standards/water/")
        assert "Page not found" in read(f"{address}/nowhere/")
        assert "downloads/" not in "".join(path.name for path in project.rglob("*")), "no booklets, to be quicker"
        assert 'const COPY = "";' in read(f"{address}/sw.js"), "and no copy for reading without a connection"
        assert ("livereload" in read(address)) is not bool(more)
    assert "Traceback" not in log.read_text("utf-8")


def test_it_follows_saves_of_what_watch_names_and_says_what_is_wrong(project: Path, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    address = f"http://127.0.0.1:{port}"
    edit(project, "mkdocs.yml", "watch: [standards.yaml,", "watch: [standards.yaml, notes,")
    (project / "notes").mkdir()
    with serving(project, log, sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"):
        wait_for(address, GARDEN, log)
        time.sleep(1.2)  # MkDocs looks for changes twice a second, once it has started
        edit(project, "standards.yaml", GARDEN, "Bring a spade.")
        wait_for(address, "Bring a spade.", log)
        time.sleep(1.2)
        rebuilt = log.read_text("utf-8").count("Reloading browsers")
        (project / "notes/new.txt").write_text("a note", "utf-8")
        start = time.monotonic()
        while log.read_text("utf-8").count("Reloading browsers") == rebuilt:
            assert time.monotonic() - start < MOST, log.read_text("utf-8")[-2000:]
            time.sleep(0.1)
        time.sleep(1.2)
        edit(project, "content/glossary.yaml", "    related: [bed]\n", "    related: [bedd]\n")
        start = time.monotonic()
        while 'Did you mean "bed"?' not in log.read_text("utf-8"):
            assert time.monotonic() - start < MOST, log.read_text("utf-8")[-2000:]
            time.sleep(0.1)
        edit(project, "standards.yaml", "Bring a spade.", "Bring two spades.")
        while log.read_text("utf-8").count('Did you mean "bed"?') < 2:
            assert time.monotonic() - start < MOST, "a save that leaves the problem says it again"
            time.sleep(0.1)
        edit(project, "content/glossary.yaml", "    related: [bedd]\n", "    related: [bed]\n")
        wait_for(address, "Bring two spades.", log)
    assert "Traceback" not in log.read_text("utf-8")
