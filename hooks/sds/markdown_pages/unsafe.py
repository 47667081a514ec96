"""Finds what the content security policy forbids in the HTML of a page: inline scripts and styles, and resources of other sites."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

FETCHED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "audio": "src", "video": "src", "source": "src", "embed": "src", "object": "data"}
"""The attribute with the address that a browser fetches, by element."""
FORBIDDEN = frozenset({"style", "iframe", "object", "embed", "base"})
LINKED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})
"""Values of ``rel`` for which a browser fetches the linked resource."""


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in FORBIDDEN:
            self.found.append(f"There is <{tag}>")
        if tag == "script" and not given.get("src") and given.get("type") != "application/json":
            self.found.append("There is a script in the page")
        if "style" in given:
            self.found.append("There is a style in the page")
        self.found.extend("There is a script in the page" for name in given if name.startswith("on"))
        address = (given.get(FETCHED.get(tag, "")) or "").strip()
        fetched = tag != "link" or bool(LINKED & set((given.get("rel") or "").split()))
        if fetched and ("//" in address.partition("?")[0] or address.startswith("data:")) and tag != "a":
            self.found.append(f"There is something of another site, {address[:80]},")


def unsafe(html: str) -> Iterator[str]:
    """What the policy forbids in ``html``, each as the start of a sentence, such as ``There is a script in the page``."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    yield from dict.fromkeys(finder.found)
