"""The search index: every record that can be found, and the words by which it is found. Scripts in the browser query it."""
