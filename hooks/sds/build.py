"""The whole of a build, in one call: YAML files in, files out, each finished when it is read. Writes nothing itself."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sds.booklets import BookletSettings, booklets
from sds.booklets.qr import qr_svg
from sds.checks import check
from sds.config.check import missing, refused
from sds.config.read import SiteConfig, read_config
from sds.easy_read.check import breaches
from sds.easy_read.report import note
from sds.easy_read.statements import KIND as STATEMENTS
from sds.easy_read.statements import easy_first
from sds.exports.csv_tables import downloads
from sds.exports.framework_json import framework_json
from sds.exports.json_schema import FILES, schema, schema_path
from sds.exports.sitemap import sitemap
from sds.html.renderer import Renderer, Settings
from sds.markdown_pages.dressed import dressed_page
from sds.markdown_pages.links import leading_nowhere, taken
from sds.markdown_pages.nav import NavItem, nav_of, nav_problems
from sds.markdown_pages.read import HandWritten, read_beside, read_pages
from sds.model.framework import Framework
from sds.model.links import links_of
from sds.model.urls import url_of
from sds.output.files import Content, Files
from sds.output.offline_copy import WORKER, no_copy
from sds.pages import pages
from sds.pages.pack_parts import pack_part, part_path
from sds.pages.page import Page
from sds.pages.redirects import redirect_pages
from sds.paths import ASSETS, BOOKLETS, PARTS, PDF_CACHE, TEMPLATES
from sds.pictures.draw import drawings
from sds.pictures.parts import read_parts
from sds.problem import Problem
from sds.reading.load import Loaded, load
from sds.reading.symlinks import symlinks, unreadable
from sds.search.documents import DOCUMENTS, documents


@dataclass(frozen=True)
class Project:
    """What a project's files say, all in order but for where links lead."""

    loaded: Loaded
    framework: Framework
    drawn: Mapping[str, str]
    config: SiteConfig
    by_hand: tuple[HandWritten, ...]
    """Hand-written pages, as Markdown alone reads them."""


@dataclass(frozen=True)
class Site:
    """What is written: every file by its path in the site's folder."""

    framework: Framework
    files: Files
    renderer: Renderer
    plan: Mapping[str, Page]
    """Every page by the path of its file: from which file of the project it comes, and from which line."""
    notes: tuple[str, ...] = ()
    """Lines for the log: what an editor may like to know, and nothing that stops a build."""


def build(root: Path, settings: Settings) -> Site | list[Problem]:
    """The site made from the files under ``root``, or every problem in them. Where links lead is only known, and told, when all else is right."""
    project = read_project(root, settings)
    if isinstance(project, list):
        return project
    return make_site(root, settings, project, project.by_hand, nav_of(project.config, project.by_hand), read_beside(root, project.config))


def read_project(root: Path, settings: Settings, bodies: bool = True) -> Project | list[Problem]:
    """The files under ``root``, read and checked, or every problem in them.

    ``bodies`` says whether the Markdown of hand-written pages is judged too. Where plugins of MkDocs change it first, only MkDocs can.
    """
    try:
        return _read(root, settings, bodies)
    except OSError as error:
        return [unreadable(root, error)]


def _read(root: Path, settings: Settings, bodies: bool) -> Project | list[Problem]:
    if linked := sorted(symlinks(root)):
        return linked
    config, wrong = read_config(root)
    loaded = load(root)
    drawn, undrawn = drawings(loaded, read_parts(root, PARTS))
    by_hand, wrong_by_hand = read_pages(root, config, settings.preview, bodies)
    of_config = (*wrong, *refused(config), *missing(root, config), *(() if wrong_by_hand else nav_problems(config, by_hand)))
    problems = sorted({*check(loaded), *undrawn, *of_config, *wrong_by_hand})
    if problems or loaded.framework is None:
        return problems
    return Project(loaded, loaded.framework, drawn, config, by_hand)


def make_site(
    root: Path, settings: Settings, project: Project, by_hand: Sequence[HandWritten], nav: Sequence[NavItem], beside: Mapping[str, bytes]
) -> Site | list[Problem]:
    """The site of a project with these hand-written pages, this list of them at the foot and these files beside them, or each link that leads nowhere."""
    framework, drawn, loaded = project.framework, project.drawn, project.loaded
    links = links_of(framework)
    tables = downloads(framework)
    papers = {} if settings.preview else booklets(framework, drawn, BookletSettings(root / BOOKLETS, settings.site_url, os.cpu_count() or 1, root / PDF_CACHE))
    renderer = Renderer(root / TEMPLATES, framework, links, settings, tables, papers, tuple(nav))
    plan = pages(framework, loaded.where)
    plan += redirect_pages(framework, {page.url for page in plan})
    dressed = [dressed_page(page, page.written.html, settings, project.config.styles, project.config.scripts) for page in by_hand]
    made: dict[str, Callable[[], Content]] = {page.path: partial(renderer.page, page) for page in plan}
    made["data/framework.json"] = partial(framework_json, framework, links)
    made |= {f"data/{download.name}": download.text for download in tables}
    made |= {schema_path(name): partial(schema, name) for name, *_ in FILES}
    made[DOCUMENTS] = partial(documents, framework, links, plan, by_hand)
    for page in framework.easy_read:
        url = settings.site_url.rstrip("/") + url_of(framework, "easy_read", f"{page.kind}/{page.id}")
        made[f"assets/qr/{page.kind}-{page.id}.svg"] = partial(qr_svg, url)
    for role in easy_first(framework):
        url = settings.site_url.rstrip("/") + url_of(framework, "roles", role.id)
        made[f"assets/qr/{STATEMENTS}-{role.id}.svg"] = partial(qr_svg, url)
    made |= {f"assets/pictures/{id}.svg": partial(str, svg) for id, svg in drawn.items()}
    made |= {path: partial(bytes, paper.data) for path, paper in papers.items()}
    made |= {part_path(standard): partial(pack_part, framework, standard, papers) for standard in framework.standards}
    made["sitemap.xml"] = partial(sitemap, settings.site_url, framework.spine.framework.updated, [*plan, *dressed])
    for asset in sorted((root / ASSETS).rglob("*")):
        if asset.is_file():
            made[f"assets/{asset.relative_to(root / ASSETS).as_posix()}"] = asset.read_bytes
    if settings.preview:
        made[WORKER] = partial(no_copy, (root / TEMPLATES / WORKER).read_text("utf-8"))
    if problems := sorted(taken(by_hand, beside, made)):
        return problems
    made |= {page.path: partial(renderer.page, page) for page in dressed} | {path: partial(bytes, content) for path, content in beside.items()}
    files = Files(made)
    if problems := sorted(leading_nowhere(by_hand, files, settings.preview)):
        return problems
    notes = () if settings.preview else (note(framework, breaches(framework, loaded.where, datetime.date.today())),)
    return Site(framework, files, renderer, {page.path: page for page in [*plan, *dressed]}, tuple(filter(None, notes)))
