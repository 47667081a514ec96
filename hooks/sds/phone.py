"""Phone numbers: as addresses that a device dials, with no-break spaces, and as links in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from sds.model.records import Contact

IN_TEXT = re.compile(r"(?<![\w.-])(?:\+\d{1,3} )?\(?\d{3,5}\)?(?: \d{2,6})+(?![\w-])")
"""A phone number: two or more groups of digits, such as ``0300 123 4567`` or ``116 123``. A year or an amount has one group, and is none."""
PARTS = re.compile(r"(<a\b.*?</a>|<[^>]+>)", re.DOTALL)
"""The parts of HTML in which no link may be made: tags, and links with their text."""
SCHEMES = {"phone": "tel:", "textphone": "tel:", "text": "sms:", "email": "mailto:"}
"""The URI scheme for each kind of way to reach someone."""


def address(kind: str, value: str) -> str:
    """``phone`` and ``0300 123 4567`` -> ``tel:03001234567``; an empty string for a kind that has no URI scheme, such as a letter."""
    scheme = SCHEMES.get(kind, "")
    return scheme + (value if kind == "email" else re.sub(r"[^\d+]", "", value)) if scheme else ""


def unbroken(text: str) -> str:
    """``text`` with no-break spaces in its phone numbers. Returns Markup when ``text`` is Markup."""
    made = IN_TEXT.sub(lambda found: found[0].replace(" ", "\u00a0"), str(text))
    return Markup(made) if isinstance(text, Markup) else made  # noqa: S704 (as safe as what was given: only spaces change)


class CallLinks:
    """Turns short phone numbers in running text, such as those for an emergency, into links."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        """Of ``contacts``, those count whose short name is one of their own phone numbers, such as a contact called "999"."""
        self._contacts = {one.short: one for one in contacts if one.short and any(way.value == one.short and way.kind == "phone" for way in one.ways)}
        names = "|".join(map(re.escape, self._contacts))
        self._pattern = re.compile(rf"(?<![\w.,-])(?:{names})(?![\w-]|[.,]\d)") if names else re.compile(r"(?!)")

    def __contains__(self, contact: object) -> bool:
        """Whether the number of ``contact`` becomes a link."""
        return contact in self._contacts.values()

    def linked(self, text: str, without: Iterable[str] = ()) -> Markup:
        """``text``, escaped unless it is Markup, with each short number as a link, except the numbers of the contacts with the ids ``without``."""
        apart = {one.short for one in self._contacts.values() if one.id in set(without)}

        def link(found: re.Match[str]) -> str:
            number = found[0]
            return number if number in apart else f'<a class="number" href="{address("phone", number)}">{number}</a>'

        pieces = PARTS.split(str(unbroken(escape(text))))
        return Markup("".join(piece if at % 2 else self._pattern.sub(link, piece) for at, piece in enumerate(pieces)))  # noqa: S704 (escaped above)
