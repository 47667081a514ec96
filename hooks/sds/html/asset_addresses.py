"""The published addresses of stylesheets, scripts and fonts. Templates use the names of the source files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

START = '"~/'
"""The start of a reference from the root of the site in a template."""
ASSETS = "assets/"
"""The start of a reference to a file of ``assets``, after ``START``."""
SCRIPT, SCRIPT_END = '<script type="module" src=', "></script>"
"""What is before and after the reference in a script element of a template."""


@dataclass(frozen=True)
class AssetAddresses:
    """``places`` has the published path of each file by its path in ``assets``, if the two differ.

    ``before`` has, for a script in a template, the files that it imports statically. Pages preload these, so that a browser fetches them all at once.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def in_page(self, html: str, root: str) -> str:
        """The HTML of a page with ``root``, the way to the root of the site, for each ``~/``, with the published path of each file of ``assets``, and with
        each script once."""
        named = set[str]()
        first, *rest = html.split(START)
        made = [first]  # what is between two references from the root, each beginning with the rest of the first
        for part in rest:
            if not part.startswith(ASSETS):
                made.append(part)
                continue
            path, quote, after = part.removeprefix(ASSETS).partition('"')
            place = self.places.get(path, path)
            if made[-1].endswith(SCRIPT) and after.startswith(SCRIPT_END):
                line = made.pop().removesuffix(SCRIPT)
                if place in named:
                    made.append(line + after.removeprefix(SCRIPT_END).removeprefix("\n"))
                    continue
                named.add(place)
                for other in self.before.get(path, ()):
                    made.append(f'{line}<link rel="modulepreload" href=')
                    line = f'{ASSETS}{other}">\n'
                made.append(line + SCRIPT)
            made.append(f"{ASSETS}{place}{quote}{after}")
        return f'"{root}'.join(made)
