"""Finds invisible characters, look-alikes, and text that was decoded with a wrong encoding, each with the corrected line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sds.problem import Problem, Replacement
from sds.reading.yaml_lines import entry

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that YAML does not allow in a file."""

BREAKS = {"\u0085": "a line end of another system", "\u2028": "a line separator", "\u2029": "a paragraph separator"}
"""Characters that end a line in YAML, but not in a text editor, whose line numbers then differ."""

SHOWN = {"\u00a0": "a non-breaking space", "\u200b": "a zero-width space", "\ufeff": "a byte-order mark", "\ufffd": "a sign for a character that was lost"}
"""Plain names for some characters, in place of their Unicode names."""

PICTURE = "\ufffc"
"""What is left of a picture that was copied with the words around it."""

UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u180b\u180c\u180d\u180f") | {chr(number) for number in range(0xFE00, 0xFE10)}
"""Invisible characters in addition to the category Cf: the rest of ``Default_Ignorable_Code_Point`` in the Unicode Character Database."""

BULLETS = "\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7\u2219"
"""Characters that word processors put before the items of a list."""

LOOK_ALIKES = (
    (re.compile("^( *)[\u2018\u2019]{3}(?=\\w*$)"), r"\1```", "Three quotation marks do not begin or end a block of code."),
    (re.compile("[\u2010\u2011]"), "-", "There is a hyphen in this line that no keyboard has, and that is in no id."),
    (re.compile("^( *(?:- +)*[a-z_]+)\uff1a *(?=\\S)"), r"\1: ", "The colon after the name of this field is from another script."),
)
"""Characters that look like syntax of these files but are not: the pattern, the correct text, and the message."""

BULLET = re.compile(rf"^( *)[{BULLETS}][ \t]*(?=\S)")

LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))
"""Ligatures, which come from PDF files. The search would not find a word that has one."""

MISREAD = re.compile("[\u00c2-\u00f4][^\x00-\x7f]{1,3}")
"""Text that may be UTF-8 decoded as Windows-1252."""


MISREAD_FIRST = frozenset(map(chr, range(0xC2, 0xF5)))
"""The characters with which such text begins."""

USUAL = bytes([*b"\t\n\r", *range(ord(" "), ord("~") + 1)])


def lines_of(text: str) -> list[str]:
    """The lines of a text, as text editors count them."""
    return re.split("\r\n|\r|\n", text)


