"""Finds the box of a form whose id was changed, while the example and the easy form still have the old one."""

from __future__ import annotations

from typing import NamedTuple

from sds.forms.easy import all_fields
from sds.model.records import Template
from sds.problem import FieldPath
from sds.suggest import near


class RenamedBox(NamedTuple):
    """The field path of the id of a box in its form, this id, and the one that the example or the easy form has in its place."""

    place: FieldPath
    id: str
    named: str


def renamed_box(template: Template) -> RenamedBox | None:
    """The only box that neither the example nor the easy form names and whose id is like the only one there that no box has; None if there is none."""
    parts = (((("parts", part, "fields", at, "id"), box.id) for at, box in enumerate(one.fields)) for part, one in enumerate(template.parts))
    boxes = [*((("fields", at, "id"), box.id) for at, box in enumerate(template.fields)), *(box for part in parts for box in part)]
    named = {*(template.example.values if template.example else ()), *(easy.id for easy in (template.easy.fields if template.easy else ()))}
    unknown = named - {box.id for box in all_fields(template)}
    if len(unknown) != 1:
        return None
    old = unknown.pop()
    alike = [RenamedBox(place, id, old) for place, id in boxes if id not in named and (id.startswith(old) or old.startswith(id) or near(old, [id]))]
    return alike[0] if len(alike) == 1 else None
