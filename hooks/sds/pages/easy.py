"""The easy-read pages: a home with few choices, lists of four or five at a time, a twin for each page, and the word bank."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.easy_read.statements import TITLE as STATEMENTS
from sds.easy_read.statements import easy_first, statements_address
from sds.model.framework import Framework
from sds.model.records import EasyPage
from sds.model.urls import url_of
from sds.pages.page import EASY_HOME, EASY_MORE, Link, Page, around, shorten
from sds.paths import GLOSSARY, PICTURES
from sds.reading.locations import Locations

MOST_CHOICES = 5  # ER31: at most five main choices on a page
BESIDE_LISTS = 2  # topics among the choices of the home page: the first comes before the lists, the second after them


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of easy-read page: the heading of its list, the picture that stands for it, and whether the home page leads there."""

    heading: str
    picture: str
    on_home: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the few choices on a page: its words, the address it leads to, and its picture."""

    title: str
    url: str
    picture: str


KINDS: Mapping[str, Kind] = {
    "situations": Kind("What has happened?", "get-help", on_home=True),
    "standards": Kind("The {count} standards", "check-quality", on_home=True),
    "options": Kind("The {count} options: ways to get your support", "four-options", on_home=True),
    "stages": Kind("What happens, step by step", "calendar"),
    "roles": Kind("Who does what", "work-together"),
    "principles": Kind("What your support is built on", "respect"),
    "questions": Kind("Say how it is for you", "share-views"),
    "topics": Kind("Help and answers", "get-help"),
}
"""The kinds of easy-read page that have a list, in the order in which they are offered."""

TEMPLATES = {"home": "easy-home.html", "questions": "easy-questions.html"}
"""The templates of the kinds that have one of their own."""
MORE_PICTURE, STATEMENTS_PICTURE = "information", "ask"


def easy_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """Every page of the easy-read zone; none where a framework has no easy read."""
    if not framework.easy_read:
        return
    by_kind = {kind: [page for page in framework.easy_read if page.kind == kind] for kind in ("home", *KINDS)}
    more = _more(framework, by_kind)
    home = _home(framework, by_kind, more)
    for kind in KINDS:
        if by_kind[kind]:
            yield from _lists(framework, where, kind, by_kind[kind])
    for some in by_kind.values():
        yield from _twins(framework, where, some, home)
    if more:
        yield Page(
            url=EASY_MORE.url,
            template="easy-list.html",
            title=f"{EASY_MORE.title} (easy read)",
            description=f"Easy read. {EASY_MORE.title}.",
            edit=where.file_of("easy_read", framework.easy_read[0].key),
            crumbs=(EASY_HOME,),
            section="easy",
            data={"heading": EASY_MORE.title, "choices": more, "position": 1, "pages": 1},
        )
    yield Page(
        url="/easy-read/words/",
        template="easy-words.html",
        title="Word bank (easy read)",
        description="Hard words and what they mean, in easy words.",
        edit=GLOSSARY,
        crumbs=(EASY_HOME,),
        section="easy",
        twin="/glossary/",
    )
    yield Page(
        url="/easy-read/pictures/",
        template="easy-pictures.html",
        title="Pictures for easy read",
        description=f"All {len(framework.pictures)} pictures, what each means, what is seen and where it may be used. For people who write easy read.",
        edit=PICTURES,
        crumbs=(EASY_HOME,),
        section="easy",
    )


ByKind = Mapping[str, Sequence[EasyPage]]
"""The easy-read pages of each kind, in the order of the files."""


def _home(framework: Framework, by_kind: ByKind, more: Sequence[Choice]) -> list[Choice]:
    """The choices of the home page: what this is about, the lists that come first, the next topic, and ``more`` where there is more."""
    topics = [_of_page(framework, page) for page in by_kind["topics"][:BESIDE_LISTS]]
    lists = [_of_list(framework, kind, by_kind[kind]) for kind, one in KINDS.items() if one.on_home and by_kind[kind]]
    rest = [Choice(EASY_MORE.title, EASY_MORE.url, MORE_PICTURE)] if more else []
    return [*topics[:1], *lists, *topics[1:], *rest]


def _more(framework: Framework, by_kind: ByKind) -> list[Choice]:
    """What the home page has no room for: the other lists, what a person can do and ask for, and topics as far as there is room.

    A topic that finds no room is in the list of topics, which each topic leads back to.
    """
    lists = [_of_list(framework, kind, by_kind[kind]) for kind, one in KINDS.items() if not one.on_home and kind != "topics" and by_kind[kind]]
    statements = [Choice(STATEMENTS, statements_address(framework, role), STATEMENTS_PICTURE) for role in easy_first(framework)]
    topics = [_of_page(framework, page) for page in by_kind["topics"][BESIDE_LISTS:]]
    return [*lists, *statements, *topics][:MOST_CHOICES]


def _of_page(framework: Framework, page: EasyPage) -> Choice:
    """The choice that leads to a page, with the page's first picture."""
    number = f"{framework.record('standards', page.id).number}. " if page.kind == "standards" else ""
    return Choice(f"{number}{page.title}", url_of(framework, "easy_read", page.key), page.blocks[0].picture)


