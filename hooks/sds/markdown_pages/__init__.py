"""Reads and checks the hand-written pages, which are in Markdown."""
