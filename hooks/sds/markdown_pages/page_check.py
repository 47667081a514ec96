"""An extension of python-markdown: while a page is rendered, it rewrites links, and notes everything that the rules need.

HTML is not allowed in pages: python-markdown's two HTML processors are removed, so that no tag can get into a page, and each tag is noted.
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
from sds.markdown_pages.lines import ATTRIBUTE, texts
from sds.markdown_pages.noted import Noted, typed
from sds.markdown_pages.unsafe import unsafe
from sds.markdown_pages.written import Leads

ATTRIBUTES = frozenset({"alt", "class", "href", "id", "lang", "src", "start", "title", "role", "aria-label", "aria-hidden"})
"""The attributes that may be set in braces (``attr_list``)."""
OF_EXTENSIONS = {
    "input": frozenset({"type", "name", "checked"}),
    "label": frozenset({"for"}),
    "details": frozenset({"open"}),
    "div": frozenset({"data-tabs"}),
    "span": frozenset({"data-lang"}),
    "th": frozenset({"colspan"}),
    "ol": frozenset({"type"}),
}
"""The attributes that extensions set on their elements."""
IN_BRACES = re.compile(rf"(?<!\{{)\{{:? ?({ATTRIBUTE})[^{{}}]*\}}")
TAG = re.compile(r"</?([a-zA-Z][\w-]*)|<(!--)")
ICON = re.compile(r"(?<![\w:]):([a-z][\w+-]*):(?![\w:/])")
ESCAPED = re.compile(f"{STX}(\\d+)\x03")


class PageCheck(Extension):
    """Writes what it finds to ``noted``, which must be set before each page is rendered. Renders one page at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.noted = Noted()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (python-markdown's name)
        """Removes the HTML processors and registers its own processors."""
        for registry, name in ((md.preprocessors, "html_block"), (md.inlinePatterns, "html")):
            if name in registry:
                registry.deregister(name)
        # priorities between the last processor that changes the tree and MkDocs' link processor, which has 0
        md.treeprocessors.register(_Links(md, self), "sds_links", 0.5)
        md.treeprocessors.register(_Words(md, self), "sds_words", -1)
        md.treeprocessors.register(_SetIn(md, self), "sds_set_in", 1000)  # before an extension moves code out of the tree
        md.postprocessors.register(_Written(md, self), "sds_written", -1)


class _SetIn(Treeprocessor):
    """Notes blocks that are code only because they are indented, which may be a mistake, unlike fenced code."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, root: Element) -> None:
        """Notes the first line of each indented code block, as text."""
        for code in root.iterfind(".//pre/code"):
            self.check.noted.set_in.append(html.unescape(code.text or "").strip("\n").partition("\n")[0].strip())


class _Links(Treeprocessor):
    """Adapts the output of extensions, and notes and rewrites each link."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, root: Element) -> None:
        """Processes each element with an address, in document order."""
        dress(root)
        for element in root.iter():
            for name in ("href", "src"):
                if (address := element.get(name)) is not None:
                    plain = ESCAPED.sub(lambda sign: chr(int(sign[1])), address)
                    element.set(name, _address(self.check.noted, html.unescape(plain.replace(AMP_SUBSTITUTE, "&")), name))


class _Words(Treeprocessor):
    """Notes headings, tags, attributes and icons in the final tree."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, root: Element) -> None:
        """Processes every element that is not code."""
        noted = self.check.noted
        noted.first_headings = len(list(root.iter("h1")))
        written = [*texts(root)]
        said = [text for text in written if "<" in text or ":" in text]
        noted.tags.extend(one or other for text in said for one, other in TAG.findall(text))
        if "attr_list" in self.md.treeprocessors:  # without it, another rule reports all braces
            noted.braces.extend(entry for text in written if "{" in text for entry in IN_BRACES.findall(text))
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
    """Processes the final HTML, because extensions can write HTML after the tree."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, text: str) -> str:
        """The HTML with the output of extensions adapted."""
        noted = self.check.noted
        noted.headings = tuple(html.unescape(str(token["name"])) for token in _flat(getattr(self.md, "toc_tokens", [])))
        noted.unsafe = list(unsafe(text))
        return dress_written(text)


def _flat(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for token in tokens for one in (token, *_flat(token["children"]))]


def _address(noted: Noted, address: str, name: str) -> str:
    """The rewritten address for the HTML. Notes the address as typed and, if it is on this site, as a link."""
    noted.addresses.append((address, name))
    parts = urlsplit(address.strip())
    if name == "src" and (parts.scheme or parts.netloc):
        return ""
    if not address or parts.scheme or parts.netloc or address.startswith("www.") or address == "~repo/":
        return address
    to = _inside(noted.path, address)
    if not address.startswith(("#fn:", "#fnref")):  # python-markdown's own links of a footnote
        noted.links.extend(Leads(address, to, line, name == "src", noted.lines.raw(line)) for line in noted.lines.of(typed(address)))
    return to


def _inside(page: str, address: str) -> str:
    """An address on this site as a path from its root. An address that names a file is relative to the folder of the page's file."""
    if address.startswith(("~/", "#")):
        return address
    name, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), name))
    target = address_of(target) if target.endswith(".md") else target
    return f"~/{target}#{anchor}" if anchor else f"~/{target}"
