"""The parts of a Word file -> its bytes: a zip archive (ECMA-376, part 2), the same at each build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MADE_ON = (1980, 1, 1, 0, 0, 0)
"""What each entry of the archive says of its time: the first that a zip can say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file says of itself: its title, what it is about, who made it, and the day (2026-11-28) it is of."""

    title: str
    about: str
    creator: str
    day: str
    language: str


def package(facts: Facts, document: str, styles: str, footer: str, links: Mapping[str, str]) -> bytes:
    """A Word file. ``document``, ``styles`` and ``footer`` are XML without its first line; ``links`` are the addresses in the footer by relation."""
    footers = _relations({id: (f"{OFFICE}/hyperlink", address) for id, address in links.items()}, outside=True)
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": (f"{OFFICE}/officeDocument", "word/document.xml"), "rId2": (CORE, "docProps/core.xml")}),
        "docProps/core.xml": _core(facts),
        "word/_rels/document.xml.rels": _relations({"rId1": (f"{OFFICE}/styles", "styles.xml"), "rId2": (f"{OFFICE}/footer", "footer1.xml")}),
        "word/_rels/footer1.xml.rels": footers,
        "word/document.xml": document,
        "word/footer1.xml": footer,
        "word/styles.xml": styles,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts):  # the list of types comes first, as some readers ask
            entry = zipfile.ZipInfo(name, MADE_ON)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, HEAD + parts[name], compresslevel=9)
    return out.getvalue()


CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def _types() -> str:
    parts = {"word/document.xml": f"{WORD}.document.main+xml", "word/styles.xml": f"{WORD}.styles+xml", "word/footer1.xml": f"{WORD}.footer+xml"}
    parts["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    named = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{relations}'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]], outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    made = "".join(f"<Relationship Id={quoteattr(id)} Type={quoteattr(kind)} Target={quoteattr(target)}{mode}/>" for id, (kind, target) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def _core(facts: Facts) -> str:
    on = f'xsi:type="dcterms:W3CDTF">{facts.day}T00:00:00Z'
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(facts.title)}</dc:title><dc:creator>{escape(facts.creator)}</dc:creator><dc:description>{escape(facts.about)}</dc:description>"
        f"<dc:language>{escape(facts.language)}</dc:language>"
        f"<dcterms:created {on}</dcterms:created><dcterms:modified {on}</dcterms:modified></cp:coreProperties>"
    )
