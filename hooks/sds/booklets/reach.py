"""How to reach someone, in print: a phone number with the web page from which it comes, or room to write the number of the reader's own area."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from sds.model.framework import Framework
from sds.model.records import Contact, Way
from sds.model.urls import host_of

NO_BREAK = "\u00a0"
CALLED = {"phone": "Phone", "text": "Text", "textphone": "Textphone", "bsl": "Sign language", "email": "Email", "post": "Post"}
"""The label for each kind of way to reach someone, except web pages."""


def reach(framework: Framework, id: str) -> list[dict[str, Any]]:
    """Whom to reach for the contact or purpose ``id``: for each a ``name``, the ``lines`` to print, and the labels of blank lines to ``write`` on.

    For a purpose for which areas have contacts of their own there is a blank line, because the same booklet is printed in every area.
    """
    if framework.has("contacts", id):
        return [_printed(framework.record("contacts", id))]
    purpose = framework.record("purposes", id)
    if any(one.purpose == id for area in framework.contacts.areas for one in area.contacts):
        return [{"name": purpose.title, "lines": [], "write": [CALLED["phone"]]}]
    return [_printed(one) for one in framework.contacts.contacts if one.purposes[0] == id]


def _printed(contact: Contact) -> dict[str, Any]:
    number = next((way for way in contact.ways if way.kind in CALLED and way.has_number), None)
    return {"name": contact.title, "lines": list(_lines(contact, number)), "write": []}


def _lines(contact: Contact, number: Way | None) -> Iterator[str]:
    """The number, with when and on which site it was seen; without a number, the site to look at. A number that is also the contact's name, such as that for
    emergencies, is printed alone."""
    if number is None:
        yield f"Look at {host_of(contact.ways[0].value if contact.ways[0].kind == 'page' else contact.ways[0].seen.address)}"
        return
    yield f"{CALLED[number.kind]}: {number.value.replace(' ', NO_BREAK)}"
    if number.value != contact.short:
        yield f"We saw this in {_month(number.checked.when if number.checked else number.seen.read)} on {host_of(number.seen.address)}."


def _month(when: str) -> str:
    """``2026-11`` or ``2026-11-28`` -> ``November 2026``."""
    return datetime.date.fromisoformat(f"{when[:7]}-01").strftime("%B %Y")
