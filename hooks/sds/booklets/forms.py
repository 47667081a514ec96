"""Plans of the forms and letters on paper: each as it is filled in by hand, and in easy read with a picture for each question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sds.booklets.booklet import BookletSettings, Plan, path_of
from sds.booklets.shared import colophon
from sds.forms.letter import Blank, blank_lines
from sds.model.field_types import day
from sds.model.framework import Framework
from sds.model.records.templates import Template, TemplateField
from sds.model.urls import url_of

KIND = "templates"


def form_plans(framework: Framework, pictures: Mapping[str, str], settings: BookletSettings) -> Iterator[Plan]:
    """A sheet of each form and letter."""
    for template in framework.templates:
        data = {
            **colophon(framework, settings, template.title, "form", url_of(framework, KIND, template.id)),
            "about": template.about,
            "version": f"Version {template.version}, {day(template.dated)}",
            "parts": [
                {"title": part.title, "note": part.note or "", "own_page": part.own_page, "fields": [_field(field) for field in part.fields]}
                for part in template.parts
            ],
            "letter": [{"kind": part.kind, "lines": [_line(blank) for blank in blank_lines(template, part)]} for part in template.letter],
        }
        yield Plan(path=path_of("form", KIND, template.id), title=template.title, what="form", template="form.typ", data=data)


def _field(field: TemplateField) -> dict[str, Any]:
    return {
        "label": field.label or "",
        "hint": " ".join(filter(None, (field.hint, f"Tick {field.most} at the most." if field.most else None))),
        "kind": field.kind,
        "text": field.text or "",
        "lines": field.lines or 1,
        "columns": list(field.columns),
        "rows": list(field.row_labels) or [""] * (field.rows or 1),
        "named_rows": bool(field.row_labels),
        "choices": [choice.text for choice in field.choices],
    }


def _line(blank: Blank) -> dict[str, Any]:
    """A line of a letter: words, and boxes with their labels and how many lines they take; or the sentences to tick."""
    first = blank.pieces[0] if blank.pieces else ""
    if blank.alone and isinstance(first, TemplateField) and first.choices:
        return {"label": _field(first)["hint"] or first.label, "choices": [choice.in_letter or choice.text for choice in first.choices], "pieces": []}
    pieces = [
        {"words": piece, "box": "", "lines": 0, "choices": []}
        if isinstance(piece, str)
        else {"words": "", "box": piece.label, "lines": piece.lines or 1, "choices": [choice.in_letter or choice.text for choice in piece.choices]}
        for piece in blank.pieces
    ]
    return {"label": "", "choices": [], "pieces": pieces}
