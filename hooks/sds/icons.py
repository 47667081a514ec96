"""Where the theme's icons are: SVG files in the package mkdocs-material. To read them, MkDocs need not be imported."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import material

ICONS = Path(material.__file__).parent / "templates" / ".icons"


@cache
def icon_names() -> tuple[str, ...]:
    """The names of the Material Design icons (``account``), sorted."""
    return tuple(sorted(file.stem for file in (ICONS / "material").glob("*.svg")))
