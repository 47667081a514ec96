"""Plans of the easy-read booklets: each page in easy read and in large print, and all the standards' pages in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sds.addresses import address
from sds.booklets.booklet import BookletSettings, Plan, What, path_of
from sds.booklets.shared import colophon
from sds.booklets.words import WordBank, day, hard_words, runs
from sds.framework import Framework
from sds.records import EasyPage, Picture

PRINTS: tuple[What, ...] = ("easy read", "large print")
DRAFT = "Draft: not yet checked by people who use easy read"
SENTENCE_END = re.compile(r"(?<=[.?!]) (?=[A-Z*])")


def easy_plans(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Plan]:
    """A booklet of each easy-read page, then one of all the standards' pages, each in both sizes of print."""
    maker = _Maker(framework, pictures)
    standards = [
        page for standard in framework.standards for page in framework.easy_read if page.kind == "standards" and page.id == standard.id
    ]  # in the order of the framework
    for what in PRINTS:
        for page in framework.easy_read:
            yield maker.plan(what, path_of(what, page.kind, page.id), page.title, [page], settings, address(framework, "easy_read", f"{page.kind}/{page.id}"))
        if standards:
            title = f"The {len(framework.standards)} standards"
            yield maker.plan(what, path_of(what, "all", "standards"), title, standards, settings, address(framework, "easy_read", "home/home"), cover=True)


class _Maker:
    """Makes plans from the pages of one framework."""

    def __init__(self, framework: Framework, pictures: Mapping[str, str]) -> None:
        self._framework, self._drawn = framework, pictures
        self._pictures: Mapping[str, Picture] = {picture.id: picture for picture in framework.pictures}
        self._bank = WordBank(framework.terms)
        self._numbers = {standard.id: standard.number for standard in framework.standards}

    def plan(self, what: What, path: str, title: str, pages: Sequence[EasyPage], settings: BookletSettings, url: str, cover: bool = False) -> Plan:
        """The plan of one booklet that holds ``pages``."""
        ids = dict.fromkeys(id for page in pages for id in (*(block.picture for block in page.blocks), *(line.picture for line in page.lines)))
        data = {
            **colophon(self._framework, settings, title, what, url),
            "cover": cover,
            "notice": DRAFT if any(page.checked is None for page in pages) else _notice(pages[0]),
            "checked": all(page.checked is not None for page in pages),
            "pages": [self._page(page) for page in pages],
        }
        return Plan(path, title, what, "easy.typ", data, tuple(id for id in ids if id in self._drawn))

    def _page(self, page: EasyPage) -> dict[str, Any]:
        sentences = [*(sentence for block in page.blocks for sentence in block.words), *(line.text for line in page.lines)]
        return {
            "title": page.title,
            "number": self._numbers.get(page.id) if page.kind == "standards" else None,
            "notice": _notice(page),
            "checked": page.checked is not None,
            "blocks": [{**self._seen(block.picture), "words": [runs(sentence) for sentence in block.words]} for block in page.blocks],
            "lines": [{**self._seen(line.picture), "words": [runs(sentence) for sentence in SENTENCE_END.split(line.text)]} for line in page.lines],
            "hard": list(self._bank.explained(hard_words(sentences))),
        }

    def _seen(self, id: str) -> dict[str, str]:
        """A picture, and what is seen in it; where it is not drawn yet, the words that stand in its place."""
        picture = self._pictures.get(id)
        return {"picture": id, "alt": picture.alt if picture and id in self._drawn else id.replace("-", " ")}


def _notice(page: EasyPage) -> str:
    return f"Checked by {page.checked.by} on {day(page.checked.when)}" if page.checked else DRAFT
