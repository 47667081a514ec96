"""The pages of standards and of their action statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from sds.model.framework import Framework, Standard
from sds.model.records import Finding, Group
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, list_twin, named, neighbours, sentences, shorten, tools_counted, twin_of
from sds.paths import RESOURCES, SOURCES, SPINE, STANDARDS
from sds.problem import all_of, counted
from sds.reading.locations import Locations

PageText: TypeAlias = tuple[str, str, str, int]
"""The title and description of a page, and the file and line of its source."""

INDEX = Link("Standards", "/standards/")
FINDING_KINDS = {
    "needed": "What has to change",
    "working": "Seen working",
    "weak": "Weakness",
    "tension": "Tension",
    "fact": "Background",
}
"""The title of each kind of finding, in order."""


def under_kinds(findings: Sequence[Finding]) -> list[tuple[str, str, list[Finding]]]:
    """Findings by kind: for each kind, in order, the kind, its title and its findings. Those without a kind are last."""
    kinds = {**FINDING_KINDS, "": "Others" if any(finding.kind for finding in findings) else "Findings"}
    groups = ((kind or "others", title, [finding for finding in findings if finding.kind == kind]) for kind, title in kinds.items())
    return [group for group in groups if group[2]]


def standard_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of standards, and a page for each; nothing when the framework has no standards."""
    if not framework.standards:
        return
    subject = framework.spine.framework.subject
    yield Page(
        url=INDEX.url,
        template="standards.html",
        title=f"The {counted(len(framework.standards), 'standard')}",
        description=f"{all_of(len(framework.standards), 'standard').capitalize()}{f' for {subject}' if subject else ''}{_told_by_summary(framework)}.",
        edit=SPINE,
        line=where.documents[SPINE].line(("standards",)),
        crumbs=(HOME,),
        section="standards",
        data={"groups": _groups(framework)},
        twin=list_twin(framework, "standards"),
    )
    links = [Link(named(standard), url_of(framework, "standards", standard.id)) for standard in framework.standards]
    for position, standard in enumerate(framework.standards):
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="standard.html",
            title=f"Standard {standard.number}: {standard.title}",
            description=shorten(sentences(f"Standard {standard.number}", standard.entry.summary or standard.title)),
            edit=f"{STANDARDS}/{standard.id}.yaml",
            line=1,
            crumbs=(HOME, INDEX),
            previous=before,
            next=after,
            section="standards",
            data={"standard": standard},
            twin=twin_of(framework, "standards", standard.id),
        )


def _groups(framework: Framework) -> list[Group | None]:
    """The groups that have standards, and None at the end if a standard is in no group."""
    named_by = {standard.entry.group for standard in framework.standards}
    return [*(group for group in framework.spine.groups if group.id in named_by), *([None] if "" in named_by else [])]


def _told_by_summary(framework: Framework) -> str:
    return ", each with one plain sentence on what it asks" if all(standard.entry.summary for standard in framework.standards) else ""


def compare_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """A page for each standard with statements for several roles, which compares two roles side by side."""
    some = [standard for standard in framework.standards if sum(bool(standard.actions_of(role.id)) for role in framework.roles) > 1]
    if not some:
        return
    workers = [role for role in framework.roles if role.compare_with and not role.statement_form] or list(framework.roles)
    first = workers[0]
    second = first.compare_with or next(role.id for role in reversed(framework.roles) if role.id != first.id)

    def page_text(standard: Standard) -> PageText:
        path = f"{STANDARDS}/{standard.id}.yaml"
        return (
            f"Standard {standard.number} side by side: what each role does",
            f"Compare two roles on Standard {standard.number}, {framework.in_sentence(standard.short)}: what you do, and what another role does.",
            path,
            where.documents[path].line(("actions",)),
        )

    yield from _under_each(framework, some, "compare", "compare.html", "{}, side by side", page_text, first=first.id, second=second)


