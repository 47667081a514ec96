"""The easy-read forms: a list with a few on each page, and a page for each form with a picture beside each question."""

from __future__ import annotations

from collections.abc import Iterator

from sds.easy_read.hard_words import plain
from sds.forms.easy import EASY_FORMS, easy_forms, easy_menu, easy_url, questions
from sds.model.framework import Framework
from sds.model.urls import url_of
from sds.pages.easy import Choice, paged
from sds.pages.forms import INDEX
from sds.pages.page import EASY_HOME, Link, Page, neighbours, shorten
from sds.reading.locations import Locations


def easy_form_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The list of easy-read forms and a page for each; nothing when the framework has none."""
    forms = [(template, template.easy) for template in easy_forms(framework) if template.easy]
    if not forms:
        return
    index = Link(easy_menu(framework).heading, EASY_FORMS)
    choices = [Choice(form.title, easy_url(template), form.picture) for template, form in forms]
    yield from paged(index, choices, edit=where.file_of("templates", forms[0][0].id), crumbs=(EASY_HOME,), twin=INDEX.url)
    links = [Link(choice.title, choice.url) for choice in choices]
    for position, (template, form) in enumerate(forms):
        before, after = neighbours(links, position)
        path, place = where.places["templates", template.id]
        yield Page(
            url=links[position].url,
            template="easy-form.html",
            title=f"{form.title} (form in easy read)",
            description=shorten(plain(" ".join(form.intro))),
            edit=path,
            line=where.documents[path].line((*place, "easy")),
            crumbs=(EASY_HOME, index),
            previous=before,
            next=after,
            section="easy",
            data={"form": template, "easy_form": form, "questions": questions(template), "position": position + 1, "pages": len(forms)},
            twin=url_of(framework, "templates", template.id),
        )
