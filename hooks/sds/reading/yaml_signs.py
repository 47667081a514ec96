"""Explains a value that begins with a sign which has a meaning in YAML or Markdown, with the line to write, which is accepted as it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase

from sds.model.files import FILES
from sds.problem import quoted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import fields_of
from sds.reading.yaml_bullets import stars
from sds.reading.yaml_lines import entry, replacement

SIGN_BEGINS = "A value starts with a character that has a special meaning here."
SIGN = re.compile(r"\A(?:[!?&%@|>,*]+ *|#+ +|-+ +)(?=[\w\"\u201c\u2018'*(])")
"""Signs before words that mean something in YAML and nothing to readers."""
IN_LIST = re.compile(r"(?<=[\[{,:])(\s*)[!?&%@|>*`]+(?=\w)")
"""The same inside brackets or braces."""
ANCHOR = re.compile(r"\A[&!]\S+ +(?=[\[{])")
"""A sign of YAML with its name, before a list or a group of fields."""
AND = re.compile(r"\A& +(?=[a-z])")
"""The sign for the word, at the start of a value."""
BOLD = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
PAIRS = (re.compile(r"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])"), re.compile(r"`([^`]+)`"))
"""What Markdown has around words in italics and around code."""
BRACKET = re.compile(r"\[[^\[\]]*\] *|\{[^{}]*\} *")
GROUP = re.compile(r"\{[a-z_]+: [^{}]*\}[^{}]+\}")
"""Fields in braces, with one brace too many among them."""
LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
"""A link as Markdown has it."""
NEEDS_QUOTES = re.compile(r": |:$| #")
"""What ends plain words in YAML."""


def plain_value(value: str, path: str) -> str:
    """``value``, which begins with a sign, as it is written without that: in double quotes if it needs them. Bold words keep their stars where the file at
    ``path`` may have them."""
    bold = any(file.bold and fnmatchcase(path, file.path) for file in FILES)
    if bold and BOLD.match(value):
        return quoted(value)
    words = value if bold else BOLD.sub(r"\1", value)
    for pair in PAIRS:
        words = pair.sub(r"\1", words)
    words = SIGN.sub("", AND.sub("And ", words))
    return words if words[:1].isalnum() and not NEEDS_QUOTES.search(words) else quoted(words)


def without_sign(lines: Sequence[str], number: int, path: str, wrong: str = SIGN_BEGINS) -> Diagnosis:
    """The diagnosis for a value on line ``number`` that begins with a sign: the line without it, in a file at ``path``."""
    found = entry(lines, number)
    value = ANCHOR.sub("", found.value)
    if (listed := IN_LIST.sub(r"\1", value)) != found.value and value[0] in "[{":
        written = f"{found.lead}{listed}"
    elif (written := f"{found.lead}{plain_value(value, path)}") == found.in_quotes:
        return in_quotes(lines, number, wrong)
    return Diagnosis(number, wrong, f"Leave the character out: {written}", found.replacement(lines, written) if found.lead else None)


def after_bracket(lines: Sequence[str], number: int, path: str) -> Diagnosis:
    """The diagnosis for words behind the closing bracket of what begins the value on line ``number``: in a field of words that is a note or a link, in a field
    of items a list."""
    found = entry(lines, number)
    wrong, name = "There are words after the closing bracket.", found.lead.strip("- :")
    if GROUP.fullmatch(found.value):
        written = f"{found.lead}{found.value[:-1].replace('}', '')}}}"
        return Diagnosis(number, "A bracket in the middle ends this group of fields.", f"Leave it out: {written}", found.replacement(lines, written))
    if found.value.endswith("}") and "{" not in found.value and found.lead.startswith("- ") and found.first == found.last:
        written = f"- {{{found.lead[2:]}{found.value}"
        return Diagnosis(number, "A brace is closed here and never opened.", f"Write {written}", found.replacement(lines, written))
    begun = BRACKET.match(found.value)
    if begun and name in fields_of("list"):
        return Diagnosis(number, wrong, f"Delete them, or write them as items of the list. Without them: {found.lead}{begun[0].rstrip()}")
    if begun and (name in fields_of("text") or not name):
        linked = LINK.sub(r"\1", found.value)
        rest = found.value[begun.end() :]
        words = linked if linked != found.value else rest[:1].upper() + rest[1:] if begun[0][1:2].isupper() else rest
        written, what = f"{found.lead}{plain_value(words, path)}", "A link" if linked != found.value else "A note in brackets"
        told = f"Write the words alone: {written}" if linked != found.value else f"Leave it out, or write it as words. Without it: {written}"
        return Diagnosis(number, f"{what} begins these words, and readers would see the brackets.", told, found.replacement(lines, written))
    return Diagnosis(number, wrong, f"Delete them, or put the whole value in double quotes: {found.in_quotes}")


def in_quotes(lines: Sequence[str], number: int, wrong: str, what: str = "the value") -> Diagnosis:
    """A diagnosis with the message ``wrong`` and the advice to put the value on line ``number`` in double quotes."""
    found = entry(lines, number)
    whole = found.replacement(lines, found.in_quotes) if found.lead else None  # without a hyphen or a name before it, it may be a list or mapping
    return Diagnosis(number, wrong, f"Put {what} in double quotes: {found.in_quotes}", whole)


def sign_first(lines: Sequence[str], number: int, path: str) -> Diagnosis:
    """The diagnosis for a value on line ``number`` that starts with *, & or !, which have a meaning in YAML."""
    if listed := stars(lines, number):
        return listed
    if found := re.match(r"( *(?:- +)*)(?:[&*!]\S+ +|[&*!])([a-z_]+:(?: .*)?)$", lines[number - 1]):
        mended = "".join(found.groups())
        new = replacement(lines, number, number, mended)
        return Diagnosis(number, "The name of a field starts with a character that has a special meaning.", f"Leave the character out: {mended.strip()}", new)
    return without_sign(lines, number, path, "A value starts with *, & or !, which have a special meaning here.")


def question_first(lines: Sequence[str], number: int, path: str) -> Diagnosis | None:
    """The diagnosis for a value on line ``number`` that begins with a question mark and a space, which make it the name of a field; or None."""
    found = entry(lines, number)
    if not found.lead or not found.value.startswith("? "):
        return None
    wrong, rest = "A question mark and a space begin these words, and have a special meaning here.", found.value[1:].lstrip()
    if re.match(r"[a-z_]+:(?: |$)", rest):
        mended = lines[number - 1].replace("? ", "", 1)
        return Diagnosis(number, wrong, f"Leave them out: {mended.strip()}", replacement(lines, number, number, mended))
    return without_sign(lines, number, path, wrong)


def no_name(lines: Sequence[str], number: int, path: str) -> Diagnosis:
    """The diagnosis for a list or mapping on line ``number``, of the file at ``path``, where the name of a field belongs."""
    if asked := question_first(lines, number, path):
        return asked
    wrong = "There is a list or a group where the name of a field belongs."
    if lines[number - 1].lstrip().startswith("? "):
        wrong = "A question mark and a space begin this line, and have a meaning of their own."
        return Diagnosis(number, wrong, "Write the name of a field, a colon and its value, without the question mark.")
    if not entry(lines, number).lead:
        return Diagnosis(number, wrong, "Write the name of the field, a colon, a space and the value.")
    return in_quotes(lines, number, wrong, "the whole value")
