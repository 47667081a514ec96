"""A framework of standards kept as YAML, made into pages and data files.

The flow has one direction, and each stage is a folder: ``reading`` (YAML with file and line) -> ``model`` (typed, frozen records) -> ``checks``
and ``easy_read`` -> ``pages``, ``html``, ``booklets``, ``exports`` and ``search`` -> ``output``. Nothing here imports MkDocs, and nothing here knows the
names, numbers or roles of one framework: those are data.
"""
