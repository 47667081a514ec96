"""Plans of forms and letters on paper: each to be filled in by hand, and, if it has one, its easy-read form with a picture for each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from sds.booklets.booklet import BookletSettings, Plan, path_of
from sds.booklets.easy import DRAFT, PRINTS
from sds.booklets.shared import colophon
from sds.booklets.text import Runs, runs
from sds.forms.easy import KIND, Question, easy_forms, easy_url, questions
from sds.forms.letter import Blank, blank_lines
from sds.model.framework import Framework
from sds.model.in_print import day
from sds.model.records.templates import Template, TemplateField
from sds.model.urls import url_of

FEW = 3
"""The most sentences that are printed in the letter itself, to be ticked. More are printed on a separate sheet, to be copied from, to keep the letter
short."""


def form_plans(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Plan]:
    """A plan of each form and letter, and of each easy-read form in both sizes of print."""
    yield from _easy_plans(framework, pictures, settings)
    for template in framework.templates:
        data = {
            **colophon(framework, settings, template.title, "form", url_of(framework, KIND, template.id)),
            "about": template.about,
            "version": f"Version {template.version}, {day(template.dated)}",
            "parts": [
                {"title": part.title, "note": part.note or "", "own_page": part.own_page, "fields": [_field(field) for field in part.fields]}
                for part in template.parts
            ],
            "sentences": [{"title": field.label, "hint": field.note, "choices": _sentences(field)} for field in _copied(template)],
            "letter": [{"kind": part.kind, "lines": [_line(blank) for blank in blank_lines(template, part)]} for part in template.letter],
        }
        yield Plan(path=path_of("form", KIND, template.id), title=template.title, what="form", template="form.typ", data=data)


def _easy_plans(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Plan]:
    alts = {picture.id: picture.alt for picture in framework.pictures}

    def seen(id: str) -> dict[str, str]:
        return {"picture": id, "alt": alts[id]} if id in pictures else {"picture": "", "alt": id.replace("-", " ")}

    def labels(one: Question) -> list[Runs]:
        return [runs(choice.label) for choice in one.choices]

    for template, what in product(easy_forms(framework), PRINTS):
        form = template.easy
        assert form
        data = {
            **colophon(framework, settings, form.title, what, easy_url(template)),
            "notice": DRAFT,
            "checked": False,
            "first": seen(form.picture),
            "intro": [runs(sentence) for sentence in form.intro],
            "questions": [
                {**seen(one.field.picture), "label": runs(one.field.label), "hint": runs(one.field.hint or ""), "choices": labels(one), "lines": one.lines}
                for one in questions(template)
            ],
        }
        shown = tuple(id for id in dict.fromkeys((form.picture, *(one.picture for one in form.fields))) if id in pictures)
        yield Plan(path=path_of(what, KIND, template.id), title=form.title, what=what, template="easy-form.typ", data=data, pictures=shown)


def _field(field: TemplateField) -> dict[str, Any]:
    return {
        "label": field.label or "",
        "hint": field.note,
        "kind": field.kind,
        "text": field.text or "",
        "lines": field.lines or 1,
        "columns": list(field.columns),
        "rows": list(field.row_labels) or [""] * (field.rows or 1),
        "named_rows": bool(field.row_labels),
        "choices": [choice.text for choice in field.choices],
    }


def _sentences(field: TemplateField) -> list[str]:
    return [choice.in_letter or choice.text for choice in field.choices]


def _copied(template: Template) -> list[TemplateField]:
    """The fields of a letter whose sentences are printed on a separate sheet."""
    blanks = [blank for part in template.letter for blank in blank_lines(template, part)]
    return [field for blank in blanks if blank.alone and isinstance(field := blank.pieces[0], TemplateField) and len(field.choices) > FEW]


def _line(blank: Blank) -> list[dict[str, Any]]:
    """A line of a letter as pieces: fixed words, a box with its label and number of lines, or choices to tick."""
    return [{"words": piece, "box": "", "lines": 0, "choices": []} if isinstance(piece, str) else _gap(piece, blank.alone) for piece in blank.pieces]


def _gap(field: TemplateField, alone: bool) -> dict[str, Any]:
    if alone and len(field.choices) > FEW:
        label = f"{field.label}. The sentences to choose from are on the next page."
        return {"words": "", "box": label, "lines": (field.most or FEW) + 1, "choices": []}
    return {"words": "", "box": field.label, "lines": field.lines or 1, "choices": _sentences(field)}
