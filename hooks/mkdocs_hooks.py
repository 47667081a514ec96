"""MkDocs' events, each handed on to the package in ``hooks/sds``. The only file that imports MkDocs."""

from __future__ import annotations

import gc
import logging
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import material
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from sds.offline import WORKER, offline_files
from sds.problem import report
from sds.render import Settings
from sds.site import TEMPLATES, Site, build, hand_written_page
from sds.walk import broken_links

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

log = logging.getLogger(f"mkdocs.hooks.{__name__}")
STAGING = ".site-new"

_command: Literal["build", "gh-deploy", "serve"] = "build"
_target: Path | None = None  # where a finished build goes; it is made next to it first
_site: Site | None = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Builds beside the site folder, so that the last good site stays whole until the new one is."""
    global _target
    config.theme.static_templates.clear()  # the project writes its own 404 page and site map
    if _command == "build" and _target is None:
        _target = Path(config.site_dir)
        config.site_dir = str(_target.parent / STAGING)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads and checks the YAML, and renders every generated page, before anything is written."""
    global _site
    root = Path(config.config_file_path).parent
    pages = Path(config.docs_dir).glob("*.md")
    settings = Settings(
        site_url=config.site_url or "/",
        edit_url=f"{(config.repo_url or '').rstrip('/')}/{config.edit_uri or ''}",
        icons=Path(material.__file__).parent / "templates" / ".icons",
        preview=_command == "serve",
    )
    gc.disable()  # a build makes a million small things and drops none: a tenth of its time would go into looking
    built = build(root, settings, tuple(sorted(f"/{page.stem}/" for page in pages)))
    gc.enable()
    if not isinstance(built, Site):
        raise PluginError(f"The content has problems.\n{report(built)}")
    for line in built.notes:
        log.info(line)
    _site = built


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the finished files, and leaves out the theme's own styles and scripts, which no page uses."""
    assert _site is not None
    kept = Files([file for file in files if file.is_documentation_page() or file.src_dir == config.docs_dir])
    for path, content in _site.files.items():
        kept.append(File.generated(config, path, content=content))
    return kept


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Puts a hand-written page into the site's shell."""
    assert _site is not None
    edit = f"{Path(config.docs_dir).relative_to(Path(config.config_file_path).parent).as_posix()}/{page.file.src_uri}"
    return hand_written_page(_site, f"/{page.url}", str(page.title), str(page.meta.get("description", "")), edit, page.content or "")


def on_post_build(config: MkDocsConfig) -> None:
    """Adds the copy for reading without a connection, walks the finished site, and puts it in place when every link leads somewhere."""
    global _target
    built = Path(config.site_dir)
    template = Path(config.config_file_path).parent / TEMPLATES / WORKER
    for path, content in offline_files(built, template.read_text("utf-8"), _command == "serve").items():
        (built / path).write_bytes(content)
    if _target is None:
        return
    broken = broken_links(built)
    if broken:
        raise PluginError("Links that lead nowhere:\n" + "\n".join(map(str, broken)))
    shutil.rmtree(_target, ignore_errors=True)
    built.rename(_target)
    config.site_dir, _target = str(_target), None


def on_build_error(error: Exception) -> None:
    """Takes away what a failed build had made."""
    if _target is not None:
        shutil.rmtree(_target.parent / STAGING, ignore_errors=True)
