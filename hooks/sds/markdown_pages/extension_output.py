"""Makes what Markdown's extensions give fit this site: no style in the page, no picture of another site, tabs that stand in the order of reading."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

ALIGN = re.compile(r"text-align:\s*(left|right|center)")
BOX = re.compile(r'(?:<label class="task-list-control">)?<input type="checkbox"([^>]*?)/?>(?:<span class="task-list-indicator"></span></label>)?')
BY_CHARACTER = frozenset({"emojione", "gemoji", "twemoji"})
"""Classes of pictures that stand for a character: https://facelessuser.github.io/pymdown-extensions/extensions/emoji/."""


def dress(root: Element) -> None:
    """Changes the tree of a page's elements, before it is written."""
    for element in root.iter():
        if found := ALIGN.match(element.get("style", "")) if element.tag in {"td", "th"} else None:
            del element.attrib["style"]
            _add_class(element, f"align-{found[1]}")
        elif element.tag == "img" and BY_CHARACTER & set(element.get("class", "").split()):
            _to_character(element)
        elif element.tag == "span" and "twemoji" in element.get("class", "").split():
            element.set("aria-hidden", "true")
        elif element.tag == "div" and "tabbed-alternate" in element.get("class", "").split():
            _in_order(element)


def dress_written(html: str) -> str:
    """Changes what extensions wrote past the tree: a box that nobody can tick becomes a mark, with its meaning in words."""
    return BOX.sub(lambda box: f'<span class="task{" task-done" if "checked" in box[1] else ""}"><span class="vh">{_meaning(box[1])}</span></span>', html)


def _meaning(attributes: str) -> str:
    return "Done: " if "checked" in attributes else "To do: "


def _add_class(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def _to_character(picture: Element) -> None:
    """A picture of a character, which stands on another site, becomes the character."""
    words, character = picture.get("title", "").strip(":").replace("_", " "), picture.get("alt", "")
    picture.tag = "span"
    picture.attrib.clear()
    picture.attrib.update({"class": "emoji", "role": "img", "aria-label": words})
    picture.text = character


def _in_order(tabs: Element) -> None:
    """All labels and then all contents become a label before each content, so that print, and a reader without styles, has them together."""
    inputs, labels = tabs.findall("input"), tabs.findall("div[@class='tabbed-labels']/label")
    blocks = tabs.findall("div[@class='tabbed-content']/div")
    for child in list(tabs):
        tabs.remove(child)
    for control, label, block in zip(inputs, labels, blocks, strict=True):
        block.set("class", "tabbed-content")
        tabs.extend((control, label, block))
    tabs.set("class", "tabbed-set")
