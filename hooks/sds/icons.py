"""Where the icons of the theme are: SVG files of mkdocs-material, which needs no MkDocs to be read."""

from __future__ import annotations

from pathlib import Path

import material

ICONS = Path(material.__file__).parent / "templates" / ".icons"
