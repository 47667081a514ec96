"""The types of fields that name another record: one for each kind of record that can be named."""

from __future__ import annotations

from typing import Annotated

from sds.model.field_types import Id, Text
from sds.model.marks import Ref

ONE_OF = "the id of one of the {kinds}"
"""The words for an unknown id in a message, for kinds that an editor knows as a list in a file rather than as pages."""

AskForRef = Annotated[Id, Ref("ask_for", called="the id of a sentence to say")]
BasisRef = Annotated[Id, Ref("bases")]
DriverRef = Annotated[Id, Ref("drivers")]
EasyPageRef = Annotated[Text, Ref("easy_read", called="an easy-read page")]
EditionRef = Annotated[Text, Ref("editions")]
FindingRef = Annotated[Id, Ref("findings")]
GroupRef = Annotated[Id, Ref("groups")]
OptionRef = Annotated[Id, Ref("options")]
ContactRef = Annotated[Id, Ref("contacts")]
ContactOrPurposeRef = Annotated[Id, Ref("contacts", "purposes")]
ProvisionRef = Annotated[Id, Ref("provisions")]
ResourceRef = Annotated[Id, Ref("resources")]
RoleRef = Annotated[Id, Ref("roles")]
SituationRef = Annotated[Id, Ref("situations")]
SourceRef = Annotated[Id, Ref("sources")]
StageRef = Annotated[Id, Ref("stages")]
StandardRef = Annotated[Id, Ref("standards")]
StatementRef = Annotated[Id, Ref("actions", called="the id of a statement in force", in_force=True)]
TemplateRef = Annotated[Id, Ref("templates")]
TermRef = Annotated[Id, Ref("terms")]
