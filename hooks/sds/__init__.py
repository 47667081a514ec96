"""Makes a site and data files from a framework of standards in YAML.

Data flows in one direction, and each stage is a folder: ``reading`` (YAML with file and line) -> ``model`` (typed, frozen records) -> ``checks``
and ``easy_read`` -> ``pages``, ``html``, ``booklets``, ``exports`` and ``search`` -> ``output``. Nothing here imports MkDocs, and nothing here contains
names, numbers or roles of one particular framework: those are data.
"""
