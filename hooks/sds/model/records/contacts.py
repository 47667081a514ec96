"""``content/contacts.yaml``: whom to reach, how, and the web page from which each number comes."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from sds.model.days import FIRST_DAY, iso_day, iso_month
from sds.model.field_error import FieldError
from sds.model.field_types import Address, Citation, Date, Id, Number, Sentences, Text, When, Words, YesNo
from sds.model.marks import AsWritten, MayBeAddress, Ref
from sds.model.records.base import InBraces, Record, Some
from sds.model.records.refs import ContactOrPurposeRef, ContactRef, ProvisionRef, RoleRef
from sds.model.web_addresses import HOST, web_address

PurposeRef = Annotated[Id, Ref("purposes", called="the id of a purpose")]
Origin = Annotated[
    Literal["law", "model", "guidance", "practice", "suggestion"],
    Field(description="Whose time it is: of the law, of a model procedure, of guidance, of a body's own practice, or our suggestion."),
]


def _host(value: str) -> str:
    if not HOST.fullmatch(value) or value.startswith("www."):
        name = re.sub(r"^(?:https?:/*)?(?:www\.)?", "", value.strip()).partition("/")[0]
        example = name if HOST.fullmatch(name) else "example.org"
        raise FieldError(f'"{value}" is not the name of a site.', f'Write it without https:// and www, as in "{example}".')
    return value


Host = Annotated[str, AfterValidator(_host), AsWritten(type="string", pattern=r"^(?!www\.)[^/:\s]+\.[^/:\s]+$")]
"""The name of a site, without what an address has before and behind it."""


def _day_or_month(value: str) -> str:
    if READ.fullmatch(value) and (iso_day(value) or iso_month(value)) and value >= FIRST_DAY[: len(value)]:
        return value
    right = "" if READ.fullmatch(value) else iso_day(value) or iso_month(value)
    raise FieldError(
        f'"{value}" is not a day or a month.',
        "" if right else 'Write the day or the month when the page was read, in digits: read: "YYYY-MM-DD" or read: "YYYY-MM".',
        whole=f'"{right}"' if right else "",
    )


READ = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
DayOrMonth = Annotated[
    str,
    AfterValidator(_day_or_month),
    Field(description="A day or a month: year-month-day, or year-month."),
    AsWritten(type="string", pattern=f"^{READ.pattern}$"),
]


class Purpose(InBraces):
    """What a contact is for. Pages show contacts in the order of the purposes."""

    id: Id
    title: Words = Field(description="What people contact someone about, in a few words.")
    about: Sentences = Field(description="What help people get.")
    own_sites_only: YesNo = Field(default=False, description='"yes" if a number for this is shown only from one of the "sites" of the area.')
    see: Words | None = Field(
        default=None, description='Who someone sees when they choose their area, as in "to see ...". If it is left out, the title is used.'
    )
    if_not_reached: Sentences | None = Field(default=None, description="What to do in an area that has no number to phone for this.")


class Seen(InBraces):
    """Where a number or address was seen: the page, its own date, and the day or month when it was read."""

    page: Words
    address: Address
    dated: When = Field(description='The date that the page gives, or "undated".')
    read: DayOrMonth
    agrees: Some[Address] = Field(default=(), description="Other public bodies' pages that give the same number or address.")


class CheckedLive(InBraces):
    """When a person opened the page itself, and who."""

    when: Date
    by: Words


def _of_kind(value: str, info: ValidationInfo) -> str:
    """The value of a way to reach a contact. That of a page or a form is a web address, and is checked as one."""
    return web_address(value) if info.data.get("kind") in {"page", "form"} else value


class Way(Record):
    """One way to reach a contact."""

    kind: Literal["phone", "text", "textphone", "bsl", "email", "post", "page", "form"]
    value: Annotated[Text, AfterValidator(_of_kind), MayBeAddress()]
    label: Words | None = None
    hours: Words | None = None
    cost: Words | None = None
    seen: Seen
    checked: CheckedLive | None = Field(default=None, description="Written by the command that looks at contacts, when a person has opened the page.")
    show: Literal["number", "page"] = Field(description='"page" where only the page may be shown, and no number.')

    @property
    def is_page(self) -> bool:
        """Whether the way is a web page or an online form, rather than a number or address to call or write to."""
        return self.kind in {"page", "form"}

    @property
    def has_number(self) -> bool:
        """Whether the way is a number or address to call or write to, and may be shown."""
        return not self.is_page and self.show == "number"


class Contact(Record):
    """A body or a line to reach, wherever someone lives."""

    id: Id
    title: Words = Field(description="The name of the body or service.")
    short: Text | None = Field(default=None, description="A shorter name for it.")
    purposes: Some[PurposeRef] = Field(min_length=1)
    helps_with: Words = Field(description="What it helps with.")
    not_for: Sentences | None = Field(default=None, description="What it does not help with.")
    ways: Some[Way] = Field(min_length=1, description="How to get in touch, and where we saw each number or address.")
    note: Sentences | None = Field(default=None, description="What to know before getting in touch.")
    roles: Some[RoleRef] = Field(default=(), description="Left out where it is for everyone.")


class AreaContact(Record):
    """Whom to reach in one area for one purpose."""

    purpose: PurposeRef
    title: Words
    ways: Some[Way] = Field(min_length=1)


class Area(Record):
    """An area that one public body answers for."""

    id: Id
    title: Words = Field(description="The name of the area.")
    also_called: Some[Words] = Field(default=(), description="Other names by which people search for the area.")
    body: Words | None = Field(default=None, description="The body whose pages these are, if they are not the area's own.")
    page: Address | None = None
    sites: Some[Host] = Field(default=(), description="The hosts of its own sites, as in example.org. Each host includes its subdomains.")
    note: Sentences | None = Field(default=None, description="If the pages are not its own: whose they are. If no number is shown: why.")
    contacts: Some[AreaContact] = Field(description="Who to contact in the area, for each purpose.")


class ComplaintStep(Record):
    """A step in making a complaint: who, to whom, by when, and whose time that is."""

    id: Id
    title: Words = Field(description="What the step is called.")
    who: Words = Field(description="Who does it, and who they go to.")
    what: Sentences = Field(description="What happens in this step.")
    by_when: Words | None = Field(default=None, description="The time limit, in words.")
    by_when_from: Origin | None = None
    provision: ProvisionRef | None = None
    source: Citation | None = None
    contact: ContactOrPurposeRef | None = None
    beside: YesNo = Field(default=False, description='"yes" if people can do this as well, and it does not come after the step above it.')


class Disagreement(InBraces):
    """What two pages say differently, so that nobody brings a number back."""

    area_or_contact: Annotated[Id, Ref("areas", "contacts")]
    about: Words
    text: Sentences


NUMBER = re.compile(r"\+?[0-9][0-9 ]*[0-9]")
"""A phone number."""


def _called(value: str) -> str:
    if not NUMBER.fullmatch(value):
        raise FieldError(f'"{value}" is not a number that can be called.', 'Write digits and spaces, as in "116 123".')
    return value


ToCall = Annotated[str, AfterValidator(_called), Field(description="Digits and spaces."), AsWritten(type="string", pattern=f"^{NUMBER.pattern}$")]


class Numbers(InBraces):
    """Which numbers can be called. A number has one digit too few, or one too many, more easily than any other word, and nobody sees it."""

    short: Some[ToCall] = Field(description="Every number that can be called and has fewer digits than others that begin as it does.")
    digits: dict[str, Some[Number]] = Field(
        description="How many digits a number has in all, by how it begins: of two beginnings the longer one counts. Each in double quotes."
    )


class ContactsFile(Record):
    """The whole of ``content/contacts.yaml``."""

    area_called: Words | None = Field(default=None, description="What people call an area, in small letters.")
    on_card: Some[ContactOrPurposeRef] = Field(default=(), max_length=6, description="Who the card names: contacts, and purposes for the reader's own area.")
    help_most: Some[ContactRef] = Field(default=(), max_length=6, description="The contacts that most people need, shown just after those for danger.")
    card_lines: Some[Words] = Field(default=(), max_length=6, description="What people write on the card that they print: one number of their own a line.")
    numbers: Numbers | None = Field(default=None, description="Which numbers can be called, so that a digit that is lost is seen.")
    purposes: Some[Purpose]
    contacts: Some[Contact]
    areas: Some[Area] = ()
    complaints_route: Some[ComplaintStep] = ()
    complaints_note: Sentences | None = Field(default=None, description="Whose the days are in which a complaint is answered.")
    disagreements: Some[Disagreement] = ()
