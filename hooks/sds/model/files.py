"""The YAML files that editors write: where each stands, and what its whole is. Reading and the schemas follow this list."""

from __future__ import annotations

from dataclasses import dataclass

from sds.model.records import (
    AlignmentsFile,
    EasyReadFile,
    ExceptionsFile,
    GlossaryFile,
    PicturesFile,
    ResourcesFile,
    SourcesFile,
    Spine,
    StandardFile,
    WordsToAvoid,
)
from sds.model.records.base import Record
from sds.paths import ALIGNMENTS, EASY_READ, EASY_WORDS, EXCEPTIONS, GLOSSARY, PICTURES, RESOURCES, SOURCES, SPINE, STANDARDS, WORDS_TO_AVOID


@dataclass(frozen=True, kw_only=True)
class File:
    """A file, or with a star in its path each file of a folder that has no entry of its own here.

    ``only_with`` is a path without which a framework does without the file.
    """

    name: str
    path: str
    model: type[Record]
    only_with: str = ""
    bold: bool = False
    """Whether two pairs of stars make words in it bold."""
    braces: bool = False
    """Whether something is filled in where braces stand in its words."""
    repeats: bool = False
    """Whether a list in it may say a thing twice."""


FILES = (
    File(name="standards", path=SPINE, model=Spine, braces=True),
    File(name="standard", path=f"{STANDARDS}/*.yaml", model=StandardFile),
    File(name="sources", path=SOURCES, model=SourcesFile),
    File(name="resources", path=RESOURCES, model=ResourcesFile),
    File(name="alignments", path=ALIGNMENTS, model=AlignmentsFile),
    File(name="glossary", path=GLOSSARY, model=GlossaryFile),
    File(name="easy-read", path=f"{EASY_READ}/*.yaml", model=EasyReadFile, bold=True),
    File(name="pictures", path=PICTURES, model=PicturesFile, only_with=PICTURES),
    File(name="words-to-avoid", path=WORDS_TO_AVOID, model=WordsToAvoid, only_with=EASY_WORDS),
    File(name="exceptions", path=EXCEPTIONS, model=ExceptionsFile, only_with=EXCEPTIONS),
)
"""In the order in which they are read."""
