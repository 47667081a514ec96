"""The framework -> the files of the search index, with a short record for each thing that can be found.

A record names its roles, standards and so on by their positions in the lists of the search form.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sds.easy_read.english import sentences
from sds.markdown_pages.written import HandWritten
from sds.model.framework import Framework
from sds.model.links import Links
from sds.model.urls import url_of
from sds.pages.page import Page, shorten
from sds.search.entry import KINDS, Found, told_words
from sds.search.index import NAMELESS, NOT_COVERED, SENTENCES, SITUATIONS, Searched
from sds.search.pieces import Entry, search_files
from sds.search.records import records

FOLDER = "search"
"""The folder of the files."""
START = f"{FOLDER}/start.json"
"""The file that the search page fetches first."""
LONGEST, LONGEST_REFERRED = 96, 60
"""How many characters of a record's text are indexed in the field ``text``, and of the text of a ``REFERRED`` kind. Measured: longer texts find no more."""
SHOWN = 200
"""The most characters of text under a title: as many whole sentences as fit, or the start of a longer one."""
REFERRED = frozenset({"units", "alignments", "sources"})
COMMON = 0.02
"""Words in the field ``also`` are left out if more than this share of the records have them, as they do not help to find one."""
ID_IS_A_NAME = frozenset({"actions", "components"})
"""Kinds whose records are also found by their ids."""
TOLD = frozenset({SITUATIONS, NOT_COVERED, "pages", "easy_read", "standards", "options", "stages", "roles", "contacts"})
"""Kinds whose phrasings count as names, because people ask for them in whole sentences of common words. For other kinds, phrasings are a field of text."""
TOLD_IF_LISTED = frozenset({"terms", "resources", "templates"})
"""Kinds whose records are asked for in whole sentences too if ``pages`` of the search words lists their address, and not otherwise."""
ID_AT_END = re.compile(r"([^/#]+)/?$")
WORD = re.compile(r"[\w\u2019'.-]*\w")
NOT_FOUND = frozenset({"redirect.html", "404.html", "search.html", "findings.html", "tools.html"})
"""Templates of pages that the search does not find: they answer no question, or only list records that are found themselves."""


def documents(framework: Framework, links: Links, plan: Iterable[Page], by_hand: Iterable[HandWritten], whole: bool) -> dict[str, str]:
    """The text of each file of the search index by its path. With ``whole``, there is one file."""
    ids = {facet: [id for id, _ in values] for facet, values in facets(framework).items()}
    return search_files(entries(framework, links, plan, by_hand), ids, told_words(framework), FOLDER, whole)


def entries(framework: Framework, links: Links, plan: Iterable[Page], by_hand: Iterable[HandWritten]) -> list[Entry]:
    """Everything that can be found, sorted by kind. The number of links to a record is rounded to a power of e, because the exact number changes hardly any
    result."""
    positions = {facet: {id: position for position, (id, _) in enumerate(values)} for facet, values in facets(framework).items()}
    order = [kind for kind, *_ in KINDS]
    found = sorted([*records(framework), *_pages(framework, plan), *_hand_written(by_hand)], key=lambda one: order.index(one.kind))
    linked = {url_of(framework, kind, id): sum(map(len, kinds.values())) for (kind, id), kinds in links.items()}
    asked_for = framework.search_words.pages
    texts = [shorten(one.text, LONGEST_REFERRED if one.kind in REFERRED else LONGEST) for one in found]

    def entry(one: Found, text: str, also: str) -> Entry:
        ids = {
            "role": one.roles,
            "standard": one.standards,
            "stage": one.stages,
            "kind": (one.kind,),
            "basis": (one.basis,) if one.basis else (),
            "format": one.formats,
            "easy": ("yes",) if one.easy or one.twin else (),
        }
        own = (ID_AT_END.findall(one.url)[0],) if one.kind in ID_IS_A_NAME else ()
        of_url = asked_for.get(one.url, ()) if one.kind != NOT_COVERED else ()
        told = one.kind in TOLD or (one.kind in TOLD_IF_LISTED and bool(of_url))
        names = (*own, *one.names, *(of_url if told else ()))
        return Entry(
            searched=Searched(
                kind=one.kind,
                title=one.title,
                text=text,
                also=also,
                names=names,
                asked=one.asked if told else (*one.asked, *of_url),
                ids=one.ids,
                asked_in_sentences=told and (bool(of_url) or one.kind in (SITUATIONS, NOT_COVERED)),
                area=one.area,
            ),
            facets={facet: sorted(positions[facet][id] for id in set(some)) for facet, some in ids.items()},
            linked=round(math.log1p(linked.get(one.url, 0))),
            shown={
                "title": one.title,
                "text": _snippet(one),
                "url": one.url,
                "twin": one.twin,
                "names": [] if one.kind in (*NAMELESS, SITUATIONS) else one.names,
            },
        )

    return [entry(*parts) for parts in zip(found, texts, _telling(found, texts), strict=True)]


