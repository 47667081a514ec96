"""Reads and checks everything that editors write. A build makes pages from the result; ``run.py check`` stops there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sds.booklets.unprintable import unprintable
from sds.cache import clear_all
from sds.checks import diagnostics, without_echoes
from sds.checks.context import OfPages
from sds.checks.exceptions import without_excepted
from sds.checks.families import FIXED, IDS
from sds.checks.run_together import with_spaces
from sds.clean_checks_cache import NO_CACHE, CleanChecksCache
from sds.config.check import missing, refused
from sds.config.read import SiteConfig, read_config
from sds.disk_cache import DAYS, DiskCache, code
from sds.easy_read.judged_cache import JudgedCache
from sds.markdown_pages.nav import nav_problems
from sds.markdown_pages.noted import Noted
from sds.markdown_pages.page_cache import PageCache
from sds.markdown_pages.read import read_pages
from sds.markdown_pages.rules import OF_MARKDOWN, in_elements
from sds.markdown_pages.written import HandWritten
from sds.model.files import FILES
from sds.model.framework import Framework
from sds.model.records import KnownException
from sds.pages import pages
from sds.pages.page import Page
from sds.paths import (
    ACCESSIBILITY,
    BOOKLETS,
    CLEAN_CHECKS,
    CONFIG,
    COPY_CACHE,
    JUDGED_CACHE,
    PAGE_CACHE,
    PAGES,
    PARSE_CACHE,
    PARTS,
    PHRASES_TO_AVOID,
    PICTURE_CACHE,
    QR_CACHE,
    RECORD_CACHE,
    SEARCH_WORDS,
    TEMPLATE_CACHE,
    TYPEFACE_CACHE,
    VERSION_CACHE,
)
from sds.pictures.draw import draw_pictures
from sds.pictures.parts import read_parts
from sds.pictures.picture_cache import PictureCache
from sds.problem import Problem
from sds.progress import SILENT, Progress
from sds.reading.load import load, paths
from sds.reading.modelines import modelines
from sds.reading.parse_cache import ParseCache
from sds.reading.published import Published
from sds.reading.record_cache import RecordCache
from sds.reading.symlinks import symlinks, unreadable
from sds.reading.unread_files import unread_files
from sds.reading.versions import StoredVersion, read_versions
from sds.reading.visible_words import Visible, visible_words
from sds.reading.yaml_text import Document
from sds.settings import Settings


class EarlierRun:
    """The caches on disk under ``root``, shared by ``run.py build`` and ``run.py check``."""

    def __init__(self, root: Path) -> None:
        same = code()
        self.parsed, self.judged = ParseCache(root / PARSE_CACHE, same), JudgedCache(root / JUDGED_CACHE, same)
        self.pages, self.pictures = PageCache(root / PAGE_CACHE, same), PictureCache(root / PICTURE_CACHE, same)
        self.versions, self.typeface = DiskCache(root / VERSION_CACHE, "", DAYS, [same]), DiskCache(root / TYPEFACE_CACHE, ".json", DAYS, [same])
        self.records, self.clean_checks = RecordCache(root / RECORD_CACHE, same), CleanChecksCache(root / CLEAN_CHECKS, same)
        self._made = [DiskCache(root / folder, "", DAYS, ()) for folder in (TEMPLATE_CACHE, QR_CACHE, COPY_CACHE)]

    def prune(self) -> None:
        """Deletes cached results that no run has asked for lately."""
        for cache in (self.parsed, self.records, self.clean_checks, self.judged, self.pages, self.pictures, self.versions, self.typeface):
            cache.prune()
        for made in self._made:
            made.prune()


@dataclass(frozen=True, kw_only=True)
class Project:
    """The content of a project's files, without errors. Links are not checked yet. ``drawn`` is the SVG text of each picture by id."""

    framework: Framework
    plan: tuple[Page, ...]
    """Every page made from records, each with the file and line of its words."""
    published: Published
    exceptions: tuple[KnownException, ...]
    drawn: Mapping[str, str]
    config: SiteConfig
    by_hand: tuple[HandWritten, ...]
    """Hand-written pages, rendered by Markdown without MkDocs and its plugins."""
    warnings: tuple[Problem, ...]
    versions: tuple[StoredVersion, ...] = ()
    """The data of earlier versions, the earliest first."""
    accessibility_file: Document | None = None
    search_file: Document | None = None
    """Two files with addresses on this site, and their line numbers. Only after the build is it known whether these exist, and a problem names the line."""


def read_project(root: Path, settings: Settings, bodies: bool = True, progress: Progress = SILENT) -> Project | list[Problem]:
    """The content of the files under ``root``, or every error in them.

    ``bodies`` says whether to check the Markdown of hand-written pages too. It is false when plugins change the Markdown first: then it is checked
    while MkDocs renders it.
    """
    earlier = None if settings.preview else EarlierRun(root)  # a preview has its caches in memory
    project, found = examined(root, datetime.date.today(), drafts=settings.preview, bodies=bodies, earlier=earlier, progress=progress)
    if earlier:
        earlier.prune()
    return project or errors(found)


