"""Compares two versions of a project, and tells what changed for readers in sentences, as plain text, Markdown and JSON."""