def _snippet(one: Found) -> str:
    """The text to show under a title: whole sentences of the record's text, or, for a statement, of its reason."""
    whole = ""
    for sentence in sentences(one.text or (one.also if one.kind == SENTENCES else "")):
        if whole and len(whole) + len(sentence) >= SHOWN:
            break
        whole = f"{whole} {sentence}".strip()
    return shorten(whole, SHOWN)


def _telling(found: Sequence[Found], texts: Sequence[str]) -> list[str]:
    """The words of ``also`` to index for each record: each once, without words in its title, text or names, and without words that many records have."""
    words = [dict.fromkeys(WORD.findall(one.also.lower())) for one in found]
    shown = [set(WORD.findall(" ".join((one.title, text, *one.names)).lower())) for one, text in zip(found, texts, strict=True)]
    often = Counter(word for some in words for word in some)
    return [" ".join(word for word in some if word not in own and often[word] <= COMMON * len(found)) for some, own in zip(words, shown, strict=True)]


def facets(framework: Framework) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The values (id and title) of each facet, in the order of the search form; empty when there is nothing to choose."""
    spine = framework.spine
    of_no_record = {"pages": True, NOT_COVERED: bool(framework.search_words.not_covered)}
    easy = framework.easy_read or any(resource.easy_read for resource in framework.resources)
    return {
        "role": tuple((role.id, role.title) for role in spine.roles),
        "standard": tuple((standard.id, f"{standard.number}. {standard.short}") for standard in framework.standards),
        "stage": tuple((stage.id, stage.title) for stage in spine.stages),
        "kind": tuple((kind, many) for kind, many, _ in KINDS if (of_no_record[kind] if kind in of_no_record else framework.records(kind))),
        "basis": tuple((basis.id, basis.title) for basis in spine.bases),
        "format": tuple((word.id, word.title) for word in framework.resource_words["formats"]),
        "easy": (("yes", "In easy read, or with an easy-read page"),) if easy else (),
    }


def _pages(framework: Framework, plan: Iterable[Page]) -> Iterator[Found]:
    """The generated pages that do not belong to one record, such as lists and downloads. A page that is part of a longer page is left out, and so
    is one of easy read that ``pages`` of the search words does not list.
    """
    taken = {url_of(framework, kind, id) for kind, records in framework.kinds() for id in records}
    for page in plan:
        own = page.section != "easy" or page.url in framework.search_words.pages
        if page.url not in taken and own and not page.part_of and page.template not in NOT_FOUND:
            yield Found(kind="pages", url=page.url, title=page.title, text=page.description)


def _hand_written(pages: Iterable[HandWritten]) -> Iterator[Found]:
    """The hand-written pages, which are found by their headings too."""
    for page in pages:
        yield Found(kind="pages", url=page.url, title=page.title, text=page.description, also=". ".join(page.written.headings))
