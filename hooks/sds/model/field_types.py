"""The kinds of value a field may hold. Every one starts as text; a message is written for an editor."""

from __future__ import annotations

import datetime
import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from sds.model.marks import NotRead, Ref

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # independent-support-p3, option-1
FINDING_ID = re.compile(r"E\d{2}-\d{2}")  # E01-12
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")  # #5fa55f
NOT_WORDS = re.compile(r"[\d\s.,:/%+-]+|true|false|yes|no|null|~", re.IGNORECASE)  # 1.10, 2024-05-01, no
MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!]")
OPENS = r"(?<![\w.,;:!?)\]\u2019\u201d])"
QUOTES = tuple(
    (re.compile(pattern), quote) for pattern, quote in ((rf"{OPENS}'(?=[\w*])", "\u2018"), ("'", "\u2019"), (rf'{OPENS}"(?=[\w*])', "\u201c"), ('"', "\u201d"))
)
"""What each straight quote becomes: an opening one first, then whatever is left."""


class FieldError(ValueError):
    """Why a value was refused: what is ``wrong`` with it and what to write ``instead``, two sentences for an editor; ``offered`` is an id named there."""

    def __init__(self, wrong: str, instead: str = "", offered: str = "") -> None:
        super().__init__(f"{wrong} {instead}")
        self.wrong, self.instead, self.offered = wrong, instead, offered


def curly(text: str) -> str:
    """``text`` with typographic quotes and apostrophes."""
    if "'" in text or '"' in text:
        for pattern, quote in QUOTES:
            text = pattern.sub(quote, text)
    return text


def _one_line(value: str) -> str:
    """The value with single spaces, and as print writes it."""
    return curly(" ".join(value.split()))


def _words(value: str) -> str:
    text = _one_line(value)
    if not text:
        raise FieldError("This field is empty.")
    if NOT_WORDS.fullmatch(text):
        raise FieldError(f'There is "{text}" where words belong.', "Write it out as words.")
    if MARKUP.search(text):
        raise FieldError("There is an HTML tag in these words.", "Write plain words; the page adds the form.")
    return text


def _text(value: str) -> str:
    text = _one_line(value)
    if not text:
        raise FieldError("This field is empty.")
    return text


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        small = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        raise FieldError(f'"{value}" is not an id.', f'Write small letters, digits and single hyphens, as in "{small or "a-name"}".', small)
    return value


def _finding_id(value: str) -> str:
    if not FINDING_ID.fullmatch(value):
        raise FieldError(f'"{value}" is not the id of a finding.', 'Write E, two digits, a hyphen and two digits, as in "E01-12".')
    return value


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:  # a bracket that opens an address of numbers and never closes
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or any(character in value for character in " <>\"'"):
        raise FieldError(f'"{value}" is not a web address.', "Write the whole address, starting with https://.")
    return value


def _colour(value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise FieldError(f'"{value}" is not a colour.', 'Write # and 3, 4, 6 or 8 of 0 to 9 and a to f, in double quotes, as in "#5fa55f".')
    return value


def _number(value: object) -> object:
    if not str(value).isdecimal():
        raise FieldError(f'"{value}" is not a whole number.', 'Write digits only, as in "5".')
    return value


def _date(value: str) -> str:
    wrong = FieldError(f'"{value}" is not a date.', 'Write year, month and day, as in "2026-11-21".')
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise wrong
    try:
        datetime.date.fromisoformat(value)
    except ValueError as error:  # the 30th of February
        raise wrong from error
    return value


def _yes_no(value: object) -> object:
    if value not in ("yes", "no", True, False):
        raise FieldError(f'"{value}" is neither yes nor no.', 'Write "yes" or "no".')
    return value in ("yes", True)


def _citation(value: str) -> str:
    if FINDING_ID.fullmatch(value):
        return value
    source, comma, place = value.partition(", ")
    if not ID.fullmatch(source) or not comma or not place.strip():
        raise FieldError(
            f'"{value}" does not say where in a source to look.',
            'Write the id of a finding (E01-12), or a source, a comma and the place: "act-2013, section 9".',
        )
    return value


Words = Annotated[str, AfterValidator(_words), Field(description="Plain words.")]
Text = Annotated[str, AfterValidator(_text), Field(description="Words, or a number, label or year as it is printed.")]
Id = Annotated[str, AfterValidator(_id), Field(description="A permanent id: small letters, digits and hyphens.", pattern=f"^{ID.pattern}$"), NotRead()]
FindingId = Annotated[
    str,
    AfterValidator(_finding_id),
    Field(description="The id of a finding, as in E01-12.", pattern=f"^{FINDING_ID.pattern}$", examples=["E01-12"]),
    NotRead(),
]
Address = Annotated[str, AfterValidator(_address), Field(description="A whole web address, starting with https:// or http://.")]
Colour = Annotated[str, AfterValidator(_colour), Field(description="A colour as # and hexadecimal digits.", pattern=f"^{COLOUR.pattern}$")]
Number = Annotated[int, BeforeValidator(_number), Field(description="A whole number.", examples=["5"])]
Date = Annotated[str, AfterValidator(_date), Field(description="A date: year-month-day.", examples=["2026-11-21"])]
YesNo = Annotated[bool, BeforeValidator(_yes_no), Field(description='"yes" or "no".', examples=["yes"])]
Citation = Annotated[
    str,
    AfterValidator(_citation),
    Field(description='The id of a finding, or a source, a comma and the place in it: "act-2013, section 9".', examples=["act-2013, section 9"]),
    Ref("findings", "sources", citation=True),
    NotRead(),
]


def day(date: str) -> str:
    """A date as people read it: ``2026-11-21`` -> ``21 November 2026``."""
    when = datetime.date.fromisoformat(date)
    return f"{when.day} {when:%B} {when.year}"
