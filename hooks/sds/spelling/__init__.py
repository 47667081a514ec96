"""Spelling: whether a word is in the dictionary, and which word was meant if it is not."""
