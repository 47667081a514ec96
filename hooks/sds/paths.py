"""Where the files of a project stand, each relative to its folder."""

from __future__ import annotations

SPINE = "standards.yaml"
STANDARDS = "content/standards"
SOURCES = "content/sources.yaml"
RESOURCES = "content/resources.yaml"
ALIGNMENTS = "content/alignments.yaml"
GLOSSARY = "content/glossary.yaml"
EASY_READ = "content/easy-read"
PICTURES = f"{EASY_READ}/pictures.yaml"
PARTS = f"{EASY_READ}/parts"
EASY_WORDS = f"{EASY_READ}/words"
WORDS_TO_AVOID = f"{EASY_WORDS}/words-to-avoid.yaml"
PAGES = "content/pages"
"""Hand-written pages."""

TEMPLATES = "overrides"
ASSETS = "overrides/assets"
BOOKLETS = "overrides/booklets"

CACHE = ".cache"
"""What builds keep for the next: ignored by git, and safe to delete."""
PDF_CACHE = f"{CACHE}/booklets"
