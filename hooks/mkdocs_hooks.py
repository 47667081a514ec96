"""Handlers of MkDocs' events, which call the package in ``hooks/sds``. The only file that imports MkDocs, and only its public API.

Pages made from YAML are given to MkDocs as finished files. Hand-written pages go MkDocs' ordinary way: it reads them, its plugins and other
hooks change them, and ``on_page_context`` puts them into the site's own page template.
"""

# ruff: noqa: E402 (garbage collection is switched off before the imports)
from __future__ import annotations

import gc

gc.disable()  # imports free no objects: garbage collection would take a tenth of their time

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import CountHandler

from sds.build import Site, make_site
from sds.config.published import settings
from sds.config.read import Script, read_config
from sds.markdown_pages.from_mkdocs import LEFT_OUT, hand_written, nav_items
from sds.markdown_pages.lines import Lines
from sds.markdown_pages.noted import Noted
from sds.markdown_pages.page_check import PageCheck
from sds.markdown_pages.read import below_head
from sds.markdown_pages.unsafe import unsafe
from sds.markdown_pages.written import HandWritten
from sds.output.files import write_files
from sds.output.folder import STAGING, finish
from sds.output.holding import OutputError, inspect
from sds.output.one_build import one_build
from sds.pages.markdown_page import dressed_page
from sds.paths import CONFIG, PAGES, TEMPLATES
from sds.problem import Problem, report
from sds.progress import SILENT, Progress, at_terminal
from sds.project import Project, read_project, wrong_in
from sds.settings import Settings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

gc.freeze()
gc.enable()

log = logging.getLogger(f"mkdocs.hooks.{__name__}")
FIRST, LAST = event_priority(100), event_priority(-100)
"""Event priorities: before, and after, all plugins and other hooks."""
Value = TypeVar("Value")


@dataclass
class _Run:
    """The state of one run of MkDocs, kept from event to event."""

    serving: bool = False
    target: Path | None = None
    """The folder that a finished build replaces. None outside a build, and in ``mkdocs serve``, which has a temporary folder of its own."""
    at_end: ExitStack = field(default_factory=ExitStack)  # what to release when a build has ended or failed
    root: Path = Path()
    settings: Settings | None = None
    project: Project | None = None
    site: Site | None = None
    check: PageCheck = field(default_factory=PageCheck)
    pages: dict[str, HandWritten] = field(default_factory=dict)
    """Hand-written pages as MkDocs made them, by their names in docs_dir."""
    problems: list[Problem] = field(default_factory=list)
    nav: Iterable[Any] = ()
    warnings: CountHandler = field(default_factory=CountHandler)
    progress: Progress = SILENT
    told: set[str] = field(default_factory=set)
    """The messages with which builds have failed."""


_run = _Run()


class _Written(File):
    """A file of the site that this hook has written where MkDocs would copy it to."""

    def copy_file(self, dirty: bool = False) -> None:
        """Copies nothing. To find that out, MkDocs would look at each of thousands of files six times."""


def _sure(value: Value | None) -> Value:
    """``value``, which an earlier event has set and which therefore is not None."""
    assert value is not None
    return value


@FIRST
def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Notes whether this is ``mkdocs serve``, and refuses ``--dirty``."""
    _run.serving = command == "serve"
    _run.progress = SILENT if _run.serving else at_terminal()
    if dirty:
        raise PluginError(
            "--dirty has no effect on this site. One file is on many pages, so each build makes them all. Leave it out; run.py site shows a save soon."
        )


@FIRST
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Sends the build to a staging folder, so that the last good site stays until the new one is complete, and adds the check of hand-written pages."""
    _run.root = Path(config.config_file_path).parent
    if Path(config.config_file_path).name != CONFIG:
        raise PluginError(f"This site reads {CONFIG}, also without MkDocs. Leave -f out, and write its settings there.")
    config.theme.static_templates.clear()  # the project writes its own 404 page and site map
    config.theme.dirs[:] = [str(_run.root / TEMPLATES)]  # no template of the theme is used, and MkDocs would look at its 14,000 icons
    levels = config.validation.links
    levels.not_found = levels.absolute_links = levels.unrecognized_links = levels.anchors = logging.DEBUG  # the project checks links itself, as errors
    config.markdown_extensions.append(_run.check)  # python-markdown accepts an extension object as well as a name
    if not _run.serving and _run.target is None:
        target = Path(config.site_dir)
        with _in_words():
            inspect(target)  # fail before the work when the output folder cannot be written, not after it
            _run.at_end.enter_context(one_build(_run.root / STAGING))
        _run.target = target
        config.site_dir = str(_run.root / STAGING)
        _run.warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(_run.warnings)
        _run.at_end.callback(logging.getLogger("mkdocs").removeHandler, _run.warnings)
    return config


def _refuse_options(config: MkDocsConfig) -> None:
    """Refuses options of the command line that have no effect here. Settings in ``mkdocs.yml`` are checked with the content."""
    if config.theme.name != "material":
        raise PluginError("The theme of this site is material: its icons and Markdown extensions come from there. Leave --theme out.")
    if not config.use_directory_urls:
        raise PluginError("use_directory_urls has no effect on this site. Addresses end in a slash, and keep working for ever. Leave --no-directory-urls out.")


