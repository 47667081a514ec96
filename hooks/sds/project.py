"""All that editors write, read and checked: what a build makes pages from, and what ``check`` looks at without a build."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sds.booklets.unprintable import unprintable
from sds.checks import diagnostics, without_echoes
from sds.checks.context import OfPages
from sds.checks.exceptions import without_excepted
from sds.checks.families import FIXED, IDS
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
from sds.nothing_found import LOOK_ANEW, NothingFound
from sds.pages import pages
from sds.pages.page import Page
from sds.paths import (
    BOOKLETS,
    CONFIG,
    COPY_CACHE,
    DRAWN_CACHE,
    JUDGED_CACHE,
    NOTHING_FOUND,
    PAGE_CACHE,
    PAGES,
    PARSE_CACHE,
    PARTS,
    PHRASES_TO_AVOID,
    QR_CACHE,
    RECORD_CACHE,
    SEARCH_WORDS,
    TEMPLATE_CACHE,
    TYPEFACE_CACHE,
    VERSION_CACHE,
)
from sds.pictures.draw import drawings
from sds.pictures.drawn_cache import DrawnCache
from sds.pictures.parts import read_parts
from sds.problem import Problem
from sds.progress import SILENT, Progress
from sds.reading.load import load, paths
from sds.reading.modelines import modelines
from sds.reading.parse_cache import ParseCache
from sds.reading.published import Published
from sds.reading.record_cache import RecordCache
from sds.reading.symlinks import symlinks, unreadable
from sds.reading.unread_files import NAME_IT, unread_files
from sds.reading.versions import StoredVersion, read_versions
from sds.reading.visible_words import Visible, visible_words
from sds.reading.yaml_text import MISSING, Document
from sds.settings import Settings


class EarlierRun:
    """What earlier runs left on disk in the folder of a project, for a build, and for whoever only checks its content."""

    def __init__(self, root: Path) -> None:
        same = code()
        self.parsed, self.judged = ParseCache(root / PARSE_CACHE, same), JudgedCache(root / JUDGED_CACHE, same)
        self.pages, self.drawn = PageCache(root / PAGE_CACHE, same), DrawnCache(root / DRAWN_CACHE, same)
        self.versions, self.typeface = DiskCache(root / VERSION_CACHE, "", DAYS, [same]), DiskCache(root / TYPEFACE_CACHE, ".json", DAYS, [same])
        self.records, self.nothing_found = RecordCache(root / RECORD_CACHE, same), NothingFound(root / NOTHING_FOUND, same)
        self._made = [DiskCache(root / folder, "", DAYS, ()) for folder in (TEMPLATE_CACHE, QR_CACHE, COPY_CACHE)]

    def prune(self) -> None:
        """Deletes what nobody has asked for lately."""
        for cache in (self.parsed, self.records, self.nothing_found, self.judged, self.pages, self.drawn, self.versions, self.typeface):
            cache.prune()
        for made in self._made:
            made.prune()


@dataclass(frozen=True, kw_only=True)
class Project:
    """What a project's files say, all in order but for where links lead. Of the files as they were read one alone is kept: nothing asks for the others."""

    framework: Framework
    plan: tuple[Page, ...]
    """Every page that is made of the records, each with the file and line of its words."""
    published: Published
    exceptions: tuple[KnownException, ...]
    drawn: Mapping[str, str]
    config: SiteConfig
    by_hand: tuple[HandWritten, ...]
    """Hand-written pages, as Markdown alone reads them."""
    warnings: tuple[Problem, ...]
    versions: tuple[StoredVersion, ...] = ()
    """What was published before, the earliest first."""
    search_file: Document | None = None
    """The one file that is kept as it was read: whether its addresses lead anywhere is known only at the end."""


def read_project(root: Path, settings: Settings, bodies: bool = True, progress: Progress = SILENT) -> Project | list[Problem]:
    """The files under ``root``, read and checked, or every problem that stops a build of them.

    ``bodies`` says whether the Markdown of hand-written pages is judged too. Where plugins of MkDocs change it first, only MkDocs can.
    """
    earlier = None if settings.preview else EarlierRun(root)  # a preview keeps in memory what it knows
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
    """The files under ``root``, where nothing in them stops a build, and every error and warning in file and line order, judged as on the day ``today``.

    ``drafts`` says whether drafts of pages are read. ``earlier`` may know from an earlier run what has not changed since.
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
        drawn, undrawn = earlier.drawn.drawings(root, loaded) if earlier else drawings(loaded, read_parts(root, PARTS))
        by_hand, wrong_by_hand = read_pages(root, config, drafts, earlier.pages if earlier else None)
        updated = loaded.framework.spine.framework.updated if loaded.framework else ""
        versions, wrong_versions = read_versions(root, updated, earlier.versions if earlier else None) if updated else ((), [])
        stage.count(len(loaded.where.documents) + len(by_hand) + len(versions), "files")
    with progress.stage("Checks") as stage:
        told = [one for one in without_excepted(wrong_by_hand, loaded.exceptions) if bodies or one.rule not in OF_MARKDOWN]
        of_config = (*wrong, *refused(config), *missing(root, config), *(() if told else nav_problems(config, by_hand)))
        led_to = {link.to for page in by_hand for link in page.written.links}
        unread = tuple(unread_files(root, led_to))
        renamed = {problem.instead.removeprefix(NAME_IT) for problem in unread}
        beside = (*unread, *modelines(root, loaded.where.documents))
        of_pages = OfPages(frozenset(page.path for page in by_hand), wrong_by_hand)
        known = (earlier.judged, earlier.nothing_found) if earlier else (None, LOOK_ANEW)
        judged = diagnostics(loaded, today, known[0], _visible(root), known[1], of_pages)
        judged = [problem for problem in judged if not (problem.wrong == MISSING and problem.path in renamed)]  # what to name so is told
        found = without_echoes({*judged, *undrawn, *beside, *of_config, *told, *wrong_versions})
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
        search_file=loaded.where.documents.get(SEARCH_WORDS),
    )
    return project, found


def wrong_in(project: Project, noted: Noted) -> Iterator[Problem]:
    """What breaks a rule in a hand-written page as MkDocs has made it, known exceptions apart."""
    return without_excepted(in_elements(noted), project.exceptions)


def _visible(root: Path) -> tuple[Visible, ...]:
    """What readers see of files that are no content, where there is a list of what they should not see."""
    return visible_words(root) if (root / PHRASES_TO_AVOID).exists() else ()


def errors(found: Iterable[Problem]) -> list[Problem]:
    """Those of what was found that stop a build."""
    return [problem for problem in found if problem.level == "error"]


def files_of(root: Path) -> list[str]:
    """Every file under ``root`` that an editor writes and the checker reads, by its path there; one that has to be there and is not is among them."""
    pages = (path.relative_to(root).as_posix() for path in (root / PAGES).rglob("*.md"))
    return sorted({CONFIG, *(path for file in FILES for path in paths(root, file)), *pages, *(file.path for file in _visible(root))})
