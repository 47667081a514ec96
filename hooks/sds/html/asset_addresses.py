"""The published addresses of stylesheets, scripts and fonts. Templates use the names of the source files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

START = '"~/assets/'
"""The start of a reference to a file of ``assets`` in a template."""
SCRIPT, SCRIPT_END = '<script type="module" src=', "></script>"
"""What is before and after the reference in a script element of a template."""


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
        first, *rest = html.split(START)
        made = [first]
        for part in rest:
            path, quote, after = part.partition('"')
            place = self.places.get(path, path)
            if made[-1].endswith(SCRIPT) and after.startswith(SCRIPT_END):
                line = made.pop().removesuffix(SCRIPT)
                if place in named:
                    made.append(line + after.removeprefix(SCRIPT_END).removeprefix("\n"))
                    continue
                named.add(place)
                made += (line, *(f'<link rel="modulepreload" href={START}{other}">\n' for other in self.before.get(path, ())), SCRIPT)
            made += (START, place, quote, after)
        return "".join(made)
