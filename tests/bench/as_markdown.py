"""Converts a page of the built site to Markdown with the same words, so that another site generator can build the same page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
BLOCKS = frozenset({"p", "dt", "dd", "figcaption", "summary", "legend", "label", "caption", "address"})
LEFT_OUT = frozenset({"script", "style", "svg", "template", "form", "button", "dialog", "input"})


def as_markdown(html: bytes, page: str, pages: Collection[str]) -> str:
    """The text in ``main`` of a page as Markdown: headings, lists, tables, and links to others of ``pages``. ``page`` is the path of the page's file in the
    site."""
    tree = LexborHTMLParser(html)
    main, title = tree.css_first("main"), tree.css_first("title")
    lines = _blocks(main, posixpath.dirname(page), pages) if main else iter(())
    named = f'---\ntitle: "{title.text().strip() if title else page}"\n---\n\n'.replace("\\", "")
    return named + "\n\n".join(filter(None, lines)) + "\n"


def _blocks(node: LexborNode, folder: str, pages: Collection[str]) -> Iterator[str]:
    """The block elements in a node, each as Markdown."""
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag in LEFT_OUT:
            continue
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            yield f"{'#' * int(tag[1])} {_words(child, folder, pages)}"
        elif tag in {"ul", "ol"}:
            mark = "-   " if tag == "ul" else "1.  "
            items = (" ".join(_words(item, folder, pages).split()) for item in child.iter())
            yield "\n".join(f"{mark}{item}" for item in items if item)
        elif tag == "table":
            yield _table(child, folder, pages)
        elif tag in BLOCKS or tag == "-text" or tag in {"a", "span", "strong", "em"}:
            yield _words(child, folder, pages)
        else:
            yield from _blocks(child, folder, pages)


def _table(table: LexborNode, folder: str, pages: Collection[str]) -> str:
    rows = [[_words(cell, folder, pages) or " " for cell in row.iter()] for row in table.css("tr")]
    width = max(map(len, rows), default=0)
    lines = ["| " + " | ".join([*row, *[" "] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]])


def _words(node: LexborNode, folder: str, pages: Collection[str]) -> str:
    """The text in a node as one line of Markdown, with links and bold text."""
    return " ".join("".join(_pieces(node, folder, pages)).split())


def _pieces(node: LexborNode, folder: str, pages: Collection[str]) -> Iterator[str]:
    if node.tag == "-text":
        yield SPECIAL.sub(r"\\\1", node.text_content or "")
        return
    for child in node.iter(include_text=True):
        if child.tag in LEFT_OUT:
            continue
        inner = "".join(_pieces(child, folder, pages))
        target = _target(child.attributes.get("href") or "", folder, pages) if child.tag == "a" else ""
        if target and inner.strip():
            yield f"[{inner.strip()}]({target})"
        elif child.tag in {"strong", "b"} and inner.strip():
            yield f"**{inner.strip()}**"
        else:
            yield inner if child.tag in {"-text", "a", "span", "em"} else f" {inner} "


def _target(href: str, folder: str, pages: Collection[str]) -> str:
    """The Markdown file or external address that a link leads to; an empty string if it leads to a page that is not in ``pages``."""
    if re.match(r"[a-z]+:", href):
        return href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    address = href.partition("#")[0].partition("?")[0]
    file = posixpath.normpath(posixpath.join(folder, address, "index.html"))
    if not address or file not in pages:
        return ""
    return posixpath.relpath(file.removesuffix(".html") + ".md", folder or ".")
