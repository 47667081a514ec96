"""The pages about all findings together: ``/findings/``, what inspectors saw of each standard, and the themes of a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sds.diagrams.heat_map import Count, HeatMap, heat_map
from sds.model.citations import cited
from sds.model.framework import Component, Framework, Standard
from sds.model.records import Finding, Source, Theme
from sds.model.themes import sections_of
from sds.model.urls import url_of
from sds.pages.findings_file import lens_choices
from sds.pages.page import HOME, Link, Page, named, neighbours, sentences, shorten
from sds.pages.self_evaluation_parts import was_seen
from sds.pages.standards import FINDING_KINDS, under_kinds
from sds.pages.thin_evidence import FEW, thin_evidence
from sds.paths import SOURCES
from sds.problem import counted
from sds.reading.locations import Locations

INDEX = Link("Findings", "/findings/")


def all_finding_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of findings, the page of gaps in the evidence, a page for each standard that someone inspected or reviewed, and one for each theme of a
    source; nothing when there are no findings."""
    if not framework.findings:
        return
    line = where.documents[SOURCES].line(("findings",))
    sources = len({finding.source for finding in framework.findings})
    themed = [source for source in framework.sources if source.themes]
    seen = [standard for standard in framework.standards if _seen_of(framework, standard)]
    yield Page(
        url=INDEX.url,
        template="all-findings.html",
        title="Findings at a glance",
        description=f"{counted(len(framework.findings), 'finding')} from {counted(sources, 'document')}: {_sorted_by(framework)}.",
        edit=SOURCES,
        line=line,
        crumbs=(HOME,),
        section="findings",
        data={
            "by_kind": by_kind(framework),
            "by_role": by_role(framework),
            "seen": [Link(named(standard), seen_url(standard)) for standard in seen],
            "themed": [(source, [(theme, theme_url(source, theme), len(_in_theme(framework, source, theme))) for theme in source.themes]) for source in themed],
            "lens_choices": lens_choices(framework),
        },
    )
    yield Page(
        url=f"{INDEX.url}thin/",
        template="thin.html",
        title="Where we found little evidence",
        description="Gaps in the evidence for each standard, and standards where most of the evidence is from one document.",
        edit=SOURCES,
        line=line,
        crumbs=(HOME, INDEX),
        section="findings",
        data={"thin": thin_evidence(framework), "few": FEW},
    )
    yield from _seen_pages(framework, seen, line)
    for source in themed:
        yield from _theme_pages(framework, where, source)


def _sorted_by(framework: Framework) -> str:
    """By what the page shows the findings: only what they say themselves."""
    told = {"by kind": any(one.kind for one in framework.findings), "by role": any(one.roles for one in framework.findings)}
    return f"{', '.join(['by standard', *(way for way, is_told in told.items() if is_told)])} and by source"


def findings_url(standard: Standard, chosen: str = "", anchor: str = "") -> str:
    """The address of the list of findings about a standard. ``chosen`` is a query string by which scripts filter it, ``anchor`` a place on the page."""
    return f"/standards/{standard.id}/findings/{f'?{chosen}' if chosen else ''}{f'#{anchor}' if anchor else ''}"


def by_kind(framework: Framework) -> HeatMap:
    """The heat map of the number of findings by standard and kind; without kinds, by standard alone. A finding about several standards counts for each."""
    kinds = [kind for kind in FINDING_KINDS if any(finding.kind == kind for finding in framework.findings)]

    def counts(standard: Standard, about: Sequence[Finding]) -> list[Count]:
        return [Count(number=sum(finding.kind == kind for finding in about), url=findings_url(standard, f"kind={kind}", kind)) for kind in kinds]

    return _by_standard(framework, [FINDING_KINDS[kind] for kind in kinds], counts)


def by_role(framework: Framework) -> HeatMap:
    """The heat map of the number of findings by standard and role. A finding for several roles counts for each."""

    def counts(standard: Standard, about: Sequence[Finding]) -> list[Count]:
        return [Count(number=sum(role.id in finding.roles for finding in about), url=findings_url(standard, f"role={role.id}")) for role in framework.roles]

    return _by_standard(framework, [role.short for role in framework.roles], counts)


