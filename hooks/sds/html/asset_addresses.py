"""The published addresses of stylesheets, scripts and fonts. Templates use the names of the source files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

NAME = re.compile(r'"~/assets/([^"]+)"')
"""A reference to a file of ``assets`` in a template."""
SCRIPT = re.compile(r'<script type="module" src="~/assets/([^"]+)"></script>\n?')
"""The whole line of a script element in a template, because it is removed when several scripts are published in one file. Not one pattern with ``NAME``:
each has a literal start, for which a search is fast, and one pattern for both took four times as long."""


@dataclass(frozen=True)
class AssetAddresses:
    """``places`` has the published path of each file by its path in ``assets``, if the two differ.

    ``before`` has, for a script in a template, the files that it imports statically. Pages preload these, so that a browser fetches them all at once.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def in_page(self, html: str) -> str:
        """The HTML of a page with the published path of each file of ``assets``, still with ``~/`` for the root of the site, and with each script once."""
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
