"""The pages of contacts: who to call, and a card with the numbers to print."""

from __future__ import annotations

from collections.abc import Iterator

from sds.model.framework import Framework
from sds.pages.page import HOME, Link, Page
from sds.paths import CONTACTS
from sds.reading.locations import Locations

INDEX = Link("Who to call", "/contacts/")


def contact_pages(framework: Framework, where: Locations) -> Iterator[Page]:
    """The page of all contacts by area and purpose, and the card if it has a contact; nothing when the framework has no contacts."""
    if not framework.contacts.contacts and not any(area.contacts for area in framework.contacts.areas):
        return
    line = where.documents[CONTACTS].line(("contacts",))
    where_for = ", where you live and nationally" if framework.contacts.areas else ""
    yield Page(
        url=INDEX.url,
        template="contacts.html",
        title=INDEX.title,
        description=f"Phone numbers and websites of people who can help{where_for}, and where we found each number.",
        edit=CONTACTS,
        line=line,
        crumbs=(HOME,),
        section="contacts",
    )
    if framework.contacts.on_card:
        yield Page(
            url=f"{INDEX.url}card/",
            template="contact-card.html",
            title="A card with the numbers to call",
            description="A card to print for your purse or pocket: the numbers to call, and space for your own.",
            edit=CONTACTS,
            line=line,
            crumbs=(HOME, INDEX),
            section="contacts",
        )
