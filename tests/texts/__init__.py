"""Puts a text into every field of the model that holds prose, to show that each such field is safe and loses nothing.

The list of fields is derived from the model. Fields that the small framework does not use are added to it, so that a new field is tested automatically.
"""
