"""The entries of the main menu and of the footer. The title of an entry is that of its page."""

from __future__ import annotations

from collections.abc import Container
from typing import TypeAlias

Place: TypeAlias = tuple[str, str]
"""An entry: the section (``Page.section``) of its pages, and the address of its first page."""

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
"""The main menu: what most readers come for, in the order in which they need it."""

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
"""The footer: all entries, in groups with a title."""
PLACES = frozenset(address for _, address in (*MENU, *(place for _, places in _FOOT for place in places)))
"""The addresses of all entries. A site has only those for which its framework has records."""


def foot(titles: Container[str]) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """The groups of the footer with the entries whose addresses are in ``titles``, the pages of this site. Empty groups are left out.

    A title mentions the law only if the site has the page of the law.
    """
    groups = ((title, tuple(place for place in places if place[1] in titles)) for title, places in _FOOT)
    return tuple((title if "/law/" in titles else title.removesuffix(" and law"), places) for title, places in groups if places)
