"""The pages of sources, resources, other frameworks and glossary terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sds.model.framework import Framework
from sds.model.records import OrderedPart, Source
from sds.model.urls import url_of
from sds.pages.page import HOME, Link, Page, named, neighbours, sentences, shorten, tools_counted
from sds.pages.shorter_lists import by_letter, by_type, findings_by_standard, letter_url
from sds.paths import ALIGNMENTS, GLOSSARY, RESOURCES, SOURCES
from sds.problem import counted
from sds.reading.locations import Locations


def source_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of sources, a page for each with its findings, and for some a page for each standard, or a checklist; nothing without sources."""
    if not framework.sources:
        return
    index = Link("Evidence", "/sources/")
    yield Page(
        url=index.url,
        template="sources.html",
        title=index.title,
        description="The documents this site is based on" + (", how much of each we read, and what we found in it." if framework.findings else "."),
        edit=SOURCES,
        line=1,
        crumbs=(HOME,),
        section="sources",
    )
    for position, source in enumerate(framework.sources):
        yield Page(
            url=url_of(framework, "sources", source.id),
            template="source.html",
            title=f"{source.title} (source)",
            description=shorten(sentences(source.short, source.about)),
            edit=SOURCES,
            line=where.documents[SOURCES].line(("sources", position)),
            crumbs=(HOME, index),
            section="sources",
            data={"source": source},
        )
        yield from _about_standards(framework, source, index, where.documents[SOURCES].line(("findings",)))
        if parts := [part for part in source.in_its_order if part.checklist]:
            yield _checklist(framework, source, parts, index, where.documents[SOURCES].line(("sources", position, "in_its_order")))


def _about_standards(framework: Framework, source: Source, index: Link, line: int) -> Iterator[Page]:
    """For a source with many findings: a page for each standard, with the findings about it."""
    groups, own = findings_by_standard(framework, source), Link(source.short, f"/sources/{source.id}/")
    links = [Link(named(standard), url) for standard, url, _ in groups]
    for position, (standard, url, some) in enumerate(groups):
        before, after = neighbours(links, position)
        yield Page(
            url=url,
            template="source-standard.html",
            title=f"{source.short}: findings about Standard {standard.number}",
            description=shorten(
                f"{counted(len(some), 'finding')} about Standard {standard.number}, {framework.in_sentence(standard.short)}, from {source.short}."
            ),
            edit=SOURCES,
            line=line,
            crumbs=(HOME, index, own),
            previous=before,
            next=after,
            section="sources",
            data={"source": source, "standard": standard, "findings": some},
            part_of=own.url,
        )


def _checklist(framework: Framework, source: Source, parts: Sequence[OrderedPart], index: Link, line: int) -> Page:
    """The page of a checklist to print, made from lists in a source."""
    own = Link(source.short, f"/sources/{source.id}/")
    title = " and ".join([parts[0].title, *(framework.in_sentence(part.title) for part in parts[1:])])
    return Page(
        url=f"{own.url}checklist/",
        template="checklist.html",
        title=f"{title}: a checklist",
        description=shorten(f"A checklist to print and tick, from {source.short}. {parts[0].checklist}"),
        edit=SOURCES,
        line=line,
        crumbs=(HOME, index, own),
        section="sources",
        data={"source": source, "parts": parts},
    )


