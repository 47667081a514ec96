"""MkDocs' events, each handed on to the package in ``hooks/sds``. The only file that imports MkDocs."""

from __future__ import annotations

import gc
import logging
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Literal

import material
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from sds.offline import WORKER, offline_files
from sds.problem import report
from sds.render import Settings
from sds.saves import observer
from sds.site import TEMPLATES, Site, build, hand_written_page
from sds.walk import broken_links

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

log = logging.getLogger(f"mkdocs.hooks.{__name__}")
STAGING = ".site-new"

_command: Literal["build", "gh-deploy", "serve"] = "build"
_target: Path | None = None  # where a finished build goes; it is made next to it first
_site: Site | None = None
_ready = Event()  # in a preview: no build is under way
_writing = Lock()
_asked: dict[str, str] = {}  # the Markdown of a hand-written page that is being made
_became: dict[str, tuple[str, str]] = {}  # the Markdown of each as it was last made, and its HTML


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global _command
    _command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Builds beside the site folder, so that the last good site stays whole until the new one is."""
    global _target
    config.theme.static_templates.clear()  # the project writes its own 404 page and site map
    del config.theme.dirs[1:]  # all but overrides: no template of the theme is used, and MkDocs would look at its 14,000 icons at each save
    if _command == "build" and _target is None:
        _target = Path(config.site_dir)
        config.site_dir = str(_target.parent / STAGING)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads and checks the YAML, and renders every generated page, before anything is written."""
    global _site
    _ready.clear()
    root = Path(config.config_file_path).parent
    pages = Path(config.docs_dir).glob("*.md")
    settings = Settings(
        site_url=config.site_url or "/",
        edit_url=f"{(config.repo_url or '').rstrip('/')}/{config.edit_uri or ''}",
        icons=Path(material.__file__).parent / "templates" / ".icons",
        preview=_command == "serve",
        repo_url=config.repo_url or "",
    )
    gc.disable()  # a build makes a million small things and drops none: a tenth of its time would go into looking
    built = build(root, settings, tuple(sorted(f"/{page.stem}/" for page in pages)))
    if not isinstance(built, Site):
        raise PluginError(f"The content has problems.\n{report(built)}")
    for line in built.notes:
        log.info(line)
    _site = built


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the finished files, and leaves out those of ``overrides``, which are among them.

    A preview adds none: it finishes each when it is asked for, so that a saved sentence is on the screen at once.
    """
    assert _site is not None
    kept = Files([file for file in files if file.is_documentation_page() or file.src_dir == config.docs_dir])
    if _command != "serve":
        for path, content in _site.files.items():
            kept.append(File.generated(config, path, content=content))
    return kept


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Lets the preview finish a page when a browser asks for it, and lets it hear of a save at once."""
    folder = Path(server.root)
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
            _ready.wait()
            for path in (asked, f"{asked}/index.html".lstrip("/"), "404.html"):
                _finish(folder, path)
        return server.serve_request(environ, start_response)

    server.set_app(app)
    return server


def _finish(folder: Path, path: str) -> None:
    """Writes a file of the site into the folder that the preview serves, if the site has it and it is not there yet."""
    assert _site is not None
    with _writing:
        if path in _site.files and not (folder / path).exists():
            content = _site.files[path]
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content if isinstance(content, bytes) else content.encode())


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """In a preview, leaves out the words of a hand-written page that are as they were: what they became is kept."""
    _asked[page.file.src_uri] = markdown
    return "" if _command == "serve" and _became.get(page.file.src_uri, ("", ""))[0] == markdown else markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    asked = _asked.pop(page.file.src_uri)
    if page.markdown:
        _became[page.file.src_uri] = (asked, html)
    return _became[page.file.src_uri][1] if asked else html


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
    gc.enable()
    _ready.set()
    if _target is None:
        return
    broken = broken_links(built)
    if broken:
        raise PluginError("Links that lead nowhere:\n" + "\n".join(map(str, broken)))
    shutil.rmtree(_target, ignore_errors=True)
    built.rename(_target)
    config.site_dir, _target = str(_target), None


def on_build_error(error: Exception) -> None:
    """Takes away what a failed build had made. A preview goes on showing the last good site."""
    gc.enable()
    _ready.set()
    if _target is not None:
        shutil.rmtree(_target.parent / STAGING, ignore_errors=True)
