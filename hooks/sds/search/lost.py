"""Finds addresses and kinds in ``content/search.yaml`` that do not exist: without this check, the search would silently ignore their words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sds.model.framework import Framework
from sds.pages.lost import is_page, page_meant
from sds.paths import SEARCH_WORDS
from sds.problem import Problem
from sds.reading.yaml_text import Document
from sds.search.entry import KINDS
from sds.suggest import nearest


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
        if not is_page(address, files):
            instead = page_meant(address, files, "Write the address of a page of this site, as in /about/, or delete it with its words.")
            yield Problem(SEARCH_WORDS, document.line(("pages", address)), f'There is no page "{address}", so its words would lead nowhere.', instead)
