"""Adapts the output of Markdown extensions to this site: no inline styles, no pictures from other sites, tabs in reading order."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

ALIGN = re.compile(r"text-align:\s*(left|right|center)")
BOX = re.compile(r'(?:<label class="task-list-control">)?<input type="checkbox"([^>]*?)/?>(?:<span class="task-list-indicator"></span></label>)?')
BY_CHARACTER = frozenset({"emojione", "gemoji", "twemoji"})
"""Classes of pictures that are emoji, and so can be replaced by a character: https://facelessuser.github.io/pymdown-extensions/extensions/emoji/."""


def dress(root: Element) -> None:
    """Changes the element tree of a page in place, before it is serialized."""
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
    """Changes HTML that extensions write after the tree: a checkbox, which is disabled anyway, becomes a mark with its meaning as text."""
    return BOX.sub(lambda box: f'<span class="task{" task-done" if "checked" in box[1] else ""}"><span class="vh">{_meaning(box[1])}</span></span>', html)


def _meaning(attributes: str) -> str:
    return "Done: " if "checked" in attributes else "To do: "


def _add_class(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def _to_character(picture: Element) -> None:
    """Replaces the picture of an emoji, which is on another site, by the character."""
    words, character = picture.get("title", "").strip(":").replace("_", " "), picture.get("alt", "")
    picture.tag = "span"
    picture.attrib.clear()
    picture.attrib.update({"class": "emoji", "role": "img", "aria-label": words})
    picture.text = character


def _in_order(tabs: Element) -> None:
    """Puts each label before its content, instead of all labels first, so that they are together in print and without styles."""
    inputs, labels = tabs.findall("input"), tabs.findall("div[@class='tabbed-labels']/label")
    blocks = tabs.findall("div[@class='tabbed-content']/div")
    for child in list(tabs):
        tabs.remove(child)
    for control, label, block in zip(inputs, labels, blocks, strict=True):
        block.set("class", "tabbed-content")
        tabs.extend((control, label, block))
    tabs.set("class", "tabbed-set")
