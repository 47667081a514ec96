"""The questions of a form in easy read, each with what it takes to answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sds.model.framework import Framework
from sds.model.records import EasyMenu
from sds.model.records.templates import EasyChoice, EasyField, Template, TemplateField

FEWEST_LINES, MOST_LINES = 2, 4
"""How many lines there are to write on: people who write large need two, and a picture leaves room for four."""
KIND = "templates"
EASY_FORMS = "/easy-read/templates/"
"""Where the list of them is."""

HOW = ("You can write on this page and print it.", "This site does not keep your words.")
"""How a form in easy read is used on a screen."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its picture. It is answered with a ``tick`` at one or more of ``choices``, or in so many ``lines``."""

    field: EasyField
    tick: str
    choices: tuple[EasyChoice, ...]
    lines: int


def easy_forms(framework: Framework) -> Sequence[Template]:
    """The templates that have a form in easy read, where the framework has easy read."""
    return [one for one in framework.templates if one.easy] if framework.easy_read else []


def easy_menu(framework: Framework) -> EasyMenu:
    """What the list of them is called, and its picture: that of the first form where the data names none."""
    first = easy_forms(framework)[0].easy
    named = next((menu for menu in framework.easy_menus.menus if menu.id == KIND), None) or EasyMenu(id=KIND, heading="Forms")
    return named if named.picture or not first else EasyMenu(id=KIND, heading=named.heading, picture=first.picture)


def easy_url(template: Template) -> str:
    """Where the easy-read form of a template is."""
    return f"{EASY_FORMS}{template.id}/"


def all_fields(template: Template) -> tuple[TemplateField, ...]:
    """Every box of a form or a letter, in order."""
    return (*template.fields, *(field for part in template.parts for field in part.fields))


def questions(template: Template) -> list[Question]:
    """The questions of the easy form, in order."""
    fields = {field.id: field for field in all_fields(template)}
    return [_question(one, fields[one.id]) for one in template.easy.fields] if template.easy else []


def _question(easy: EasyField, full: TemplateField) -> Question:
    kind = easy.kind or full.kind
    tick = "" if not easy.choices else "one" if kind == "choice" else "some"
    lines = 1 if kind == "date" else max(FEWEST_LINES, min(MOST_LINES, (full.lines or 1) + 1))
    return Question(easy, tick, easy.choices, 0 if tick else lines)
