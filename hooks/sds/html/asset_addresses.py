"""Under which addresses pages ask for styles, scripts and the typeface: templates name the files as they are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = re.compile(r'"~/assets/([^"]+)"')
"""How a template names a file of ``assets``."""
SCRIPT = re.compile(r'<script type="module" src="~/assets/([^"]+)"')
"""How it names one that it runs. Both begin with letters that a search can leap to: as one expression they took four times as long."""


@dataclass(frozen=True)
class AssetAddresses:
    """By the path of a file in ``assets``, the one it is published at, where that is another.

    ``before`` gives, for a script that templates name, what it imports before it runs: a browser that is told need not find one after another.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def in_page(self, html: str) -> str:
        """A page with each file of ``assets`` at its address, still from the root of the site."""
        return NAME.sub(self._at, SCRIPT.sub(self._told_before, html))

    def _told_before(self, script: re.Match[str]) -> str:
        before = (f'<link rel="modulepreload" href="~/assets/{path}">\n' for path in self.before.get(script[1], ()))
        return f"{''.join(before)}{script[0]}"

    def _at(self, name: re.Match[str]) -> str:
        return f'"~/assets/{self.places.get(name[1], name[1])}"'
