"""The easy-read pages: a home page, lists with at most five choices a page, the easy-read version of each page, and the word bank."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.easy_read.statements import easy_first, statements_address
from sds.forms.easy import EASY_FORMS, easy_forms, easy_menu
from sds.model.framework import Framework
from sds.model.records import EasyMenu, EasyPage, Role
from sds.model.urls import url_of
from sds.pages.page import EASY_HOME, Link, Page, easy_more, neighbours, shorten
from sds.pages.self_evaluation_parts import evaluated
from sds.paths import GLOSSARY, PICTURES
from sds.reading.locations import Locations

MOST_CHOICES = 5  # rule ER31: at most five main choices on a page


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the few choices on a page: its text, the address it leads to, and the id of its picture."""

    title: str
    url: str
    picture: str


WORD_BANK = Link("Word bank", "/easy-read/words/")
WORD_BANK_SAYS = "Hard words and what they mean, in easy words."
"""The description of the word bank."""
TOPICS, QUESTIONS = "topics", "questions"
TEMPLATES = {"home": "easy-home.html", QUESTIONS: "easy-questions.html"}
"""The templates of kinds that do not use ``easy-page.html``."""


def easy_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """Every page of the easy-read part of the site, except forms and search; nothing when the framework has no easy read."""
    if not framework.easy_read:
        return
    menus = _menus(framework)
    by_kind = {kind: [page for page in framework.easy_read if page.kind == kind] for kind in ("home", *menus)}
    ways = _ways(framework, menus, by_kind)
    rest = easy_more(framework)
    more = Choice(rest.title, rest.url, framework.easy_menus.more_picture)
    first = ways if len(ways) <= MOST_CHOICES else [*ways[: MOST_CHOICES - 1], more]
    lists = {kind: Link(_heading(menu, len(by_kind[kind])), _list_url(kind)) for kind, menu in menus.items()}
    above = {kind: _above(kind, first, rest) for kind in menus}
    for kind, link in lists.items():
        yield from _lists(framework, where, kind, link, by_kind[kind], above[kind])
    for kind, some in by_kind.items():
        yield from _twins(framework, where, kind, some, first, (*above[kind], lists[kind]) if kind in lists else ())
    if len(ways) > len(first):
        edit = where.file_of("easy_read", framework.easy_read[0].key)
        yield from paged(rest, ways[MOST_CHOICES - 1 :], edit=edit, crumbs=(EASY_HOME,))
    if framework.terms:
        yield Page(
            url=WORD_BANK.url,
            template="easy-words.html",
            title=f"{WORD_BANK.title} (easy read)",
            description=WORD_BANK_SAYS,
            edit=GLOSSARY,
            crumbs=(EASY_HOME,),
            section="easy",
            twin="/glossary/",
        )
    yield Page(
        url="/easy-read/pictures/",
        template="easy-pictures.html",
        title="Pictures for easy read",
        description=f"All {len(framework.pictures)} pictures, what each means, what it shows and where to use it. For people who write easy read.",
        edit=PICTURES,
        crumbs=(EASY_HOME,),
        section="easy",
    )


ByKind = Mapping[str, Sequence[EasyPage]]
"""The easy-read pages of each kind, in the order of the files."""


def _menus(framework: Framework) -> dict[str, EasyMenu]:
    """The menu of each kind that has easy-read pages, in the order in which the site offers them."""
    kinds: dict[str, None] = dict.fromkeys(page.kind for page in framework.easy_read if page.kind != "home")
    named = {menu.id: menu for menu in framework.easy_menus.menus if menu.id in kinds}
    return named | {kind: EasyMenu(id=kind, heading=kind.replace("_", " ").capitalize()) for kind in kinds if kind not in named}


def _ways(framework: Framework, menus: Mapping[str, EasyMenu], by_kind: ByKind) -> list[Choice]:
    """All choices for the home page: the pages that it names, then the lists of pages (for topics, the pages themselves), then the statements of roles,
    then the forms.

    The first few are on the home page itself, the others on the page ``easy_more``.
    """
    named = [framework.record("easy_read", id) for page in by_kind["home"] for id in page.choices]
    lists = (
        [_of_page(framework, page) for page in by_kind[kind] if page not in named] if kind == TOPICS else [_of_list(framework, menu, by_kind[kind])]
        for kind, menu in menus.items()
    )
    statements = [_of_statements(framework, role) for role in easy_first(framework)]
    forms = [Choice(easy_menu(framework).heading, EASY_FORMS, easy_menu(framework).picture)] if easy_forms(framework) else []
    return [*(_of_page(framework, page) for page in named), *(choice for some in lists for choice in some), *statements, *forms]


def _of_page(framework: Framework, page: EasyPage) -> Choice:
    """The choice that leads to a page, with the page's first picture."""
    number = f"{framework.record('standards', page.id).number}. " if page.kind == "standards" else ""
    return Choice(f"{number}{page.title}", url_of(framework, "easy_read", page.key), page.blocks[0].picture)


def _of_statements(framework: Framework, role: Role) -> Choice:
    """The choice that leads to the easy-read page of all statements of a role."""
    said = framework.easy_menus.statements
    return Choice(said.heading, statements_address(framework, role), said.picture)


def _of_list(framework: Framework, menu: EasyMenu, some: Sequence[EasyPage]) -> Choice:
    """The choice that leads to the list of a kind, with the menu's picture or, if that is not drawn, the first picture of the first page."""
    drawn = any(one.id == menu.picture for one in framework.pictures)
    return Choice(_heading(menu, len(some)), _list_url(menu.id), menu.picture if drawn else some[0].blocks[0].picture)


