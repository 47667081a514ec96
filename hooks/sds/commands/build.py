"""Writes the site to site/ with MkDocs, or to another folder without it."""

from __future__ import annotations

import gc
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from sds.build import Site, build
from sds.commands.arguments import parser, run_module
from sds.config.check import left_out
from sds.config.published import settings
from sds.config.read import read_config
from sds.output.files import write_files
from sds.output.folder import STAGING, finish
from sds.output.holding import OutputError, inspect, unwritten
from sds.output.host_files import host_files
from sds.output.one_build import one_build
from sds.output.site_folder import put_in_place
from sds.problem import report
from sds.progress import at_terminal

HOSTED = ".site-hosted"
"""The temporary folder, in the project's folder, in which files for hosts are added before the site is moved into place."""


def main(arguments: Sequence[str], root: Path) -> int:
    """Builds the site. Returns 1 if it has errors or cannot be written."""
    parse = parser("build", __doc__)
    parse.add_argument("--no-mkdocs", metavar="OUT", type=Path, help="the folder to write to without MkDocs, its plugins and its hooks")
    parse.add_argument("--publish", action="store_true", help="also write what hosts need: headers, redirects, compressed files")
    given = parse.parse_args(arguments)
    try:
        if given.publish:
            return _publish(root, given.no_mkdocs)
        if not given.no_mkdocs:
            return run_module("mkdocs", "build", "--strict", root=root)
        status = write(root, given.no_mkdocs)
    except OutputError as error:
        print(error, file=sys.stderr)
        return 1
    if not status:
        print(f"The site is in {given.no_mkdocs}.")
    return status


def _publish(root: Path, out: Path | None) -> int:
    """Builds into a temporary folder, adds the files for hosts, and moves the result into ``out`` or, with MkDocs, into the ``site_dir`` of ``mkdocs.yml``."""
    config, _ = read_config(root)
    target = out or root / config.text("site_dir", "site")
    staged = root / HOSTED
    inspect(target)  # fails now, and not after a long build
    with one_build(staged):
        try:
            shutil.rmtree(staged, ignore_errors=True)
            if status := write(root, staged) if out else run_module("mkdocs", "build", "--strict", "-d", staged, root=root):
                return status
            for path, content in host_files(staged, settings(config).site_url):
                try:
                    (staged / path).write_bytes(content)
                except OSError as error:
                    raise unwritten(staged / path, error) from error
            print("\n".join([*put_in_place(staged, target), f"The site with what hosts need is in {target}."]))
            return 0
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def write(root: Path, target: Path) -> int:
    """Builds the site of the project in folder ``root`` into the folder ``target``, without MkDocs. Returns the exit status.

    Raises OutputError if the site cannot be written there.
    """
    gc.disable()  # a build makes a million small objects and frees none: garbage collection would take a tenth of its time
    with one_build(root / STAGING):
        try:
            return _write(root, target)
        finally:
            shutil.rmtree(root / STAGING, ignore_errors=True)


def _write(root: Path, target: Path) -> int:
    inspect(target)  # fails now, and not after a long build
    config, _ = read_config(root)
    progress = at_terminal()
    site = build(root, settings(config), progress)
    if not isinstance(site, Site):
        print(report(site), file=sys.stderr)
        return 1
    shutil.rmtree(root / STAGING, ignore_errors=True)
    write_files(site.files, root / STAGING, progress)
    notes, generated = site.notes, site.generated
    site.clear()
    del site
    said = [*notes, left_out(config), *finish(root / STAGING, target, root, progress, generated)]
    print("".join(f"{line}\n" for line in said if line), end="")
    return 0
