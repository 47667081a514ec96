"""Where the icons of the theme are: SVG files of mkdocs-material, which needs no MkDocs to be read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import material

ICONS = Path(material.__file__).parent / "templates" / ".icons"


@cache
def icon_names() -> tuple[str, ...]:
    """The names of the icons of Material Design."""
    return tuple(sorted(file.stem for file in (ICONS / "material").glob("*.svg")))
