"""The whole of a build, in one call: YAML files in, files out, each finished when it is read. Writes nothing itself."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from sds.addresses import address
from sds.booklets import BookletSettings, booklets
from sds.checks import check
from sds.drawings import drawings
from sds.easy_read.judge import findings
from sds.easy_read.report import note
from sds.easy_read.statements import KIND as STATEMENTS
from sds.easy_read.statements import easy_first
from sds.exports import framework_json, sitemap
from sds.files import Content, Files
from sds.framework import Framework
from sds.links import links_of
from sds.load import PARTS, load
from sds.packs import pack_part, part_path
from sds.pages import pages
from sds.pages.page import HOME, Page
from sds.pages.redirects import redirect_pages
from sds.parts import read_parts
from sds.problem import Problem
from sds.qr import qr_svg
from sds.render import Renderer, Settings
from sds.schema import FILES, schema, schema_path
from sds.search import DOCUMENTS, documents
from sds.tables import downloads

TEMPLATES = "overrides"
ASSETS = "overrides/assets"
BOOKLETS = "overrides/booklets"
TO_FILES = re.compile(r'<a href="~repo/">(.*?)</a>', re.DOTALL)
"""A link, in a hand-written page, to the place where the files are kept."""


@dataclass(frozen=True)
class Site:
    """What is written: every file by its path in the site's folder, and the means to dress further pages."""

    framework: Framework
    files: Files
    renderer: Renderer
    notes: tuple[str, ...] = ()
    """Lines for the log: what an editor may like to know, and nothing that stops a build."""


def build(root: Path, settings: Settings, hand_written: tuple[str, ...] = ()) -> Site | list[Problem]:
    """The site made from the YAML files under ``root``, or every problem in them.

    ``hand_written`` are the addresses of pages that someone else renders; they are named in the site map.
    """
    loaded = load(root)
    drawn, undrawn = drawings(loaded, read_parts(root, PARTS))
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
    made: dict[str, Callable[[], Content]] = {page.path: partial(renderer.page, page) for page in plan}
    made["data/framework.json"] = partial(framework_json, framework, links)
    made |= {f"data/{download.name}": download.text for download in tables}
    made |= {schema_path(name): partial(schema, name) for name, *_ in FILES}
    made[DOCUMENTS] = partial(documents, framework, links, plan, root)
    for page in framework.easy_read:
        url = settings.site_url.rstrip("/") + address(framework, "easy_read", f"{page.kind}/{page.id}")
        made[f"assets/qr/{page.kind}-{page.id}.svg"] = partial(qr_svg, url)
    for role in easy_first(framework):
        url = settings.site_url.rstrip("/") + address(framework, "roles", role.id)
        made[f"assets/qr/{STATEMENTS}-{role.id}.svg"] = partial(qr_svg, url)
    made |= {f"assets/pictures/{id}.svg": partial(str, svg) for id, svg in drawn.items()}
    made |= {path: partial(bytes, paper.data) for path, paper in papers.items()}
    made |= {part_path(standard): partial(pack_part, framework, standard, papers) for standard in framework.standards}
    made["sitemap.xml"] = partial(sitemap, settings.site_url, framework.spine.framework.updated, plan, hand_written)
    for asset in sorted((root / ASSETS).rglob("*")):
        if asset.is_file():
            made[f"assets/{asset.relative_to(root / ASSETS).as_posix()}"] = asset.read_bytes
    notes = () if settings.preview else (note(framework, findings(framework, loaded.where, datetime.date.today())),)
    return Site(framework, Files(made), renderer, tuple(filter(None, notes)))


def hand_written_page(site: Site, url: str, title: str, description: str, edit: str, html: str) -> str:
    """A hand-written page in the site's shell. ``html`` is trusted: it comes from a file in the project."""
    section = "about" if url == "/about/" else ""
    html = linked_to_files(html, site.renderer.settings.repo_url)
    page = Page(url, "words.html", title, description, edit, crumbs=(HOME,), section=section, data={"html": Markup(html)})  # noqa: S704
    return site.renderer.page(page)


def linked_to_files(html: str, kept_at: str) -> str:
    """``html`` with each link to ``~repo/`` leading to the place where the files are kept, or plain words where nobody has said where that is.

    An address under ``.example`` stands for one that is not said yet: it leads nowhere (RFC 2606).
    """
    known = kept_at and not (urlsplit(kept_at).hostname or "").endswith(".example")
    return TO_FILES.sub(lambda link: f'<a href="{escape(kept_at)}">{link[1]}</a>' if known else link[1], html)
