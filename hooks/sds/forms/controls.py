"""Content controls: the fields of a Word file, for text, a date, a tick or a choice. Each keeps its tag when the file is filled in, so that a program can read
it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from sds.forms.ooxml import run

MOST_NAME = 64
"""The maximum length of a control's name (alias) and tag: Word reports a file with longer ones as damaged."""
WRITE = "Write here"
WRITE_DATE = "Day, month and year"
UNTICKED = "\u2610"


class Controls:
    """Makes the content controls of one file, as XML, each with a unique id."""

    def __init__(self) -> None:
        self._made = 0

    def text(self, tag: str, name: str, empty: str = WRITE, lines: bool = False) -> str:
        """A text field; with ``lines``, one of several lines. ``empty`` is its placeholder."""
        return self._control(tag, name, '<w:text w:multiLine="1"/>' if lines else "<w:text/>", run(empty, style="PlaceholderText"), shown=True)

    def date(self, tag: str, name: str, language: str, empty: str = WRITE_DATE) -> str:
        """A date field with a calendar. ``language`` is the language of the month's name, such as en-GB."""
        kind = (
            f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val={quoteattr(language)}/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
        return self._control(tag, name, kind, run(empty, style="PlaceholderText"), shown=True)

    def tick(self, tag: str, name: str) -> str:
        """A tick box."""
        kind = (
            '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
        )
        return self._control(tag, name, kind, run(UNTICKED, style="Tick"))

    def choice(self, tag: str, name: str, choices: Iterable[str], empty: str) -> str:
        """A drop-down list in which you can also type something else."""
        items = "".join(f"<w:listItem w:displayText={quoteattr(words)} w:value={quoteattr(words)}/>" for words in choices)
        return self._control(tag, name, f"<w:comboBox>{items}</w:comboBox>", run(empty, style="PlaceholderText"), shown=True)

    def _control(self, tag: str, name: str, kind: str, content: str, shown: bool = False) -> str:
        self._made += 1
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(name_of(name))}/><w:tag w:val={quoteattr(tag[:MOST_NAME])}/>"
            f'<w:id w:val="{self._made}"/>{"<w:showingPlcHdr/>" if shown else ""}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
        )


def name_of(name: str) -> str:
    """``name``, cut after a whole word if it is too long for a control."""
    return name if len(name) <= MOST_NAME else name[: MOST_NAME - 1].rsplit(" ", 1)[0] + "\u2026"
