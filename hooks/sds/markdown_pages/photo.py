"""Where a photo says that it was taken: cameras write the place into the file, and everybody can read it there."""

from __future__ import annotations

import re
import struct

PLACE = 0x8825
"""The tag that leads to the place, in the first directory of what a camera writes: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6.3."""
HEADER = re.compile(rb"(?:Exif\0\0|eXIf|EXIF....(?:Exif\0\0)?)(?=II\*\0|MM\0\*)", re.DOTALL)
"""What stands before such a directory in a JPEG, a PNG and a WebP."""
IN_WORDS = re.compile(rb"exif:GPSL(?:atitude|ongitude)\b")
"""The same as words, which some programs write: https://developer.adobe.com/xmp/docs/XMPNamespaces/exif/."""


def has_place(data: bytes) -> bool:
    """Whether a picture says where it was taken."""
    return bool(IN_WORDS.search(data)) or any(_leads_to_place(data[found.end() :]) for found in HEADER.finditer(data))


def _leads_to_place(data: bytes) -> bool:
    """Whether the first directory in ``data``, which begins with the order of its bytes, has the tag of a place."""
    order = "<" if data.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", data, 4)
        (count,) = struct.unpack_from(f"{order}H", data, first)
        return any(struct.unpack_from(f"{order}H", data, first + 2 + 12 * entry)[0] == PLACE for entry in range(count))
    except struct.error:
        return False
