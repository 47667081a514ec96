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

from sds.booklets import BookletSettings, booklets
from sds.booklets.qr import qr_svg
from sds.checks import check
from sds.easy_read.check import breaches
from sds.easy_read.report import note
from sds.easy_read.statements import KIND as STATEMENTS
from sds.easy_read.statements import easy_first
from sds.exports.csv_tables import downloads
from sds.exports.framework_json import framework_json
from sds.exports.json_schema import FILES, schema, schema_path
from sds.exports.sitemap import sitemap
from sds.html.renderer import Renderer, Settings
from sds.markdown_pages.links import leading_nowhere, taken
from sds.markdown_pages.read import HandWritten, read_beside, read_pages
from sds.model.framework import Framework
from sds.model.links import links_of
from sds.model.urls import url_of
from sds.output.assets import assets
from sds.output.files import Content, Files
from sds.pages import pages
from sds.pages.pack_parts import pack_part, part_path
from sds.pages.page import HOME, Page
from sds.pages.redirects import redirect_pages
from sds.paths import ASSETS, BOOKLETS, PARTS, PDF_CACHE, TEMPLATES
from sds.pictures.draw import drawings
from sds.pictures.parts import read_parts
from sds.problem import Problem
from sds.reading.load import load
from sds.search.documents import DOCUMENTS, documents

TO_FILES = re.compile(r'<a href="~repo/">(.*?)</a>', re.DOTALL)
"""A link, in a hand-written page, to the place where the files are kept."""


@dataclass(frozen=True)
class Site:
    """What is written: every file by its path in the site's folder."""

    framework: Framework
    files: Files
    notes: tuple[str, ...] = ()
    """Lines for the log: what an editor may like to know, and nothing that stops a build."""


def build(root: Path, settings: Settings) -> Site | list[Problem]:
    """The site made from the files under ``root``, or every problem in them. Where links lead is only known, and told, when all else is right."""
    loaded = load(root)
    drawn, undrawn = drawings(loaded, read_parts(root, PARTS))
    by_hand, wrong_by_hand = read_pages(root)
    problems = sorted({*check(loaded), *undrawn, *wrong_by_hand})
    framework = loaded.framework
    if problems or framework is None:
        return problems
    links = links_of(framework)
    tables = downloads(framework)
    papers = {} if settings.preview else booklets(framework, drawn, BookletSettings(root / BOOKLETS, settings.site_url, os.cpu_count() or 1, root / PDF_CACHE))
    renderer = Renderer(root / TEMPLATES, framework, links, settings, tables, papers)
    plan = pages(framework, loaded.where)
    plan += redirect_pages(framework, {page.url for page in plan})
    dressed = [_dressed(page, settings) for page in by_hand]
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
    made |= {f"assets/{path}": content for path, content in assets(root / ASSETS, settings.preview)}
    beside = read_beside(root)
    if problems := sorted(taken(by_hand, beside, made)):
        return problems
    made |= {page.path: partial(renderer.page, page) for page in dressed} | {path: partial(bytes, content) for path, content in beside.items()}
    files = Files(made)
    if problems := sorted(leading_nowhere(by_hand, files, settings.preview)):
        return problems
    notes = () if settings.preview else (note(framework, breaches(framework, loaded.where, datetime.date.today())),)
    return Site(framework, files, tuple(filter(None, notes)))


def _dressed(page: HandWritten, settings: Settings) -> Page:
    """A hand-written page as a page of the plan. Its HTML is trusted: it was made from Markdown, in which no tag counts."""
    html = linked_to_files(page.written.html, settings.repo_url)
    section = "about" if page.url == "/about/" else ""
    data = {"html": Markup(html)}  # noqa: S704
    return Page(page.url, "markdown-page.html", page.title, page.description, page.path, crumbs=(HOME,), section=section, data=data)


def linked_to_files(html: str, kept_at: str) -> str:
    """``html`` with each link to ``~repo/`` leading to the place where the files are kept, or plain words where nobody has said where that is.

    An address under ``.example`` stands for one that is not said yet: it leads nowhere (RFC 2606).
    """
    known = kept_at and not (urlsplit(kept_at).hostname or "").endswith(".example")
    return TO_FILES.sub(lambda link: f'<a href="{escape(kept_at)}">{link[1]}</a>' if known else link[1], html)
