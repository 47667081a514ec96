"""The YAML files that editors write: the path of each, and the model of its content. Reading and the JSON Schemas follow this list."""

from __future__ import annotations

from dataclasses import dataclass

from sds.model.records import (
    AccessibilityStatement,
    AlignmentsFile,
    ContactsFile,
    EasyMenusFile,
    EasyReadFile,
    ExceptionsFile,
    GlossaryFile,
    LawFile,
    PhrasesToAvoid,
    PicturesFile,
    ResourcesFile,
    SearchWords,
    Situation,
    SourcesFile,
    Spine,
    StandardFile,
    Template,
    WordsToAvoid,
)
from sds.model.records.base import Record
from sds.paths import (
    ACCESSIBILITY,
    ALIGNMENTS,
    CONTACTS,
    EASY_MENUS,
    EASY_READ,
    EASY_WORDS,
    EXCEPTIONS,
    FORMS,
    GLOSSARY,
    LAW,
    PHRASES_TO_AVOID,
    PICTURES,
    RESOURCES,
    SEARCH_WORDS,
    SITUATIONS,
    SOURCES,
    SPINE,
    STANDARDS,
    WORDS_TO_AVOID,
)


@dataclass(frozen=True, kw_only=True)
class File:
    """A YAML file. With a star in ``path``, every file of that folder which has no entry of its own in ``FILES``.

    ``name`` names its schema. If ``only_with`` is given, the file is required only when that path exists, or when the framework expects the file.
    """

    name: str
    path: str
    model: type[Record]
    only_with: str = ""
    bold: bool = False
    """Whether ``**words**`` in it become bold."""
    braces: bool = False
    """Whether ``{placeholders}`` in its words are filled in."""
    repeats: str = ""
    """The field in which a list may have the same item twice."""


FILES = (
    File(name="standards", path=SPINE, model=Spine, braces=True),
    File(name="standard", path=f"{STANDARDS}/*.yaml", model=StandardFile),
    File(name="law", path=LAW, model=LawFile, only_with=LAW),
    File(name="situation", path=f"{SITUATIONS}/*.yaml", model=Situation),
    File(name="contacts", path=CONTACTS, model=ContactsFile, only_with=CONTACTS),
    File(name="template", path=f"{FORMS}/*.yaml", model=Template, bold=True, braces=True, repeats="example"),
    File(name="sources", path=SOURCES, model=SourcesFile, only_with=SOURCES),
    File(name="resources", path=RESOURCES, model=ResourcesFile, only_with=RESOURCES),
    File(name="alignments", path=ALIGNMENTS, model=AlignmentsFile, only_with=ALIGNMENTS),
    File(name="glossary", path=GLOSSARY, model=GlossaryFile, only_with=GLOSSARY),
    File(name="search", path=SEARCH_WORDS, model=SearchWords, only_with=SEARCH_WORDS),
    File(name="accessibility", path=ACCESSIBILITY, model=AccessibilityStatement, only_with=ACCESSIBILITY),
    File(name="easy-read", path=f"{EASY_READ}/*.yaml", model=EasyReadFile, bold=True),
    File(name="easy-read-menus", path=EASY_MENUS, model=EasyMenusFile, only_with=EASY_MENUS, braces=True),
    File(name="pictures", path=PICTURES, model=PicturesFile, only_with=PICTURES),
    File(name="words-to-avoid", path=WORDS_TO_AVOID, model=WordsToAvoid, only_with=EASY_WORDS),
    File(name="phrases-to-avoid", path=PHRASES_TO_AVOID, model=PhrasesToAvoid, only_with=PHRASES_TO_AVOID),
    File(name="exceptions", path=EXCEPTIONS, model=ExceptionsFile, only_with=EXCEPTIONS),
)
"""All files, in the order in which they are read."""
