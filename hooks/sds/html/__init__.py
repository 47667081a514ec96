"""The plan of pages -> HTML: renders the templates, and answers their queries about the framework."""
