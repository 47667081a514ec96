"""An extension of python-markdown: while a page is made, it turns links, and notes them and all that the rules look at.

HTML tags are not Markdown here: python-markdown's two readers of them are taken out, so that none can reach a page, and each is noted.
"""

from __future__ import annotations

import difflib
import html
import posixpath
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, STX

from sds.markdown_pages.address import address_of
from sds.markdown_pages.extension_output import dress, dress_written
from sds.markdown_pages.lines import texts
from sds.markdown_pages.noted import Noted, typed
from sds.markdown_pages.unsafe import unsafe
from sds.markdown_pages.written import Leads

ATTRIBUTES = frozenset({"alt", "class", "href", "id", "lang", "src", "start", "title", "role", "aria-label", "aria-hidden"})
"""What braces may give an element."""
OF_EXTENSIONS = {
    "input": frozenset({"type", "name", "checked"}),
    "label": frozenset({"for"}),
    "details": frozenset({"open"}),
    "div": frozenset({"data-tabs"}),
    "span": frozenset({"data-lang"}),
    "th": frozenset({"colspan"}),
    "ol": frozenset({"type"}),
}
"""What extensions give theirs."""
TAG = re.compile(r"</?([a-zA-Z][\w-]*)|<(!--)")
ICON = re.compile(r"(?<![\w:]):([a-z][\w+-]*):(?![\w:/])")
ESCAPED = re.compile(f"{STX}(\\d+)\x03")


class PageCheck(Extension):
    """Notes in ``noted`` what is found. Whoever makes a page sets that first, and makes one page at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.noted = Noted()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (python-markdown's name)
        """Takes the readers of HTML out and puts its own processors in."""
        for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
            if name in registry:
                registry.deregister(name)
        # between the last that changes a tree and MkDocs' own reader of links, at 0
        md.treeprocessors.register(_Links(md, self), "sds_links", 0.5)
        md.treeprocessors.register(_Words(md, self), "sds_words", -1)
        md.treeprocessors.register(_SetIn(md, self), "sds_set_in", 1000)  # before an extension puts code away
        md.postprocessors.register(_Written(md, self), "sds_written", -1)


class _SetIn(Treeprocessor):
    """Looks for words that are code only because they are set in: between fences nothing is code by accident."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, root: Element) -> None:
        """Notes the first line of each block, as it would be words; what is set in below the words of an item or a box goes with these."""
        for code in root.iterfind(".//pre/code"):
            self.check.noted.set_in.append(html.unescape(code.text or "").strip("\n").partition("\n")[0].strip())


class _Links(Treeprocessor):
    """Dresses the tree, and notes and turns each link in it."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, root: Element) -> None:
        """Looks at each element that leads somewhere, in the order of reading."""
        dress(root)
        for element in root.iter():
            for name in ("href", "src"):
                if (address := element.get(name)) is not None:
                    plain = ESCAPED.sub(lambda sign: chr(int(sign[1])), address)
                    element.set(name, _address(self.check.noted, html.unescape(plain.replace(AMP_SUBSTITUTE, "&")), name))


class _Words(Treeprocessor):
    """Looks at the tree as it will be written: at its headings, tags, attributes and icons."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, root: Element) -> None:
        """Looks at every element that is not code."""
        noted = self.check.noted
        noted.first_headings = len(list(root.iter("h1")))
        said = [text for text in texts(root) if "<" in text or ":" in text]
        noted.tags.extend(one or other for text in said for one, other in TAG.findall(text))
        for element in root.iter():
            if id := element.get("id"):
                noted.ids.append(id)
            for name in sorted(set(element.attrib) - ATTRIBUTES - OF_EXTENSIONS.get(element.tag, frozenset())):
                noted.attributes.append(name)
                del element.attrib[name]
        if "emoji" in self.md.inlinePatterns:
            icons: Mapping[str, Any] = getattr(self.md.inlinePatterns["emoji"], "emoji_index", {}).get("emoji", {})
            for name in dict.fromkeys(name for text in said for name in ICON.findall(text)):
                close = difflib.get_close_matches(f":{name}:", [one for one in icons if one.startswith(f":{name[:4]}")], 1)
                noted.icons.append((name, close[0] if close else ""))


class _Written(Postprocessor):
    """Looks at the page's HTML once more: extensions can write past the tree."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, text: str) -> str:
        """The HTML, dressed."""
        noted = self.check.noted
        noted.headings = tuple(html.unescape(str(token["name"])) for token in _flat(getattr(self.md, "toc_tokens", [])))
        noted.unsafe = list(unsafe(text))
        return dress_written(text)


def _flat(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for token in tokens for one in (token, *_flat(token["children"]))]


def _address(noted: Noted, address: str, name: str) -> str:
    """The address as the page's HTML has it; notes it as it is typed and, where it is of this site, as a link."""
    noted.addresses.append((address, name))
    parts = urlsplit(address.strip())
    if name == "src" and (parts.scheme or parts.netloc):
        return ""
    if not address or parts.scheme or parts.netloc or address.startswith("www.") or address == "~repo/":
        return address
    to = _inside(noted.path, address)
    if not address.startswith(("#fn:", "#fnref")):  # a footnote's own two, which python-markdown writes
        noted.links.extend(Leads(address, to, line, name == "src", noted.lines.raw(line)) for line in noted.lines.of(typed(address)))
    return to


def _inside(page: str, address: str) -> str:
    """An address of this site as from its root. What names another file is taken from the file's own folder."""
    if address.startswith(("~/", "#")):
        return address
    name, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), name))
    target = address_of(target) if target.endswith(".md") else target
    return f"~/{target}#{anchor}" if anchor else f"~/{target}"