def _of_list(framework: Framework, kind: str, some: Sequence[EasyPage]) -> Choice:
    """The choice that leads to the list of a kind, with its own picture or, where that is not drawn, its first page's."""
    picture = KINDS[kind].picture
    drawn = any(one.id == picture for one in framework.pictures)
    return Choice(_heading(kind, len(some)), _list_url(kind, 1), picture if drawn else some[0].blocks[0].picture)


def _heading(kind: str, count: int) -> str:
    return KINDS[kind].heading.format(count=count)


def _above(kind: str) -> tuple[Link, ...]:
    """The pages above the list of a kind: the list of topics stands beside the choices, and not under one of them."""
    return (EASY_HOME,) if KINDS[kind].on_home or kind == "topics" else (EASY_HOME, EASY_MORE)


def _lists(framework: Framework, where: Locations, kind: str, some: Sequence[EasyPage]) -> Iterator[Page]:
    """The list of a kind, on as many pages as its choices need."""
    title = _heading(kind, len(some))
    pages = math.ceil(len(some) / MOST_CHOICES)
    each = math.ceil(len(some) / pages)
    links = [Link(f"{title}, list {number} of {pages}" if pages > 1 else title, _list_url(kind, number)) for number in range(1, pages + 1)]
    for position, link in enumerate(links):
        before, after = around(links, position)
        here = some[position * each : (position + 1) * each]
        yield Page(
            url=link.url,
            template="easy-list.html",
            title=f"{link.title} (easy read)",
            description=f"Easy read. {link.title}.",
            edit=where.file_of("easy_read", here[0].key),
            line=1,
            crumbs=_above(kind),
            previous=before,
            next=after,
            section="easy",
            data={"heading": title, "choices": [_of_page(framework, page) for page in here], "position": position + 1, "pages": pages},
            twin={"topics": "", "questions": "/self-evaluation/"}.get(kind, f"/{kind}/"),
        )


def _list_url(kind: str, number: int) -> str:
    return f"/easy-read/{kind}/" if number == 1 else f"/easy-read/{kind}/list-{number}/"


def _twins(framework: Framework, where: Locations, some: Sequence[EasyPage], home: Sequence[Choice]) -> Iterator[Page]:
    """The twin of each page of one kind, in order, each leading to the one before and after it. ``home`` are the choices of the home page."""
    links = [Link(page.title, url_of(framework, "easy_read", page.key)) for page in some]
    for position, page in enumerate(some):
        before, after = around(links, position)
        path, place = where.places["easy_read", page.key]
        yield Page(
            url=links[position].url,
            template=TEMPLATES.get(page.kind, "easy-page.html"),
            title=f"{page.title} (easy read)",
            description=shorten(" ".join(plain(words) for block in page.blocks[:2] for words in block.words)),
            edit=path,
            line=where.documents[path].line(place),
            crumbs=() if page.kind == "home" else (*_above(page.kind), Link(_heading(page.kind, len(some)), _list_url(page.kind, 1))),
            previous=before,
            next=after,
            section="easy",
            data={"easy": page, "position": position + 1, "pages": len(some), "choices": home if page.kind == "home" else _onward(framework, page)},
            twin=_full(page),
        )


def _onward(framework: Framework, page: EasyPage) -> list[Choice]:
    """Where a page leads on: the page of a role all of whose statements are told in easy read leads to them."""
    return [
        Choice(STATEMENTS, statements_address(framework, role), STATEMENTS_PICTURE)
        for role in easy_first(framework)
        if page.kind == "roles" and role.id == page.id
    ]


def _full(page: EasyPage) -> str:
    """Where the full page of a twin is; an empty string for a topic, which stands for itself."""
    return {"home": "/", "topics": "", "questions": f"/self-evaluation/{page.id}/"}.get(page.kind, f"/{page.kind}/{page.id}/")
