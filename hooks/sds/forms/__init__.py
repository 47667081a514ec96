"""Forms and letters to fill in: the text of a letter, and Word files with content controls."""
