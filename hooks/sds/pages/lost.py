"""Finds addresses on this site, in YAML files, to which no page belongs: their links would be left out silently."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sds.checks.published import path_of
from sds.model.framework import Framework
from sds.model.kinds import KINDS as RECORDS
from sds.pages.menu import PLACES
from sds.paths import ACCESSIBILITY
from sds.problem import Problem
from sds.reading.yaml_text import Document
from sds.suggest import near

FOLDERS = frozenset({address.strip("/") for address in PLACES} | {kind.url.split("/")[1] for kind in RECORDS.values() if kind.url})
"""The folders of the site that exist only if the framework has records for them."""
PARTS = frozenset({"by-stage", "card", "checklist", "findings", "resources", "thin", "two-minutes"})
"""The pages below another page that exist only if the framework has records for them."""


def is_page(address: str, files: Collection[str]) -> bool:
    """Whether ``address`` is that of a page in ``files``, the paths of the site, or of one that the site leaves out for lack of records."""
    return address.startswith("/") and (path_of(address) in files or _left_out(path_of(address), files))


def page_meant(address: str, files: Collection[str], otherwise: str) -> str:
    """What to do about an ``address`` without a page: the nearest one, or else ``otherwise``."""
    pages = [f"/{path.removesuffix('index.html')}" for path in files if path.endswith("index.html")]
    whole = address if address.startswith("/") else f"/{address.strip('/')}/"
    meant = whole if whole in pages else near(whole, pages)
    return f'Did you mean "{meant}"?' if meant else otherwise


def _left_out(path: str, files: Collection[str]) -> bool:
    """Whether a missing page is in a part of the site that this framework does not have, or is an optional page below an existing one."""
    folder, *below = path.removesuffix("index.html").strip("/").split("/")
    if folder in FOLDERS and f"{folder}/index.html" not in files:
        return True
    return bool(below) and below[-1] in PARTS and "/".join((folder, *below[:-1], "index.html")) in files


def lost_links(framework: Framework, document: Document | None, files: Collection[str]) -> Iterator[Problem]:
    """A problem for each address in the accessibility statement, whose parsed file is ``document``, that is not in ``files``, the paths of the site."""
    statement = framework.accessibility
    if statement is None or document is None:
        return
    for index, one in enumerate(statement.can_do):
        if one.page and not is_page(one.page, files):
            place = ("can_do", index, "page")
            instead = page_meant(one.page, files, "Write the address of a page of this site, as in /about/, or delete it, with its see.")
            yield Problem(ACCESSIBILITY, document.line(place), f'There is no page "{one.page}", so its link would be left out.', instead)
