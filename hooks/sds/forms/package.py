"""Puts the parts of a Word file together as a ZIP package (Open Packaging Conventions)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from sds.forms.ooxml import NAMESPACES
from sds.office_file import OFFICE, Facts, office_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/footer1.xml": f"{WORD}.footer+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
}
SETTINGS = (
    f'<w:settings {NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)
"""Without this, Word opens the file in the compatibility mode of Word 2007, says so in the title bar, and moves tables to the left of the text
(WdCompatibilityMode)."""


def package(facts: Facts, document: str, styles: str, footer: str, links: Mapping[str, str]) -> bytes:
    """The bytes of a Word file. ``document``, ``styles`` and ``footer`` are XML without the XML declaration. ``links`` are the addresses in the footer by
    relationship id."""
    texts = {"word/document.xml": document, "word/footer1.xml": footer, "word/settings.xml": SETTINGS, "word/styles.xml": styles}
    parts = {path: partial(str, text) for path, text in texts.items()}
    relations = {
        "word/_rels/document.xml.rels": {
            "rId1": (f"{OFFICE}/styles", "styles.xml"),
            "rId2": (f"{OFFICE}/footer", "footer1.xml"),
            "rId3": (f"{OFFICE}/settings", "settings.xml"),
        },
        "word/_rels/footer1.xml.rels": {id: (f"{OFFICE}/hyperlink", address) for id, address in links.items()},
    }
    return office_file(facts, "word/document.xml", parts, KINDS, relations)
