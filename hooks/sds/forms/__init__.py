"""Forms and letters to fill in -> what stands in them: the words of a letter, and Word files with boxes to fill in on a screen."""
