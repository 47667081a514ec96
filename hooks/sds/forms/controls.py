"""The boxes of a Word file: content controls, which hold words, a date, a tick or a choice, and keep their name when the file is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from sds.forms.ooxml import run

MOST_NAME = 64
"""How many characters the name and the tag of a control may have: Word calls a file with longer ones damaged."""
WRITE = "Write here"
WRITE_DATE = "Day, month and year"
UNTICKED = "\u2610"


class Controls:
    """Makes the controls of one file, each with an id of its own."""

    def __init__(self) -> None:
        self._made = 0

    def text(self, tag: str, name: str, empty: str = WRITE, lines: bool = False) -> str:
        """A box for words; with ``lines`` for several lines. ``empty`` stands in it until someone writes."""
        return self._control(tag, name, '<w:text w:multiLine="1"/>' if lines else "<w:text/>", run(empty, style="PlaceholderText"), shown=True)

    def date(self, tag: str, name: str, language: str, empty: str = WRITE_DATE) -> str:
        """A box for a date, with a calendar to choose from. ``language`` is that of the month's name: en-GB."""
        kind = (
            f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val={quoteattr(language)}/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
        return self._control(tag, name, kind, run(empty, style="PlaceholderText"), shown=True)

    def tick(self, tag: str, name: str) -> str:
        """A box to tick."""
        kind = (
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        )
        return self._control(tag, name, kind, run(UNTICKED, style="Tick"))

    def choice(self, tag: str, name: str, choices: Iterable[str], empty: str) -> str:
        """A list of words to choose from, or to write in their place."""
        items = "".join(f"<w:listItem w:displayText={quoteattr(words)} w:value={quoteattr(words)}/>" for words in choices)
        return self._control(tag, name, f"<w:comboBox>{items}</w:comboBox>", run(empty, style="PlaceholderText"), shown=True)

    def _control(self, tag: str, name: str, kind: str, content: str, shown: bool = False) -> str:
        self._made += 1
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(name_of(name))}/><w:tag w:val={quoteattr(tag[:MOST_NAME])}/>"
            f'<w:id w:val="{self._made}"/>{"<w:showingPlcHdr/>" if shown else ""}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
        )


def name_of(name: str) -> str:
    """A name as a control may have it: cut at a word."""
    return name if len(name) <= MOST_NAME else name[: MOST_NAME - 1].rsplit(" ", 1)[0] + "\u2026"
