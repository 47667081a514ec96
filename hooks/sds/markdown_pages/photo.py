"""Finds GPS coordinates in the metadata of photos, which would tell everybody where a photo was taken."""

from __future__ import annotations

import re
import struct

PLACE = 0x8825
"""The tag of the GPS directory in the first directory of Exif data: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6.3."""
HEADER = re.compile(rb"(?:Exif\0\0|eXIf|EXIF....(?:Exif\0\0)?)(?=II\*\0|MM\0\*)", re.DOTALL)
"""The start of Exif data in a JPEG, PNG or WebP file."""
IN_WORDS = re.compile(rb"exif:GPSL(?:atitude|ongitude)\b")
"""GPS coordinates in XMP metadata: https://developer.adobe.com/xmp/docs/XMPNamespaces/exif/."""


def has_place(data: bytes) -> bool:
    """Whether the metadata of a picture has GPS coordinates."""
    return bool(IN_WORDS.search(data)) or any(_leads_to_place(data[found.end() :]) for found in HEADER.finditer(data))


def _leads_to_place(data: bytes) -> bool:
    """Whether the first directory of the Exif data ``data``, which begins with its byte order, has the GPS tag."""
    order = "<" if data.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, first)
        return any(struct.unpack_from(f"{order}H", data, first + 2 + 12 * entry)[0] == PLACE for entry in range(count))
    except struct.error:
        return False
