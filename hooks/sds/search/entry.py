"""The class of a thing that the search can find, and the kinds of such things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sds.model.framework import Framework

KINDS = (
    ("situations", "What has happened", "What has happened"),
    ("actions", "Statements", "Statement"),
    ("resources", "Tools and resources", "Tool or resource"),
    ("templates", "Forms and letters", "Form or letter"),
    ("easy_read", "Easy-read pages", "Easy-read page"),
    ("standards", "Standards", "Standard"),
    ("components", "Components", "Component"),
    ("provisions", "Law", "Law"),
    ("ask_for", "What you can say", "What you can say"),
    ("contacts", "Who to call", "Who to call"),
    ("terms", "Glossary", "Glossary term"),
    ("options", "Options", "Option"),
    ("principles", "Principles", "Principle"),
    ("stages", "Stages", "Stage"),
    ("roles", "Roles", "Role"),
    ("drivers", "Drivers of change", "Driver of change"),
    ("units", "Parts of related frameworks", "Part of a related framework"),
    ("alignments", "Related frameworks", "Related framework"),
    ("sources", "Sources", "Source"),
    ("pages", "Pages about this site", "Page about this site"),
    ("not_covered", "What this site does not cover", "Not on this site"),
)
"""What can be found, in the order of the search form: the name in the data and in the query string, the plural on the page, and the singular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that can be found.

    ``names`` are other names of it. ``asked`` are phrasings: ways in which people ask for it. ``ids`` are the ids of what it cites. ``text`` is shown under
    the title; ``also`` is indexed but not shown. Empty ``roles`` mean that it is for every role. ``twin`` is the address of its easy-read page after
    ``/easy-read/``. ``easy`` is true if it is itself in easy read or offers easy read, and ``area`` if it is an area, which people name together with what
    they ask for.
    """

    kind: str
    url: str
    title: str
    text: str = ""
    also: str = ""
    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    basis: str = ""
    formats: tuple[str, ...] = ()
    twin: str = ""
    easy: bool = False
    area: bool = False


def told_words(framework: Framework) -> dict[str, Any]:
    """Data for the search scripts besides the records: the language, and the words in ``content/search.yaml`` (stop words, synonyms and so on)."""
    words = {name: some for name, some in framework.search_words.model_dump(mode="json", exclude={"pages", "not_covered"}).items() if some}
    return {"language": framework.spine.framework.language, **words}
