"""Everything that a build makes of a framework: one function for each sort of file. What it yields is made when someone reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from sds.booklets import Booklet
from sds.booklets.qr import QrCache
from sds.easy_read.statements import KIND as STATEMENTS
from sds.easy_read.statements import easy_first
from sds.exports.csv_tables import Download
from sds.exports.framework_json import framework_json
from sds.exports.json_schema import schema, schema_path
from sds.exports.sitemap import sitemap
from sds.html.renderer import Renderer, Settings
from sds.markdown_pages.read import HandWritten
from sds.model.files import FILES
from sds.model.framework import Framework
from sds.model.links import Links
from sds.model.urls import url_of
from sds.output.assets import assets as published
from sds.output.files import Content
from sds.output.offline_copy import WORKER, no_copy
from sds.pages.pack_parts import pack_part, part_path
from sds.pages.page import Page
from sds.paths import ASSETS, QR_CACHE, TEMPLATES
from sds.search.documents import DOCUMENTS, documents


@dataclass(frozen=True, kw_only=True)
class BuildContext:
    """What files are made from: the framework with all that a build has worked out of it, the page plan, and the hand-written pages.

    ``dressed`` are the hand-written pages as pages of the plan, ``drawings`` the SVG text of each picture by its id, ``booklets`` stand under their paths.
    """

    root: Path
    settings: Settings
    framework: Framework
    links: Links
    drawings: Mapping[str, str]
    tables: Sequence[Download]
    booklets: Mapping[str, Booklet]
    plan: Sequence[Page]
    by_hand: Sequence[HandWritten]
    dressed: Sequence[Page]
    renderer: Renderer


Makers: TypeAlias = Iterator[tuple[str, Callable[[], Content]]]
"""The path of each file in the site's folder, and what makes its text or bytes."""


def pages(context: BuildContext) -> Makers:
    """Every page of the plan."""
    for page in context.plan:
        yield page.path, partial(context.renderer.page, page)


def data_file(context: BuildContext) -> Makers:
    """All records with their links."""
    yield "data/framework.json", partial(framework_json, context.framework, context.links)


def tables(context: BuildContext) -> Makers:
    """The same as tables, one for each kind of record."""
    for table in context.tables:
        yield f"data/{table.name}", table.text


def schemas(context: BuildContext) -> Makers:  # noqa: ARG001
    """The form of each YAML file."""
    for file in FILES:
        yield schema_path(file), partial(schema, file)


def search(context: BuildContext) -> Makers:
    """What the search page looks through."""
    yield DOCUMENTS, partial(documents, context.framework, context.links, context.plan, context.by_hand)


def qr_codes(context: BuildContext) -> Makers:
    """A code to scan for each easy-read page, and for each page of all that people of a role can do and ask for."""
    base, kept = context.settings.site_url.rstrip("/"), QrCache(context.root / QR_CACHE)
    for page in context.framework.easy_read:
        yield f"assets/qr/{page.kind}-{page.id}.svg", partial(kept.svg, base + url_of(context.framework, "easy_read", page.key))
    for role in easy_first(context.framework):
        yield f"assets/qr/{STATEMENTS}-{role.id}.svg", partial(kept.svg, base + url_of(context.framework, "roles", role.id))


def pictures(context: BuildContext) -> Makers:
    """Every picture, drawn."""
    for id, svg in context.drawings.items():
        yield f"assets/pictures/{id}.svg", partial(str, svg)


def booklets(context: BuildContext) -> Makers:
    """Every booklet."""
    for path, booklet in context.booklets.items():
        yield path, booklet.file.read_bytes


def pack_parts(context: BuildContext) -> Makers:
    """What the page that makes packs puts its document together from."""
    for standard in context.framework.standards:
        yield part_path(standard), partial(pack_part, context.framework, standard, context.booklets)


def site_map(context: BuildContext) -> Makers:
    """The list of pages for search engines."""
    yield "sitemap.xml", partial(sitemap, context.settings.site_url, context.framework.spine.framework.updated, [*context.plan, *context.dressed])


def assets(context: BuildContext) -> Makers:
    """Styles, scripts and the typeface."""
    for path, content in published(context.root / ASSETS, context.settings.preview):
        yield f"assets/{path}", content


def worker_of_a_preview(context: BuildContext) -> Makers:
    """In a preview, the worker that takes itself and its copies away from the browser."""
    if context.settings.preview:
        yield WORKER, partial(no_copy, (context.root / TEMPLATES / WORKER).read_text("utf-8"))


OUTPUTS: tuple[Callable[[BuildContext], Makers], ...] = (
    pages,
    data_file,
    tables,
    schemas,
    search,
    qr_codes,
    pictures,
    booklets,
    pack_parts,
    site_map,
    assets,
    worker_of_a_preview,
)
"""Hand-written pages come after these, since no file of theirs may take the place of one of these."""
