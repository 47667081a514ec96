"""The pages for self-evaluation: the page with the tool, and a form to print for each standard."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.model.records import SelfEvaluation
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, named, neighbours, shorten
from sds.pages.self_evaluation_parts import evaluated
from sds.paths import SPINE
from sds.problem import counted
from sds.reading.locations import Locations

TITLE = "Self-evaluation"
URL = "/self-evaluation/"


def self_evaluation_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """``/self-evaluation/`` and the form of each standard; nothing when the framework has no self-evaluation."""
    words = evaluated(framework)
    if words is None:
        return
    line = where.documents[SPINE].line(("self_evaluation",))
    asked = any(page.kind == "questions" for page in framework.easy_read)
    yield Page(
        url=URL,
        template="self-evaluation.html",
        title=TITLE,
        description=shorten(f"{TITLE} against the {counted(len(framework.standards), 'standard')}. {words.lead}"),
        edit=SPINE,
        line=line,
        crumbs=(HOME,),
        section="self-evaluation",
        data={"evaluation": words, "forms": [Link(named(standard), form_url(standard.id)) for standard in framework.standards if standard.components]},
        twin="/easy-read/questions/" if asked else "",
    )
    yield from _forms(framework, words, line)


def form_url(standard: str) -> str:
    """The address of the form for a standard, given by its id."""
    return f"{URL}{standard}/"


def _forms(framework: Framework, words: SelfEvaluation, line: int) -> Iterator[Page]:
    standards = [standard for standard in framework.standards if standard.components]
    links = [Link(named(standard), form_url(standard.id)) for standard in standards]
    asked = {page.id: url_of(framework, "easy_read", page.key) for page in framework.easy_read if page.kind == "questions"}
    for position, standard in enumerate(standards):
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="self-check.html",
            title=f"Self-evaluation form: Standard {standard.number}, {standard.short}",
            description=shorten(
                f"A form to print and fill in for Standard {standard.number}, {framework.in_sentence(standard.short)}: "
                "where you are, how you know and what to do next."
            ),
            edit=SPINE,
            line=line,
            crumbs=(HOME, Link(TITLE, URL)),
            previous=before,
            next=after,
            section="self-evaluation",
            data={"standard": standard, "evaluation": words},
            twin=asked.get(standard.id, ""),
        )
