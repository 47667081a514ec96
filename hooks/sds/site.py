"""The whole of a build, in one call: YAML files in, finished files out. Writes nothing itself."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from sds.addresses import address
from sds.booklets import BookletSettings, booklets
from sds.checks import check
from sds.drawings import drawings
from sds.easy_read.judge import findings
from sds.easy_read.report import note
from sds.exports import framework_json, sitemap
from sds.framework import Framework
from sds.links import links_of
from sds.load import PARTS, load
from sds.packs import pack_parts
from sds.pages import pages
from sds.pages.page import HOME, Page
from sds.pages.redirects import redirect_pages
from sds.pictures import read_parts
from sds.problem import Problem
from sds.qr import qr_svg
from sds.render import Renderer, Settings
from sds.schema import schemas
from sds.search import DOCUMENTS, documents
from sds.tables import downloads

TEMPLATES = "overrides"
ASSETS = "overrides/assets"
BOOKLETS = "overrides/booklets"


@dataclass(frozen=True)
class Site:
    """What is written: every file by its path in the site's folder, and the means to dress further pages."""

    framework: Framework
    files: Mapping[str, str | bytes]
    renderer: Renderer
    notes: tuple[str, ...] = ()
    """Lines for the log: what an editor may like to know, and nothing that stops a build."""


def build(root: Path, settings: Settings, hand_written: tuple[str, ...] = ()) -> Site | list[Problem]:
    """The site made from the YAML files under ``root``, or every problem in them.

    ``hand_written`` are the addresses of pages that someone else renders; they are named in the site map.
    """
    loaded = load(root)
    drawn, undrawn = drawings(loaded, read_parts(root / PARTS))
    problems = sorted({*check(loaded), *undrawn})
    framework = loaded.framework
    if problems or framework is None:
        return problems
    links = links_of(framework)
    tables = downloads(framework)
    papers = {} if settings.preview else booklets(framework, drawn, BookletSettings(root / BOOKLETS, settings.site_url, os.cpu_count() or 1))
    renderer = Renderer(root / TEMPLATES, framework, links, settings, tables, papers)
    plan = pages(framework, loaded.where)
    if not settings.preview:
        plan += redirect_pages(framework, {page.url for page in plan})
    files: dict[str, str | bytes] = {page.path: renderer.page(page) for page in plan}
    files["data/framework.json"] = framework_json(framework, links)
    files |= {f"data/{download.name}": download.text for download in tables}
    files |= dict(schemas())
    files[DOCUMENTS] = documents(framework, links, plan, root)
    for page in framework.easy_read:
        url = settings.site_url.rstrip("/") + address(framework, "easy_read", f"{page.kind}/{page.id}")
        files[f"assets/qr/{page.kind}-{page.id}.svg"] = qr_svg(url)
    files |= {f"assets/pictures/{id}.svg": svg for id, svg in drawn.items()}
    files |= {path: paper.data for path, paper in papers.items()}
    files |= pack_parts(framework, papers)
    files["sitemap.xml"] = sitemap(settings.site_url, framework.spine.framework.updated, plan, hand_written)
    for asset in sorted((root / ASSETS).rglob("*")):
        if asset.is_file():
            files[f"assets/{asset.relative_to(root / ASSETS).as_posix()}"] = asset.read_bytes()
    notes = () if settings.preview else (note(framework, findings(framework, loaded.where, datetime.date.today())),)
    return Site(framework, files, renderer, tuple(filter(None, notes)))


def hand_written_page(site: Site, url: str, title: str, description: str, edit: str, html: str) -> str:
    """A hand-written page in the site's shell. ``html`` is trusted: it comes from a file in the project."""
    section = "about" if url == "/about/" else ""
    page = Page(url, "words.html", title, description, edit, crumbs=(HOME,), section=section, data={"html": Markup(html)})  # noqa: S704
    return site.renderer.page(page)
