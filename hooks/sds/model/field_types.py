"""The types of field values. Each validates the text of a YAML file, and raises a FieldError with a message for an editor."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from sds.model.days import FIRST_DAY, iso_day
from sds.model.in_print import curly
from sds.model.marks import AsWritten, NotRead, Ref, SaysWhen, WholeSentences

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
MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!]")
EMAIL = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&]+")
WWW = re.compile(r"(www\.[\w-]+\.[\w./-]+)")
BARE_HOST = r"(?:[a-z0-9-]+\.)+(?:scot|uk|org|com|net|eu)"  # as people write one in words
BARE = re.compile(rf"({BARE_HOST}(?:/[\w./-]*)?)")  # a web address without https:// and www
ONE_SLASH = re.compile(r"https?:?/{0,2}((?:[\w-]+\.)+[a-z]{2,}(?:/[\w./-]*)?)")  # with a mistake in https://, as in https:/a.org
WRAPPED = re.compile(r"(?:\[[^\]]*\] ?)?[<(\[\"']+(https?://[^\s<>()\[\]\"']+)[>)\]\"']+")
"""A web address between signs, or as Markdown has a link."""
OWN_MACHINE = re.compile(r"(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|0)\.[\d.]+|.*\.(?:local|localhost|internal|lan|home)|\[.*")
"""Hosts of this computer or of a local network: RFC 1918, 3927, 6762."""
HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]+\.?|[\d.]+\.\d+|\[.*")
"""A host: names separated by full stops, in the letters of any script, or an IP address (RFC 1123, section 2.1)."""
UNLIKELY = re.compile(r"[ <>\"'\\{}|^`]|[.,;]$|%(?![0-9A-Fa-f]{2})")
"""Characters that an address may not contain unencoded (RFC 3986, section 2), and a comma or full stop at its end, which was copied with it."""


class FieldError(ValueError):
    """Why a value was refused: what is ``wrong`` with it and what to write ``instead``, two sentences for an editor.

    ``offered`` is the id that ``instead`` suggests, if any. ``whole`` is the correct value, if known; ``instead`` then says to write it.
    """

    def __init__(self, wrong: str, instead: str = "", offered: str = "", *, whole: str = "") -> None:
        instead = instead or (f"Write {whole}" if whole else "")
        super().__init__(f"{wrong} {instead}")
        self.wrong, self.instead, self.offered, self.whole = wrong, instead, offered, whole


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
    if NOT_WORDS.fullmatch(text):
        raise FieldError(f'There is "{text}" where words belong.', "Write it out as words.")
    if named := re.search(r"<<\s*([\w-]+)\s*>>", text):
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


def web_address(value: str) -> str:
    """``value``, if it is a web address that everybody can open. Raises FieldError if it is not."""
    try:
        parts = urlsplit(value)
        port, host, user = parts.port, parts.hostname or "", parts.username
    except ValueError:  # an IPv6 address whose bracket is not closed, or a port that is not a number
        parts, port, host, user = urlsplit(""), None, "", None
    if parts.scheme not in {"http", "https"} or not HOST.fullmatch(host) or UNLIKELY.search(value):
        raise _no_address(value)
    if user is not None:
        raise FieldError("There is a name or a password in this address.", whole=value.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1))
    if port is not None or OWN_MACHINE.fullmatch(host):
        raise FieldError(f'"{value}" is not an address that everybody can open.', "Write the address that it has on the internet.")
    return value


def _no_address(value: str) -> FieldError:
    """The error for a ``value`` that is not a web address, with the right address if it can be derived."""
    wrong = f'"{value}" is not a web address.'
    if whole := next((f"https://{found[1]}" for form in (WWW, BARE, ONE_SLASH) if (found := form.fullmatch(value)) and f"https://{found[1]}" != value), ""):
        return FieldError(wrong, whole=whole)
    if wrapped := WRAPPED.fullmatch(value):
        return FieldError("An address is on its own here, without signs around it.", whole=wrapped[1])
    if EMAIL.fullmatch(value):
        return FieldError(f'"{value}" is an email address, and a web address belongs here.', "Write the address of a page, starting with https://.")
    if value.startswith(("http://", "https://")):
        if value.count("://") > 1:
            return FieldError("There are two addresses here, and one belongs here.", "Write one of them.")
        if value[-1] in ".,;" and not UNLIKELY.search(value[:-1]):
            return FieldError("There is a sign behind this address that is no part of it.", whole=value[:-1])
        if sign := UNLIKELY.search(value):
            what = "a space" if sign[0] == " " else f'the sign "{sign[0]}"'
            wrong = f"There is {what} in this address, and no address has one."
        return FieldError(wrong, "Open the page, and copy its address from the browser.")
    return FieldError(wrong, "Write the whole address, starting with https://.")


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise FieldError(f'"{value}" is not an email address.', 'Write it as in "name@example.org".')
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
Email = Annotated[str, AfterValidator(_email), Field(description="An email address.")]
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
