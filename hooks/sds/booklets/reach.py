"""How to reach someone, as it stands in print: a number with the page where it was seen, or room to write the number of the reader's own area."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sds.model.framework import Framework
from sds.model.records import Contact, Way

NO_BREAK = "\u00a0"
CALLED = {"phone": "Phone", "text": "Text", "textphone": "Textphone", "bsl": "Sign language", "email": "Email", "post": "Post"}
"""The kinds of way that are no page, and what stands before one."""


def reach(framework: Framework, id: str) -> list[dict[str, Any]]:
    """Whom the contact or purpose ``id`` means: each with its ``name``, the ``lines`` that say how to reach them, and what there is room to ``write``.

    A purpose for which areas have contacts of their own leaves room: what is printed is the same in every area.
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
    """The number and when it was seen where; a number that is a name, as those for an emergency are, stands alone. Else the page to look at."""
    if number is None:
        yield f"Look at {_host(contact.ways[0].value if contact.ways[0].kind == 'page' else contact.ways[0].seen.address)}"
        return
    yield f"{CALLED[number.kind]}: {number.value.replace(' ', NO_BREAK)}"
    if number.value != contact.short:
        yield f"We saw this in {_month(number.checked.when if number.checked else number.seen.read)} on {_host(number.seen.address)}."


def _host(address: str) -> str:
    """``https://www.siaa.org.uk/faqs/`` -> ``siaa.org.uk``."""
    return urlsplit(address).netloc.removeprefix("www.")


def _month(when: str) -> str:
    """``2026-11`` or ``2026-11-28`` -> ``November 2026``."""
    return datetime.date.fromisoformat(f"{when[:7]}-01").strftime("%B %Y")
