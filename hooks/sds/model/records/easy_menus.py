"""``content/easy-read/menus.yaml``: the headings and pictures of the lists of easy-read pages."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sds.model.field_types import Id, Sentences, Words
from sds.model.marks import Needs, Ref
from sds.model.records.base import LEFT_OUT, InBraces, Record, Some

PictureId = Annotated[Id, Ref("pictures")]


class EasyMenu(InBraces):
    """A list of easy-read pages of one kind. A kind without one here has its name as heading and the picture of its first page."""

    id: Id = Field(description="The kind of easy-read page, as in standards.")
    heading: Words = Field(description="{count} becomes the number of its pages.")
    picture: PictureId = LEFT_OUT


class EasyStatements(Record):
    """The page of all that people of a role can do, where the role reads in easy read, and the part of a standard's page that says it."""

    heading: Words
    intro: Words = Field(default=LEFT_OUT, description="What these statements are, under the heading.")
    whole: Annotated[Words, Needs("{role}")] = Field(
        default=LEFT_OUT, description="The name of the page; {role} becomes the name of the role in small letters."
    )
    picture: PictureId = LEFT_OUT
    rest: Words = Field(default="More about it", description="The heading over what a standard's page says after its statements.")
    rest_intro: Some[Sentences] = Field(default=(), description="What that is, under the heading.")


class EasyMenusFile(Record):
    """The whole of ``content/easy-read/menus.yaml``."""

    menus: Some[EasyMenu] = ()
    more: Words = Field(default="More to know", description="The name of the page that lists what the home page has no room for.")
    more_picture: PictureId = Field(default=LEFT_OUT, description="The picture for that page.")
    statements: EasyStatements = EasyStatements.model_construct(heading="Statements")
