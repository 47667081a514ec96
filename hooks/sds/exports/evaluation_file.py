"""The format of the file that the page for self-evaluation saves, as Pydantic models and as JSON Schema.

Only scripts in the browser write and read these files (``overrides/assets/js/self-evaluation/``). The schema is for people who want to use the files
elsewhere, and tests check the scripts against it. A program that reads a file must keep unknown fields and write them back, so a field can be added without
a new version of the schema. A change of a field's meaning needs a new version. ``earlier-files.js`` converts files of earlier versions.
The docstrings of the classes are published, as descriptions in the schema.
"""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

EVALUATION_SCHEMA = "data/self-evaluation.schema.json"
LONGEST, TITLE = 10_000, 200
"""The most characters of a note, and of a title."""
MOST_ITEMS, MOST_NOTES = 2_000, 200
"""The most items of a file, and the most pieces of evidence or actions of an item."""
MOST_VOICES = 2_000
"""The most people's answers of a piece of evidence."""
DAY = r"^(\d{4}-\d{2}-\d{2})?$"
TIME = r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$"

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$")]
Note = Annotated[str, Field(max_length=LONGEST)]
Day = Annotated[str, Field(pattern=DAY, description="A day, such as 2026-11-28, or nothing.")]
Time = Annotated[str, Field(pattern=TIME, description="A time in UTC, such as 2026-11-28T14:02:00Z, or nothing.")]
Count = Annotated[int, Field(ge=0, le=100_000)]


class _Open(BaseModel):
    """A part of the file. Fields that are not listed are kept."""

    model_config = ConfigDict(extra="allow", defer_build=True)


class Voice(_Open):
    """What one person answered in easy read about a component."""

    file: Id = Field(description="The id of the file that the person saved. It does not name the person.")
    answer: Annotated[str, Field(max_length=100)] = Field(description="The id of an answer, or nothing.")
    note: Note
    on: Day


class Evidence(_Open):
    """How somebody knows."""

    id: Id
    kind: Id = Field(description="The id of a kind of evidence.")
    note: Note
    on: Day
    ref: Note = Field(description="Where it can be found. The file itself holds no documents.")
    answers: dict[Id, Count] = Field(default={}, description="How many people gave each answer in easy read, counted by hand. For people's views.")
    voices: Annotated[list[Voice], Field(max_length=MOST_VOICES)] = Field(default=[], description="What each person answered, in a file of their own.")


class PlannedAction(_Open):
    """What will be done."""

    id: Id
    what: Note
    role: Note = Field(description="Who does it, as a role and not by name.")
    by: Day
    how_known: Note
    status: Id
    changed: Time


class _Item(_Open):
    about: Id = Field(description="The id of a component or of a statement of the framework.")
    code: str = Field(pattern=r"^([0-9a-f]{12})?$", description="A code for the words that it is about. If the words change, so does the code.")
    changed: Time


class View(_Open):
    """What was said in one of the files that this one was put together from."""

    file: Id
    title: Annotated[str, Field(max_length=TITLE)]
    view: Id
    said: Note
    state: Id = Field(default="", description='The state of its rating, or "statements" for a sheet of statements.')
    rating: int | None = Field(default=None, description="Its rating, if it gives one.")
    leans: Literal["", "strength", "between", "weakness"] = Field(default="", description="Which way its rating or its answers lean.")


class ComponentItem(_Item):
    """What is said about a component."""

    state: Literal["not-looked-at", "not-enough-evidence", "rated", "does-not-apply"]
    rating: int | None = Field(description="A number on the scale, if the state is rated.")
    reason: Note = Field(description="Why it does not apply, or why it has this rating.")
    strengths: Note
    improve: Note
    took_part: Note
    priority: bool
    evidence: Annotated[list[Evidence], Field(max_length=MOST_NOTES)]
    actions: Annotated[list[PlannedAction], Field(max_length=MOST_NOTES)]
    views: Annotated[list[View], Field(max_length=MOST_NOTES)] = []


class StatementItem(_Item):
    """What someone in a role says about one of its statements."""

    answer: Annotated[str, Field(max_length=100)] = Field(description="The id of an answer, or nothing.")
    evidence: Note
    next_step: Note
    who: Note = Field(description="Who takes the next step, as a role and not by name.")
    by: Day


class QuestionItem(_Item):
    """What a person answers to the question about a component."""

    answer: Annotated[str, Field(max_length=100)] = Field(description="The id of an answer, or nothing.")
    note: Note


class LogEntry(_Open):
    """What was done with the file, apart from filling it in."""

    on: Time
    what: Note


class MadeFor(_Open):
    """The framework that it was filled in for, as it was then."""

    title: Annotated[str, Field(max_length=TITLE)]
    edition: Annotated[str, Field(max_length=TITLE)]
    version: Annotated[str, Field(max_length=TITLE)]


class EvaluationFile(_Open):
    """A self-evaluation, a sheet of reflection, or somebody's answers in easy read."""

    schema_name: Literal["self-evaluation"] = Field(alias="schema")
    schema_version: Literal[2] = Field(
        description='In a file of version 1, the next step of a statement has no "who", and each person\'s answer in easy read is a piece of evidence.'
    )
    id: Id
    title: Annotated[str, Field(max_length=TITLE)]
    sheet: Literal["components", "statements", "questions"]
    view: Id = Field(description='The id of the role whose view it is, or "several".')
    took_part: Note
    period_from: Day
    period_to: Day
    standards: Annotated[list[Id], Field(max_length=MOST_NOTES)]
    created: Time
    updated: Time
    revision: Count
    framework: MadeFor
    items: Annotated[list[ComponentItem] | list[StatementItem] | list[QuestionItem], Field(max_length=MOST_ITEMS)]
    kept: list[ComponentItem | StatementItem | QuestionItem] = Field(
        max_length=MOST_ITEMS, description="Items about components or statements that this edition does not have."
    )
    log: Annotated[list[LogEntry], Field(max_length=MOST_ITEMS)]


def evaluation_schema() -> str:
    """The JSON Schema as text."""
    form = EvaluationFile.model_json_schema(by_alias=True)
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **form}, ensure_ascii=False, indent=1) + "\n"
