"""The models of the YAML records: a frozen Pydantic model for each kind of record, in a module for each file.

The docstrings of these classes and the descriptions of their fields are published: as hints in the JSON Schemas, and on the page ``/contribute/fields/``.
Records name each other by id; ``sds.model.links`` turns these ids into links in both directions.
"""

from sds.model.records.about import About, ExamplePack, Expected, Help, Labels, Licence, Phrases
from sds.model.records.accessibility import AccessibilityStatement
from sds.model.records.alignments import Alignment, AlignmentsFile, UnitEntry, UnitLink
from sds.model.records.changes import ChangedDay, ChangedField, ChangedRecord, ChangesFile
from sds.model.records.contacts import Area, AreaContact, ComplaintStep, Contact, ContactsFile, Disagreement, Numbers, Purpose, Way
from sds.model.records.easy_menus import EasyMenu, EasyMenusFile, EasyStatements
from sds.model.records.easy_read import Block, CheckedBy, EasyPage, EasyReadFile, Line, Picture, PicturesFile, Question, Rights
from sds.model.records.easy_words import AvoidEntry, EasyWords, WordsToAvoid
from sds.model.records.exceptions import ExceptionsFile, KnownException
from sds.model.records.front_doors import Decision, FrontDoors, SituationGroup
from sds.model.records.glossary import GlossaryFile, Term
from sds.model.records.law import Bearer, Commencement, CommencementPart, LawFile, NotTheLaw, Provision, Strength, Subject, Version
from sds.model.records.phrases_to_avoid import NotOurs, PhrasesToAvoid, PhraseToAvoid
from sds.model.records.resources import Checked, Language, Named, Resource, ResourcesFile
from sds.model.records.roles import HandOver, OptionLine, PassTo, Role, Said, Stage, StartHere, TwoMinutes
from sds.model.records.search_words import SearchWords
from sds.model.records.self_evaluation import SelfEvaluation
from sds.model.records.situations import Card, Case, FirstStep, SayOr, Situation, Step
from sds.model.records.sources import Also, Finding, OrderedPart, Recommendation, Source, SourcesFile, Theme
from sds.model.records.spine import (
    Basis,
    ComponentMove,
    Driver,
    Edition,
    FormerTitle,
    Foundation,
    Group,
    Option,
    Principle,
    Spine,
    StandardEntry,
)
from sds.model.records.standard import ActionEntry, AskForEntry, ComponentEntry, Official, Related, StandardFile
from sds.model.records.templates import Template, TemplateField

__all__ = [
    "About",
    "AccessibilityStatement",
    "ActionEntry",
    "Alignment",
    "AlignmentsFile",
    "Also",
    "Area",
    "AreaContact",
    "AskForEntry",
    "AvoidEntry",
    "Basis",
    "Bearer",
    "Block",
    "Card",
    "Case",
    "ChangedDay",
    "ChangedField",
    "ChangedRecord",
    "ChangesFile",
    "Checked",
    "CheckedBy",
    "Commencement",
    "CommencementPart",
    "ComplaintStep",
    "ComponentEntry",
    "ComponentMove",
    "Contact",
    "ContactsFile",
    "Decision",
    "Disagreement",
    "Driver",
    "EasyMenu",
    "EasyMenusFile",
    "EasyPage",
    "EasyReadFile",
    "EasyStatements",
    "EasyWords",
    "Edition",
    "ExamplePack",
    "ExceptionsFile",
    "Expected",
    "Finding",
    "FirstStep",
    "FormerTitle",
    "Foundation",
    "FrontDoors",
    "GlossaryFile",
    "Group",
    "HandOver",
    "Help",
    "KnownException",
    "Labels",
    "Language",
    "LawFile",
    "Licence",
    "Line",
    "Named",
    "NotOurs",
    "NotTheLaw",
    "Numbers",
    "Official",
    "Option",
    "OptionLine",
    "OrderedPart",
    "PassTo",
    "PhraseToAvoid",
    "Phrases",
    "PhrasesToAvoid",
    "Picture",
    "PicturesFile",
    "Principle",
    "Provision",
    "Purpose",
    "Question",
    "Recommendation",
    "Related",
    "Resource",
    "ResourcesFile",
    "Rights",
    "Role",
    "Said",
    "SayOr",
    "SearchWords",
    "SelfEvaluation",
    "Situation",
    "SituationGroup",
    "Source",
    "SourcesFile",
    "Spine",
    "Stage",
    "StandardEntry",
    "StandardFile",
    "StartHere",
    "Step",
    "Strength",
    "Subject",
    "Template",
    "TemplateField",
    "Term",
    "Theme",
    "TwoMinutes",
    "UnitEntry",
    "UnitLink",
    "Version",
    "Way",
    "WordsToAvoid",
]
