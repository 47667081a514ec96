"""The text of templates, scripts and Markdown files that readers see. Everything else is replaced by placeholders, so that each word keeps its position."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sds.cache import TextCache
from sds.paths import ASSETS, PAGES, TEMPLATES

SEEN = r"""(?:alt|title|aria-label|placeholder|content|data-label)=(["'])(.*?)\1"""
"""Attributes whose value readers see or hear."""
STRING = r""""(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
SCRIPT = re.compile(rf"//[^\n]*|/\*.*?\*/|(?P<string>{STRING}|`(?:\\.|[^`\\])*`)|(?<=[=(,:?&|!\s])/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*])+/", re.DOTALL)
FILLED = re.compile(r"\$\{[^{}]*\}")
CODE = re.compile(r"^( *)```.*?^\1```|`[^`\n]+`|\]\((?:[^()\s]|\([^()\s]*\))*\)|:[a-z][\w+-]*:|^ *(?:\d+|[a-z])\)(?= )|<!--.*?-->", re.DOTALL | re.MULTILINE)
TYPST = re.compile(r"(?<!:)//[^\n]*")
GONE = "\0"
"""The placeholder for each character that readers do not see. It is not a space, so that no phrase can match across it."""


@dataclass(frozen=True, slots=True)
class Visible:
    """A file: its ``text``, and in ``seen`` the same with placeholders for what readers do not see. Both have the same length and lines."""

    path: str
    text: str
    look: Callable[[str], str]
    """The function that puts in the placeholders."""

    @property
    def seen(self) -> str:
        return self.look(self.text)


def _blank(text: str) -> str:
    return "\n".join(GONE * len(line) for line in text.split("\n"))


def _said(string: str) -> str:
    """A string in code, blanked if it is most likely an identifier: one word that begins in lower case."""
    return string if " " in string or string[:1].isupper() else _blank(string)


def _strings(text: str) -> str:
    """Code with everything blanked except the content of strings."""
    last, out = 0, []
    for string in re.finditer(STRING, text):
        out.append(_blank(text[last : string.start() + 1]) + _said(string[0][1:-1]))
        last = string.end() - 1
    return "".join(out) + _blank(text[last:])


def in_template(text: str) -> str:
    """A Jinja template with everything blanked except text, attributes that readers see or hear, and strings in expressions."""
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
    """A script with everything blanked except the content of strings, without the expressions in template literals."""
    last, out = 0, []
    for found in SCRIPT.finditer(text):
        out.append(_blank(text[last : found.start()]))
        out.append(FILLED.sub(lambda one: _blank(one[0]), f"{GONE}{_said(found[0][1:-1])}{GONE}") if found["string"] else _blank(found[0]))
        last = found.end()
    return "".join(out) + _blank(text[last:])


def in_markdown(text: str) -> str:
    """A Markdown file with code and addresses blanked."""
    return CODE.sub(lambda found: _blank(found[0]), text)


def in_booklet(text: str) -> str:
    """A Typst template with comments blanked."""
    return TYPST.sub(lambda found: _blank(found[0]), text)


READ: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    (".", "README.md", in_markdown),
    (PAGES, "**/*.md", in_markdown),
    (TEMPLATES, "**/*.html", in_template),
    (TEMPLATES, "**/*.js", in_script),
    (TEMPLATES, "**/*.typ", in_booklet),
)
"""The files to read: a folder, a pattern of files in it, and the function that blanks what readers do not see."""


def visible_words(root: Path) -> tuple[Visible, ...]:
    """Every template, script, booklet template and Markdown file under ``root``, except third-party scripts."""
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
