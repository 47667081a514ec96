"""A framework of standards kept as YAML, made into pages and data files.

The flow has one direction: ``source`` (YAML with file and line) -> ``records`` and ``load`` (typed, frozen
model) -> ``checks`` -> ``links`` -> ``pages`` and ``exports``. Nothing here imports MkDocs, and nothing
here knows the names, numbers or roles of one framework: those are data.
"""
