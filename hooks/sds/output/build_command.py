"""``run.py build --no-mkdocs OUT``: writes the whole site without MkDocs."""

from __future__ import annotations

import gc
import shutil
import sys
from pathlib import Path

from sds.build import Site, build
from sds.config.check import left_out
from sds.config.read import SiteConfig, read_config
from sds.html.renderer import Settings
from sds.icons import ICONS
from sds.output.files import write_files
from sds.output.folder import STAGING, finish
from sds.output.site_folder import OutputError, inspect
from sds.problem import report
from sds.progress import at_terminal


def write(root: Path, target: Path) -> int:
    """Builds the site of the project in folder ``root`` into the folder ``target``; gives the exit status."""
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


def settings(config: SiteConfig) -> Settings:
    """Where the site is published, as ``mkdocs.yml`` says."""
    repo_url = config.text("repo_url")
    edit_url = f"{repo_url.rstrip('/')}/{config.text('edit_uri')}"
    site_url = config.text("site_url", "/")
    return Settings(site_url if site_url.endswith("/") else f"{site_url}/", edit_url, ICONS, repo_url=repo_url)
