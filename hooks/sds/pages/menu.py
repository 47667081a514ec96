"""The places of the site in their order, as its menu and its foot list them. A place is called what its page is called."""

from __future__ import annotations

from collections.abc import Container
from typing import TypeAlias

Place: TypeAlias = tuple[str, str]
"""The section that the pages of a place belong to, and the address of its first page."""

MENU: tuple[Place, ...] = (
    ("situations", "/situations/"),
    ("contacts", "/contacts/"),
    ("standards", "/standards/"),
    ("roles", "/roles/"),
    ("stages", "/stages/"),
    ("options", "/options/"),
    ("law", "/law/"),
    ("resources", "/resources/"),
    ("templates", "/templates/"),
    ("my-words", "/my-words/"),
    ("self-evaluation", "/self-evaluation/"),
    ("sources", "/sources/"),
    ("data", "/data/"),
    ("glossary", "/glossary/"),
)
"""What most readers come for, in the order in which they need it."""

_FOOT: tuple[tuple[str, tuple[Place, ...]], ...] = (
    (
        "Find what you need",
        (
            ("situations", "/situations/"),
            ("contacts", "/contacts/"),
            ("roles", "/roles/"),
            ("stages", "/stages/"),
            ("options", "/options/"),
            ("search", "/search/"),
        ),
    ),
    (
        "Standards and law",
        (
            ("standards", "/standards/"),
            ("actions", "/actions/"),
            ("principles", "/principles/"),
            ("drivers", "/drivers/"),
            ("law", "/law/"),
            ("glossary", "/glossary/"),
        ),
    ),
    (
        "Tools",
        (
            ("resources", "/resources/"),
            ("templates", "/templates/"),
            ("self-evaluation", "/self-evaluation/"),
            ("pack", "/pack/"),
            ("booklets", "/booklets/"),
            ("my-words", "/my-words/"),
            ("stay-safe", "/stay-safe/"),
            ("offline", "/offline/"),
        ),
    ),
    (
        "How this site is made",
        (
            ("sources", "/sources/"),
            ("findings", "/findings/"),
            ("alignments", "/alignments/"),
            ("editions", "/editions/"),
            ("changes", "/changes/"),
            ("data", "/data/"),
            ("accessibility", "/accessibility/"),
        ),
    ),
)
"""Everything, in groups."""
PLACES = frozenset(address for _, address in (*MENU, *(place for _, places in _FOOT for place in places)))
"""The address of each: a site has only those that it has something for."""


def foot(titles: Container[str]) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """The groups of the foot, each with those of its places that the site has a page for, by the addresses in ``titles``.

    A title speaks of law only where there is some.
    """
    groups = ((title, tuple(place for place in places if place[1] in titles)) for title, places in _FOOT)
    return tuple((title if "/law/" in titles else title.removesuffix(" and law"), places) for title, places in groups if places)
