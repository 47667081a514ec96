"""Hand-written pages in Markdown: read, checked and dressed like the rest."""
