"""MkDocs' events, each handed on to the package in ``hooks/sds``. The only file that imports MkDocs."""

from __future__ import annotations

import gc
import logging
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import material
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.structure.files import File, Files

from sds.build import Site, build
from sds.html.renderer import Settings
from sds.output.link_check import broken_links
from sds.output.offline_copy import WORKER, offline_files
from sds.output.site_folder import OutputError, inspect, put_in_place
from sds.paths import TEMPLATES
from sds.preview.file_watcher import observer
from sds.preview.preview import Preview
from sds.problem import report

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger(f"mkdocs.hooks.{__name__}")
STAGING = ".site-new"
"""Where a build makes the site before it is put in place, in the project's folder."""

_preview: Preview | None = None
_serving = False
_root: Path | None = None
_target: Path | None = None  # where a finished build goes
_site: Site | None = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Builds in a folder of its own, so that the last good site stays whole until the new one is."""
    global _preview, _root, _target
    _root = Path(config.config_file_path).parent
    config.theme.static_templates.clear()  # the project writes its own 404 page and site map
    del config.theme.dirs[1:]  # all but overrides: no template of the theme is used, and MkDocs would look at its 14,000 icons at each save
    if _serving:
        _preview = _preview or Preview(Path(config.site_dir), logging.getLogger("mkdocs"))
    elif _target is None:
        target = Path(config.site_dir)
        with _in_words():
            inspect(target)  # before the work, not after it
        _target = target
        config.site_dir = str(_root / STAGING)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads and checks what editors write, and plans every page, before anything is written."""
    global _site
    settings = Settings(
        site_url=config.site_url or "/",
        edit_url=f"{(config.repo_url or '').rstrip('/')}/{config.edit_uri or ''}",
        icons=Path(material.__file__).parent / "templates" / ".icons",
        preview=bool(_preview),
        repo_url=config.repo_url or "",
    )
    gc.disable()  # a build makes a million small things and drops none: a tenth of its time would go into looking
    built = build(Path(config.config_file_path).parent, settings)
    if not isinstance(built, Site):
        raise PluginError(f"The content has problems.\n{report(built)}")
    for line in built.notes:
        log.info(line)
    _site = built


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Gives MkDocs the finished files in place of those it found: they have become some of them. A preview writes them itself, when asked."""
    assert _site is not None
    return Files([] if _preview else [File.generated(config, path, content=content) for path, content in _site.files.items()])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Lets the preview finish a page when a browser asks for it, hear of a save at once, and outlive a slip."""
    assert _preview is not None
    preview = _preview
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = observer()  # type: ignore[assignment]  # MkDocs expects its own, and calls what all observers have
    for path in watched:
        if Path(path) != Path(config.docs_dir):  # it is in a folder that is watched anyway
            server.watch(path)
    server.build_delay = 0.05  # the observer gathers saves in one folder; this gathers those in several

    def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(server.mount_path).strip("/")
        if not asked.startswith("livereload/"):
            for path in (asked, f"{asked}/index.html".lstrip("/"), "404.html"):
                preview.finish(path)
        return server.serve_request(environ, start_response)

    server.builder = partial(preview.rebuild, builder, MkDocsException)  # raises nothing: after an error MkDocs lets every page wait
    server.set_app(app)
    return server


def on_post_build(config: MkDocsConfig) -> None:
    """Adds the copy for reading without a connection, walks the finished site, and puts it in place when every link leads somewhere."""
    global _target
    assert _site is not None
    built = Path(config.site_dir)
    template = Path(config.config_file_path).parent / TEMPLATES / WORKER
    for path, content in offline_files(built, template.read_text("utf-8"), bool(_preview)).items():
        (built / path).write_bytes(content)
    gc.enable()
    if _preview:
        _preview.take(_site.files)
    if _target is None:
        return
    broken = broken_links(built)
    if broken:
        raise PluginError("Links that lead nowhere:\n" + "\n".join(map(str, broken)))
    with _in_words():
        for line in put_in_place(built, _target):
            log.info(line)
    config.site_dir, _target = str(_target), None


@contextmanager
def _in_words() -> Iterator[None]:
    """Hands an error of the site's folder to MkDocs, which prints its words and no traceback."""
    try:
        yield
    except OutputError as error:
        raise PluginError(str(error)) from error


def on_build_error(error: Exception) -> None:
    """Takes away what a failed build had made."""
    gc.enable()
    if _target is not None and _root is not None:
        shutil.rmtree(_root / STAGING, ignore_errors=True)
