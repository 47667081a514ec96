"""The types of field values. Each validates the text of a YAML file, and raises a FieldError with a message for an editor."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from sds.model.days import FIRST_DAY, iso_day
from sds.model.field_error import FieldError
from sds.model.in_print import curly
from sds.model.marks import AsWritten, NotRead, Ref, SaysWhen, WholeSentences
from sds.model.web_addresses import email_address, web_address

ID = re.compile(r"[A-Za-z0-9]+([-._][A-Za-z0-9]+)*")  # water-w3, SC-1.1
PLAIN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # water-w3
FINDING_ID = re.compile(r"E\d{2}-\d{2}")  # E01-12: the form that plain ids of findings have
MOST_ID = 100
"""Most characters of an id. An id becomes a file name: file systems allow 255 bytes for a name, and Windows 260 characters for a whole path."""
DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))])
"""File names that Windows reserves for devices, with any extension: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file."""
MOST_WORD = 100  # characters of one word; web addresses may be longer. The longest words in dictionaries have half as many
CODE = re.compile(r"[a-z]{1,2}")  # w, gk
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")  # en-GB, cy, sr-Latn-RS
YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")  # #5fa55f
NOT_WORDS = re.compile(
    r"[\d\s.,:/%+-]+|true|false|yes|no|on|off|null|~|[-+]?\.(?:inf|nan)|0[ox][\da-f]+|[-+]?[\d.]+e[-+]?\d+|\d{4}-\d\d-\d\d[t ][\d:.z +-]+",
    re.IGNORECASE,
)
"""Text that YAML reads as a number, date, time, boolean or null: 1.10, 2024-05-01T10:00Z, 0x1F, 1e3, off (https://yaml.org/type/)."""
MOST_LETTERS = 5_000  # of one value; the longest so far has a fifth of them
IN_ARROWS = re.compile(r"<<\s*([\w-]+)\s*>>")
MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!]")


def _one_line(value: str) -> str:
    """The value with single spaces and curly quotes. Raises FieldError when a word is too long."""
    parts = value.split()
    if len(value) > MOST_WORD and (long := next((part for part in parts if len(part) > MOST_WORD and "://" not in part), "")):
        raise FieldError(f'The word that begins "{long[:20]}" has {len(long):,} letters. The maximum is {MOST_WORD}.', "Write spaces between its words.")
    return curly(" ".join(parts))


def _words(value: str) -> str:
    text = _text(value)
    if len(text) > MOST_LETTERS:
        raise FieldError(f'The words that begin "{text[:20]}" have {len(text):,} letters. The maximum is {MOST_LETTERS:,}.', "Say it in fewer.")
    if not (text[0].isalpha() and " " in text) and NOT_WORDS.fullmatch(text):  # a shortcut for most texts
        raise FieldError(f'There is "{text}" where words belong.', "Write it out as words.")
    if "<" not in text:
        return text
    if named := IN_ARROWS.search(text):
        raise FieldError(
            f'Nothing replaces "{named[0]}" in these words.', f"Write {{{named[1].lower()}}}, if that is a box to fill in. Else write plain words."
        )
    if MARKUP.search(text):
        raise FieldError("There is an HTML tag in these words.", "Write plain words. The page adds the formatting.")
    return text


def _text(value: str) -> str:
    text = _one_line(value)
    if not text:
        raise FieldError("This field is empty.")
    return text


def slug(value: str) -> str:
    """``value`` in small letters, digits and single hyphens: ``"Consistency of care"`` -> ``"consistency-of-care"``."""
    return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        small = slug(value)
        raise FieldError(f'"{value}" is not an id.', f'Write small letters, digits and single hyphens, as in "{small or "a-name"}".', small)
    if len(value) > MOST_ID:
        raise FieldError(f"This id has {len(value):,} letters. The maximum is {MOST_ID}.", f'Write a shorter one, as in "{value[:20].strip("-._")}".')
    if is_device(value):
        raise FieldError(f'"{value}" is the name of a device on Windows, where no file can have it.', f'Write another, as in "{value}-1".')
    return value


def is_device(name: str) -> bool:
    """Whether Windows reserves a file name for a device: ``con``, ``Aux``, ``nul.txt``."""
    return name.partition(".")[0].lower() in DEVICES


def _code(value: str) -> str:
    if not CODE.fullmatch(value):
        raise FieldError(f'"{value}" is not the code of a role.', 'Write one or two small letters, as in "w" or "gk": they are in the ids of its statements.')
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise FieldError(f'"{value}" is not a language.', 'Write its code, with that of the country where it matters, as in "en-GB" or "cy".')
    return value


