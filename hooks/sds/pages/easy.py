"""The easy-read pages: a home with few choices, lists of four or five at a time, a twin for each page, and the word bank."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.easy_read.statements import TITLE as STATEMENTS
from sds.easy_read.statements import easy_first, statements_address
from sds.forms.easy import easy_forms
from sds.model.framework import Framework
from sds.model.records import EasyPage
from sds.model.urls import url_of
from sds.pages.forms import EASY_INDEX
from sds.pages.page import EASY_HOME, EASY_MORE, Link, Page, around, shorten
from sds.paths import GLOSSARY, PICTURES
from sds.reading.locations import Locations

MOST_CHOICES = 5  # ER31: at most five main choices on a page


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of easy-read page: the heading of its list, and the picture that stands for it."""

    heading: str
    picture: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the few choices on a page: its words, the address it leads to, and its picture."""

    title: str
    url: str
    picture: str


KINDS: Mapping[str, Kind] = {
    "situations": Kind("What has happened?", "get-help"),
    "topics": Kind("Help and answers", "get-help"),
    "options": Kind("The {count} options: ways to get your support", "four-options"),
    "stages": Kind("What happens, step by step", "calendar"),
    "standards": Kind("The {count} standards", "check-quality"),
    "roles": Kind("Who does what", "work-together"),
    "principles": Kind("What your support is built on", "respect"),
}
"""The kinds of easy-read page that have a list, in the order in which they are offered."""

MORE_PICTURE, STATEMENTS_PICTURE = "information", "ask"


def easy_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """Every page of the easy-read zone; none where a framework has no easy read."""
    if not framework.easy_read:
        return
    by_kind = {kind: [page for page in framework.easy_read if page.kind == kind] for kind in ("home", *KINDS)}
    ways = _ways(framework, by_kind)
    first = ways if len(ways) <= MOST_CHOICES else [*ways[: MOST_CHOICES - 1], Choice(EASY_MORE.title, EASY_MORE.url, MORE_PICTURE)]
    above = {kind: _above(kind, first) for kind in KINDS}
    for kind in KINDS:
        if by_kind[kind]:
            yield from _lists(framework, where, kind, by_kind[kind], above[kind])
    for kind, some in by_kind.items():
        yield from _twins(framework, where, kind, some, first, above.get(kind, ()))
    if len(ways) > len(first):
        edit = where.file_of("easy_read", framework.easy_read[0].key)
        yield from paged(EASY_MORE, ways[MOST_CHOICES - 1 :], edit=edit, crumbs=(EASY_HOME,))
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


def _ways(framework: Framework, by_kind: ByKind) -> list[Choice]:
    """All that the home page can lead to: what it names, then the lists, each topic in the place of theirs, then what a person can do and ask for,
    and the forms.

    The first few stand on it, the others under ``EASY_MORE``.
    """
    named = [framework.record("easy_read", id) for page in by_kind["home"] for id in page.choices]
    kinds = ((kind, some) for kind in KINDS if (some := by_kind[kind]))
    lists = (
        [_of_page(framework, page) for page in some if page not in named] if kind == "topics" else [_of_list(framework, kind, some)] for kind, some in kinds
    )
    statements = [Choice(STATEMENTS, statements_address(framework, role), STATEMENTS_PICTURE) for role in easy_first(framework)]
    forms = [Choice(EASY_INDEX.title, EASY_INDEX.url, one.easy.picture) for one in easy_forms(framework)[:1] if one.easy]
    return [*(_of_page(framework, page) for page in named), *(choice for some in lists for choice in some), *statements, *forms]


def _of_page(framework: Framework, page: EasyPage) -> Choice:
    """The choice that leads to a page, with the page's first picture."""
    number = f"{framework.record('standards', page.id).number}. " if page.kind == "standards" else ""
    return Choice(f"{number}{page.title}", url_of(framework, "easy_read", page.key), page.blocks[0].picture)


def _of_list(framework: Framework, kind: str, some: Sequence[EasyPage]) -> Choice:
    """The choice that leads to the list of a kind, with its own picture or, where that is not drawn, its first page's."""
    picture = KINDS[kind].picture
    drawn = any(one.id == picture for one in framework.pictures)
    return Choice(_heading(kind, len(some)), _list_url(kind), picture if drawn else some[0].blocks[0].picture)


