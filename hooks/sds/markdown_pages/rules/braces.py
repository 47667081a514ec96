"""The rule for attributes in braces that have no effect where they are, so that readers see the braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sds.markdown_pages.noted import Noted
from sds.markdown_pages.source import NEWS
from sds.problem import Problem, Replacement
from sds.rule import Example, rule

AFTER = r"(?P<before>.*?)(?<![\\{])(?P<space> *)(?P<braces>\{:? ?%s[^{}]*\})"
"""A line with braces, whose first entry is filled in."""
INLINE = re.compile(r"[)\]*_`~^=+>]$")
"""How an element inside a line ends, to which braces can be given."""
OF_PARAGRAPH = re.compile(r"^(?!.*\|).*\w")
"""A line whose paragraph takes the braces on the line below it. The same braces may be elsewhere on the page without an effect."""


@rule(
    "braces-reach-their-words",
    "Write braces where they have an effect",
    Example("| Tap | Open |\n| --- | --- |\n| North | yes |\n\n{ .wide }", "| Tap | Open |\n| --- | --- |\n| North | yes |", NEWS),
)
def braces_reach_their_words(noted: Noted) -> Iterator[Problem]:
    """Attributes in braces are directly behind a link, a picture or marked words, at the end of a heading, or on a line of their own below a paragraph.
    Anywhere else, readers see the braces."""
    for entry in dict.fromkeys(noted.braces):
        given = re.escape(entry)
        # headings and the cells of tables take braces behind a space; another rule reports boxes as other sites have them (:::)
        for line in noted.lines.of(rf"^(?! *(?:[#|]|:::)).*\S +(?<!\\)\{{:? ?{given}", rf"\]\{{:? ?{given}", rf"^\s*\{{:? ?{given}[^{{}}]*\}}\s*$"):
            old = noted.lines.raw(line)
            above = noted.lines.raw(line - 1) if line > noted.lines.above + 1 else ""
            if (found := re.match(AFTER % given, old)) and not (found["before"].strip() == "" and OF_PARAGRAPH.search(above)):
                instead, mended = _instead(found, above, old)
                new = Replacement(line, line, (old,), mended) if mended else None
                yield Problem(noted.file, line, f"Readers would see {found['braces']} here.", instead, replacement=new)


def _instead(found: re.Match[str], above: str, old: str) -> tuple[str, str]:
    """What to do about braces, and the line to write in place of the line ``old``, or an empty string. ``above`` is the line above it."""
    before = found["before"].rstrip()
    if not before.strip():
        return ("Leave them out: a whole table takes none." if above.lstrip().startswith("|") else "Write them directly below the words that they are for."), ""
    if before.endswith("]") and not found["space"]:
        return "Leave the brackets and braces out, or add pymdownx.bracketspan to markdown_extensions in mkdocs.yml.", ""
    if INLINE.search(before):
        mended = f"{before}{found['braces']}{old[found.end() :]}"
        return f"Write {mended.strip()}", mended
    return "Write them on a line of their own, directly below the words. If readers should see them, write \\{ in place of {.", ""