def finding_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """A page of the findings about each standard that has any."""
    if not framework.findings:
        return
    line = where.documents[SOURCES].line(("findings",))
    counts = Counter(standard for finding in framework.findings for standard in {*finding.standards})

    def page_text(standard: Standard) -> PageText:
        return (
            f"Findings about Standard {standard.number}: {standard.short}",
            f"{counted(counts[standard.id], 'finding')} about Standard {standard.number}, {framework.in_sentence(standard.short)}: "
            "each with its source and where we use it.",
            SOURCES,
            line,
        )

    some = [standard for standard in framework.standards if counts[standard.id]]
    yield from _under_each(framework, some, "findings", "findings.html", "{}: findings", page_text)


def tool_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """A page of the resources for each standard that has any, by role: for readers without scripts, who cannot filter the list of all resources."""
    if not any(resource.roles for resource in framework.resources):
        return
    line = where.documents[RESOURCES].line(("resources",))
    counts = Counter(standard for resource in framework.resources for standard in {*resource.standards})

    def page_text(standard: Standard) -> PageText:
        return (
            f"Tools and resources for Standard {standard.number}: {standard.short}",
            f"{tools_counted(counts[standard.id])} for Standard {standard.number}, {framework.in_sentence(standard.short)}, under the roles they are for.",
            RESOURCES,
            line,
        )

    some = [standard for standard in framework.standards if counts[standard.id]]
    yield from _under_each(framework, some, "resources", "tools.html", "{}: tools", page_text)


def _under_each(
    framework: Framework, standards: Sequence[Standard], part: str, template: str, name: str, page_text: Callable[[Standard], PageText], **data: str
) -> Iterator[Page]:
    """A page for each of ``standards``, at the address of the standard followed by ``part``. ``name`` is the text of links to it, with ``{}`` for the
    standard; ``page_text`` returns the title, description and source of the page."""
    above = [Link(named(standard), url_of(framework, "standards", standard.id)) for standard in standards]
    links = [Link(name.format(link.title), f"{link.url}{part}/") for link in above]
    for position, standard in enumerate(standards):
        before, after = neighbours(links, position)
        title, description, path, line = page_text(standard)
        crumbs = (HOME, INDEX, above[position])
        yield Page(
            url=links[position].url,
            template=template,
            title=title,
            description=shorten(description),
            edit=path,
            line=line,
            crumbs=crumbs,
            previous=before,
            next=after,
            section="standards",
            data={"standard": standard, **data},
        )


def action_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of statements, and a page for each, also for withdrawn ones, whose addresses must keep working."""
    if not framework.actions:
        return
    roles = {role.id: role for role in framework.roles}
    yield Page(
        url="/actions/",
        template="actions.html",
        title="All statements",
        description=f"{all_of(len(framework.current_actions), 'statement').capitalize()}, by standard and by role.",
        edit=SPINE,
        line=1,
        crumbs=(HOME,),
        section="actions",
    )
    for standard in framework.standards:
        links = {action.id: Link(shorten(action.text, 70), url_of(framework, "actions", action.id)) for action in standard.actions}
        in_force = [action.id for action in standard.actions if action.status == "current"]
        steps = [links[id] for id in in_force]
        for action in standard.actions:
            # no page links to a withdrawn statement, so it has no page before or after it
            before, after = neighbours(steps, in_force.index(action.id)) if action.id in in_force else (None, None)
            role = roles[action.role]
            path, place = where.places["actions", action.id]
            yield Page(
                url=links[action.id].url,
                template="action.html",
                title=f"{shorten(action.text, 80)} ({action.id})",
                description=shorten(f"{role.short}, Standard {standard.number}: {action.text}"),
                edit=path,
                line=where.documents[path].line(place),
                crumbs=(
                    HOME,
                    INDEX,
                    Link(named(standard), f"/standards/{standard.id}/"),
                    Link(role.short, f"/standards/{standard.id}/#{role.id}"),
                ),
                previous=before,
                next=after,
                section="standards",
                data={"action": action, "standard": standard, "role": role},
                twin=twin_of(framework, "standards", standard.id),
            )
