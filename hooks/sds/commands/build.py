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
from sds.output.holding import OutputError, inspect
from sds.problem import report
from sds.progress import at_terminal


def main(arguments: Sequence[str], root: Path) -> int:
    """Builds, and says what there is to say."""
    parse = parser("build", __doc__)
    parse.add_argument("--no-mkdocs", metavar="OUT", type=Path, help="the folder to write to without MkDocs, its plugins and its hooks")
    out = parse.parse_args(arguments).no_mkdocs
    return write(root, out) if out else run_module("mkdocs", "build", "--strict", root=root)


def write(root: Path, target: Path) -> int:
    """Builds the site of the project in folder ``root`` into the folder ``target``, without MkDocs; gives the exit status."""
    gc.disable()  # a build makes a million small things and drops none: a tenth of its time would go into looking
    try:
        return _write(root, target)
    except OutputError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(root / STAGING, ignore_errors=True)


def _write(root: Path, target: Path) -> int:
    inspect(target)  # before the work, not after it
    config, _ = read_config(root)
    progress = at_terminal()
    site = build(root, settings(config), progress)
    if not isinstance(site, Site):
        print(report(site), file=sys.stderr)
        return 1
    shutil.rmtree(root / STAGING, ignore_errors=True)
    write_files(site.files, root / STAGING, progress)
    said = [*site.notes, left_out(config), *finish(root / STAGING, target, root, progress), f"The site is in {target}."]
    print("\n".join(filter(None, said)))
    return 0
