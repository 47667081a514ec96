"""The places of the site in their order, as its menu and its foot list them. A place is called what its page is called."""

from __future__ import annotations

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

FOOT: tuple[tuple[str, tuple[Place, ...]], ...] = (
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
