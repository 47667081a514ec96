"""An extension of python-markdown: while a page is made, it notes links, turns them, and finds what an editor has to put right.

HTML tags are not Markdown here: python-markdown's two readers of them are taken out, so that none can reach a page, and each is reported.
"""

from __future__ import annotations

import difflib
import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
from sds.markdown_pages.lines import Lines, texts
from sds.markdown_pages.unsafe import unsafe
from sds.markdown_pages.written import Leads
from sds.problem import Problem, Replacement

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
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
ICON = re.compile(r":((?:material|fontawesome|octicons|simple)-[\w-]+):")
ESCAPED = re.compile(f"{STX}(\\d+)\x03")


@dataclass(kw_only=True)
class Noted:
    """What is found in the page ``path``, relative to the folder of hand-written pages, whose source is ``lines``. ``file`` is its name in messages."""

    path: str = ""
    file: str = ""
    title: str = ""
    lines: Lines = field(default_factory=lambda: Lines("", 0))
    links: list[Leads] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headings: tuple[str, ...] = ()

    def say(self, patterns: tuple[str, ...], wrong: str, instead: str) -> None:
        """Notes a problem on each line that holds the first of ``patterns`` that any line holds."""
        self.problems.extend(Problem(self.file, line, wrong, instead) for line in self.lines.of(*patterns))


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
        """Tells of each block, with its first line as it would be words; what is set in below the words of an item or a box goes with these."""
        noted = self.check.noted
        for code in root.iterfind(".//pre/code"):
            first = html.unescape(code.text or "").strip("\n").partition("\n")[0].strip()
            if line := noted.lines.set_in(first):
                new = Replacement(line, line, (noted.lines.raw(line),), first, sure=False)
                wrong = "This line is indented, so that readers would see it as code, in signs of one width."
                instead = f"Write {first} If it is code, put it between two lines of ```."
                noted.problems.append(Problem(noted.file, line, wrong, instead, level="warning", replacement=new))


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
        _headings(noted, list(root.iter("h1")))
        said = [text for text in texts(root) if "<" in text or ":" in text]
        for tag in dict.fromkeys(tag for text in said for one, other in TAG.findall(text) if (tag := one or other)):
            _tag(noted, tag)
        for element in root.iter():
            for name in sorted(set(element.attrib) - ATTRIBUTES - OF_EXTENSIONS.get(element.tag, frozenset())):
                noted.say((rf"\{{[^}}]*{re.escape(name)}\s*=",), f'"{name}" cannot be given in braces.', "Leave it out: an #id and a .class can.")
                del element.attrib[name]  # told once
        if "emoji" in self.md.inlinePatterns:
            icons: Mapping[str, Any] = getattr(self.md.inlinePatterns["emoji"], "emoji_index", {}).get("emoji", {})
            for name in dict.fromkeys(name for text in said for name in ICON.findall(text)):
                close = difflib.get_close_matches(f":{name}:", [one for one in icons if one.startswith(f":{name[:4]}")], 1)
                noted.say((re.escape(f":{name}:"),), f"There is no icon :{name}:", f"Write {close[0]}" if close else "Look its name up, or leave it out.")


class _Written(Postprocessor):
    """Looks at the page's HTML once more: extensions can write past the tree."""

    def __init__(self, md: Markdown, check: PageCheck) -> None:
        super().__init__(md)
        self.check = check

    def run(self, text: str) -> str:
        """The HTML, dressed."""
        noted = self.check.noted
        noted.headings = tuple(html.unescape(str(token["name"])) for token in _flat(getattr(self.md, "toc_tokens", [])))
        for what in unsafe(text):
            noted.say((), f"{what} here.", "Delete what adds it: pages here cannot have a script, a style or anything from another site.")
        return dress_written(text)


def _flat(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for token in tokens for one in (token, *_flat(token["children"]))]


def _headings(noted: Noted, first: list[Element]) -> None:
    if not first:
        noted.problems.append(Problem(noted.file, noted.lines.above + 1, "This page has no heading of its own.", f"Add the line # {noted.title}"))
    elif len(first) > 1:
        for line in noted.lines.of(r"^ {0,3}(?:# |=+\s*$)")[1:]:
            noted.problems.append(Problem(noted.file, line, "This page has a second heading of the first level.", "Write two signs before it: ## ..."))


def _tag(noted: Noted, tag: str) -> None:
    if tag == "!--":
        noted.say(("<!--",), "There is a note in HTML here, which readers would see.", "Delete it.")
        return
    instead = f"Leave it out: Markdown has signs of its own, such as **strong** words. To show it to readers, put it between backticks: `<{tag}>`."
    noted.say((rf"<{tag}\b", rf"</{tag}\b"), f"There is an HTML tag here, <{tag}>.", instead)


def _address(noted: Noted, address: str, name: str) -> str:
    """The address as the page's HTML has it; notes it, or what is wrong in it."""
    here = rf"(?<![\w/~#.-]){re.escape(address)}(?![\w/#-])"
    parts = urlsplit(address.strip())
    say: Callable[[str, str], None] = lambda wrong, instead: noted.say((here,), wrong, instead)  # noqa: E731
    if not address:
        noted.say((r"\]\(\s*\)",), "This link has no address.", "Write one between the round brackets, as in [words](~/about/).")
    elif name == "src" and (parts.scheme or parts.netloc):
        wrong = "This picture comes from another site, which would let that site track readers."
        say(wrong, "Save it in content/pages/ and write its name: ![what it shows](name.png)")
        return ""  # told once
    elif parts.netloc and not parts.scheme:
        say(f'"{address}" is not a whole address.', f"Write https:{address}")
    elif address.startswith("www."):
        say(f'"{address}" is not a whole address.', f"Write https://{address}")
    elif parts.scheme and parts.scheme not in SCHEMES:
        say(f'"{address}" does not lead to a page.', "Write an address that starts with https://, or with ~/ for a page of this site.")
    elif not parts.scheme and address != "~repo/":
        to = _inside(noted.path, address)
        if not address.startswith(("#fn:", "#fnref")):  # a footnote's own two, which python-markdown writes
            noted.links.extend(Leads(address, to, line, name == "src") for line in noted.lines.of(here))
        return to
    return address


def _inside(page: str, address: str) -> str:
    """An address of this site as from its root. What names another file is taken from the file's own folder."""
    if address.startswith(("~/", "#")):
        return address
    name, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), name))
    target = address_of(target) if target.endswith(".md") else target
    return f"~/{target}#{anchor}" if anchor else f"~/{target}"
