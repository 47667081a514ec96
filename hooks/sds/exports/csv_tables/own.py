"""The rows of the tables that are no list of one kind: the spine, what to ask for, and easy read block by block."""

from __future__ import annotations

from sds.easy_read.hard_words import plain
from sds.exports.csv_tables.table import Row, Rows
from sds.model.framework import Framework
from sds.model.links import Links
from sds.model.records import Line
from sds.model.urls import url_of


def spine(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """What stands once: who, when, on what principles, in which ways, and with what change."""
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
    """A row for each thing a person can ask for under a standard, with its position there and the provision that makes it a right."""
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


def easy_read(framework: Framework, links: Links) -> Rows:  # noqa: ARG001
    """The blocks and statements of each page, in the order of reading, without the stars around hard words."""
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
