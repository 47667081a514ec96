"""``mkdocs.yml``: what is set in it, and what of that works on this site. MkDocs itself is not needed to read it."""
