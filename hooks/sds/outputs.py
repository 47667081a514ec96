"""The files that a build makes from a framework: one function for each kind of file. It yields paths, each with a function that makes the content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from sds.booklets.qr import QrCache
from sds.booklets.share_picture import PATH as SHARE_PICTURE
from sds.booklets.share_picture import share_picture as drawn_share_picture
from sds.build_context import BuildContext, Makers
from sds.easy_read.statements import KIND as STATEMENTS
from sds.easy_read.statements import easy_first, statements_address
from sds.exports.citation import BIBTEX, RIS, Cited, citation_file, finding_cited, statement_cited
from sds.exports.data_files import DataFiles
from sds.exports.evaluation_file import EVALUATION_SCHEMA, evaluation_schema
from sds.exports.feed import FEED, feed
from sds.exports.json_schema import schema, schema_path
from sds.exports.sitemap import sitemap
from sds.forms.easy import easy_forms, easy_url
from sds.html.renderer import Renderer
from sds.model.files import FILES
from sds.model.framework import Framework
from sds.model.records import Area, Finding
from sds.model.urls import url_of
from sds.output.offline_copy import WORKER, no_copy
from sds.output.worker import worker_template
from sds.pages import self_evaluation_parts
from sds.pages.findings_file import PATH as FINDINGS
from sds.pages.findings_file import findings_file
from sds.pages.my_words import LETTERS, letters, letters_of
from sds.pages.pack_cases import case_path, situation_part, stage_part
from sds.pages.pack_parts import pack_part, part_path
from sds.pages.value_a_line import value_a_line
from sds.paths import BOOKLETS, PDF_CACHE, QR_CACHE, TEMPLATES
from sds.search.documents import START as SEARCH_START
from sds.search.documents import documents
from sds.search.easy import START as EASY_SEARCH_START
from sds.search.easy import easy_records


def pages(context: BuildContext) -> Makers:
    """Every page of the plan."""
    for page in context.plan:
        yield page.path, partial(context.renderer.page, page)


def data(context: BuildContext) -> Makers:
    """The data under ``/data/``: all records with their links as JSON, the same as CSV tables and a workbook, both in one archive, and earlier versions."""
    for name, make in DataFiles(context.framework, context.links, context.tables, context.settings.site_url, context.cited).files():
        yield f"data/{name}", make
    for version in context.versions:
        yield from version.files()


def citations(context: BuildContext) -> Makers:
    """Files for reference managers (BibTeX and RIS): one for each statement, for each finding, and for all findings of a source."""
    framework, site_url = context.framework, context.settings.site_url
    by_source: dict[str, list[Finding]] = {}
    for finding in framework.findings:
        by_source.setdefault(finding.source, []).append(finding)
    for form in (BIBTEX, RIS):
        for action in framework.actions:
            yield f"actions/{action.id}/cite.{form}", partial(_citations, framework, (action,), statement_cited, form, site_url)
        for source in framework.sources:
            found = by_source.get(source.id, [])
            if found:
                yield f"sources/{source.id}/findings.{form}", partial(_citations, framework, found, finding_cited, form, site_url)
            for finding in found:
                yield f"sources/{source.id}/{finding.id}.{form}", partial(_citations, framework, (finding,), finding_cited, form, site_url)


def _citations(framework: Framework, records: Iterable[Any], cited: Callable[[Framework, Any, str], Cited], form: str, site_url: str) -> str:
    return citation_file((cited(framework, record, site_url) for record in records), form)


def schemas(context: BuildContext) -> Makers:
    """The JSON Schema of each YAML file."""
    for file in FILES:
        yield schema_path(file), partial(schema, file, context.framework)


def search(context: BuildContext) -> Makers:
    """The search index in several files. In a preview it is one file, which is made only when someone searches, so that a save need not wait for it."""
    made = partial(documents, context.framework, context.links, context.plan, context.by_hand)
    if context.settings.preview:
        yield SEARCH_START, lambda: made(whole=True)[SEARCH_START]
    else:
        with context.progress.stage("Search") as stage:
            texts = made(whole=False)
            stage.count(len(texts), "files")
        for path, text in texts.items():
            yield path, partial(str, text)


def easy_search(context: BuildContext) -> Makers:
    """The index of the easy-read search; no file when there are no easy-read pages."""
    if context.framework.easy_read:
        yield EASY_SEARCH_START, lambda: easy_records(context.framework)[EASY_SEARCH_START]


def findings(context: BuildContext) -> Makers:
    """The data of the page of all findings; no file when there are no findings."""
    if context.framework.findings:
        yield FINDINGS, partial(findings_file, context.framework)


def qr_codes(context: BuildContext) -> Makers:
    """A QR code (SVG) for each easy-read page, for the easy-read page of all statements of a role, for each easy-read form,
    and for the full page of each situation."""
    base, kept = context.settings.site_url.rstrip("/"), QrCache(context.root / QR_CACHE)
    for page in context.framework.easy_read:
        yield f"assets/qr/{page.kind}-{page.id}.svg", partial(kept.svg, base + url_of(context.framework, "easy_read", page.key))
    for role in easy_first(context.framework):
        yield f"assets/qr/{STATEMENTS}-{role.id}.svg", partial(kept.svg, base + statements_address(context.framework, role))
    for template in easy_forms(context.framework):
        yield f"assets/qr/templates-{template.id}.svg", partial(kept.svg, base + easy_url(template))
    for situation in context.framework.situations:
        yield f"assets/qr/full-situations-{situation.id}.svg", partial(kept.svg, base + url_of(context.framework, "situations", situation.id))


def areas(context: BuildContext) -> Makers:
    """A JSON file of contacts for each area. Pages show those of the area that a reader has chosen."""
    local = {one.purpose for area in context.framework.contacts.areas for one in area.contacts}
    purposes = [one.id for one in context.framework.contacts.purposes if one.id in local]
    for area in context.framework.contacts.areas:
        yield f"contacts/areas/{area.id}.json", partial(_area, context.renderer, area, purposes)


def _area(renderer: Renderer, area: Area, purposes: Sequence[str]) -> str:
    """The JSON text for one area: its ``title``, and HTML fragments by purpose, ``ways`` for full pages and ``easy`` for easy-read pages."""
    ways, easy = ({purpose: renderer.area(area, purpose, in_easy) for purpose in purposes} for in_easy in (False, True))
    return value_a_line({"title": area.title, "ways": ways, "easy": easy})


def pictures(context: BuildContext) -> Makers:
    """Every easy-read picture, as SVG."""
    for id, svg in context.drawings.items():
        yield f"assets/pictures/{id}.svg", partial(str, svg)


def booklets(context: BuildContext) -> Makers:
    """Every booklet, as PDF."""
    for path, booklet in context.booklets.items():
        yield path, booklet.file.read_bytes


def forms(context: BuildContext) -> Makers:
    """The Word file of each form and letter."""
    for file in context.word_files.values():
        yield file.path, partial(bytes, file.data)


def share_picture(context: BuildContext) -> Makers:
    """The picture that other sites and apps show beside a link to this one."""
    yield SHARE_PICTURE, partial(drawn_share_picture, context.framework, context.root / BOOKLETS, context.root / PDF_CACHE)


def pack_parts(context: BuildContext) -> Makers:
    """The parts of which the page ``/pack/`` puts a document together: one for each standard, stage and situation."""
    for standard in context.framework.standards:
        yield part_path(standard), partial(pack_part, context.framework, standard, context.booklets)
    for stage in context.framework.spine.stages:
        yield case_path("stages", stage.id), partial(stage_part, context.framework, stage, context.booklets)
    for situation in context.framework.situations:
        yield case_path("situations", situation.id), partial(situation_part, context.framework, situation, context.booklets)


def self_evaluation(context: BuildContext) -> Makers:
    """The data of the page for self-evaluation, and the JSON Schema of the files that it saves; no file when the framework has no self-evaluation."""
    framework = context.framework
    if words := self_evaluation_parts.evaluated(framework):
        yield self_evaluation_parts.INDEX, partial(self_evaluation_parts.index, framework, words)
        for standard in framework.standards:
            yield self_evaluation_parts.part_path(standard), partial(self_evaluation_parts.part, framework, standard)
        yield EVALUATION_SCHEMA, evaluation_schema


def words_letters(context: BuildContext) -> Makers:
    """The letters that the page ``/my-words/`` can fill in; no file when the framework has none."""
    if letters_of(context.framework):
        yield LETTERS, partial(letters, context.framework)


def changes_feed(context: BuildContext) -> Makers:
    """The Atom feed of changes; no file when the framework keeps no list of changes."""
    if context.framework.changes:
        yield FEED, partial(feed, context.framework, context.settings.site_url)


def site_map(context: BuildContext) -> Makers:
    """The site map for search engines."""
    yield "sitemap.xml", partial(sitemap, context.settings.site_url, context.framework, [*context.plan, *context.dressed])


def assets(context: BuildContext) -> Makers:
    """Styles, scripts and the typeface."""
    for path, content in context.assets.makers.items():
        yield f"assets/{path}", content


def worker_of_a_preview(context: BuildContext) -> Makers:
    """In a preview, a service worker that unregisters itself and deletes its copies from the browser. A build adds the real one later (``output/``)."""
    if context.settings.preview:
        yield WORKER, lambda: no_copy(worker_template(context.root / TEMPLATES))


OUTPUTS: tuple[Callable[[BuildContext], Makers], ...] = (
    pages,
    data,
    citations,
    schemas,
    search,
    easy_search,
    findings,
    qr_codes,
    areas,
    pictures,
    booklets,
    forms,
    share_picture,
    pack_parts,
    self_evaluation,
    words_letters,
    changes_feed,
    site_map,
    assets,
    worker_of_a_preview,
)
"""Made before the hand-written pages, none of which may have the path of one of these files."""
