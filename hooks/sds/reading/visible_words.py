"""What a reader sees of a template, a script or a Markdown file. Everything else is blanked, so that each word keeps its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sds.cache import TextCache
from sds.paths import ASSETS, PAGES, TEMPLATES

SEEN = r"""(?:alt|title|aria-label|placeholder|content|data-label)=(["'])(.*?)\1"""
"""Attributes whose value is read or heard."""
STRING = r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
SCRIPT = re.compile(rf"//[^\n]*|/\*.*?\*/|(?P<string>{STRING}|`(?:\\.|[^`\\])*`)|(?<=[=(,:?&|!\s])/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*])+/", re.DOTALL)
FILLED = re.compile(r"\$\{[^{}]*\}")
CODE = re.compile(r"^( *)```.*?^\1```|`[^`\n]+`|\]\((?:[^()\s]|\([^()\s]*\))*\)|:[a-z][\w+-]*:|^ *(?:\d+|[a-z])\)(?= )|<!--.*?-->", re.DOTALL | re.MULTILINE)
TYPST = re.compile(r"(?<!:)//[^\n]*")
GONE = "\0"
"""Stands for each letter that nobody sees. It is no space, so that no phrase reaches across."""


@dataclass(frozen=True, slots=True)
class Visible:
    """A file, as it is and, as it is ``seen``, with everything blanked that nobody sees: both have the same length and lines."""

    path: str
    text: str
    look: Callable[[str], str]
    """What blanks it."""

    @property
    def seen(self) -> str:
        return self.look(self.text)


def _blank(text: str) -> str:
    return "\n".join(GONE * len(line) for line in text.split("\n"))


def _said(string: str) -> str:
    """A string of code, blanked where it is only a name: one word that begins small."""
    return string if " " in string or string[:1].isupper() else _blank(string)


def _strings(text: str) -> str:
    """The words of the strings in a piece of code."""
    last, out = 0, []
    for string in re.finditer(STRING, text):
        out.append(_blank(text[last : string.start() + 1]) + _said(string[0][1:-1]))
        last = string.end() - 1
    return "".join(out) + _blank(text[last:])


def in_template(text: str) -> str:
    """The words between the tags of a Jinja template, in the attributes that are read, and in strings of its expressions."""
    text = COMMENT.sub(lambda found: _blank(found[0]), text)
    text = JINJA.sub(lambda found: _strings(found[0]), text)

    def attributes(tag: re.Match[str]) -> str:
        last, out = 0, []
        for seen in re.finditer(SEEN, tag[0]):
            out.append(_blank(tag[0][last : seen.start(2)]) + seen[2])
            last = seen.end(2)
        return "".join(out) + _blank(tag[0][last:])

    return TAG.sub(attributes, text)


def in_script(text: str) -> str:
    """The words of the strings of a script, without what is filled in."""
    last, out = 0, []
    for found in SCRIPT.finditer(text):
        out.append(_blank(text[last : found.start()]))
        out.append(FILLED.sub(lambda one: _blank(one[0]), f"{GONE}{_said(found[0][1:-1])}{GONE}") if found["string"] else _blank(found[0]))
        last = found.end()
    return "".join(out) + _blank(text[last:])


def in_markdown(text: str) -> str:
    """The words of a Markdown file, without code and addresses."""
    return CODE.sub(lambda found: _blank(found[0]), text)


def in_booklet(text: str) -> str:
    """The words of a Typst template, without its comments."""
    return TYPST.sub(lambda found: _blank(found[0]), text)


READ: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (".", "README.md", in_markdown),
    (PAGES, "**/*.md", in_markdown),
    (TEMPLATES, "**/*.html", in_template),
    (TEMPLATES, "**/*.js", in_script),
    (TEMPLATES, "**/*.typ", in_booklet),
)
"""A folder, the files in it, and what is seen of them."""


def visible_words(root: Path) -> tuple[Visible, ...]:
    """Every template, script, booklet and Markdown file under ``root`` that this project wrote, by its path there. Files that are no text are left out."""
    found = []
    for folder, pattern, seen in READ:
        for file in sorted((root / folder).glob(pattern)):
            path = file.relative_to(root).as_posix()
            if path.startswith(f"{ASSETS}/vendor/") or not file.is_file():
                continue
            text = file.read_text("utf-8", errors="replace")
            found.append(_VISIBLE.get((path, seen), text, partial(Visible, path, text, seen)))
    return tuple(found)


_VISIBLE = TextCache[Visible]()
