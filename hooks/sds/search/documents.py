"""The framework -> what the search page looks through: one short record for each thing that can be found.

The page fetches the whole of it at the first question and makes its index itself, so that finding, counting and choosing fetch
nothing more. The roles, standards and so on that a record belongs to are named by their positions in the form.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sds.markdown_pages.read import HandWritten
from sds.model.framework import Framework
from sds.model.links import Links
from sds.model.urls import url_of
from sds.pages.page import Page, shorten
from sds.search.entry import KINDS, Found, told_words
from sds.search.records import records

DOCUMENTS = "search/documents.json"
"""Where the page fetches them."""
LONGEST, LONGEST_REFERRED = 96, 60
"""Characters of a record's text, and of one that is only referred to. Measured: longer texts find no more, and 140 characters cost 4 KB more."""
REFERRED = frozenset({"units", "alignments", "sources"})
COMMON = 0.02
"""Words that are only looked through are left out where more than this share of the records have them: they tell nothing apart."""
WORD = re.compile(r"[\w\u2019'.-]*\w")
NOT_FOUND = frozenset({"redirect.html", "404.html", "search.html", "findings.html", "tools.html"})
"""Templates of pages that are no answer to anything, or only list what is found by itself."""


def documents(framework: Framework, links: Links, plan: Iterable[Page], by_hand: Iterable[HandWritten]) -> str:
    """``/search/documents.json``: under ``facets`` the ids of each facet's choices, under ``words`` the language and what the search knows of everyday words,
    and then one list for each field of what is found.

    A list a field takes 6 percent fewer bytes than a list a record, and in this order 0.5 percent fewer than in that of the fields. ``linked``
    is how many records are linked to it, as a whole power of e: the exact number would take 600 bytes more and move next to no answer.
    """
    choices = facets(framework)
    positions = {facet: {id: position for position, (id, _) in enumerate(values)} for facet, values in choices.items()}
    order = [kind for kind, *_ in KINDS]
    found = sorted([*records(framework), *_pages(framework, plan), *_hand_written(by_hand)], key=lambda one: order.index(one.kind))
    linked = {url_of(framework, kind, id): sum(map(len, kinds.values())) for (kind, id), kinds in links.items()}

    def places(facet: str, ids: Iterable[str]) -> list[int]:
        return sorted(positions[facet][id] for id in set(ids))

    texts = [shorten(one.text, LONGEST_REFERRED if one.kind in REFERRED else LONGEST) for one in found]
    columns: dict[str, Sequence[object]] = {
        "title": [one.title for one in found],
        "text": texts,
        "also": _telling(found, texts),
        "names": [one.names for one in found],
        "url": [one.url for one in found],
        "kind": [places("kind", (one.kind,)) for one in found],
        "role": [places("role", one.roles) for one in found],
        "standard": [places("standard", one.standards) for one in found],
        "stage": [places("stage", one.stages) for one in found],
        "basis": [places("basis", (one.basis,) if one.basis else ()) for one in found],
        "format": [places("format", one.formats) for one in found],
        "twin": [one.twin for one in found],
        "easy": [[0] if one.easy or one.twin else [] for one in found],
        "linked": [round(math.log1p(linked.get(one.url, 0))) for one in found],
    }
    ids = {facet: [id for id, _ in values] for facet, values in choices.items()}
    return json.dumps({"facets": ids, "words": told_words(framework), **columns}, ensure_ascii=False, separators=(",", ":"))


def _telling(found: Sequence[Found], texts: Sequence[str]) -> list[str]:
    """The words of each record that are only looked through: each once, without those that stand in its title, ``texts`` and names, or in many records."""
    words = [dict.fromkeys(WORD.findall(one.also.lower())) for one in found]
    shown = [set(WORD.findall(" ".join((one.title, text, *one.names)).lower())) for one, text in zip(found, texts, strict=True)]
    often = Counter(word for some in words for word in some)
    return [" ".join(word for word in some if word not in own and often[word] <= COMMON * len(found)) for some, own in zip(words, shown, strict=True)]


def facets(framework: Framework) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The values of each facet, id and title, in the order of the form; none where there is nothing to choose."""
    spine = framework.spine
    easy = framework.easy_read or any(resource.easy_read for resource in framework.resources)
    return {
        "role": tuple((role.id, role.title) for role in spine.roles),
        "standard": tuple((standard.id, f"{standard.number}. {standard.short}") for standard in framework.standards),
        "stage": tuple((stage.id, stage.title) for stage in spine.stages),
        "kind": tuple((kind, many) for kind, many, _ in KINDS if kind == "pages" or framework.records(kind)),
        "basis": tuple((basis.id, basis.title) for basis in spine.bases),
        "format": tuple((word.id, word.title) for word in framework.resource_words["formats"]),
        "easy": (("yes", "In easy read, or with an easy-read page"),) if easy else (),
    }


def _pages(framework: Framework, plan: Iterable[Page]) -> Iterator[Found]:
    """The generated pages that are not a record's own: lists, downloads and the like. What is part of a longer page is found there."""
    taken = {url_of(framework, kind, id) for kind, records in framework.kinds() for id in records}
    for page in plan:
        if page.url not in taken and page.section != "easy" and not page.part_of and page.template not in NOT_FOUND:
            yield Found(kind="pages", url=page.url, title=page.title, text=page.description)


def _hand_written(pages: Iterable[HandWritten]) -> Iterator[Found]:
    """The Markdown pages, each with its headings."""
    for page in pages:
        yield Found(kind="pages", url=page.url, title=page.title, text=page.description, also=". ".join(page.written.headings))
