"""What each YAML record is: one frozen pydantic model a kind, its fields and their meaning; a module a file.

A field's description is what an editor reads as a hint, in the JSON Schema and on the contribute page.
Records name each other by id; ``sds.links`` turns the names into links both ways.
"""

from sds.records.alignments import Alignment, AlignmentsFile, UnitEntry, UnitLink
from sds.records.easy_read import Block, CheckedBy, EasyPage, EasyReadFile, Line, Picture, PicturesFile, Rights
from sds.records.easy_words import AvoidEntry, EasyWords, WordsToAvoid
from sds.records.glossary import GlossaryFile, Term
from sds.records.resources import Checked, Named, Resource, ResourcesFile
from sds.records.roles import Contact, HandOver, OptionLine, Role, Said, Stage, StartHere, TwoMinutes
from sds.records.sources import Also, Finding, Recommendation, Source, SourcesFile, Theme
from sds.records.spine import About, Basis, Driver, Edition, Expected, FormerTitle, Foundation, Group, Option, Principle, Spine, StandardEntry
from sds.records.standard import ActionEntry, ComponentEntry, Law, Official, Related, StandardFile

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
    "Contact",
    "Driver",
    "EasyPage",
    "EasyReadFile",
    "EasyWords",
    "Edition",
    "Expected",
    "Finding",
    "FormerTitle",
    "Foundation",
    "GlossaryFile",
    "Group",
    "HandOver",
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
