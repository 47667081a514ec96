"""Rules for the signs of Markdown extensions: readers would see them where ``mkdocs.yml`` does not name the extension, or where only a script reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sds.markdown_pages.lines import ATTRIBUTE, CODE
from sds.markdown_pages.source import NEWS, Source
from sds.problem import Problem
from sds.rule import Example, rule


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line with the ``pattern`` is, and the ``extension`` that reads it."""

    pattern: re.Pattern[str]
    extension: str
    what: str


SIGNS = tuple(
    Sign(re.compile(pattern), extension, what)
    for pattern, extension, what in (
        (r"^ *!!!\+? ?[\w\"]", "admonition", "a box"),
        (r"^ *\?\?\?\+? ?[\w\"]", "pymdownx.details", "a box that opens"),
        (r"^ *===[!+]? ?\"", "pymdownx.tabbed", "a tab"),
        (r"(?<![={\\])==(?=[^\s=])[^=]*[^\s=]==(?!=)", "pymdownx.mark", "a marked word"),
        (r"(?<!\\)\^\^(?=\S)[^^]+\^\^", "pymdownx.caret", "an insertion"),
        (r"(?<![~{\\])~~(?=[^\s~])[^~]+~~(?!~)", "pymdownx.tilde", "a deletion"),
        (r"(?<![+{\\])\+\+[a-z0-9]+(?:[+-][a-z0-9]+)*\+\+(?!\+)", "pymdownx.keys", "a key of a keyboard"),
        (r"^ *[-*+] \[[ xX]\] ", "pymdownx.tasklist", "a task"),
        (r"^ *-+8<-+", "pymdownx.snippets", "words of another file"),
        (r"^ {0,3}/{3} ?[\w-]", "pymdownx.blocks", "a block"),
        (r"\{(?:\+\+|--|>>)\S.*?(?:\+\+|--|<<)\}", "pymdownx.critic", "a change"),
        (r"^ {0,3}\[\^[\w-]+\]:", "footnotes", "a note"),
        (r"^ {0,3}\*\[[^\]]+\]: ", "abbr", "an abbreviation"),
        (r"^:   ?\S", "def_list", "what a word means"),
        (r"(?<![\w:]):(?:material|fontawesome|octicons|simple)-[\w-]+:(?!\w)", "pymdownx.emoji", "an icon"),
        (r"(?<=\w)~[\w+-]+~(?![~/])", "pymdownx.tilde", "small letters below the line"),
        (r"(?<=\w)\^[\w+-]+\^(?!\^)", "pymdownx.caret", "small letters above the line"),
        (r"^#+ .*\{:? ?#[\w-]+ ?\}\s*$", "attr_list", "the id of a heading"),
        (rf"(?:^|[\w.)\]*_~^\x00] ?)(?<!\\)\{{:? ?(?:{ATTRIBUTE})[^{{}}]*\}}", "attr_list", "a class or an id"),
    )
)
"""The signs, each with the extension that reads it. Source: https://squidfunk.github.io/mkdocs-material/reference/."""
HOLDS: Mapping[str, tuple[str, ...]] = {
    "extra": ("abbr", "attr_list", "def_list", "footnotes"),
    "pymdownx.extra": ("abbr", "attr_list", "def_list", "footnotes"),
}
"""The extensions that others bring with them."""
LANGUAGE = re.compile(r"`+#!(?!/)([a-z][\w+-]*) ")
"""The name of a language at the start of code inside a line."""
FENCE = re.compile(r"^ *(`{3,}|~{3,}) *(\{?.*)$")
NOTED = re.compile(r"\(\d+\)!?\s*(?:\*/|-->)?$")
"""The number of a note at the end of a line of code."""
FORMULA = re.compile(r"^ *\$\$ *$|(?<!\\)\$\$[^$]+\$\$|\\\\\[|\\\\\(")
BY_COLOURS = re.compile(r"\]\([^)\s]+#(?:only|gh)-(?:light|dark)(?:-mode-only)?[)\s]")


@rule(
    "signs-have-their-extension",
    "Use the signs that this site reads",
    Example('--8<-- "about.md"', "See [about this site](about.md).", NEWS),
)
def signs_have_their_extension(source: Source) -> Iterator[Problem]:
    """A page has the signs of a Markdown extension only if mkdocs.yml names the extension. Without it, readers would see the signs."""
    named = {name.removeprefix("markdown.extensions.") for name in source.extensions}
    named |= {inner for name in named for inner in HOLDS.get(name, ())}
    absent = [sign for sign in SIGNS if not any(name == sign.extension or name.startswith(f"{sign.extension}.") for name in named)]
    for number, line in source.numbered():
        for sign in absent:
            if sign.pattern.search(line):
                wrong = f"These are the signs of {sign.what}, which mkdocs.yml has no Markdown extension for, so that readers would see them."
                extension = f"{sign.extension}.admonition, or another of {sign.extension}," if sign.extension == "pymdownx.blocks" else sign.extension
                yield source.problem(number, wrong, f"Write it in plain words, or add {extension} to markdown_extensions in mkdocs.yml.")
                break
    if "pymdownx.inlinehilite" not in named:
        for code in CODE.finditer(source.text):
            if code["tick"] and (language := LANGUAGE.match(code[0])):
                number = source.above + 1 + source.text.count("\n", 0, code.start())
                wrong = f"mkdocs.yml has no Markdown extension that reads #!{language[1]}, so that readers would see it."
                yield source.problem(number, wrong, f"Leave #!{language[1]} out, or add pymdownx.inlinehilite to markdown_extensions in mkdocs.yml.")


@rule(
    "pages-need-no-script",
    "Draw nothing with a script",
    Example("```mermaid\ngraph LR\n```", "```text\ngraph LR\n```", NEWS),
)
def pages_need_no_script(source: Source) -> Iterator[Problem]:
    """A page has no diagram in code, no formula, no note inside code and no picture for one colour scheme: scripts of Material show these, and this site has
    scripts of its own."""
    within = ""
    for number, line in enumerate(source.lines, start=source.above + 1):
        fence = FENCE.match(line)
        if fence and not within:
            within = fence[1]
            if re.match(r"\{? ?\.?mermaid\b", fence[2]):
                told = "Save it as a picture and write ![what it shows](name.svg), or write text behind the three signs to show the code."
                yield source.problem(number, "Only a script would draw this diagram, so that readers would see its code.", told)
            elif re.search(r"\.annotate\b", fence[2]):
                yield source.problem(number, "Only a script would show notes in this code.", "Leave out .annotate, and write the notes below the code.")
        elif fence and fence[1].startswith(within):
            within = ""
        elif within and line.rstrip().endswith("!") and NOTED.search(line):
            yield source.problem(number, "Only a script would show a note here.", "Leave the number out, and write the note below the code.")
    for number, line in source.numbered():
        if FORMULA.search(line):
            yield source.problem(number, "Only a script would draw a formula here, so that readers would see its signs.", "Write it in words, or as a picture.")
        if BY_COLOURS.search(line):
            told = "Write one picture that can be seen on a light and on a dark ground."
            yield source.problem(number, "Readers would see this picture in both colour schemes.", told)
        if re.search(r"\{[^}]*\.annotate\b", line):
            yield source.problem(number, "Only a script would show notes in these words.", "Leave out .annotate, and use footnotes: [^1]")
