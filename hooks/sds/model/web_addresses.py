"""Web and email addresses: what one looks like, and what is told of one that is wrong."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sds.model.field_error import FieldError

EMAIL = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&]+")
PATH = r"(?:[/?#][^\s<>\"'\\{}|^`]*[^\s<>\"'\\{}|^`.,;])?"
WWW = re.compile(rf"(www\.[\w-]+\.[\w.-]*\w/?{PATH})")
OF_PLACES = (
    "africa|asia|bayern|berlin|brussels|bzh|cat|cymru|eus|frl|gal|hamburg|koeln|london|nyc|paris|quebec|ruhr|saarland|scot|swiss|sydney|tirol|tokyo|"
    "vlaanderen|wales|wien"
)
ENDING = rf"(?:[a-z]{{2}}|com|coop|edu|gov|info|int|net|org|{OF_PLACES})"
"""How a host ends: in two letters for a country, or in one of the more usual longer endings (https://www.iana.org/domains/root/db)."""
ENDING_IN_WORDS = rf"(?!(?:am|an|as|at|be|by|cat|do|go|he|hi|if|in|is|it|me|my|no|of|oh|ok|on|or|pm|so|to|up|us|we)\b){ENDING}"
"""The same for words in which nothing else shows that they are an address. Left out are English words, because "him.so" may only lack a space."""
BARE_HOST = rf"(?:[a-z0-9-]+\.)+{ENDING}"  # as people write one in words
BARE = re.compile(rf"((?!.*\.md(?:[?#]|$)){BARE_HOST}/?{PATH})")  # a web address without https:// and www, and no hand-written page
ONE_SLASH = re.compile(r"https?:?/{0,2}((?:[\w-]+\.)+[a-z]{2,}(?:/[\w./-]*)?)")  # with a mistake in https://, as in https:/a.org
WRAPPED = re.compile(r"(?:\[[^\]]*\] ?)?[<(\[\"']+(https?://[^\s<>()\[\]\"']+)[>)\]\"']+")
"""A web address between signs, or as Markdown has a link."""
OWN_MACHINE = re.compile(r"(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|0)\.[\d.]+|.*\.(?:local|localhost|internal|lan|home)|\[.*")
"""Hosts of this computer or of a local network: RFC 1918, 3927, 6762."""
ON_A_DISK = re.compile(r"[A-Za-z]:[\\/]|file:|\\\\")
"""The start of the path of a file on somebody's own computer or network."""
HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]+\.?|[\d.]+\.\d+|\[.*")
"""A host: names separated by full stops, in the letters of any script, or an IP address (RFC 1123, section 2.1)."""
UNLIKELY = re.compile(r"[ <>\"'\\{}|^`]|[.,;]$|%(?![0-9A-Fa-f]{2})")
"""Characters that an address may not contain unencoded (RFC 3986, section 2), and a comma or full stop at its end, which was copied with it."""


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


def email_address(value: str) -> str:
    """``value``, if it is an email address. Raises FieldError if it is not."""
    if not EMAIL.fullmatch(value):
        raise FieldError(f'"{value}" is not an email address.', 'Write it as in "name@example.org".')
    return value
