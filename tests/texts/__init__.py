"""A text put into every field of the model that holds words: what becomes of it shows whether such a field is safe, and loses nothing.

The fields follow from the model, and those that the small framework has not got are written into it, so that a new one is tried without anybody thinking of it.
"""