def unusual(text: str) -> set[str]:
    """The characters in ``text`` that are neither printable ASCII nor tabs or line ends. Files have a few, so that this takes a sixth of the time of a set of
    all characters."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, USUAL).decode("utf-8", "surrogatepass"))


def bad_characters(path: str, text: str) -> Iterator[Problem]:
    """A problem for each line with an invisible, directional or look-alike character, or with text that was decoded with a wrong encoding."""
    if old := re.search("\r(?!\n)", text):
        told = "Save it again with the line ends LF or CRLF, which programs for text offer."
        yield Problem(path, len(lines_of(text[: old.start()])), "This line ends as lines did on an old Mac.", told, hides=True)
    if text.startswith("\ufeff"):
        yield Problem(path, 1, "This file starts with a byte-order mark, which cannot be seen.", "Save it again as UTF-8 without BOM.", hides=True)
    text = text.removeprefix("\ufeff")
    characters = unusual(text)
    suspect = {character for character in characters if not character.isascii() and _unseen(character)}
    control = CONTROL.search("".join(characters))
    misread = not characters.isdisjoint(MISREAD_FIRST) and MISREAD.search(text)
    alike = not characters.isdisjoint((*BULLETS, *LIGATURES, *"\uff1a\u2010\u2011")) or any(map(unicodedata.combining, characters))
    alike = alike or any(sign * 3 in text for sign in "\u2018\u2019")
    if not (suspect or control or misread or alike):
        return
    lines, bulleted = lines_of(text), 0
    for number, line in enumerate(lines, start=1):
        if number <= bulleted:
            continue
        if alike and BULLET.match(line):
            bulleted = next((at for at in range(number, len(lines)) if not BULLET.match(lines[at])), len(lines))
            yield _bullets(path, lines, number, bulleted)
            continue
        if found := next((one for one in MISREAD.finditer(line) if _read_right(one[0]) != one[0]), None):
            mended = MISREAD.sub(lambda one: _read_right(one[0]), line)
            wrong = f"Some characters of this line were read with a wrong encoding: {found[0]} was {_read_right(found[0])[:1]}"
            yield Problem(path, number, f"{wrong}.", f"Write {mended.strip()}", replacement=Replacement(number, number, (line,), mended), hides=True)
            continue  # an invisible character may be a part of the wrongly decoded one
        if here := [character for character in line if character in suspect]:
            yield _told(path, number, line, here[0], suspect)
        elif alike and (seen := _look_alike(line)):
            wrong, mended = seen
            yield Problem(path, number, wrong, f"Write {mended.strip()}", replacement=Replacement(number, number, (line,), mended), hides=True)
        if CONTROL.search(line):
            told = "Delete the words around it and type them again."
            yield Problem(path, number, "There is a character in this line that cannot be seen or printed.", told, hides=True)


def _bullets(path: str, lines: list[str], first: int, last: int) -> Problem:
    """The problem for lines that begin with a bullet. They are items of a list, unless they are in the middle of words on several lines."""
    around = entry(lines, first)
    if path.endswith(".yaml") and around.value.startswith((">", "|")):
        told = "Write sentences without bullets here, or make each an item of a list, where there is one."
        return Problem(path, first, f"A bullet begins this line, in the middle of the words of line {around.first}.", told, hides=True)
    mended = [BULLET.sub(r"\1- ", line) for line in lines[first - 1 : last]]
    wrong = "The character at the start of this line is not a hyphen, so it does not start a list item."
    told = f"{'Here and on the lines below, write' if last > first else 'Write'} {mended[0].strip()}"
    new = Replacement(first, last, tuple(lines[first - 1 : last]), "\n".join(mended))
    return Problem(path, first, wrong, told, replacement=new, hides=True)


def _look_alike(line: str) -> tuple[str, str] | None:
    """For a line with a look-alike character: the message and the corrected line. None for other lines."""
    for pattern, write, wrong in LOOK_ALIKES:
        if (mended := pattern.sub(write, line)) != line:
            return wrong, mended
    composed = unicodedata.normalize("NFC", "".join(unicodedata.normalize("NFKC", one) if one in LIGATURES else one for one in line))
    wrong = "A letter in this line cannot be typed on a keyboard, so the search cannot find the word."
    return (wrong, composed) if composed != line else None


def _unseen(character: str) -> bool:
    """Whether a character is invisible or unexpected: an unusual space, a format or directional character, a surrogate, or one for private use."""
    return (
        character in UNSEEN
        or character in {"\ufffd", PICTURE}
        or character in BREAKS
        or unicodedata.category(character) in {"Zs", "Zl", "Zp", "Cf", "Co", "Cs"}
    )


def _told(path: str, number: int, line: str, character: str, suspect: set[str]) -> Problem:
    """The problem for ``character``, the first suspect one in a line, with the line without suspect characters."""
    code = f"U+{ord(character):04X}"
    name = SHOWN.get(character) or BREAKS.get(character) or f"a character called {unicodedata.name(character, code).lower()}"
    wrong = f"There is {name} in this line, which {'cannot be read' if character == chr(0xFFFD) else 'cannot be seen'}."
    if character == PICTURE:
        wrong = "There is a sign in this line that stands for a pasted picture."
    if "\ufffd" in line or any(sign in line for sign in BREAKS):
        instead = "Write the words that were there." if "\ufffd" in line else "Delete it and press Enter, or write a space."
        return Problem(path, number, wrong, instead, hides=True)
    line_without = re.sub(rf"(?<=\S) *{PICTURE}[ {PICTURE}]*(?= )", "", line)  # of the spaces on both sides of it, one stays
    mended = "".join(" " if unicodedata.category(one) == "Zs" else "" if one in suspect else one for one in line_without).rstrip()
    _, mended = _look_alike(mended) or ("", mended)
    return Problem(path, number, wrong, f"Write {mended.strip()}", replacement=Replacement(number, number, (line,), mended), hides=True)


def _read_right(found: str) -> str:
    """The text decoded correctly, if it is UTF-8 that was decoded as Windows-1252, else unchanged."""
    try:
        return found.encode("cp1252").decode("utf-8")
    except UnicodeError:
        for end in range(len(found) - 1, 1, -1):
            try:
                return found[:end].encode("cp1252").decode("utf-8") + found[end:]
            except UnicodeError:
                continue
    return found
