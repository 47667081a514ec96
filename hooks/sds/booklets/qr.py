"""QR codes that open an easy-read page on someone's own phone."""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sds.disk_cache import DAYS, DiskCache


@cache  # each stands on a page and in booklets
def qr_svg(url: str) -> str:
    """A QR code for ``url`` as a self-contained SVG, dark on white, with the quiet border the standard asks for (4 modules)."""
    import segno  # here, as all else that only a booklet or a code needs: a check of content makes none, and would wait for it

    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", border=4, dark="#12262c", light="#ffffff", xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue().decode("utf-8")


class QrCache:
    """Codes kept on disk for the next build: each takes 8 ms to make."""

    def __init__(self, folder: Path) -> None:
        self._disk = DiskCache(folder, ".svg", DAYS, [version("segno").encode(), Path(__file__).read_bytes()])

    def svg(self, url: str) -> str:
        """As :func:`qr_svg`."""
        return self._disk.get((url,), lambda: qr_svg(url).encode()).decode()
