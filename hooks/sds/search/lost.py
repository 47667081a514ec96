"""Finds addresses and kinds in ``content/search.yaml`` that do not exist: without this check, the search would silently ignore their words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sds.checks.published import path_of
from sds.model.framework import Framework
from sds.model.kinds import KINDS as RECORDS
from sds.pages.menu import PLACES
from sds.paths import SEARCH_WORDS
from sds.problem import Problem
from sds.reading.yaml_text import Document
from sds.search.entry import KINDS
from sds.suggest import near, nearest

FOLDERS = frozenset({address.strip("/") for address in PLACES} | {kind.url.split("/")[1] for kind in RECORDS.values() if kind.url})
"""The folders of the site that exist only if the framework has records for them."""
PARTS = frozenset({"by-stage", "card", "checklist", "findings", "resources", "thin", "two-minutes"})
"""The pages below another page that exist only if the framework has records for them."""


def lost_words(framework: Framework, document: Document | None, files: Collection[str], told: Collection[str]) -> Iterator[Problem]:
    """A problem for each address under ``pages`` that is not in ``files``, the paths of the site, and for each unknown name under ``kinds``.

    A page that the site leaves out because the framework has no records for it is not a problem. ``document`` is the parsed file, for line numbers.
    ``told`` are the addresses that another check reports already, because they were published.
    """
    if document is None:
        return
    words = framework.search_words
    kinds = [kind for kind, *_ in KINDS]
    for kind in (kind for kind in words.kinds if kind not in kinds):
        yield Problem(SEARCH_WORDS, document.line(("kinds", kind)), f'"{kind}" is not a kind of thing that the search finds.', nearest(kind, kinds))
    for address in (address for address in words.pages if address.partition("#")[0] not in told):
        if not address.startswith("/") or (path_of(address) not in files and not _left_out(path_of(address), files)):
            pages = [f"/{path.removesuffix('index.html')}" for path in files if path.endswith("index.html")]
            whole = address if address.startswith("/") else f"/{address.strip('/')}/"
            meant = whole if whole in pages else near(whole, pages)
            instead = f'Did you mean "{meant}"?' if meant else "Write the address of a page of this site, as in /about/, or delete it with its words."
            yield Problem(SEARCH_WORDS, document.line(("pages", address)), f'There is no page "{address}", so its words would lead nowhere.', instead)


def _left_out(path: str, files: Collection[str]) -> bool:
    """Whether a missing page is in a part of the site that this framework does not have, or is an optional page below an existing one."""
    folder, *below = path.removesuffix("index.html").strip("/").split("/")
    if folder in FOLDERS and f"{folder}/index.html" not in files:
        return True
    return bool(below) and below[-1] in PARTS and "/".join((folder, *below[:-1], "index.html")) in files
