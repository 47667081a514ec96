"""The parts of a Word file -> its bytes."""

from __future__ import annotations

from collections.abc import Mapping

from sds.office_file import OFFICE, Facts, office_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {"word/document.xml": f"{WORD}.document.main+xml", "word/styles.xml": f"{WORD}.styles+xml", "word/footer1.xml": f"{WORD}.footer+xml"}


def package(facts: Facts, document: str, styles: str, footer: str, links: Mapping[str, str]) -> bytes:
    """A Word file. ``document``, ``styles`` and ``footer`` are XML without its first line; ``links`` are the addresses in the footer by relation."""
    parts = {"word/document.xml": document, "word/footer1.xml": footer, "word/styles.xml": styles}
    relations = {
        "word/_rels/document.xml.rels": {"rId1": (f"{OFFICE}/styles", "styles.xml"), "rId2": (f"{OFFICE}/footer", "footer1.xml")},
        "word/_rels/footer1.xml.rels": {id: (f"{OFFICE}/hyperlink", address) for id, address in links.items()},
    }
    return office_file(facts, "word/document.xml", parts, KINDS, relations)
