"""The pages of situations, each with everything that a person needs when this has happened to them."""

from __future__ import annotations

from collections.abc import Iterator

from sds.diagrams.who_decides import who_decides
from sds.model.contractions import full_forms
from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, list_twin, shorten, twin_of
from sds.paths import SPINE
from sds.reading.locations import Locations

INDEX = Link("What has happened?", "/situations/")


def situation_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of situations, with a diagram of who decides what, and a page for each; nothing when the framework has no situations."""
    if not framework.situations:
        return
    said = framework.search_words
    yield Page(
        url=INDEX.url,
        template="situations.html",
        title=INDEX.title,
        description="Find what has happened to you, in your own words: what to do first, who to call, what you can say, and by when.",
        edit=SPINE,
        line=where.documents[SPINE].line(("situation_groups",)),
        crumbs=(HOME,),
        section="situations",
        data={"diagrams": [who_decides(framework, columns) for columns in (1, 2)], "full_forms": full_forms(said.contractions, said.not_contractions)},
        twin=list_twin(framework, "situations"),
    )
    for situation in framework.situations:
        path, place = where.places["situations", situation.id]
        yield Page(
            url=url_of(framework, "situations", situation.id),
            template="situation.html",
            title=situation.title,
            description=shorten(f"{situation.title}: {situation.answer}"),
            edit=path,
            line=where.documents[path].line(place),
            crumbs=(HOME, INDEX),
            section="situations",
            data={"situation": situation, "code": f"full-situations-{situation.id}"},
            twin=twin_of(framework, "situations", situation.id),
        )
