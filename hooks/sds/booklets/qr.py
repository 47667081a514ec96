"""QR codes that open an easy-read page on someone's own phone."""

from __future__ import annotations

import io
from functools import cache


@cache  # each stands on a page and in booklets
def qr_svg(url: str) -> str:
    """A QR code for ``url`` as a self-contained SVG, dark on white, with the quiet border the standard asks for (4 modules)."""
    import segno  # here, as all else that only a booklet or a code needs: a check of content makes none, and would wait for it

    out = io.BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", border=4, dark="#12262c", light="#ffffff", xmldecl=False, svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue().decode("utf-8")
