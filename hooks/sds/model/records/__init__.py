"""What each YAML record is: one frozen pydantic model a kind, its fields and their meaning; a module a file.

A field's description is what an editor reads as a hint, in the JSON Schema and on the contribute page.
Records name each other by id; ``sds.model.links`` turns the names into links both ways.
"""

from sds.model.records.alignments import Alignment, AlignmentsFile, UnitEntry, UnitLink
from sds.model.records.easy_read import Block, CheckedBy, EasyPage, EasyReadFile, Line, Picture, PicturesFile, Rights
from sds.model.records.easy_words import AvoidEntry, EasyWords, WordsToAvoid
from sds.model.records.exceptions import ExceptionsFile, KnownException
from sds.model.records.glossary import GlossaryFile, Term
from sds.model.records.resources import Checked, Named, Resource, ResourcesFile
from sds.model.records.roles import Contact, HandOver, OptionLine, Role, Said, Stage, StartHere, TwoMinutes
from sds.model.records.sources import Also, Finding, Recommendation, Source, SourcesFile, Theme
from sds.model.records.spine import (
    About,
    Basis,
    ComponentMove,
    Driver,
    Edition,
    Expected,
    FormerTitle,
    Foundation,
    Group,
    Option,
    Principle,
    Spine,
    StandardEntry,
)
from sds.model.records.standard import ActionEntry, ComponentEntry, Law, Official, Related, StandardFile

__all__ = [
    "About",
    "ActionEntry",
    "Alignment",
    "AlignmentsFile",
    "Also",
    "AvoidEntry",
    "Basis",
    "Block",
    "Checked",
    "CheckedBy",
    "ComponentEntry",
    "ComponentMove",
    "Contact",
    "Driver",
    "EasyPage",
    "EasyReadFile",
    "EasyWords",
    "Edition",
    "ExceptionsFile",
    "Expected",
    "Finding",
    "FormerTitle",
    "Foundation",
    "GlossaryFile",
    "Group",
    "HandOver",
    "KnownException",
    "Law",
    "Line",
    "Named",
    "Official",
    "Option",
    "OptionLine",
    "Picture",
    "PicturesFile",
    "Principle",
    "Recommendation",
    "Related",
    "Resource",
    "ResourcesFile",
    "Rights",
    "Role",
    "Said",
    "Source",
    "SourcesFile",
    "Spine",
    "Stage",
    "StandardEntry",
    "StandardFile",
    "StartHere",
    "Term",
    "Theme",
    "TwoMinutes",
    "UnitEntry",
    "UnitLink",
    "WordsToAvoid",
]
