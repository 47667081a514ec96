"""Plans of the easy-read booklets: each page, what people of a role can do, and all the standards' pages in one; in easy read and in large print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sds.booklets.booklet import MOST_STANDARDS, BookletSettings, Plan, What, path_of
from sds.booklets.shared import colophon
from sds.booklets.text import runs
from sds.easy_read.hard_words import hard_words
from sds.easy_read.statements import INTRO, KIND, TITLE, easy_first, first_lines, statements
from sds.easy_read.word_bank import Bank
from sds.model.field_types import day
from sds.model.framework import Framework
from sds.model.records import Block, EasyPage, Line, Picture, Role
from sds.model.urls import url_of

PRINTS: tuple[What, ...] = ("easy read", "large print")
START = "Start here"
DRAFT = "Draft: not yet checked by people who use easy read"
SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z*])")


def easy_plans(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Plan]:
    """A booklet of each easy-read page, one of all that people of a role can do, and one of all the standards unless too many; in two sizes of print."""
    maker = _Maker(framework, pictures)
    standards = [
        page for standard in framework.standards for page in framework.easy_read if page.kind == "standards" and page.id == standard.id
    ]  # in the order of the framework
    for what in PRINTS:
        for page in framework.easy_read:
            yield maker.plan(what, path_of(what, page.kind, page.id), page.title, [page], settings, url_of(framework, "easy_read", page.key))
        for role in easy_first(framework):
            yield maker.statements(what, role, settings)
        if 0 < len(standards) <= MOST_STANDARDS:
            title = f"The {len(framework.standards)} standards"
            yield maker.plan(what, path_of(what, "all", "standards"), title, standards, settings, url_of(framework, "easy_read", "home/home"), cover=True)


class _Maker:
    """Makes plans from the pages of one framework."""

    def __init__(self, framework: Framework, pictures: Mapping[str, str]) -> None:
        self._framework, self._drawn = framework, pictures
        self._pictures: Mapping[str, Picture] = {picture.id: picture for picture in framework.pictures}
        self._bank = Bank(framework.terms)
        self._numbers = {standard.id: standard.number for standard in framework.standards}

    def plan(self, what: What, path: str, title: str, pages: Sequence[EasyPage], settings: BookletSettings, url: str, cover: bool = False) -> Plan:
        """The plan of one booklet that holds ``pages``."""
        ids = (id for page in pages for id in page.pictures)
        data = {
            **colophon(self._framework, settings, title, what, url),
            "cover": cover,
            **_state(pages),
            "pages": [self._page(page) for page in pages],
        }
        return Plan(path=path, title=title, what=what, template="easy.typ", data=data, pictures=self._shown(ids))

    def statements(self, what: What, role: Role, settings: BookletSettings) -> Plan:
        """The plan of the booklet of all that people of a role can do and ask for: what to start with, then standard by standard, as on its page."""
        groups = statements(self._framework, role)
        sections = [(START, first_lines(self._framework, role)), *((f"{group.standard.number}. {group.page.title}", group.lines) for group in groups)]
        state = _state([group.page for group in groups])
        page = {
            "title": TITLE,
            "number": None,
            **state,
            "lead": INTRO,
            "blocks": [],
            "sections": [self._section(title, lines) for title, lines in sections if lines],
            "hard": list(self._bank.explained(hard_words(line.text for _, lines in sections for line in lines))),
        }
        about = colophon(self._framework, settings, TITLE, what, url_of(self._framework, "roles", role.id))
        ids = (line.picture for _, lines in sections for line in lines)
        return Plan(
            path=path_of(what, KIND, role.id),
            title=TITLE,
            what=what,
            template="easy.typ",
            data={**about, "cover": False, **state, "pages": [page]},
            pictures=self._shown(ids),
        )

    def _page(self, page: EasyPage) -> dict[str, Any]:
        return {
            "title": page.title,
            "number": self._numbers.get(page.id) if page.kind == "standards" else None,
            **_state([page]),
            "lead": "",
            "blocks": [{**self._seen(block.picture), "words": [*map(runs, (*block.words, *self._more(block)))]} for block in page.blocks],
            "sections": [self._section(TITLE, page.lines)] if page.lines else [],
            "hard": list(self._bank.explained(hard_words(page.sentences))),
        }

    def _more(self, block: Block) -> Iterator[str]:
        """What stands in print for the link of a block to a resource."""
        if block.resource:
            yield f"More from {self._framework.record('resources', block.resource).publisher}."

    def _section(self, title: str, lines: Sequence[Line]) -> dict[str, Any]:
        """Statements under a heading of their own."""
        items = [{**self._seen(line.picture), "words": [runs(sentence) for sentence in SENTENCE_END.split(line.text)]} for line in lines]
        return {"title": title, "items": items}

    def _shown(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The pictures that a booklet needs: each once, those only that are drawn."""
        return tuple(id for id in dict.fromkeys(ids) if id in self._drawn)

    def _seen(self, id: str) -> dict[str, str]:
        """A picture, and what is seen in it; where it is not drawn yet, the words that stand in its place."""
        picture = self._pictures.get(id)
        return {"picture": id, "alt": picture.alt if picture and id in self._drawn else id.replace("-", " ")}


def _state(pages: Sequence[EasyPage]) -> dict[str, Any]:
    """Who checked the words of some pages, or that they are a draft while one of them is."""
    checked = [page.checked for page in pages if page.checked]
    if not checked or len(checked) < len(pages):
        return {"notice": DRAFT, "checked": False}
    return {"notice": f"Checked by {checked[0].by} on {day(checked[0].when)}", "checked": True}
