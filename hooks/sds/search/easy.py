"""The framework -> what the easy-read search looks through: the easy-read pages, each with its words and its picture."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sds.easy_read.hard_words import plain
from sds.model.framework import Framework
from sds.model.records import EasyPage
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
    pages = [page for page in framework.easy_read if page.kind != "home"]
    told = [" ".join(plain(words) for words in page.sentences) for page in pages]
    columns: dict[str, Sequence[object]] = {
        "title": [page.title for page in pages],
        "text": [shorten(words, LONGEST) for words in told],
        "also": [" ".join(dict.fromkeys(words.lower().split())) for words in told],
        "names": [page.asked_as for page in pages],
        "url": [url_of(framework, "easy_read", page.key) for page in pages],
        "picture": [_picture(framework, page) for page in pages],
        "kind": [[0]] * len(pages),
        "role": [[]] * len(pages),
        "linked": [0] * len(pages),
    }
    return json.dumps({"facets": {"kind": ["easy_read"]}, "words": told_words(framework), **columns}, ensure_ascii=False, separators=(",", ":"))


def _picture(framework: Framework, page: EasyPage) -> str:
    """The id of a page's first picture; empty where it is not drawn."""
    id = page.blocks[0].picture
    return id if framework.has("pictures", id) else ""
