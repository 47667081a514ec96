"""A whole build in one call: YAML and Markdown in, the files of the site out. Writes no file of the site itself; each is rendered when it is first read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sds.booklets import Booklet, BookletSettings, booklets
from sds.build_context import BuildContext
from sds.cache import clear_all
from sds.checks.published import addresses_stay, moved_pages, pages_stay, path_of
from sds.disk_cache import DAYS, DiskCache, code
from sds.exports.csv_tables import downloads
from sds.exports.version_files import cited_now, version_files
from sds.html.renderer import Renderer
from sds.markdown_pages.nav import nav_leads, nav_of
from sds.markdown_pages.read import read_beside
from sds.markdown_pages.rules.finished import Finished, Placed, page_addresses_are_free, page_links_lead_somewhere
from sds.markdown_pages.written import HandWritten
from sds.model.framework import Framework
from sds.model.links import links_of
from sds.output.assets import published
from sds.output.files import Files
from sds.output.role_styles import role_styles
from sds.outputs import OUTPUTS
from sds.pages.lost import lost_links
from sds.pages.markdown_page import dressed_page
from sds.pages.page import Page
from sds.pages.redirects import redirect_pages
from sds.pages.versions import version_pages
from sds.paths import ASSETS, BOOKLETS, PDF_CACHE, TEMPLATE_CACHE, TEMPLATES, VERSION_CACHE
from sds.problem import Problem, warnings_note
from sds.progress import SILENT, Progress
from sds.project import Project, read_project
from sds.search.lost import lost_words
from sds.settings import NavItem, Settings

if TYPE_CHECKING:
    from sds.forms.word_file import WordFile  # for type checking only: at run time, the import would slow down a check of content


@dataclass(frozen=True, kw_only=True)
class Site:
    """A site in memory. ``files`` are all its files, by their paths in the output folder."""

    framework: Framework
    files: Files
    renderer: Renderer
    plan: Mapping[str, Page]
    """Every page by the path of its HTML file. A page names the source file and line that it comes from."""
    generated: frozenset[str]
    """The paths of the pages made from records: all but the hand-written pages."""
    notes: tuple[str, ...] = ()
    """Lines for the build log, such as the number of warnings. They never stop a build."""

    def clear(self) -> None:
        """Lets go of what files are made from, after the last one: then only the files are needed, and the offline copy takes as much memory. The framework
        is gone when nothing holds this site any more."""
        self.renderer.clear()
        clear_all()


def build(root: Path, settings: Settings, progress: Progress = SILENT) -> Site | list[Problem]:
    """The site made from the files under ``root``, or every problem in them. Links are checked last, only when there is no other problem."""
    project = read_project(root, settings, progress=progress)
    if isinstance(project, list):
        return project
    return make_site(root, settings, project, project.by_hand, nav_of(project.config, project.by_hand), read_beside(root, project.config), progress)


def make_site(
    root: Path,
    settings: Settings,
    project: Project,
    by_hand: Sequence[HandWritten],
    nav: Sequence[NavItem],
    beside: Mapping[str, bytes],
    progress: Progress = SILENT,
) -> Site | list[Problem]:
    """The site of a ``project``, or the problems that only the whole site shows: links that lead nowhere, and addresses that are taken or lost.

    ``by_hand`` are the hand-written pages as rendered, ``nav`` the list of them for the footer, and ``beside`` the other files of their folder
    (pictures, for example) by path.
    """
    framework, drawn, stays = project.framework, project.drawn, project.published
    if not settings.preview:
        clear_all()
    links = links_of(framework)
    tables = downloads(framework, links, settings.site_url)
    booklets_by_path = {} if settings.preview else _set(root, settings, project, progress)
    forms = {} if settings.preview else _word_files(framework, settings.site_url)
    versions = version_files(framework, project.versions, settings.site_url, DiskCache(None if settings.preview else root / VERSION_CACHE, "", DAYS, [code()]))
    plan = [*project.plan, *version_pages(versions)]
    titles = {page.url: page.title for page in plan}
    compiled = root / TEMPLATE_CACHE  # a preview uses it too, so its first page need not wait for templates that a build has compiled
    assets = published(root / ASSETS, root / TEMPLATES, settings.preview, role_styles(framework.roles))
    renderer = Renderer(root / TEMPLATES, framework, links, settings, tables, booklets_by_path, tuple(nav), titles, forms, compiled, versions, assets.addresses)
    own = {page.url for page in by_hand}
    earlier = {url: target for url, target in stays.leads_on.items() if url not in own}
    plan += redirect_pages(framework, {page.url for page in plan}, earlier)
    dressed = [dressed_page(page, page.written.html, settings, project.config.styles, project.config.scripts) for page in by_hand]
    context = BuildContext(
        root=root,
        settings=settings,
        framework=framework,
        links=links,
        drawings=drawn,
        tables=tables,
        booklets=booklets_by_path,
        word_files=forms,
        versions=versions,
        cited=cited_now(framework, versions, settings.site_url),
        plan=plan,
        by_hand=by_hand,
        dressed=dressed,
        assets=assets,
        renderer=renderer,
        progress=progress,
    )
    made = {path: maker for output in OUTPUTS for path, maker in output(context)}
    if not settings.preview:
        clear_all()  # to make the search index, all links were found
    if problems := sorted(page_addresses_are_free.look(Placed(by_hand, beside, made))):
        return problems
    made |= {page.path: partial(renderer.page, page) for page in dressed} | {path: partial(bytes, content) for path, content in beside.items()}
    moved = moved_pages(stays, made, own)
    files = Files({**made, **{path_of(old): made[path_of(now)] for old, now in moved.items()}})  # so that what leads to a moved page is not told too
    if problems := sorted(
        [
            *pages_stay(stays, moved),
            *page_links_lead_somewhere.look(
                Finished([page for page in by_hand if page.url not in moved.values()], files, settings.preview, _led_to(root / TEMPLATES))
            ),
            *addresses_stay(stays, files, settings.preview),
            *nav_leads(project.config, files, settings.preview),
            *lost_links(framework, project.accessibility_file, files),
            *lost_words(framework, project.search_file, files, stays.addresses),
        ]
    ):
        return problems
    notes = () if settings.preview else warnings_note(project.warnings)
    by_path = {page.path: page for page in [*plan, *dressed]}
    return Site(framework=framework, files=files, renderer=renderer, plan=by_path, generated=frozenset(page.path for page in plan), notes=notes)


def _led_to(templates: Path) -> frozenset[str]:
    """The places in pages to which a template always leads."""
    texts = (path.read_text("utf-8") for path in templates.rglob("*.html"))
    return frozenset(place for text in texts for place in re.findall(r'"~(/[\w/-]*/#[\w-]+)"', text))


def _word_files(framework: Framework, site_url: str) -> dict[str, WordFile]:
    from sds.forms.word_file import word_files  # imported late: a check of content makes no Word files

    return word_files(framework, site_url)


def _set(root: Path, settings: Settings, project: Project, progress: Progress) -> Mapping[str, Booklet]:
    """The typeset booklets by their paths in the site. Shows ``progress``, as this is the slowest stage."""
    by_path: dict[str, Booklet] = {}
    with progress.stage("Booklets") as stage:
        for booklet in booklets(project.framework, project.drawn, BookletSettings(root / BOOKLETS, settings.site_url, root / PDF_CACHE)):
            by_path[booklet.path] = booklet
            stage.count(len(by_path), "booklets")
    return by_path
