"""The rows of tables that are not simply the records of one kind, such as the spine, the ways to reach contacts, and the blocks of easy-read pages."""

from __future__ import annotations

from sds.easy_read.hard_words import plain
from sds.exports.csv_tables.table import Row, Rows
from sds.forms.easy import all_fields
from sds.model.framework import Framework
from sds.model.links import Links
from sds.model.records import Line
from sds.model.urls import url_of


def spine(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """A row for each role, stage, principle, option and driver."""
    whole = framework.spine
    told = (
        *(("roles", role.id, "", role.title, role.summary) for role in whole.roles),
        *(("stages", stage.id, "", stage.title, stage.text) for stage in whole.stages),
        *(("principles", principle.id, "", principle.title, principle.plain) for principle in whole.principles),
        *(("options", option.id, option.number, option.title, option.lay) for option in whole.options),
        *(("drivers", driver.id, driver.number, driver.title, driver.text) for driver in whole.drivers),
    )
    return [
        {"kind": kind, "id": id, "number": number, "title": title, "text": text, "url": url_of(framework, kind, id)} for kind, id, number, title, text in told
    ]


def ask_for(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """A row for each line that a person can say under a standard, with its position there and the provision that makes it a right."""
    return [
        {
            "id": line.id,
            "standard_number": standard.number,
            "standard": standard.id,
            "position": position,
            "words": line.words,
            "right": line.right,
            "url": url_of(framework, "ask_for", line.id),
        }
        for standard in framework.standards
        for position, line in enumerate(standard.ask_for, start=1)
    ]


def contacts(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """A row for each way to reach a contact, national contacts first, then those of areas. Numbers that no page may show are left out here too."""
    everywhere = (("contacts", one.id, "", one.title, one.purposes, one.ways) for one in framework.contacts.contacts)
    local = (("areas", area.id, area.title, one.title, (one.purpose,), one.ways) for area in framework.contacts.areas for one in area.contacts)
    return [
        {
            "id": id,
            "area": area,
            "title": title,
            "purposes": purposes,
            "kind": way.kind,
            "value": way.value if way.is_page or way.has_number else None,
            "label": way.label,
            "hours": way.hours,
            "cost": way.cost,
            "seen_page": way.seen.page,
            "seen_address": way.seen.address,
            "seen_dated": way.seen.dated,
            "seen_read": way.seen.read,
            "seen_agrees": way.seen.agrees,
            "url": url_of(framework, kind, id),
        }
        for kind, id, area, title, purposes, ways in (*everywhere, *local)
        for way in ways
    ]


def template_boxes(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """A row for each field of each form and letter, in order. Choices are given by their texts."""
    return [
        {
            "template": template.id,
            "box": field.id,
            "position": position,
            "kind": field.kind,
            "label": field.label or field.text,
            "hint": field.hint,
            "choices": [choice.text for choice in field.choices],
            "columns": field.columns,
            "why": field.why,
            "provisions": field.provisions,
            "law_when": field.law_when,
            "url": url_of(framework, "templates", template.id),
        }
        for template in framework.templates
        for position, field in enumerate(all_fields(template), start=1)
    ]


def easy_read(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """A row for each block and statement of each easy-read page, in reading order, without the stars around hard words."""
    rows = list[Row]()
    for page in framework.easy_read:
        id = page.key
        told = [(part.picture, " ".join(part.words), part.action if isinstance(part, Line) else "") for part in page.parts]
        for position, (picture, words, action) in enumerate(told, start=1):
            rows.append(
                {
                    "page": id,
                    "title": page.title,
                    "position": position,
                    "picture": picture,
                    "words": plain(words),
                    "action": action,
                    "url": url_of(framework, "easy_read", id),
                }
            )
    return rows