def _heading(menu: EasyMenu, count: int) -> str:
    return menu.heading.replace("{count}", str(count))


def _above(kind: str, first: Sequence[Choice], more: Link) -> tuple[Link, ...]:
    """The breadcrumbs of the list of a kind: home, and the page ``easy_more`` if the list is not on the home page."""
    on_home = kind == TOPICS or any(choice.url == _list_url(kind) for choice in first)
    return (EASY_HOME,) if on_home else (EASY_HOME, more)


def _lists(framework: Framework, where: Locations, kind: str, here: Link, some: Sequence[EasyPage], above: tuple[Link, ...]) -> Iterator[Page]:
    """The list of the pages of a kind; if they are in groups, the list of groups, and the list of the pages of each group."""
    twin = {TOPICS: "", QUESTIONS: "/self-evaluation/" if evaluated(framework) else ""}.get(kind, f"/{kind}/")
    groups = _groups(kind, some)
    choices = [Choice(link.title, link.url, pages[0].blocks[0].picture) for link, pages in groups] or [_of_page(framework, page) for page in some]
    yield from paged(here, choices, edit=where.file_of("easy_read", some[0].key), crumbs=above, twin=twin)
    for link, pages in groups:
        choices = [_of_page(framework, page) for page in pages]
        told = [page.id for page in pages if page.kind == "situations"]
        yield from paged(link, choices, edit=where.file_of("easy_read", pages[0].key), crumbs=(*above, here), situations=told)


def _groups(kind: str, some: Sequence[EasyPage]) -> list[tuple[Link, list[EasyPage]]]:
    """The groups of the pages of a kind, in the order of their first pages: the link to the list of a group, and its pages. Empty if there are no groups."""
    names = dict.fromkeys(page.group for page in some if page.group)
    return [(Link(name, f"{_list_url(kind)}group-{number}/"), [page for page in some if page.group == name]) for number, name in enumerate(names, 1)]


def paged(here: Link, choices: Sequence[Choice], edit: str, crumbs: tuple[Link, ...], twin: str = "", situations: Sequence[str] = ()) -> Iterator[Page]:
    """A list of choices, divided into pages of at most ``MOST_CHOICES``.

    ``situations`` are the ids of situations to which choices lead: the page shows whom to phone in them.
    """
    pages = math.ceil(len(choices) / MOST_CHOICES)
    each = math.ceil(len(choices) / pages)
    links = [
        Link(f"{here.title}, list {number} of {pages}" if pages > 1 else here.title, here.url if number == 1 else f"{here.url}list-{number}/")
        for number in range(1, pages + 1)
    ]
    for position, link in enumerate(links):
        before, after = neighbours(links, position)
        yield Page(
            url=link.url,
            template="easy-list.html",
            title=f"{link.title} (easy read)",
            description=f"Easy read. {link.title}{'' if link.title.endswith('?') else '.'}",
            edit=edit,
            crumbs=crumbs,
            previous=before,
            next=after,
            section="easy",
            data={
                "heading": here.title,
                "choices": choices[position * each : (position + 1) * each],
                "position": position + 1,
                "pages": pages,
                "situations": situations,
            },
            twin=twin,
        )


def _list_url(kind: str) -> str:
    return f"/easy-read/{kind}/"


def _twins(framework: Framework, where: Locations, kind: str, some: Sequence[EasyPage], home: Sequence[Choice], above: tuple[Link, ...]) -> Iterator[Page]:
    """The easy-read page of each record of one kind, with links to the page before and after it. ``home`` are the choices of the home page."""
    in_group = {page.key: (link,) for link, pages in _groups(kind, some) for page in pages}
    links = [Link(page.title, url_of(framework, "easy_read", page.key)) for page in some]
    for position, page in enumerate(some):
        before, after = neighbours(links, position)
        path, place = where.places["easy_read", page.key]
        yield Page(
            url=links[position].url,
            template=TEMPLATES.get(page.kind, "easy-page.html"),
            title=f"{page.title} (easy read)",
            description=shorten(" ".join(plain(words) for block in page.blocks[:2] for words in block.words)),
            edit=path,
            line=where.documents[path].line(place),
            crumbs=(*above, *in_group.get(page.key, ())),
            previous=before,
            next=after,
            section="easy",
            data={
                "easy": page,
                "position": position + 1,
                "pages": len(some),
                "choices": home if kind == "home" else _onward(framework, page),
                "complaining": _complaining(framework, page),
            },
            twin=_full(framework, page),
        )


def _onward(framework: Framework, page: EasyPage) -> list[Choice]:
    """The choices at the end of a page: the page of a role leads to its statements, if these are in easy read."""
    return [_of_statements(framework, role) for role in easy_first(framework) if page.kind == "roles" and role.id == page.id]


def _complaining(framework: Framework, page: EasyPage) -> EasyPage | None:
    """The easy-read page on how to complain, for a page of a standard or role whose full page links to it, else None."""
    doors = framework.spine.front_doors
    whole = framework.record("situations", doors.complaints) if doors and doors.complaints else None
    if whole is None or page.key not in {*(f"standards/{id}" for id in whole.standards[:1]), *(f"roles/{id}" for id in whole.roles)}:
        return None
    return next((one for one in framework.easy_read if one.key == f"situations/{whole.id}"), None)


def _full(framework: Framework, page: EasyPage) -> str:
    """The address of the full page of an easy-read page; an empty string for a topic, which has none."""
    return {"home": "/", TOPICS: "", QUESTIONS: f"/self-evaluation/{page.id}/" if evaluated(framework) else ""}.get(page.kind, f"/{page.kind}/{page.id}/")