def _colour(value: str) -> str:
    if not COLOUR.fullmatch(value):
        raise FieldError(f'"{value}" is not a colour.', 'Write # and 3, 4, 6 or 8 of 0 to 9 and a to f, in double quotes, as in "#5fa55f".')
    return value


def _number(value: object) -> object:
    if not str(value).isdecimal():
        raise FieldError(f'"{value}" is not a whole number.', "Write digits only, in double quotes.")
    return value


def _number_or_label(value: object) -> object:
    text = str(value)
    if number := re.fullmatch(r"\W+(\d+)|(\d+)\W+", text):
        raise FieldError(f'"{value}" is not a number.', whole=f'"{number[1] or number[2]}"')
    return int(text) if text.isdecimal() else _text(text)


def _date(value: str) -> str:
    right = iso_day(value)
    if right and right < FIRST_DAY:
        raise FieldError(f'"{value}" cannot be right: no page was read and no site changed before {FIRST_DAY[:4]}.', "Write its year in four digits.")
    if right != value:  # the 30th of February is no day
        raise FieldError(
            f'"{value}" is not a date.', "" if right else 'Write year, month and day in digits: "YYYY-MM-DD".', whole=f'"{right}"' if right else ""
        )
    return value


def _year(value: str) -> str:
    if not YEAR.fullmatch(value):
        raise FieldError(f'"{value}" is not a year.', "Write its four digits, in double quotes.")
    return value


def _yes_no(value: object) -> object:
    if value not in ("yes", "no", True, False):
        raise FieldError(f'"{value}" is neither yes nor no.', 'Write "yes" or "no".')
    return value in ("yes", True)


NO_COMMA = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)+)[.;:]? ([a-z]+ \S.*)")
"""A source and a place in it without the comma between them."""


def no_place(citation: str) -> FieldError:
    """The error for a citation that names a source and no place in it."""
    if found := NO_COMMA.fullmatch(citation):
        return FieldError(f'"{citation}" does not say where in a source to look.', f'Write "{found[1]}, {found[2]}"')
    return FieldError(
        f'"{citation}" does not say where in a source to look.',
        'Write the id of a finding (E00-00), or a source, a comma and the place: "a-source, section 9".',
    )


def _citation(value: str) -> str:
    source, comma, place = value.partition(", ")
    if not ID.fullmatch(source) or (comma and not place.strip()):
        raise no_place(value)
    return value


PRINTED = AsWritten(type=["string", "number"], minLength=1)
A_YEAR = AsWritten(type=["string", "integer"], pattern=f"^{YEAR.pattern}$")
AN_ADDRESS = AsWritten(type="string", pattern="^https?://[^ ]+$")
A_DAY = AsWritten(type="string", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")

Words = Annotated[str, AfterValidator(_words), Field(description="Plain words."), AsWritten(type="string", minLength=1)]
Sentences = Annotated[Words, WholeSentences()]
Text = Annotated[str, AfterValidator(_text), Field(description="Words or a number, as they are printed."), PRINTED]
When = Annotated[Text, SaysWhen()]
Id = Annotated[str, AfterValidator(_id), Field(description="A permanent id: letters, digits, hyphens and full stops.", pattern=f"^{ID.pattern}$"), NotRead()]
Address = Annotated[str, AfterValidator(web_address), Field(description="A whole web address, starting with https:// or http://."), AN_ADDRESS]
Email = Annotated[str, AfterValidator(email_address), Field(description="An email address.")]
Colour = Annotated[str, AfterValidator(_colour), Field(description="A colour as # and hexadecimal digits.", pattern=f"^{COLOUR.pattern}$")]
Code = Annotated[str, AfterValidator(_code), Field(description="One or two small letters.", pattern=f"^{CODE.pattern}$"), NotRead()]
Language = Annotated[str, AfterValidator(_language), Field(description="The code of a language, as in en-GB (BCP 47).", pattern=f"^{LANGUAGE.pattern}$")]
Number = Annotated[int, BeforeValidator(_number), Field(description="A whole number."), AsWritten(type=["string", "integer"], pattern="^[0-9]+$")]
NumberOrLabel = Annotated[int | str, BeforeValidator(_number_or_label), Field(description="A number, or what is used instead of one."), PRINTED]
Date = Annotated[str, AfterValidator(_date), Field(description="A date: year-month-day."), A_DAY]
Year = Annotated[str, AfterValidator(_year), Field(description="A year in four digits."), A_YEAR]
YesNo = Annotated[bool, BeforeValidator(_yes_no), Field(description='"yes" or "no".'), AsWritten(enum=["yes", "no"])]
Citation = Annotated[
    str,
    AfterValidator(_citation),
    Field(description='The id of a finding, or a source, a comma and the place in it: "a-source, section 9".'),
    Ref("findings", "sources", citation=True),
    NotRead(),
]
