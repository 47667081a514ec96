"""Redirect pages: from a standard's number and other names, from other names of a term, and from former addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sds.easy_read.statements import easy_first
from sds.model.field_types import MOST_ID, is_device, slug
from sds.model.framework import Framework
from sds.model.records import Term
from sds.model.urls import url_of
from sds.pages.page import Page
from sds.pages.rules import RULES, RULES_FILE
from sds.paths import EASY_READ, GLOSSARY, PUBLISHED, SPINE

NONE: Mapping[str, str] = MappingProxyType({})


def redirect_pages(framework: Framework, taken: set[str], published: Mapping[str, str] = NONE) -> Iterator[Page]:
    """A redirect page for each other name, unless its address is in ``taken`` or its target does not exist. Of two for one address, the first counts.

    Names without Latin letters, and names that no folder can have, get no address. ``published`` has the addresses of published redirects with their
    targets: these stay.
    """
    used = {*taken, *(f"/{kind}//" for kind in ("standards", "glossary"))}
    terms = {url_of(framework, "terms", term.id): _of_term(term) for term in framework.terms}
    earlier = ((url, terms.get(target, "This page has moved"), target, PUBLISHED) for url, target in published.items() if url.endswith("/"))
    for url, name, target, file in (*_names(framework), *earlier):
        if url not in used and _can_be_a_folder(url) and (target.partition("#")[0] in taken or file == PUBLISHED):
            used.add(url)
            yield Page(url=url, template="redirect.html", title=name, description=f"{name} has moved to {target}", edit=file, data={"target": target})


def _of_term(term: Term) -> str:
    return f"Glossary: {term.term}"


def _names(framework: Framework) -> Iterator[tuple[str, str, str, str]]:
    for standard in framework.standards:
        target = url_of(framework, "standards", standard.id)
        title = f"Standard {standard.number}: {standard.title}"
        yield f"/standards/{standard.number}/", title, target, SPINE
        for name in (standard.title, standard.short, *(former.title for former in standard.entry.formerly), *standard.entry.also_called):
            yield f"/standards/{slug(name)}/", title, target, SPINE
    for term in framework.terms:
        target = url_of(framework, "terms", term.id)
        for name in (term.id, *term.also_called):
            yield f"/glossary/{slug(name)}/", _of_term(term), target, GLOSSARY
    for role in easy_first(framework):
        target = url_of(framework, "roles", role.id)
        yield f"{target}full/", f"{role.title}: all standards on one page", target, SPINE
        yield f"{target}full/by-stage/", f"{role.title}, by stage", f"{target}by-stage/", SPINE
    for page in framework.easy_read:
        target = url_of(framework, "easy_read", page.key)
        for former in page.formerly:
            yield f"/easy-read/{former}/", f"{page.title} (easy read)", target, EASY_READ
    if framework.easy_read:
        yield "/contribute/easy-read-rules/", "The easy-read rules", f"{RULES}#easy-read", RULES_FILE


def _can_be_a_folder(url: str) -> bool:
    last = url.rstrip("/").rpartition("/")[2]
    return len(last) <= MOST_ID and not is_device(last)