def resource_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The index of resources, a page for each kind (if there are several), and a page for each resource; nothing without resources."""
    if not framework.resources:
        return
    index, document = Link("Tools and resources", "/resources/"), where.documents[RESOURCES]
    yield Page(
        url=index.url,
        template="resources.html",
        title=index.title,
        description=f"{tools_counted(len(framework.resources))}: what each is, when to use it and where to find it.",
        edit=RESOURCES,
        crumbs=(HOME,),
        section="resources",
    )
    kinds = by_type(framework)
    links = [Link(kind.title, f"{index.url}types/{kind.id}/") for kind, _ in kinds]
    for position, (kind, some) in enumerate(kinds if len(kinds) > 1 else ()):
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="resources-of-type.html",
            title=f"{kind.title}: tools and resources",
            description=shorten(f"{kind.title}: {', '.join(resource.title for resource in some)}."),
            edit=RESOURCES,
            crumbs=(HOME, index),
            previous=before,
            next=after,
            section="resources",
            data={"kind": kind, "resources": sorted(some, key=lambda resource: resource.title.lower())},
            part_of=index.url,
        )
    same = Counter(resource.title for resource in framework.resources)
    for position, resource in enumerate(framework.resources):
        by = f" by {resource.publisher}" if same[resource.title] > 1 and resource.publisher else ""
        yield Page(
            url=url_of(framework, "resources", resource.id),
            template="resource.html",
            title=f"{resource.title}{by} (resource)",
            description=shorten(sentences(resource.about or resource.title, resource.publisher)),
            edit=RESOURCES,
            line=document.line(("resources", position)),
            crumbs=(HOME, index),
            section="resources",
            data={"resource": resource},
        )


def alignment_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The matrix of standards and other frameworks, and a page for each other framework; nothing when there are none."""
    if not framework.alignments:
        return
    index, document = Link("Related frameworks", "/alignments/"), where.documents[ALIGNMENTS]
    met, others = any(unit.standards for unit in framework.units), counted(len(framework.alignments), "other framework")
    standards, relate = counted(len(framework.standards), "standard"), "relates" if len(framework.standards) == 1 else "relate"
    relates = ", with the standards that each relates to" if met else ""
    yield Page(
        url=index.url,
        template="alignments.html",
        title=index.title,
        description=f"How the {standards} {relate} to {others}, part by part." if met else f"{others.capitalize()}.",
        edit=ALIGNMENTS,
        crumbs=(HOME,),
        section="alignments",
        data={"met": met},
    )
    links = [Link(alignment.short, url_of(framework, "alignments", alignment.id)) for alignment in framework.alignments]
    for position, alignment in enumerate(framework.alignments):
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="alignment.html",
            title=f"{alignment.title} and the {standards}" if met else alignment.title,
            description=shorten(sentences(f"{alignment.short}: {counted(len(alignment.units), 'part')}{relates}" if alignment.units else "", alignment.about)),
            edit=ALIGNMENTS,
            line=document.line(("alignments", position)),
            crumbs=(HOME, index),
            previous=before,
            next=after,
            section="alignments",
            data={"alignment": alignment},
        )


def glossary_pages(framework: Framework) -> Iterator[Page]:
    """The page of all terms, and a page for the terms of each letter; nothing without terms."""
    if not framework.terms:
        return
    index = Link("Glossary", "/glossary/")
    yield Page(
        url=index.url,
        template="glossary.html",
        title=index.title,
        description=f"{counted(len(framework.terms), 'word')} used here: what each means{_in_which_words(framework)}, and other names for it.",
        edit=GLOSSARY,
        crumbs=(HOME,),
        section="glossary",
        twin="/easy-read/words/" if framework.easy_read else "",
    )
    letters = [(letter, terms) for letter, terms in by_letter(framework.terms).items() if letter_url(letter)]
    links = [Link(letter, letter_url(letter)) for letter, _ in letters]
    for position, (letter, terms) in enumerate(letters):
        before, after = neighbours(links, position)
        yield Page(
            url=links[position].url,
            template="glossary-letter.html",
            title=f"Glossary: words that begin with {letter}",
            description=shorten(f"What these words mean: {', '.join(term.term for term in terms)}."),
            edit=GLOSSARY,
            crumbs=(HOME, index),
            previous=before,
            next=after,
            section="glossary",
            data={"letter": letter, "terms": terms},
            part_of=index.url,
        )


def _in_which_words(framework: Framework) -> str:
    return ", in plain and in easy words" if any(term.easy for term in framework.terms) else ""
