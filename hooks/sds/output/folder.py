"""The last steps of a build: the staging folder -> the finished site in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from urllib.parse import urljoin

from sds.output.holding import OutputError, unwritten
from sds.output.link_check import Broken, broken_links
from sds.output.offline_copy import offline_files
from sds.output.site_folder import put_in_place
from sds.output.worker import worker_template
from sds.paths import COPY_CACHE, PAGES, TEMPLATES
from sds.progress import Progress

STAGING = ".site-new"
"""The staging folder, in the project's root, to which a build writes the site before it replaces the old one."""


def finish(built: Path, target: Path, root: Path, progress: Progress, generated: Collection[str]) -> list[str]:
    """Adds the offline copy to the site in ``built``, checks every link, and moves the site to the folder ``target``.

    ``root`` is the project's folder. ``generated`` are the paths of pages that the project's own templates wrote and nothing has changed since.
    Returns lines for the log of the build. Raises OutputError when a link is broken or the site cannot be moved there.
    """
    with progress.stage("Offline") as stage:
        copy = offline_files(built, worker_template(root / TEMPLATES), root / COPY_CACHE)
        for count, (path, content) in enumerate(copy, start=1):
            try:
                (built / path).parent.mkdir(parents=True, exist_ok=True)
                (built / path).write_bytes(content)
            except OSError as error:
                raise unwritten(built / path, error) from error
            stage.count(count, "files")
    with progress.stage("Links") as stage:
        broken = broken_links(built, stage, generated)
    if broken:
        raise OutputError("Broken links:\n" + "\n".join(_told(broken, built, root)))
    with progress.stage("Moving") as stage:
        return put_in_place(built, target, stage)


def _told(broken: Sequence[Broken], built: Path, root: Path) -> Iterator[str]:
    """One line for each missing target, however many links lead to it: templates link to some hand-written pages from every page."""
    by_place: dict[str, list[Broken]] = {}
    for one in broken:
        page, _, anchor = urljoin(f"/{one.page}", one.link).lstrip("/").partition("#")
        whole = f"{page}#{anchor}" if anchor and not _is_missing(built, page) else page
        by_place.setdefault(whole, []).append(one)
    for place, ones in by_place.items():
        page, _, anchor = place.partition("#")
        file = f"{PAGES}/{page.strip('/')}.md"
        if len(ones) == 1:
            yield str(ones[0])
        elif anchor and (root / file).is_file():
            yield f"{file}:1: {len(ones)} links lead to the place #{anchor} of this page, which is not there. Write {{#{anchor}}} behind one of its headings."
        elif _is_missing(built, page):
            yield f"{file}:1: {len(ones)} links lead to this page, which is not there, such as one on {ones[0].page}. Write it."
        else:
            yield f"{len(ones)} links lead to {place}, which is not there, such as one on {ones[0].page}."


def _is_missing(built: Path, page: str) -> bool:
    """Whether an address ends in a slash, as that of a page does, and no page is there. There may be pages below it."""
    return page.endswith("/") and not (built / page / "index.html").exists()
