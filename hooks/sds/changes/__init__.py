"""Two versions of a project -> what changed for readers, in sentences, as text, Markdown and JSON."""