@FIRST
def on_pre_build(config: MkDocsConfig) -> None:
    """Reads and checks everything that editors write, before any file is written."""
    given, _ = read_config(_run.root)
    _run.settings = replace(settings(given), site_url=config.site_url or "/", preview=_run.serving, livereload=_run.serving)
    gc.disable()  # a build makes a million small objects and frees none: garbage collection would take a tenth of its time
    project = read_project(_run.root, _run.settings, not _changed_by_plugins(config), _run.progress)
    if not isinstance(project, Project):
        raise _refusal(project)
    _refuse_options(config)
    _run.project, _run.pages, _run.problems = project, {}, []


def _changed_by_plugins(config: MkDocsConfig) -> bool:
    """Whether a plugin or another hook may change the Markdown of pages, so that it can only be checked when MkDocs renders it."""
    own = on_page_markdown
    return any(handler is not own for handler in (*config.plugins.events["page_markdown"], *config.plugins.events["page_read_source"]))


@LAST
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leaves out the files of the theme, because the build itself publishes styles and scripts, and the backups of text editors (``name~``)."""
    return Files([file for file in files if file.src_dir not in config.theme.dirs and not file.src_uri.endswith("~")])


@LAST
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keeps the navigation for ``on_env``: only then does MkDocs know the titles of pages."""
    _run.nav = nav
    return nav


@LAST
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Tells the check which page MkDocs is about to render."""
    name = page.file.src_uri
    above = below_head(page.file.content_string)[1]
    _run.check.noted = Noted(path=name, file=f"{PAGES}/{name}", title=str(page.meta.get("title", page.title)), lines=Lines(markdown, above))
    return markdown


@FIRST
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Keeps a rendered page with the links and words that the check noted in it, and the problems found there."""
    noted = _run.check.noted
    _run.pages[page.file.src_uri] = hand_written(page, html, noted, _sure(_run.project).by_hand)
    _run.problems.extend(wrong_in(_sure(_run.project), noted))
    return html


@LAST
def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Makes the site, now that MkDocs has rendered the hand-written pages and knows their order, and adds its files to those of MkDocs."""
    if _run.problems:
        raise _refusal(_run.problems)
    by_path = sorted(_run.pages.values(), key=lambda page: PurePosixPath(page.path))
    beside = {file.dest_uri: b"" for file in (*files.media_files(), *files.static_pages()) if file.inclusion.name not in LEFT_OUT}
    site = make_site(_run.root, _sure(_run.settings), _sure(_run.project), by_path, tuple(nav_items(_run.nav, _run.pages)), beside, _run.progress)
    if not isinstance(site, Site):
        raise _refusal(site)
    for line in site.notes:
        log.info(line)
    by_mkdocs = {*beside, *(f"{page.url[1:]}index.html" for page in _run.pages.values())}
    with _in_words():
        write_files(site.files, Path(config.site_dir), _run.progress, by_mkdocs)
    for path in site.files:
        if path not in by_mkdocs:
            files.append(_Written.generated(config, path, abs_src_path=f"{config.site_dir}/{path}", inclusion=InclusionLevel.INCLUDED))
    _run.site = site


@LAST
def on_page_context(context: Any, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
    """Renders a hand-written page in the site's own template. ``main.html``, which MkDocs renders next, prints ``dressed`` and nothing else."""
    by_hand, site = _run.pages[page.file.src_uri], _sure(_run.site)
    scripts = [Script(str(one), getattr(one, "type", ""), getattr(one, "async", False), getattr(one, "defer", False)) for one in config.extra_javascript]
    dressed = dressed_page(by_hand, page.content or "", _sure(_run.settings), config.extra_css, scripts)
    context["dressed"] = site.renderer.page(dressed)
    return context


@LAST
def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Checks the final HTML of a page: a plugin may have added something that its content security policy forbids."""
    if not _run.serving:
        for what in unsafe(output):
            instead = "Take out the plugin or hook that brings it: this site's pages hold no script, no style and nothing of another site."
            _run.problems.append(Problem(f"{PAGES}/{page.file.src_uri}", 1, f"{what} on its page.", instead))
    return output


@LAST
def on_post_build(config: MkDocsConfig) -> None:
    """Adds the offline copy, checks every link of the finished site, and puts the site in place. Raises PluginError when there is a problem."""
    if _run.problems:
        raise _refusal(_run.problems)
    if _run.target is None:
        gc.enable()
        return
    if config.strict and _run.warnings.get_counts():
        raise PluginError("There are warnings above, and strict makes each an error. The site is as it was before.")  # MkDocs checks this only after this event
    site = _sure(_run.site)
    generated = site.generated
    site.clear()
    del site
    _run.site = _run.project = None
    with _in_words():
        for line in finish(Path(config.site_dir), _run.target, _run.root, _run.progress, generated):
            log.info(line)
    config.site_dir, _run.target = str(_run.target), None
    _run.at_end.close()
    gc.freeze()  # the program ends soon, and need not look through all objects of the build before
    gc.enable()


def _refusal(problems: list[Problem]) -> PluginError:
    return PluginError(f"The content has problems.\n{report(problems)}")


@contextmanager
def _in_words() -> Iterator[None]:
    """Turns an OutputError into a PluginError, of which MkDocs prints the message without a traceback."""
    try:
        yield
    except OutputError as error:
        raise PluginError(str(error)) from error


def on_build_error(error: Exception) -> None:
    """Deletes the staging folder of a failed build. Logs a problem again that an earlier save had too, because MkDocs logs no message twice."""
    gc.enable()
    if str(error) in _run.told:
        log.error(error)
    _run.told.add(str(error))
    if _run.target is not None:
        shutil.rmtree(_run.root / STAGING, ignore_errors=True)
    _run.at_end.close()
