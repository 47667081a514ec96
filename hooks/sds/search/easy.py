"""The framework -> the index of the easy-read search: easy-read pages, forms and the word bank, each with its words and its picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sds.easy_read.hard_words import plain
from sds.forms.easy import easy_forms, easy_url
from sds.model.framework import Framework
from sds.model.records import EasyPage, Situation
from sds.model.urls import url_of
from sds.pages.easy import WORD_BANK, WORD_BANK_SAYS
from sds.pages.page import shorten
from sds.search.entry import told_words
from sds.search.index import SITUATIONS, Searched
from sds.search.pieces import Entry, search_files

FOLDER = "easy-read/search"
"""The folder of the file."""
START = f"{FOLDER}/start.json"
"""The path of the index."""
PAGES, FORMS = "easy_read", "templates"
"""The kinds of everything other than situations, named as in the search of the whole site."""
ASKED_IN_SENTENCES = frozenset({SITUATIONS, "home"})
"""The kinds of page that people ask for in whole sentences: what has happened to them, and how to use these pages."""
LONGEST = 155
"""How many characters of a page's words are indexed in the field ``text``; the rest is in ``also``, which counts less."""


def easy_records(framework: Framework) -> dict[str, str]:
    """The index as one file, ``/easy-read/search/start.json``, in the format of the search of the whole site. It is small, for old phones.

    Phrasings are names of a page. Situations are ranked as in the search of the whole site, so they come first, and have the roles that they are for.
    """
    facets = {"kind": [SITUATIONS, PAGES, FORMS], "role": [role.id for role in framework.spine.roles]}
    positions = {facet: {id: at for at, id in enumerate(ids)} for facet, ids in facets.items()}
    found = sorted((*_pages(framework), *_word_bank(framework), *_forms(framework)), key=lambda one: positions["kind"][one.kind])
    return search_files([_entry(framework, one, positions) for one in found], facets, told_words(framework), FOLDER, whole=True)


def _entry(framework: Framework, one: _Found, positions: Mapping[str, Mapping[str, int]]) -> Entry:
    """The index entry of a page or form. Each of its words is indexed once in ``also``."""
    also = " ".join(dict.fromkeys(one.words.lower().split()))
    picture = one.picture if framework.has("pictures", one.picture) else ""
    return Entry(
        searched=Searched(
            kind=one.kind, title=one.title, text=shorten(one.words, LONGEST), also=also, names=one.names, asked_in_sentences=one.asked_in_sentences
        ),
        facets={"kind": [positions["kind"][one.kind]], "role": sorted(positions["role"][id] for id in one.roles)},
        linked=0,
        shown={"title": one.title, "url": one.url, "picture": picture, "names": () if one.kind == SITUATIONS else one.names},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A page or form that the search can find. ``picture`` is the id of its first picture. Empty ``roles`` mean that it is for everyone.

    With ``asked_in_sentences``, its phrasings are whole sentences, as for situations.
    """

    kind: str
    title: str
    words: str
    names: tuple[str, ...]
    url: str
    picture: str
    roles: tuple[str, ...] = ()
    asked_in_sentences: bool = False


def _pages(framework: Framework) -> Iterator[_Found]:
    for page in framework.easy_read:
        words = " ".join(plain(words) for words in page.sentences)
        situation = framework.record("situations", page.id) if page.kind == SITUATIONS else None
        yield _Found(
            kind=SITUATIONS if situation else PAGES,
            title=page.title,
            words=words,
            names=_phrasings(framework, page, situation),
            url=url_of(framework, "easy_read", page.key),
            picture=page.blocks[0].picture,
            roles=situation.roles if situation else (),
            asked_in_sentences=page.kind in ASKED_IN_SENTENCES,
        )


def _word_bank(framework: Framework) -> Iterator[_Found]:
    if framework.terms:
        names = framework.search_words.pages.get(WORD_BANK.url, ())
        yield _Found(kind=PAGES, title=WORD_BANK.title, words=WORD_BANK_SAYS, names=names, url=WORD_BANK.url, picture="", asked_in_sentences=True)


def _phrasings(framework: Framework, page: EasyPage, situation: Situation | None) -> tuple[str, ...]:
    """The phrasings of a page; for a situation, also the title of its full page and, if it is for a role with easy read first, that page's phrasings."""
    if not situation:
        return page.asked_as
    own = any(framework.record("roles", id).easy_first for id in situation.roles)
    return tuple(dict.fromkeys((*page.asked_as, situation.title, *(situation.asked_as if own else ()))))


def _forms(framework: Framework) -> Iterator[_Found]:
    for template in easy_forms(framework):
        if form := template.easy:
            words = plain(" ".join((*form.intro, *(field.label for field in form.fields))))
            yield _Found(kind=FORMS, title=form.title, words=words, names=template.asked_as, url=easy_url(template), picture=form.picture)
