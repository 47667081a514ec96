"""The framework -> what the easy-read search looks through: the easy-read pages and forms, each with its words and its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.forms.easy import easy_forms, easy_url
from sds.model.framework import Framework
from sds.model.records import EasyPage
from sds.model.urls import url_of
from sds.pages.page import shorten
from sds.search.entry import told_words
from sds.search.index import Searched
from sds.search.pieces import Entry, search_files

FOLDER = "easy-read/search"
"""Where the page fetches them."""
START = f"{FOLDER}/start.json"
"""What it fetches first."""
LONGEST = 155
"""Characters of a page's words that are looked through as its beginning; the rest counts less."""


def easy_records(framework: Framework) -> dict[str, str]:
    """``/easy-read/search/start.json``, in the form that the search scripts read, with all in it: it is small, because it is fetched on old phones.

    The words that people ask with are names of a page.
    """
    found = [_entry(framework, one) for one in (*_pages(framework), *_forms(framework))]
    return search_files(found, {"kind": ["easy_read"]}, told_words(framework), FOLDER, whole=True)


def _entry(framework: Framework, one: _Found) -> Entry:
    """Each word of a page is looked through once."""
    also = " ".join(dict.fromkeys(one.words.lower().split()))
    picture = one.picture if framework.has("pictures", one.picture) else ""
    return Entry(
        searched=Searched(kind="easy_read", title=one.title, text=shorten(one.words, LONGEST), also=also, names=one.names),
        facets={"kind": [0]},
        linked=0,
        shown={"title": one.title, "url": one.url, "picture": picture, "names": one.names},
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A page that the search can find; ``picture`` is the id of its first one."""

    title: str
    words: str
    names: tuple[str, ...]
    url: str
    picture: str


def _pages(framework: Framework) -> Iterator[_Found]:
    for page in framework.easy_read:
        if page.kind != "home":
            words = " ".join(plain(words) for words in page.sentences)
            yield _Found(page.title, words, _ways(framework, page), url_of(framework, "easy_read", page.key), page.blocks[0].picture)


def _ways(framework: Framework, page: EasyPage) -> tuple[str, ...]:
    """The ways in which people ask for a page, and for what has happened to them, those of its full page too."""
    if page.kind != "situations":
        return page.asked_as
    situation = framework.record("situations", page.id)
    own = any(framework.record("roles", id).easy_first for id in situation.roles)
    return tuple(dict.fromkeys((*page.asked_as, *(situation.asked_as if own else ()))))


def _forms(framework: Framework) -> Iterator[_Found]:
    for template in easy_forms(framework):
        if form := template.easy:
            words = plain(" ".join((*form.intro, *(field.label for field in form.fields))))
            yield _Found(form.title, words, template.asked_as, easy_url(template), form.picture)
