"""The questions of an easy-read form, each with the way to answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sds.model.framework import Framework
from sds.model.records import EasyMenu
from sds.model.records.templates import EasyChoice, EasyField, Template, TemplateField

FEWEST_LINES, MOST_LINES = 2, 4
"""The fewest and most lines to write on: people with large handwriting need two, and there is room for four beside a picture."""
KIND = "templates"
EASY_FORMS = "/easy-read/templates/"
"""The address of the list of easy-read forms."""

HOW = ("You can write on this page and print it.", "This site does not keep your words.")
"""How to use an easy-read form on a screen: shown at its top."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its picture. Answers are ``choices`` to tick (``tick`` is "one" or "some"), or else ``lines`` to write on (0 where there are choices)."""

    field: EasyField
    tick: str
    choices: tuple[EasyChoice, ...]
    lines: int


def easy_forms(framework: Framework) -> Sequence[Template]:
    """The templates that have an easy-read form; none where the framework has no easy read."""
    return [one for one in framework.templates if one.easy] if framework.easy_read else []


def easy_menu(framework: Framework) -> EasyMenu:
    """The title and picture of the list of easy-read forms. Where the data names no picture, it is that of the first form."""
    first = easy_forms(framework)[0].easy
    named = next((menu for menu in framework.easy_menus.menus if menu.id == KIND), None) or EasyMenu(id=KIND, heading="Forms")
    return named if named.picture or not first else EasyMenu(id=KIND, heading=named.heading, picture=first.picture)


def easy_url(template: Template) -> str:
    """The address of a template's easy-read form."""
    return f"{EASY_FORMS}{template.id}/"


def all_fields(template: Template) -> tuple[TemplateField, ...]:
    """Every field of a form or letter, in order."""
    return (*template.fields, *(field for part in template.parts for field in part.fields))


def questions(template: Template) -> list[Question]:
    """The questions of a template's easy-read form, in order."""
    fields = {field.id: field for field in all_fields(template)}
    return [_question(one, fields[one.id]) for one in template.easy.fields] if template.easy else []


def _question(easy: EasyField, full: TemplateField) -> Question:
    kind = easy.kind or full.kind
    tick = "" if not easy.choices else "one" if kind == "choice" else "some"
    lines = 1 if kind == "date" else max(FEWEST_LINES, min(MOST_LINES, (full.lines or 1) + 1))
    return Question(easy, tick, easy.choices, 0 if tick else lines)
