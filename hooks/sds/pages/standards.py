"""The pages of standards and of their action statements."""

from __future__ import annotations

from collections.abc import Iterator

from sds.addresses import address
from sds.framework import Framework
from sds.load import RESOURCES, SOURCES, SPINE, STANDARDS, Where
from sds.pages.page import HOME, Link, Page, around, list_twin, named, shorten, twin_of


def standard_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """The index of standards, and a page for each."""
    index = Link("Standards", "/standards/")
    yield Page(
        index.url,
        "standards.html",
        f"The {len(framework.standards)} standards",
        f"All {len(framework.standards)} standards for {framework.spine.framework.subject}, each with one plain sentence on what it asks.",
        SPINE,
        where.documents[SPINE].line(("standards",)),
        (HOME,),
        section="standards",
        twin=list_twin(framework, "standards"),
    )
    links = [Link(named(standard), address(framework, "standards", standard.id)) for standard in framework.standards]
    for position, standard in enumerate(framework.standards):
        before, after = around(links, position)
        yield Page(
            links[position].url,
            "standard.html",
            f"Standard {standard.number}: {standard.title}",
            shorten(f"Standard {standard.number}. {standard.entry.summary}"),
            f"{STANDARDS}/{standard.id}.yaml",
            1,
            (HOME, index),
            before,
            after,
            "standards",
            {"standard": standard},
            twin_of(framework, "standards", standard.id),
        )


def compare_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """A page for each standard that puts the sides of its roles next to each other."""
    links = [Link(f"{named(standard)}, side by side", f"{address(framework, 'standards', standard.id)}compare/") for standard in framework.standards]
    workers = [role for role in framework.roles if role.compare_with and not role.statement_form] or list(framework.roles)
    first = workers[0]
    second = first.compare_with or framework.roles[-1].id
    for position, standard in enumerate(framework.standards):
        before, after = around(links, position)
        path = f"{STANDARDS}/{standard.id}.yaml"
        yield Page(
            links[position].url,
            "compare.html",
            f"Standard {standard.number} side by side: what each role does",
            shorten(f"Put two roles side by side on {standard.short.lower()}, Standard {standard.number}: what you do, and what others have agreed to do."),
            path,
            where.documents[path].line(("actions",)),
            (HOME, Link("Standards", "/standards/"), Link(named(standard), f"/standards/{standard.id}/")),
            before,
            after,
            "standards",
            {"standard": standard, "first": first.id, "second": second},
        )


def finding_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """A page for each standard with the findings about it."""
    links = [Link(f"{named(standard)}: findings", f"{address(framework, 'standards', standard.id)}findings/") for standard in framework.standards]
    for position, standard in enumerate(framework.standards):
        before, after = around(links, position)
        count = sum(standard.id in finding.standards for finding in framework.findings)
        yield Page(
            links[position].url,
            "findings.html",
            f"Findings about Standard {standard.number}: {standard.short}",
            shorten(f"{count} findings about Standard {standard.number}, {standard.short.lower()}: each with its source and what it led to."),
            SOURCES,
            where.documents[SOURCES].line(("findings",)),
            (HOME, Link("Standards", "/standards/"), Link(named(standard), f"/standards/{standard.id}/")),
            before,
            after,
            "standards",
            {"standard": standard},
        )


def tool_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """A page for each standard with its tools under the roles they are for: what the library shows to whoever has no scripts."""
    links = [Link(f"{named(standard)}: tools", f"{address(framework, 'standards', standard.id)}resources/") for standard in framework.standards]
    for position, standard in enumerate(framework.standards):
        before, after = around(links, position)
        count = sum(standard.id in resource.standards for resource in framework.resources)
        yield Page(
            links[position].url,
            "tools.html",
            f"Tools and resources for Standard {standard.number}: {standard.short}",
            shorten(f"{count} tools and resources for Standard {standard.number}, {standard.short.lower()}, under the roles they are for."),
            RESOURCES,
            where.documents[RESOURCES].line(("resources",)),
            (HOME, Link("Standards", "/standards/"), Link(named(standard), f"/standards/{standard.id}/")),
            before,
            after,
            "standards",
            {"standard": standard},
        )


def action_pages(framework: Framework, where: Where) -> Iterator[Page]:
    """The index of statements, and a page for each, withdrawn ones too: their addresses keep working."""
    roles = {role.id: role for role in framework.roles}
    yield Page(
        "/actions/",
        "actions.html",
        "All statements",
        f"Every one of the {len(framework.current_actions)} statements, by standard and by role.",
        SPINE,
        1,
        (HOME,),
        section="standards",
    )
    for standard in framework.standards:
        links = [Link(shorten(action.text, 70), address(framework, "actions", action.id)) for action in standard.actions]
        for position, action in enumerate(standard.actions):
            before, after = around(links, position)
            role = roles[action.role]
            path, place = where.places["actions", action.id]
            yield Page(
                links[position].url,
                "action.html",
                f"{shorten(action.text, 80)} ({action.id})",
                shorten(f"{role.short}, Standard {standard.number}: {action.text}"),
                path,
                where.documents[path].line(place),
                (
                    HOME,
                    Link("Standards", "/standards/"),
                    Link(named(standard), f"/standards/{standard.id}/"),
                    Link(role.short, f"/standards/{standard.id}/#{role.id}"),
                ),
                before,
                after,
                "standards",
                {"action": action, "standard": standard, "role": role},
                twin_of(framework, "standards", standard.id),
            )
