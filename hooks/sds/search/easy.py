"""The framework -> what the easy-read search looks through: the easy-read pages and forms, each with its words and its picture."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.forms.easy import easy_forms, easy_url
from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.page import shorten
from sds.search.entry import told_words

RECORDS = "easy-read/search/pages.json"
"""Where the page fetches them."""
LONGEST = 155
"""Characters of a page's words that are looked through as its beginning; the rest counts less."""


def easy_records(framework: Framework) -> str:
    """``/easy-read/search/pages.json``, in the form that the search scripts read: one list for each field.

    The words that people ask with are names of a page. It is small, because it is fetched on old phones: easy read alone, each word of a page once.
    """
    found = [*_pages(framework), *_forms(framework)]
    columns: dict[str, Sequence[object]] = {
        "title": [one.title for one in found],
        "text": [shorten(one.words, LONGEST) for one in found],
        "also": [" ".join(dict.fromkeys(one.words.lower().split())) for one in found],
        "names": [one.names for one in found],
        "url": [one.url for one in found],
        "picture": [one.picture if framework.has("pictures", one.picture) else "" for one in found],
        "kind": [[0]] * len(found),
        "role": [[]] * len(found),
        "linked": [0] * len(found),
    }
    return json.dumps({"facets": {"kind": ["easy_read"]}, "words": told_words(framework), **columns}, ensure_ascii=False, separators=(",", ":"))


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
            yield _Found(page.title, words, page.asked_as, url_of(framework, "easy_read", page.key), page.blocks[0].picture)


def _forms(framework: Framework) -> Iterator[_Found]:
    for template in easy_forms(framework):
        if form := template.easy:
            words = plain(" ".join((*form.intro, *(field.label for field in form.fields))))
            yield _Found(form.title, words, template.asked_as, easy_url(template), form.picture)
