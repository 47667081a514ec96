"""Under which addresses pages ask for styles, scripts and the typeface: templates name the files as they are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = re.compile(r'(?P<script><script type="module" src=)?"~/assets/(?P<path>[^"]+)"(?(script)></script>\n?)')
"""How a template names a file of ``assets``: a script of modules with all of its line, as several may be published in one file."""


@dataclass(frozen=True)
class AssetAddresses:
    """By the path of a file in ``assets``, the one it is published at, where that is another.

    ``before`` gives, for a script that templates name, what it imports before it runs: a browser that is told need not find one after another.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def in_page(self, html: str) -> str:
        """A page with each file of ``assets`` at its address, still from the root of the site, and each script once."""
        named = set[str]()

        def at(name: re.Match[str]) -> str:
            place = self.places.get(name["path"], name["path"])
            if not name["script"]:
                return f'"~/assets/{place}"'
            if place in named:
                return ""
            named.add(place)
            before = (f'<link rel="modulepreload" href="~/assets/{path}">\n' for path in self.before.get(name["path"], ()))
            return f'{"".join(before)}{name["script"]}"~/assets/{place}"></script>\n'

        return NAME.sub(at, html)
