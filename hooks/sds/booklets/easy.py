"""Plans of the easy-read booklets, in easy read and in large print: of each page, of all statements of a role (in parts), and of all standards in short."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Any, TypeAlias

from sds.booklets.booklet import MOST_STANDARDS, BookletSettings, Plan, What, part_id, path_of
from sds.booklets.reach import reach
from sds.booklets.shared import colophon
from sds.booklets.text import Runs, runs
from sds.easy_read.english import sentences
from sds.easy_read.hard_words import hard_words, pieces, plain
from sds.easy_read.statements import KIND, easy_first, first_lines, statements, statements_address
from sds.easy_read.word_bank import bank_of
from sds.model.framework import Framework
from sds.model.in_print import curly, day
from sds.model.records import Block, EasyPage, Line, Picture, Role
from sds.model.urls import url_of
from sds.problem import counted

PRINTS: tuple[What, ...] = ("easy read", "large print")
START = "Start here"
DRAFT = "Draft: not yet checked by people who use easy read"
STANDARDS_IN_A_PART = 4  # makes fewer than 20 pages, even in large print (rule ER30)
LINES_IN_SHORT: Mapping[What, int] = {"easy read": 2, "large print": 1}  # the most with which each standard fits on one page
SAYS = re.compile(r",? (?:is|are|means|helps|checks|which|who) ", re.IGNORECASE)
"""Words after a hard word that show that the sentence explains it."""
MORE = "Each standard also has a booklet of its own."


def easy_plans(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Plan]:
    """Plans, in easy read and in large print, of each easy-read page, of all statements of each role with easy read, and of all standards in short.

    There is no short version when there are more than ``MOST_STANDARDS``, and no booklet of a page of questions, which itself prints as a form. The booklet
    of a page that replaced another is also at the address of the former page's booklet.

    Both sizes of a booklet come one after the other, because Typst keeps a picture that it has parsed for some booklets only.
    """
    maker = _Maker(framework, pictures)
    by_id = {page.id: page for page in framework.easy_read if page.kind == "standards"}
    standards = [by_id[standard.id] for standard in framework.standards if standard.id in by_id]
    for page, what in product((page for page in framework.easy_read if not page.questions), PRINTS):  # a page of questions prints as a form to fill in
        plan = maker.page(what, page, settings)
        yield plan
        yield from (replace(plan, path=path_of(what, *former.split("/"))) for former in page.formerly)
    for role, what in product(easy_first(framework), PRINTS):
        yield from maker.statements(what, role, settings)
    if 0 < len(standards) <= MOST_STANDARDS:
        yield from (maker.in_short(what, standards, settings) for what in PRINTS)


Section: TypeAlias = tuple[str, Sequence[str], Sequence[Block | Line]]
"""A section of a page: its heading, the sentences under it, and its blocks or statements."""


class _Maker:
    """Makes plans from the easy-read pages of one framework."""

    def __init__(self, framework: Framework, pictures: Mapping[str, str]) -> None:
        self._framework, self._drawn, self._said = framework, pictures, framework.easy_menus.statements
        self._pictures: Mapping[str, Picture] = {picture.id: picture for picture in framework.pictures}
        self._bank = bank_of(framework.terms)

    def page(self, what: What, page: EasyPage, settings: BookletSettings) -> Plan:
        """The booklet of one page."""
        sections: list[Section] = [("", (), page.opening), (self._said.heading, (), page.lines), (self._said.rest, self._said.rest_intro, page.rest)]
        data = {
            **colophon(self._framework, settings, page.title, what, url_of(self._framework, "easy_read", page.key)),
            "cover": False,
            **_state([page]),
            "pages": [self._set(page.title, self._number(page), (), sections)],
        }
        return Plan(path=path_of(what, page.kind, page.id), title=page.title, what=what, template="easy.typ", data=data, pictures=self._shown(page.pictures))

    def in_short(self, what: What, pages: Sequence[EasyPage], settings: BookletSettings) -> Plan:
        """The booklet of all the standards: what each is about, and the first things that people can do and ask for."""
        title = f"A short version of the {counted(len(pages), 'standard')}"
        shown = [(page, page.lines[: LINES_IN_SHORT[what]]) for page in pages]
        data = {
            **colophon(self._framework, settings, title, what, url_of(self._framework, "easy_read", "home/home")),
            "cover": True,
            "more": MORE,
            **_state(pages),
            "pages": [self._set(page.title, self._number(page), (), [("", (), page.opening), (self._said.heading, (), lines)]) for page, lines in shown],
        }
        ids = (id for page, lines in shown for id in (*(block.picture for block in page.opening), *(line.picture for line in lines)))
        return Plan(path=path_of(what, "all", "standards"), title=title, what=what, template="easy.typ", data=data, pictures=self._shown(ids))

    def statements(self, what: What, role: Role, settings: BookletSettings) -> Iterator[Plan]:
        """The booklets of all statements of a role: those to start with, then standard by standard, as on the role's easy-read page."""
        groups = statements(self._framework, role)
        state = _state([group.page for group in groups])
        parts = math.ceil(len(groups) / STANDARDS_IN_A_PART)
        for part in range(parts):
            here = groups[part * STANDARDS_IN_A_PART : (part + 1) * STANDARDS_IN_A_PART]
            starts = first_lines(self._framework, role) if part == 0 else ()
            sections = [(START, starts), *((f"{group.standard.number}. {group.page.title}", group.lines) for group in here)]
            title = f"{self._said.heading}, part {part + 1} of {parts}" if parts > 1 else self._said.heading
            about = colophon(self._framework, settings, title, what, statements_address(self._framework, role))
            yield Plan(
                path=path_of(what, KIND, part_id(role.id, part)),
                title=title,
                what=what,
                template="easy.typ",
                data={
                    **about,
                    "cover": False,
                    **state,
                    "pages": [self._set(title, None, sentences(self._said.intro), [(heading, (), lines) for heading, lines in sections])],
                },
                pictures=self._shown(line.picture for _, lines in sections for line in lines),
            )

    def _number(self, page: EasyPage) -> int | str | None:
        return self._framework.record("standards", page.id).number if page.kind == "standards" else None

    def _set(self, title: str, number: int | str | None, lead: Sequence[str], sections: Iterable[Section]) -> dict[str, Any]:
        """A page as data for the template: its title, number, introduction and sections. Sections without blocks or statements are left out."""
        met: set[str] = set()
        made = [{"title": heading, "intro": list(intro), "items": [self._item(part, met) for part in parts]} for heading, intro, parts in sections if parts]
        return {"title": title, "number": number, "lead": list(lead), "sections": made}

    def _item(self, part: Block | Line, met: set[str]) -> dict[str, Any]:
        """A block or a statement as data for the template. ``met`` has the meanings already given above, and gets those of this part.

        A block explains its hard words in its own text (rule ER18). Most statements are too short for that, so the meanings are printed under them.
        """
        hard = [(word, sentences(meaning)) for word, meaning in self._bank.explained(hard_words(part.words)) if meaning not in met]
        met |= {" ".join(meaning) for _, meaning in hard}
        unsaid = [one for one in hard if isinstance(part, Line) and not _explained(part, *one)]
        return {**self._seen(part.picture), "words": [*map(runs, part.words), *self._more(part)], "hard": unsaid, "reach": self._reach(part)}

    def _more(self, part: Block | Line) -> Iterator[Runs]:
        """The sentence that replaces, in print, a block's link to a resource. It names the publisher, so no word in it is marked as hard."""
        if isinstance(part, Block) and part.resource:
            yield [(curly(f"More from {self._framework.record('resources', part.resource).publisher}."), False)]

    def _reach(self, part: Block | Line) -> list[dict[str, Any]]:
        return reach(self._framework, part.contact) if isinstance(part, Block) and part.contact else []

    def _shown(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The ids of the pictures for a booklet, each once, without those that are not drawn."""
        return tuple(id for id in dict.fromkeys(ids) if id in self._drawn)

    def _seen(self, id: str) -> dict[str, str]:
        """The id and alt text of a picture; for a picture that is not drawn yet, no id, and the words to print in its place."""
        picture = self._pictures.get(id) if id in self._drawn else None
        return {"picture": id, "alt": picture.alt} if picture else {"picture": "", "alt": id.replace("-", " ")}


def _explained(part: Line, word: str, meaning: Sequence[str]) -> bool:
    """Whether a statement itself explains a hard word: it has a sentence of the ``meaning``, or words such as "an **advocate** helps you"."""
    said = any(one.hard and one.words.lower() == word.lower() and SAYS.match(after.words) for one, after in pairwise(pieces(part.text)))
    return said or not {plain(sentence) for sentence in part.words}.isdisjoint(meaning)


def _state(pages: Sequence[EasyPage]) -> dict[str, Any]:
    """The notice of who checked the pages; if any of them is unchecked, that all are a draft."""
    checked = [page.checked for page in pages if page.checked]
    if not checked or len(checked) < len(pages):
        return {"notice": DRAFT, "checked": False}
    return {"notice": f"Checked by {checked[0].by} on {day(checked[0].when)}", "checked": True}
