"""Numbers to call: as a device dials them, in a line that never breaks inside one, and as links in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from sds.model.records import Contact

IN_TEXT = re.compile(r"(?<![\w.-])(?:\+\d{1,3} )?\(?\d{3,5}\)?(?: \d{2,6})+(?![\w-])")
"""A number in several groups, such as ``0300 123 4567`` or ``116 123``. A year or an amount is one group."""
PARTS = re.compile(r"(<a\b.*?</a>|<[^>]+>)", re.DOTALL)
"""What of a text that is markup already is no running text: each tag, and links with their words."""
SCHEMES = {"phone": "tel:", "textphone": "tel:", "text": "sms:", "email": "mailto:"}
"""How an address begins that a device acts on, by the kind of way."""


def address(kind: str, value: str) -> str:
    """``phone`` and ``0300 123 4567`` -> ``tel:03001234567``; an empty string for a way that no device acts on, such as a letter."""
    scheme = SCHEMES.get(kind, "")
    return scheme + (value if kind == "email" else re.sub(r"[^\d+]", "", value)) if scheme else ""


def unbroken(text: str) -> str:
    """``text`` with no-break spaces inside the numbers to call in it. The same for text that is markup."""
    made = IN_TEXT.sub(lambda found: found[0].replace(" ", "\u00a0"), str(text))
    return Markup(made) if isinstance(text, Markup) else made  # noqa: S704 (as safe as what was given: only spaces change)


class CallLinks:
    """Makes links of the short numbers, such as those for an emergency, in running text."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        """A contact counts whose short name is a number that it shows."""
        self._contacts = {one.short: one for one in contacts if one.short and any(way.value == one.short and way.kind == "phone" for way in one.ways)}
        names = "|".join(map(re.escape, self._contacts))
        self._pattern = re.compile(rf"(?<![\w.,-])(?:{names})(?![\w-]|[.,]\d)") if names else re.compile(r"(?!)")

    def __contains__(self, contact: object) -> bool:
        return contact in self._contacts.values()

    def linked(self, text: str, without: Iterable[str] = ()) -> Markup:
        """``text``, escaped unless it is markup, with each short number in it a link, apart from those of the contacts ``without``."""
        apart = {one.short for one in self._contacts.values() if one.id in set(without)}

        def link(found: re.Match[str]) -> str:
            number = found[0]
            return number if number in apart else f'<a class="number" href="{address("phone", number)}">{number}</a>'

        pieces = PARTS.split(str(unbroken(escape(text))))
        return Markup("".join(piece if at % 2 else self._pattern.sub(link, piece) for at, piece in enumerate(pieces)))  # noqa: S704 (escaped above)