def _heading(kind: str, count: int) -> str:
    return KINDS[kind].heading.format(count=count)


def _above(kind: str, first: Sequence[Choice]) -> tuple[Link, ...]:
    """The pages above the list of a kind. The list of topics stands beside the choices, and not under one of them."""
    on_home = kind == "topics" or any(choice.url == _list_url(kind) for choice in first)
    return (EASY_HOME,) if on_home else (EASY_HOME, EASY_MORE)


def _lists(framework: Framework, where: Locations, kind: str, some: Sequence[EasyPage], above: tuple[Link, ...]) -> Iterator[Page]:
    """The list of a kind; where its pages are in groups, the list of those and one of each."""
    here, twin = Link(_heading(kind, len(some)), _list_url(kind)), "" if kind == "topics" else f"/{kind}/"
    groups = _groups(kind, some)
    choices = [Choice(link.title, link.url, pages[0].blocks[0].picture) for link, pages in groups] or [_of_page(framework, page) for page in some]
    yield from paged(here, choices, edit=where.file_of("easy_read", some[0].key), crumbs=above, twin=twin)
    for link, pages in groups:
        choices = [_of_page(framework, page) for page in pages]
        yield from paged(link, choices, edit=where.file_of("easy_read", pages[0].key), crumbs=(*above, here))


def _groups(kind: str, some: Sequence[EasyPage]) -> list[tuple[Link, list[EasyPage]]]:
    """The groups of pages of a kind, in the order of their first pages, each with its list; none where no page is in one."""
    names = dict.fromkeys(page.group for page in some if page.group)
    return [(Link(name, f"{_list_url(kind)}group-{number}/"), [page for page in some if page.group == name]) for number, name in enumerate(names, 1)]


def paged(here: Link, choices: Sequence[Choice], edit: str, crumbs: tuple[Link, ...], twin: str = "") -> Iterator[Page]:
    """A list of choices, on as many pages as it needs."""
    pages = math.ceil(len(choices) / MOST_CHOICES)
    each = math.ceil(len(choices) / pages)
    links = [
        Link(f"{here.title}, list {number} of {pages}" if pages > 1 else here.title, here.url if number == 1 else f"{here.url}list-{number}/")
        for number in range(1, pages + 1)
    ]
    for position, link in enumerate(links):
        before, after = around(links, position)
        yield Page(
            url=link.url,
            template="easy-list.html",
            title=f"{link.title} (easy read)",
            description=f"Easy read. {link.title}.",
            edit=edit,
            crumbs=crumbs,
            previous=before,
            next=after,
            section="easy",
            data={"heading": here.title, "choices": choices[position * each : (position + 1) * each], "position": position + 1, "pages": pages},
            twin=twin,
        )


def _list_url(kind: str) -> str:
    return f"/easy-read/{kind}/"


def _twins(framework: Framework, where: Locations, kind: str, some: Sequence[EasyPage], home: Sequence[Choice], above: tuple[Link, ...]) -> Iterator[Page]:
    """The twin of each page of one kind, in order, each leading to the one before and after it. ``home`` are the choices of the home page."""
    in_group = {page.key: (link,) for link, pages in _groups(kind, some) for page in pages}
    links = [Link(page.title, url_of(framework, "easy_read", page.key)) for page in some]
    for position, page in enumerate(some):
        before, after = around(links, position)
        path, place = where.places["easy_read", page.key]
        yield Page(
            url=links[position].url,
            template="easy-home.html" if kind == "home" else "easy-page.html",
            title=f"{page.title} (easy read)",
            description=shorten(" ".join(plain(words) for block in page.blocks[:2] for words in block.words)),
            edit=path,
            line=where.documents[path].line(place),
            crumbs=() if kind == "home" else (*above, Link(_heading(kind, len(some)), _list_url(kind)), *in_group.get(page.key, ())),
            previous=before,
            next=after,
            section="easy",
            data={"easy": page, "position": position + 1, "pages": len(some), "choices": home if kind == "home" else _onward(framework, page)},
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
    return {"home": "/", "topics": ""}.get(page.kind, f"/{page.kind}/{page.id}/")
