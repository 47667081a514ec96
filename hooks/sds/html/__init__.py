"""The page plan -> HTML: the templates, and what they may ask of the framework."""
