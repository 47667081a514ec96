"""The pages of the law: an index of all provisions by subject and by document, and a page for each provision."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, neighbours, shorten
from sds.paths import LAW
from sds.problem import counted
from sds.reading.locations import Locations

INDEX = Link("The law", "/law/")


def law_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of the law, and a page for each provision; nothing when the framework has no law."""
    if not framework.provisions:
        return
    count, instruments = len(framework.provisions), len({one.instrument for one in framework.provisions})
    acts = framework.spine.phrases.law.counted(instruments)
    yield Page(
        url=INDEX.url,
        template="law.html",
        title="The law in plain words",
        description=f"{counted(count, 'rule')} from {acts}: who must follow each one, who it is for, and where it is in the law.",
        edit=LAW,
        crumbs=(HOME,),
        section="law",
    )
    subjects = [subject.id for subject in framework.law.subjects]
    in_turn = sorted(framework.provisions, key=lambda one: subjects.index(one.subject))
    links = [Link(one.title, url_of(framework, "provisions", one.id)) for one in in_turn]
    for position, provision in enumerate(in_turn):
        path, place = where.places["provisions", provision.id]
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="provision.html",
            title=f"{provision.title} (law)",
            description=shorten(provision.text),
            edit=path,
            line=where.documents[path].line(place),
            crumbs=(HOME, INDEX),
            previous=before,
            next=after,
            section="law",
            data={"provision": provision},
        )
