"""The pages of the forms and letters to fill in (not those in easy read)."""

from __future__ import annotations

from collections.abc import Iterator

from sds.forms.easy import EASY_FORMS, easy_forms, easy_url
from sds.forms.letter import blank_lines, written
from sds.model.framework import Framework
from sds.model.records import Template
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, neighbours, shorten
from sds.reading.locations import Locations

INDEX = Link("Forms and letters", "/templates/")


def form_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The list of forms and letters, and a page for each; nothing when the framework has none."""
    if not framework.templates:
        return
    easy = easy_forms(framework)
    yield Page(
        url=INDEX.url,
        template="forms.html",
        title=INDEX.title,
        description="Forms and letters to fill in on a screen or by hand: what each is for, who fills it in, and why each box is there.",
        edit=where.file_of("templates", framework.templates[0].id),
        crumbs=(HOME,),
        section="templates",
        twin=EASY_FORMS if easy else "",
    )
    ordered = [one for _, some in by_role(framework) for one in some]
    links = [Link(one.title, url_of(framework, "templates", one.id)) for one in ordered]
    for position, template in enumerate(ordered):
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="form.html",
            title=f"{template.title} ({'letter' if template.shape == 'letter' else 'form'})",
            description=shorten(template.about),
            edit=where.file_of("templates", template.id),
            crumbs=(HOME, INDEX),
            previous=before,
            next=after,
            section="templates",
            data={
                "form": template,
                "blank": [(part, blank_lines(template, part)) for part in template.letter],
                "example": written(template, template.example.values) if template.example else [],
            },
            twin=easy_url(template) if template in easy else "",
        )


def by_role(framework: Framework) -> list[tuple[str, list[Template]]]:
    """The templates by the id of the first role that each names, in the order of the roles. Roles without templates are left out."""
    groups = ((role.id, [one for one in framework.templates if one.roles[0] == role.id]) for role in framework.roles)
    return [(role, some) for role, some in groups if some]