def _by_standard(framework: Framework, column_titles: Sequence[str], counts: Callable[[Standard, Sequence[Finding]], list[Count]]) -> HeatMap:
    """A heat map with a row for each standard: the ``counts`` of the findings about it, and their total."""
    rows = []
    for standard in framework.standards:
        about = [finding for finding in framework.findings if standard.id in finding.standards]
        rows.append((named(standard), findings_url(standard) if about else url_of(framework, "standards", standard.id), counts(standard, about), len(about)))
    return heat_map("Standard", column_titles, rows)


# --- what was seen of a standard, and what could be shown ---


def seen_url(standard: Standard) -> str:
    """The address of the page of what inspectors and reviewers saw of a standard."""
    return f"{INDEX.url}{standard.id}/"


def seen_of(framework: Framework, component: Component) -> list[Finding]:
    """What inspectors and reviewers saw of a component: the findings of this kind among its evidence, in that order."""
    named_by = (cited(citation) for citation in component.evidence)
    findings: list[Finding] = [framework.record(kind, id) for kind, id in named_by if kind == "findings"]
    return [finding for finding in findings if was_seen(framework, finding)]


def _seen_of(framework: Framework, standard: Standard) -> bool:
    return any(seen_of(framework, component) for component in standard.components)


def _seen_pages(framework: Framework, standards: Sequence[Standard], line: int) -> Iterator[Page]:
    links = [Link(f"{named(standard)}: what was seen", seen_url(standard)) for standard in standards]
    for position, standard in enumerate(standards):
        before, after = neighbours(links, position)
        about = [finding for finding in framework.findings if standard.id in finding.standards and was_seen(framework, finding)]
        rows: list[tuple[Component, list[Finding]]] = [(component, seen_of(framework, component)) for component in standard.components]
        beside = {finding.id for _, some in rows for finding in some}
        yield Page(
            url=links[position].url,
            template="seen.html",
            title=f"Standard {standard.number}: what inspectors and reviewers saw",
            description=shorten(f"{standard.short}, Standard {standard.number}: what inspectors and reviewers saw, and what you could show as evidence."),
            edit=SOURCES,
            line=line,
            crumbs=(HOME, INDEX),
            previous=before,
            next=after,
            section="findings",
            data={"standard": standard, "rows": rows, "more": [finding for finding in about if finding.id not in beside], "seen": about},
        )


# --- the themes of a source ---


def theme_url(source: Source, theme: Theme) -> str:
    """The address of the page of a theme of a source."""
    return f"{INDEX.url}{source.id}/{theme.section}/"


def _in_theme(framework: Framework, source: Source, theme: Theme) -> list[Finding]:
    return [finding for finding in framework.findings if finding.source == source.id and theme.section in sections_of(finding.place)]


def _theme_pages(framework: Framework, where: Locations, source: Source) -> Iterator[Page]:
    links = [Link(theme.title, theme_url(source, theme)) for theme in source.themes]
    position_of = list(framework.sources).index(source)
    for position, theme in enumerate(source.themes):
        before, after = neighbours(links, position)
        findings = _in_theme(framework, source, theme)
        yield Page(
            url=links[position].url,
            template="theme.html",
            title=f"{theme.title}: findings from the {source.short}",
            description=shorten(
                sentences(
                    f"{counted(len(findings), 'finding')} in section {theme.section} of the {source.short}",
                    f"Evaluation: {framework.in_sentence(theme.evaluation)}" if theme.evaluation else "",
                )
            ),
            edit=SOURCES,
            line=where.documents[SOURCES].line(("sources", position_of, "themes", position)),
            crumbs=(HOME, INDEX, Link(source.short, url_of(framework, "sources", source.id))),
            previous=before,
            next=after,
            section="findings",
            data={"source": source, "theme": theme, "groups": under_kinds(findings), "findings": findings},
        )
