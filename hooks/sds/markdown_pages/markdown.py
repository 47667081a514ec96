"""The Markdown of one hand-written page -> its HTML, its links and its headings, and what an editor has to put right in it.

HTML tags are not Markdown here: python-markdown's two readers of them are taken out, so that none can reach a page, and each is reported.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AMP_SUBSTITUTE

from sds.problem import Problem

EXTENSIONS = ("admonition", "attr_list", "def_list", "fenced_code", "smarty", "tables", "toc")
"""What the Markdown of a page may hold besides the usual: https://python-markdown.github.io/extensions/."""
OPTIONS = {"smarty": {"smart_dashes": False, "smart_ellipses": False}}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ATTRIBUTES = frozenset({"alt", "class", "href", "id", "lang", "src", "start", "title"})
"""What braces may give an element. ``style`` is python-markdown's own, in the cells of a table."""
TAG = re.compile(r"</?([a-zA-Z][\w-]*)|<(!--)")
CODE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)|\Z)|(?P<tick>`+)(?!`).*?(?<!`)(?P=tick)(?!`)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Leads:
    """A link or a picture's address: as it is written, where it leads (``~/about/#basis``, ``#basis``), and the line."""

    written: str
    to: str
    line: int
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What a page says. Links in ``html`` are written as templates write them: ``~/about/`` is from the root of the site."""

    html: str
    headings: tuple[str, ...]
    links: tuple[Leads, ...]


def address_of(name: str) -> str:
    """The address of the page in the Markdown file ``name``, both relative to their root: ``news/today.md`` -> ``news/today/``."""
    stem = posixpath.splitext(name)[0]
    return f"{stem}/".removesuffix("index/") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def written(path: str, text: str, above: int, title: str) -> tuple[Written, tuple[Problem, ...]]:
    """``text``, which begins below ``above`` lines of the file ``path``, and what is wrong in it. ``title`` is the page's."""
    found = _Found(path, _Lines(text, above), title)
    markdown = Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.treeprocessors.register(found, "found", -1)  # after all others: it sees what will be written
    made = markdown.convert(text)
    headings = tuple(html.unescape(str(token["name"])) for token in _flat(markdown.toc_tokens))
    return Written(made, headings, tuple(found.links)), tuple(found.problems)


def _flat(tokens: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])  # type: ignore[arg-type]  # a heading's own list of headings


class _Lines:
    """Finds the line of something in the source, which the tree of elements does not know. Code is passed over."""

    def __init__(self, text: str, above: int) -> None:
        self.above = above
        self._lines = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text).split("\n")

    def of(self, *patterns: str) -> list[int]:
        """Each line that holds the first of ``patterns`` that any line holds; the first line below the head where none does."""
        for pattern in patterns:
            if found := [self.above + number for number, line in enumerate(self._lines, start=1) if re.search(pattern, line)]:
                return found
        return [self.above + 1]


@dataclass
class _Found:
    """What python-markdown calls a tree processor: it is given the page as a tree of elements, notes what is in it, and turns links."""

    path: str
    lines: _Lines
    title: str
    links: list[Leads] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def run(self, root: Element) -> None:
        """Looks at every element that is not code, in the order of reading."""
        self._headings(list(root.iter("h1")))
        tags = dict.fromkeys(tag for text in _texts(root) for one, other in TAG.findall(text) if (tag := one or other))
        for tag in tags:
            self._tag(tag)
        for element in root.iter():
            allowed = ATTRIBUTES | {"style"} if element.tag in {"td", "th"} else ATTRIBUTES
            for name in sorted(set(element.attrib) - allowed):
                self._say((rf"\{{[^}}]*{re.escape(name)}\s*=",), f'"{name}" cannot be given in braces.', "Leave it out: an #id and a .class can.")
            for name in ("href", "src"):
                if (address := element.get(name)) is not None:
                    element.set(name, self._address(html.unescape(address.replace(AMP_SUBSTITUTE, "&")), name))

    def _say(self, patterns: tuple[str, ...], wrong: str, instead: str) -> None:
        self.problems.extend(Problem(self.path, line, wrong, instead) for line in self.lines.of(*patterns))

    def _headings(self, first: list[Element]) -> None:
        if not first:
            wrong = "This page has no heading of its own."
            self.problems.append(Problem(self.path, self.lines.above + 1, wrong, f"Add the line # {self.title}"))
        elif len(first) > 1:
            for line in self.lines.of(r"^ {0,3}(?:# |=+\s*$)")[1:]:
                self.problems.append(Problem(self.path, line, "This page has a second heading of the first level.", "Write two signs before it: ## ..."))

    def _tag(self, tag: str) -> None:
        if tag == "!--":
            self._say(("<!--",), "There is a note in HTML here, which readers would see.", "Take it out.")
            return
        instead = f"Leave it out: Markdown has signs of its own, such as **strong** words. To show it to readers, put it between backticks: `<{tag}>`."
        self._say((rf"<{tag}\b", rf"</{tag}\b"), f"There is an HTML tag here, <{tag}>.", instead)

    def _address(self, address: str, name: str) -> str:
        """The address as the page's HTML has it; notes it, or what is wrong in it."""
        here = rf"(?<![\w/~#.-]){re.escape(address)}(?![\w/#-])"
        parts = urlsplit(address.strip())
        if not address:
            self._say((r"\]\(\s*\)",), "This link has no address.", "Write one between the round brackets, as in [words](~/about/).")
        elif name == "src" and (parts.scheme or parts.netloc):
            wrong = "This picture comes from another site, which would then hear of each reader."
            self._say((here,), wrong, "Save it in content/pages/ and write its name: ![what it shows](name.png)")
        elif parts.netloc and not parts.scheme:
            self._say((here,), f'"{address}" is not a whole address.', f"Write https:{address}")
        elif address.startswith("www."):
            self._say((here,), f'"{address}" is not a whole address.', f"Write https://{address}")
        elif parts.scheme and parts.scheme not in SCHEMES:
            self._say((here,), f'"{address}" does not lead to a page.', "Write an address that starts with https://, or with ~/ for a page of this site.")
        elif not parts.scheme and address != "~repo/":
            to = self._inside(address)
            self.links.extend(Leads(address, to, line, name == "src") for line in self.lines.of(here))
            return to
        return address

    def _inside(self, address: str) -> str:
        """An address of this site as from its root. What names another file is taken from the file's own folder."""
        if address.startswith(("~/", "#")):
            return address
        name, _, anchor = address.partition("#")
        folder = posixpath.dirname(self.path.removeprefix("content/pages/"))
        target = posixpath.normpath(posixpath.join(folder, name))
        target = address_of(target) if target.endswith(".md") else target
        return f"~/{target}#{anchor}" if anchor else f"~/{target}"


def _texts(element: Element) -> Iterator[str]:
    """The words of an element and of those in it, code apart."""
    if element.tag not in {"code", "pre"}:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
