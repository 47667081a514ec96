"""The package format of Word and Excel files: a zip archive of XML parts (ECMA-376, part 2), with the same bytes at each build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
MADE_ON = (1980, 1, 1, 0, 0, 0)
"""The modification time of each entry: always the earliest that a zip archive can hold, so that builds are reproducible."""
PACKED = (".xlsx", ".docx", ".zip", ".gz", ".br", ".woff2")
"""The suffixes of files that are compressed already, so they are stored as they are. A third of a PDF, which is not, is still saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The document properties of a file. ``about`` becomes its description, ``day`` (``2026-11-28``) its date, ``language`` is a BCP 47 code."""

    title: str
    about: str
    creator: str
    day: str
    language: str


def office_file(
    facts: Facts, main: str, parts: Mapping[str, Callable[[], str]], kinds: Mapping[str, str], relations: Mapping[str, Mapping[str, tuple[str, str]]]
) -> bytes:
    """The bytes of a file.

    ``main`` is the path of its main part. ``parts`` are functions that return XML texts, without XML declaration, each called when its part is packed, and
    ``kinds`` the content types, both by path.
    ``relations`` has, by the path of each ``.rels`` file, the relationships in it: for each id the type and the target. A target that is a web address
    is marked as external.
    """
    top = {"rId1": (f"{OFFICE}/officeDocument", main), "rId2": (CORE, "docProps/core.xml")}
    told = {path: _relations(some) for path, some in {"_rels/.rels": top, **relations}.items()}
    own = {"[Content_Types].xml": _types(kinds), "docProps/core.xml": _core(facts), **told}
    whole: dict[str, Callable[[], str]] = {**{name: partial(str, text) for name, text in own.items()}, **parts}
    return zipped((name, (HEAD + whole[name]()).encode()) for name in sorted(whole))  # [Content_Types].xml sorts first, where some programs require it


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a zip archive of files, given as name and content, in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            _add(archive, name, content)
    return out.getvalue()


class GrowingArchive:
    """A zip archive to which each file is added when it is made, if they are made in their order, so that the archive is made last and no text is held for it.

    At 22 times the content, the texts would take 200 MB.
    """

    def __init__(self, files: Iterable[tuple[str, Callable[[], str | bytes]]], first: tuple[str, str]) -> None:
        """``files`` are the names of files, each with a function that makes its content, in the order of the archive. Before them comes the text ``first``."""
        self._make = dict(files)
        self._missing = list(self._make)
        self._out = io.BytesIO()
        self._archive = zipfile.ZipFile(self._out, "w")
        _add(self._archive, first[0], first[1].encode())

    def file(self, name: str) -> str | bytes:
        """The content of a file, made anew."""
        content = self._make[name]()
        if self._missing[:1] == [name]:
            _add(self._archive, self._missing.pop(0), content.encode() if isinstance(content, str) else content)
        return content

    def whole(self) -> bytes:
        """The bytes of the archive."""
        for name in tuple(self._missing):
            self.file(name)
        self._archive.close()
        return self._out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, MADE_ON)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    archive.writestr(entry, content)


def _types(kinds: Mapping[str, str]) -> str:
    parts = {**kinds, "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    named = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return (
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{relations}'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    outside = {id: ' TargetMode="External"' if "://" in target else "" for id, (_, target) in targets.items()}
    made = "".join(
        f"<Relationship Id={quoteattr(id)} Type={quoteattr(kind)} Target={quoteattr(target)}{outside[id]}/>" for id, (kind, target) in targets.items()
    )
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
