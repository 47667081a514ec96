"""Under which addresses pages ask for styles, scripts and the typeface: templates name the files as they are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = re.compile(r'"~/assets/([^"]+)"')
"""How a template names a file of ``assets``."""
SCRIPT = re.compile(r'<script type="module" src="~/assets/([^"]+)"></script>\n?')
"""How it names a script that it runs: all of its line, as several may be published in one file. Both begin with letters that a search can leap to: as
one expression they took four times as long."""


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

        def once(script: re.Match[str]) -> str:
            place = self.places.get(script[1], script[1])
            if place in named:
                return ""
            named.add(place)
            before = (f'<link rel="modulepreload" href="~/assets/{path}">\n' for path in self.before.get(script[1], ()))
            return f'{"".join(before)}<script type="module" src="~/assets/{script[1]}"></script>\n'

        return NAME.sub(self._at, SCRIPT.sub(once, html))

    def _at(self, name: re.Match[str]) -> str:
        return f'"~/assets/{self.places.get(name[1], name[1])}"'
