"""QR codes, with which people open a page on their own phone."""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sds.disk_cache import DAYS, DiskCache


@cache  # each code is on a page and in booklets
def qr_svg(url: str) -> str:
    """A QR code for ``url`` as a self-contained SVG, dark on white, with the quiet zone that ISO/IEC 18004 requires (4 modules)."""
    import segno  # imported late: a check of content makes no codes, and would be slower by the import

    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", border=4, dark="#12262c", light="#ffffff", xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue().decode("utf-8")


class QrCache:
    """A cache of QR codes on disk: each takes 8 ms to make."""

    def __init__(self, folder: Path) -> None:
        self._disk = DiskCache(folder, ".svg", DAYS, [version("segno").encode(), Path(__file__).read_bytes()])

    def svg(self, url: str) -> str:
        """The SVG for ``url`` from :func:`qr_svg`, cached."""
        return self._disk.get((url,), lambda: qr_svg(url).encode()).decode()