def examined(
    root: Path,
    today: datetime.date,
    *,
    drafts: bool = False,
    bodies: bool = True,
    earlier: EarlierRun | None = None,
    progress: Progress = SILENT,
) -> tuple[Project | None, list[Problem]]:
    """The content of the files under ``root`` (None when there is an error), and every error and warning in order of file and line.

    ``today`` is the day by which dates are judged. ``drafts`` says whether to read drafts of pages, and ``bodies`` whether to check the Markdown of
    hand-written pages. ``earlier`` has the caches on disk. A file that cannot be read becomes an error; nothing is raised.
    """
    try:
        return _examined(root, today, drafts, bodies, earlier, progress)
    except OSError as error:
        return None, [unreadable(root, error)]


def _examined(
    root: Path, today: datetime.date, drafts: bool, bodies: bool, earlier: EarlierRun | None, progress: Progress
) -> tuple[Project | None, list[Problem]]:
    if linked := sorted(symlinks(root)):
        return None, linked
    config, wrong = read_config(root)
    with progress.stage("Reading") as stage:
        loaded = load(root, earlier.parsed.parse, earlier.records.read) if earlier else load(root)
        drawn, undrawn = earlier.pictures.draw_pictures(root, loaded) if earlier else draw_pictures(loaded, read_parts(root, PARTS))
        by_hand, wrong_by_hand = read_pages(root, config, drafts, earlier.pages if earlier else None)
        updated = loaded.framework.spine.framework.updated if loaded.framework else ""
        versions, wrong_versions = read_versions(root, updated, earlier.versions if earlier else None) if updated else ((), [])
        stage.count(len(loaded.where.documents) + len(by_hand) + len(versions), "files")
    with progress.stage("Checks") as stage:
        told = [one for one in without_excepted(wrong_by_hand, loaded.exceptions) if bodies or one.rule not in OF_MARKDOWN]
        of_config = (*wrong, *refused(config), *missing(root, config), *(() if told else nav_problems(config, by_hand)))
        led_to = {link.to for page in by_hand for link in page.written.links}
        unread = tuple(unread_files(root, led_to))
        renamed = {problem.belongs_at for problem in unread if problem.belongs_at}
        beside = (*unread, *modelines(root, loaded.where.documents))
        of_pages = OfPages(frozenset(page.path for page in by_hand), wrong_by_hand)
        known = (earlier.judged, earlier.clean_checks) if earlier else (None, NO_CACHE)
        judged = diagnostics(loaded, today, known[0], _visible(root), known[1], of_pages)
        if earlier:
            clear_all()  # what follows seldom needs it, and takes its place in memory
        judged = [problem for problem in judged if renamed.isdisjoint((problem.path, problem.other))]  # the file that should have this name is reported
        found = without_echoes({*with_spaces({*judged, *told}, loaded.known_spellings), *undrawn, *beside, *of_config, *wrong_versions}, loaded.where.documents)
        if not errors(found) and loaded.framework is not None:
            found = sorted({*found, *unprintable(loaded.framework, drawn, loaded.where, root / BOOKLETS, earlier.typeface if earlier else None)})
        stage.count(len(IDS) + len(FIXED), "rules")
    if errors(found) or loaded.framework is None:
        return None, found
    project = Project(
        framework=loaded.framework,
        plan=tuple(pages(loaded.framework, loaded.where)),
        published=loaded.published,
        exceptions=loaded.exceptions,
        drawn=drawn,
        config=config,
        by_hand=by_hand,
        warnings=tuple(found),
        versions=versions,
        accessibility_file=loaded.where.documents.get(ACCESSIBILITY),
        search_file=loaded.where.documents.get(SEARCH_WORDS),
    )
    return project, found


def wrong_in(project: Project, noted: Noted) -> Iterator[Problem]:
    """The problems in a hand-written page as MkDocs has rendered it, without those that the project lists as exceptions."""
    return without_excepted(in_elements(noted), project.exceptions)


def _visible(root: Path) -> tuple[Visible, ...]:
    """The words that readers see in templates, scripts and Markdown files; none when the project has no list of phrases to avoid."""
    return visible_words(root) if (root / PHRASES_TO_AVOID).exists() else ()


def errors(found: Iterable[Problem]) -> list[Problem]:
    """The errors among the problems: these stop a build."""
    return [problem for problem in found if problem.level == "error"]


def files_of(root: Path) -> list[str]:
    """The path, relative to ``root``, of every file that the checker reads, sorted. A required file that does not exist is included."""
    pages = (path.relative_to(root).as_posix() for path in (root / PAGES).rglob("*.md"))
    return sorted({CONFIG, *(path for file in FILES for path in paths(root, file)), *pages, *(file.path for file in _visible(root))})
