"""The easy-read pages: a home with few choices, lists of four or five at a time, a twin for each page, and the word bank."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.easy_read.statements import easy_first
from sds.model.framework import Framework
from sds.model.records import EasyMenu, EasyPage, Role
from sds.model.urls import url_of
from sds.pages.page import EASY_HOME, EASY_MORE, Link, Page, around, shorten
from sds.pages.roles import full_address
from sds.paths import GLOSSARY, PICTURES
from sds.reading.locations import Locations

MOST_CHOICES = 5  # ER31: at most five main choices on a page
BESIDE_LISTS = 2  # topics among the choices of the home page: the first comes before the lists, the second after them


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the few choices on a page: its words, the address it leads to, and its picture."""

    title: str
    url: str
    picture: str


TOPICS = "topics"


def easy_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """Every page of the easy-read zone; none where a framework has no easy read."""
    if not framework.easy_read:
        return
    menus = _menus(framework)
    by_kind = {kind: [page for page in framework.easy_read if page.kind == kind] for kind in ("home", *menus)}
    more = _more(framework, by_kind)
    home = _home(framework, by_kind, more)
    for kind in menus:
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


def _menus(framework: Framework) -> dict[str, EasyMenu]:
    """The lists by the kind of their pages, in the order in which they are offered: those that have a page."""
    kinds: dict[str, None] = dict.fromkeys(page.kind for page in framework.easy_read if page.kind != "home")
    named = {menu.id: menu for menu in framework.easy_menus.menus if menu.id in kinds}
    return named | {kind: EasyMenu(id=kind, heading=kind.replace("_", " ").capitalize()) for kind in kinds if kind not in named}


ByKind = Mapping[str, Sequence[EasyPage]]
"""The easy-read pages of each kind, in the order of the files."""


def _home(framework: Framework, by_kind: ByKind, more: Sequence[Choice]) -> list[Choice]:
    """The choices of the home page: what this is about, the lists that come first, the next topic, and ``more`` where there is more."""
    topics = [_of_page(framework, page) for page in by_kind.get(TOPICS, ())[:BESIDE_LISTS]]
    lists = [_of_list(framework, menu, by_kind[kind]) for kind, menu in _menus(framework).items() if menu.on_home]
    rest = [Choice(EASY_MORE.title, EASY_MORE.url, framework.easy_menus.more_picture)] if more else []
    return [*topics[:1], *lists, *topics[1:], *rest]


def _more(framework: Framework, by_kind: ByKind) -> list[Choice]:
    """What the home page has no room for: the other lists, what a person can do and ask for, and topics as far as there is room.

    A topic that finds no room is in the list of topics, which each topic leads back to.
    """
    lists = [_of_list(framework, menu, by_kind[kind]) for kind, menu in _menus(framework).items() if not menu.on_home and kind != TOPICS]
    statements = [_of_statements(framework, role) for role in easy_first(framework)]
    topics = [_of_page(framework, page) for page in by_kind.get(TOPICS, ())[BESIDE_LISTS:]]
    return [*lists, *statements, *topics][:MOST_CHOICES]


def _of_page(framework: Framework, page: EasyPage) -> Choice:
    """The choice that leads to a page, with the page's first picture."""
    number = f"{framework.record('standards', page.id).number}. " if page.kind == "standards" else ""
    return Choice(f"{number}{page.title}", url_of(framework, "easy_read", page.key), page.blocks[0].picture)


def _of_statements(framework: Framework, role: Role) -> Choice:
    """The choice that leads to all that people of a role can do and ask for."""
    said = framework.easy_menus.statements
    return Choice(said.heading, url_of(framework, "roles", role.id), said.picture)


def _of_list(framework: Framework, menu: EasyMenu, some: Sequence[EasyPage]) -> Choice:
    """The choice that leads to the list of a kind, with its own picture or, where that is not drawn, its first page's."""
    drawn = any(one.id == menu.picture for one in framework.pictures)
    return Choice(_heading(menu, len(some)), _list_url(menu.id, 1), menu.picture if drawn else some[0].blocks[0].picture)


def _heading(menu: EasyMenu, count: int) -> str:
    return menu.heading.replace("{count}", str(count))


def _above(menu: EasyMenu) -> tuple[Link, ...]:
    """The pages above the list of a kind: the list of topics stands beside the choices, and not under one of them."""
    return (EASY_HOME,) if menu.on_home or menu.id == TOPICS else (EASY_HOME, EASY_MORE)


def _lists(framework: Framework, where: Locations, kind: str, some: Sequence[EasyPage]) -> Iterator[Page]:
    """The list of a kind, on as many pages as its choices need."""
    menu = _menus(framework)[kind]
    title = _heading(menu, len(some))
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
            crumbs=_above(menu),
            previous=before,
            next=after,
            section="easy",
            data={"heading": title, "choices": [_of_page(framework, page) for page in here], "position": position + 1, "pages": pages},
            twin="" if kind == TOPICS else f"/{kind}/",
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
            template="easy-home.html" if page.kind == "home" else "easy-page.html",
            title=f"{page.title} (easy read)",
            description=shorten(" ".join(plain(words) for block in page.blocks[:2] for words in block.words)),
            edit=path,
            line=where.documents[path].line(place),
            crumbs=_crumbs(framework, page, len(some)),
            previous=before,
            next=after,
            section="easy",
            data={"easy": page, "position": position + 1, "pages": len(some), "choices": home if page.kind == "home" else _onward(framework, page)},
            twin=_full(framework, page),
        )


def _crumbs(framework: Framework, page: EasyPage, count: int) -> tuple[Link, ...]:
    """The pages above a page, which is one of so many of its kind."""
    if page.kind == "home":
        return ()
    menu = _menus(framework)[page.kind]
    return (*_above(menu), Link(_heading(menu, count), _list_url(page.kind, 1)))


def _onward(framework: Framework, page: EasyPage) -> list[Choice]:
    """Where a page leads on: the page of a role that reads in easy read first leads to all that people of that role can do."""
    return [_of_statements(framework, role) for role in easy_first(framework) if page.kind == "roles" and role.id == page.id]


def _full(framework: Framework, page: EasyPage) -> str:
    """Where the full page of a twin is; an empty string for a topic, which stands for itself."""
    if page.kind == "roles":
        return full_address(framework, framework.record("roles", page.id))
    return {"home": "/", "topics": ""}.get(page.kind, f"/{page.kind}/{page.id}/")
