"""Words that stand for others which are still to be written, in the fields of records and in hand-written pages."""

from __future__ import annotations

import re

TO_DO = ("write", "check", "confirm", "add", "finish", "complete", "do", "fill in")
"""What somebody is still to do, as in "(Ann to write)"."""
UNFINISHED = re.compile(
    r"\b(?:TBC|TBD|TODO|FIXME|XX+|xxx+|[Ll]orem ipsum|[Tt]o be (?:confirmed|announced))\b|\?\?\?+"
    r"|\((?:to )?(?:check|confirm) (?:this|with)\b[^)]*\)"
    rf"|\((?:we|[A-Z]\w*)(?: \w+)? to (?:{'|'.join(TO_DO)})(?: this| it)?\)"
    r"|\b(?:Sent from (?:my (?:i[A-Z]|[A-Z]|mobile|phone|tablet)|Outlook|Yahoo|Mail for|Proton)|Get Outlook for|Sent with Proton)[^.!?]*"
    r"|\[(?:(?:insert|add|name|date|[Cc]omment(?:ed)?)\b[^\]]*|[^\]]*\b[Pp]lease\b[^\]]*)\](?![(\[:])"
)
"""A placeholder. Brackets before a link are the words of a link."""
ALONE = re.compile(
    r"(?:tb[acd]|(?:details?|more|words?|text) (?:to follow|to come|(?:coming )?soon)|to (?:follow|come)|coming (?:soon|later)|watch this space"
    r"|(?:(?:still |yet )?to be|not yet|not) (?:added|agreed|announced|confirmed|decided|done|finished|known|provided|supplied|written)(?: yet)?"
    r"|\?+|-{1,2}|x+|asdf\w*|qwert\w*|test|blah(?: blah)*|foo|dummy|todo|under construction|work in progress|placeholder|n/a"
    r"|(?:awaiting|pending) (?:words|text|details?|confirmation)|(?:words|text) (?:here|needed))"
    r"[ .!\u2026]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Words that say something only where they are not alone in a field."""
QUICK = (
    re.compile(r"TB[CD]|TODO|FIXME|XX|xxx|\?\?\?|\["),
    re.compile(r"o(?:rem ipsum| be (?:confirmed|announced))"),
    re.compile(r"\((?:check|confirm|to c)"),
    re.compile(rf" to (?:{'|'.join(TO_DO)})(?: this| it)?\)"),
    re.compile("Sent "),
    re.compile("Get O"),
    re.compile(rf"\n\s*{ALONE.pattern}", ALONE.flags),
)
"""Quick tests, for ``Joined.suspects``: a text without a match has no placeholder."""


def placeholder(words: str) -> tuple[str, str] | None:
    """What is wrong with the first placeholder in ``words``, and what to do; None if there is none. Nobody is told to delete one that stands alone: that would
    leave a field empty, and most are required."""
    found = ALONE.fullmatch(words.strip()) or UNFINISHED.search(words)
    if found is None:
        return None
    if found[0].startswith(("Sent ", "Get O")):
        return f'"{found[0].strip()}" is what a mail program adds.', "Delete it."
    if found[0].startswith(("[C", "[c")):
        return f'"{found[0]}" is a comment of a word processor.', "Delete it."
    alone = not re.search(r"\w", UNFINISHED.sub("", words.replace(found[0], "")))
    return f'"{found[0]}" is a placeholder.', "Write the words." if alone else "Write the words, or delete it."
