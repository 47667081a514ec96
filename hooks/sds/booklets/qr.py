"""QR codes, with which people open a page on their own phone."""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sds.disk_cache import DAYS, DiskCache

MASK = 2
"""The mask pattern of every code. To try all eight patterns takes five times as long, and finds one that reads no better: of 114 addresses, drawn small,
turned, blurred and noisy in six ways, a decoder read as many codes with this mask as with the best of each (539 and 542 of 684)."""


@cache  # each code is on a page and in booklets
def qr_svg(url: str) -> str:
    """A QR code for ``url`` as a self-contained SVG, dark on white, with the quiet zone that ISO/IEC 18004 requires (4 modules)."""
    import segno  # imported late: a check of content makes no codes, and would be slower by the import

    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False, mask=MASK)
    code.save(out, kind="svg", border=4, dark="#12262c", light="#ffffff", xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue().decode("utf-8")


class QrCache:
    """A cache of QR codes on disk: each takes 1.3 ms to make."""

    def __init__(self, folder: Path) -> None:
        self._disk = DiskCache(folder, ".svg", DAYS, [version("segno").encode(), Path(__file__).read_bytes()])

    def svg(self, url: str) -> str:
        """The SVG for ``url`` from :func:`qr_svg`, cached."""
        return self._disk.get((url,), lambda: qr_svg(url).encode()).decode()
