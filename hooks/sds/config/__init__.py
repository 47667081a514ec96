"""Reads ``mkdocs.yml`` and checks which of its settings work on this site. Does not import MkDocs."""
