"""The easy-read pages: a home with few choices, lists of four or five at a time, a twin for each page, and the word bank."""

from __future__ import annotations

import math
from collections.abc import Iterator

from sds.addresses import address
from sds.framework import Framework
from sds.load import GLOSSARY, PICTURES, Where
from sds.pages.page import EASY_HOME, Link, Page, around, shorten
from sds.pages.roles import full_address
from sds.records import EasyPage

MOST_CHOICES = 5  # ER31: at most five main choices on a page
KINDS = {
    "standards": "The {count} standards",
    "options": "The {count} ways to arrange support",
    "principles": "What your support is built on",
    "roles": "Who does what",
    "stages": "What happens, step by step",
    "topics": "More to know",
}
"""The kinds of easy-read page that have a list, and its heading."""


def easy_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """Every page of the easy-read zone; none where a framework has no easy read."""
    if not framework.easy_read:
        return
    by_kind = {kind: [page for page in framework.easy_read if page.kind == kind] for kind in ("home", *KINDS)}
    for kind, title in KINDS.items():
        some = by_kind[kind]
        if some:
            yield from _lists(where, kind, title.format(count=len(some)), some)
    for some in by_kind.values():
        yield from _twins(framework, where, some)
    yield Page(
        "/easy-read/words/",
        "easy-words.html",
        "Word bank (easy read)",
        "Hard words and what they mean, in easy words.",
        GLOSSARY,
        crumbs=(EASY_HOME,),
        section="easy",
        twin="/glossary/",
    )
    yield Page(
        "/easy-read/pictures/",
        "easy-pictures.html",
        "Pictures for easy read",
        f"All {len(framework.pictures)} pictures, what each means, what is seen and where it may be used. For people who write easy read.",
        PICTURES,
        crumbs=(EASY_HOME,),
        section="easy",
    )


def _lists(where: Where, kind: str, title: str, some: list[EasyPage]) -> Iterator[Page]:
    """The list of a kind, on as many pages as its choices need."""
    pages = math.ceil(len(some) / MOST_CHOICES)
    each = math.ceil(len(some) / pages)
    links = [Link(f"{title}, list {number} of {pages}" if pages > 1 else title, _list_url(kind, number)) for number in range(1, pages + 1)]
    for position, link in enumerate(links):
        before, after = around(links, position)
        choices = some[position * each : (position + 1) * each]
        yield Page(
            link.url,
            "easy-list.html",
            f"{link.title} (easy read)",
            f"Easy read. {link.title}.",
            where.file_of("easy_read", f"{kind}/{choices[0].id}"),
            1,
            (EASY_HOME,),
            before,
            after,
            "easy",
            {"heading": title, "choices": choices, "position": position + 1, "pages": pages},
            "" if kind == "topics" else f"/{kind}/",
        )


def _list_url(kind: str, number: int) -> str:
    return f"/easy-read/{kind}/" if number == 1 else f"/easy-read/{kind}/list-{number}/"


def _twins(framework: Framework, where: Where, some: list[EasyPage]) -> Iterator[Page]:
    """The twin of each page of one kind, in order, each leading to the one before and after it."""
    links = [Link(page.title, address(framework, "easy_read", f"{page.kind}/{page.id}")) for page in some]
    for position, page in enumerate(some):
        before, after = around(links, position)
        path, place = where.places["easy_read", f"{page.kind}/{page.id}"]
        full = _full(framework, page)
        yield Page(
            links[position].url,
            "easy-home.html" if page.kind == "home" else "easy-page.html",
            f"{page.title} (easy read)",
            shorten(" ".join(sentence.replace("**", "") for block in page.blocks[:2] for sentence in block.words)),
            path,
            where.documents[path].line(place),
            () if page.kind == "home" else (EASY_HOME, *([Link(KINDS[page.kind].format(count=len(some)), f"/easy-read/{page.kind}/")])),
            before,
            after,
            "easy",
            {"easy": page, "position": position + 1, "pages": len(some)},
            full,
        )


def _full(framework: Framework, page: EasyPage) -> str:
    """Where the full page of a twin is; an empty string for a topic, which stands for itself."""
    if page.kind == "roles":
        return full_address(framework, framework.record("roles", page.id))
    return {"home": "/", "topics": ""}.get(page.kind, f"/{page.kind}/{page.id}/")
