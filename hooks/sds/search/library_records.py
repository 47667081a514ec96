"""Search records of resources, terms, other frameworks, sources, contacts, easy-read pages, and subjects that the site does not cover."""

from __future__ import annotations

from collections.abc import Iterator

from sds.easy_read.hard_words import hard_words, plain
from sds.model.framework import Framework
from sds.pages.contacts import INDEX as ALL_CONTACTS
from sds.pages.page import HOME, shorten
from sds.search.entry import Found
from sds.search.index import NOT_COVERED
from sds.search.places import Places


def resources(framework: Framework, places: Places) -> Iterator[Found]:
    """Resources, which are also found by publisher, format and, if it is not the site's own, language."""
    formats = {word.id: word.title for word in framework.resource_words["formats"]}
    site = framework.spine.framework.language.partition("-")[0]
    languages = {one.id: f"{one.title} {one.own or ''}" for one in framework.languages if one.id != site}
    for resource in framework.resources:
        yield Found(
            kind="resources",
            url=places.where("resources", resource.id),
            title=resource.title,
            text=resource.about,
            also=f"{resource.publisher}. {', '.join(formats[id] for id in resource.formats)} {' '.join(languages.get(id, '') for id in resource.languages)}",
            asked=resource.asked_as,
            roles=resource.roles,
            standards=resource.standards,
            stages=resource.stages,
            formats=resource.formats,
            easy=resource.easy_read,
        )


def terms(framework: Framework, places: Places) -> Iterator[Found]:
    """The terms. The easy-read page of a term is the word bank if an easy-read page has it in bold, else that of the first page that explains it."""
    hard = {word.lower() for word in hard_words(words for page in framework.easy_read for block in page.blocks for words in block.words)}
    for term in framework.terms:
        twins = (places.twin(kind, id) for kind in ("options", "principles", "stages", "standards") for id in term.pages)
        in_bank = any(name.lower() in hard for name in (term.term, *term.also_called))
        yield Found(
            kind="terms",
            url=places.where("terms", term.id),
            title=term.term[:1].upper() + term.term[1:],
            text=term.meaning,
            names=term.also_called,
            asked=term.asked_as,
            standards=tuple(id for id in term.pages if any(standard.id == id for standard in framework.standards)),
            stages=tuple(id for id in term.pages if any(stage.id == id for stage in framework.spine.stages)),
            twin=f"words/#{term.id}" if in_bank else next(filter(None, twins), ""),
        )


def alignments(framework: Framework, places: Places) -> Iterator[Found]:
    """Other frameworks, and the units of each."""
    for alignment in framework.alignments:
        yield Found(kind="alignments", url=places.where("alignments", alignment.id), title=alignment.title, text=alignment.about, names=(alignment.short,))
        for unit in alignment.units:
            served = tuple(link.id for link in unit.standards)
            yield Found(kind="units", url=places.where("units", unit.id), title=f"{alignment.short}: {unit.number}", text=unit.text, standards=served)


def sources(framework: Framework, places: Places) -> Iterator[Found]:
    """Sources, which are also found by publisher and short title."""
    for source in framework.sources:
        yield Found(kind="sources", url=places.where("sources", source.id), title=source.title, text=source.about, also=source.publisher, names=(source.short,))


def contacts(framework: Framework, places: Places) -> Iterator[Found]:
    """National contacts, and areas. Search results show no phone numbers: these are on the page that says where each comes from."""
    purposes = {one.id: one for one in framework.contacts.purposes}
    for one in framework.contacts.contacts:
        yield Found(
            kind="contacts",
            url=places.where("contacts", one.id),
            title=one.title,
            text=one.helps_with,
            also=" ".join(purposes[id].title for id in one.purposes),
            names=(one.short,) if one.short else (),
            roles=one.roles,
        )
    for area in framework.contacts.areas:
        there = [purposes[id] for id in dict.fromkeys(one.purpose for one in area.contacts)]
        yield Found(
            kind="contacts",
            url=places.where("areas", area.id),
            title=area.title,
            names=area.also_called,
            area=True,
            text=". ".join(one.title for one in there),
            also=" ".join([*(one.title for one in area.contacts), *(f"{one.id.replace('-', ' ')} {one.see or ''}" for one in there)]),
        )


def not_covered(framework: Framework, places: Places) -> Iterator[Found]:
    """Subjects that the site does not cover. The result says so, and links to a contact who can help or, if none is named, to all contacts."""
    anyone = (ALL_CONTACTS if framework.contacts.contacts else HOME).url
    for one in framework.search_words.not_covered:
        url = places.where("contacts", one.contact) if one.contact else anyone
        yield Found(kind=NOT_COVERED, url=url, title=one.title, text=one.say, names=one.asked_as, asked=one.asked_as)


def easy_read(framework: Framework, places: Places) -> Iterator[Found]:
    """Easy-read pages."""
    for page in framework.easy_read:
        words = " ".join(plain(words) for block in page.blocks for words in block.words)
        yield Found(
            kind="easy_read",
            url=places.where("easy_read", page.key),
            title=page.title,
            text=shorten(words),
            # the situation's own record has them, and links to this page; and only a reader of easy read asks for its home page as the home page
            names=() if page.kind in {"situations", "home"} else page.asked_as,
            standards=(page.id,) if page.about == "standards" else (),
            stages=(page.id,) if page.kind == "stages" else (),
            easy=True,
        )
