"""A Markdown file -> the address of its page."""

from __future__ import annotations

import posixpath

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""The suffixes of Markdown files."""


def address_of(name: str) -> str:
    """The address of the page in the Markdown file ``name``, both relative to their root: ``news/today.md`` -> ``news/today/``."""
    stem = posixpath.splitext(name)[0]
    return f"{stem}/".removesuffix("index/") if stem == "index" or stem.endswith("/index") else f"{stem}/"
