"""Where each record stands on the site. A published address keeps working, so every address is made here."""

from __future__ import annotations

from sds.model.framework import Framework


def url_of(framework: Framework, kind: str, id: str) -> str:
    """The site-relative address of a record, from the root and starting with a slash.

    A component stands on its standard's page, a finding on its source's page, a unit on
    its framework's page and a term in the glossary, each under its own id. What has no page
    of its own has the address of the place that tells of it.
    """
    places = {
        "editions": f"/editions/#edition-{id}",
        "component_moves": "/editions/#components",
        "bases": "/actions/#bases",
        "foundations": f"/principles/#{id}",
        "groups": f"/standards/#{id}",
    }
    if kind in places:
        return places[kind]
    if kind == "components":
        return f"/standards/{framework.record(kind, id).standard}/#{id}"
    if kind == "findings":
        return f"/sources/{framework.record(kind, id).source}/#{id}"
    if kind == "units":
        return f"/alignments/{framework.record(kind, id).alignment}/#{id}"
    if kind == "terms":
        return f"/glossary/#{id}"
    if kind == "easy_read":
        return "/easy-read/" if id == "home/home" else f"/easy-read/{id}/"
    return f"/{kind}/{id}/"
