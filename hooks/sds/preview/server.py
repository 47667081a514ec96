"""Runs the preview for ``run.py site``: builds the site, serves it on this machine, and builds it again at each save."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Collection
from pathlib import Path

from sds.build import Site, build
from sds.config.check import left_out
from sds.config.read import SiteConfig, read_config
from sds.icons import ICONS
from sds.paths import CONFIG, SPINE, TEMPLATES
from sds.preview.file_watcher import FileWatcher
from sds.preview.own_pages import EDIT_PATH
from sds.preview.preview import Preview
from sds.preview.web import DEFAULT_PORT, PortTakenError, Server, serve_on
from sds.problem import Problem
from sds.settings import Settings

SAVE_DELAY = 0.03
"""Seconds to wait for more saves, so that saves in several folders make one build."""
MAX_NAMED = 3
"""How many saved files a message names. The rest are only counted."""


def run(root: Path, port: int | None = None) -> int:
    """Runs a preview of the project in folder ``root`` until Ctrl-C, and returns the exit status. Without ``port``, the usual port or the next free one is
    used."""
    try:
        server = serve_on(port)
    except (PortTakenError, OverflowError) as error:
        print(error if isinstance(error, PortTakenError) else "A port is a number from 1 to 65535.", file=sys.stderr)
        return 1
    try:
        _run(root, server, port)
    except KeyboardInterrupt:
        print("\nThe preview has stopped.")
    finally:
        server.server_close()
    return 0


def _run(root: Path, server: Server, port: int | None) -> None:
    config, _ = read_config(root)
    server.preview = preview = Preview(lambda: _build(root, server.address), str(root.resolve()))
    watcher = FileWatcher([root / name for name in _files(config)], [root / name for name in _folders(config)])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    if port is None and server.server_address[1] != DEFAULT_PORT:
        print(f"Port {DEFAULT_PORT} is already in use, perhaps by another preview.")
    print(f"Reading the files. The preview will be at {server.address}", flush=True)
    _rebuild(preview, "The site")
    if line := left_out(config):
        print(line)
    print(f"Look at {server.address} It updates each time you save. Press Ctrl+C to stop.", flush=True)
    while True:
        saved = set(watcher.saved.get())
        time.sleep(SAVE_DELAY)
        while not watcher.saved.empty():
            saved |= watcher.saved.get()
        if all(path.endswith(".py") for path in saved):
            print("The program was changed. Start the preview again to see what it does now.", flush=True)
        else:
            _rebuild(preview, _named(root, saved))


def _rebuild(preview: Preview, what: str) -> None:
    began = time.monotonic()
    preview.rebuild()
    if preview.problems:
        print("\n".join((f"{what}: not shown, because of this. It is also on each page.", *preview.problems)), flush=True)
    else:
        print(f"{what}: shown after {time.monotonic() - began:.2f} seconds.", flush=True)


def _named(root: Path, saved: Collection[str]) -> str:
    names = sorted(Path(path).relative_to(root.resolve()).as_posix() if Path(path).is_relative_to(root.resolve()) else path for path in saved)
    return ", ".join(names[:MAX_NAMED]) + (f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else "")


def _build(root: Path, address: str) -> Site | list[Problem]:
    config, _ = read_config(root)
    gc.disable()  # a build makes a million small objects and frees few: garbage collection would take a tenth of its time
    try:
        return build(root, Settings(address, EDIT_PATH, ICONS, preview=True, repo_url=config.text("repo_url")))
    finally:
        gc.enable()


def _files(config: SiteConfig) -> list[str]:
    given = [str(path) for path in config.values.get("watch") or () if Path(str(path)).suffix]
    return [CONFIG, SPINE, *given]


def _folders(config: SiteConfig) -> list[str]:
    given = [str(path) for path in config.values.get("watch") or () if not Path(str(path)).suffix]
    return ["content", TEMPLATES, *given]
