"""Rules for punctuation: stray characters from typing errors, and sentences without an end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sds.checks.context import Context
from sds.checks.own_words import lines_with
from sds.checks.rule import WATER
from sds.checks.words import BRACES, ENTITY, FILLED_BY_FIELD, SPACED_BOLD, mended
from sds.model.field_types import MARKUP, NOT_WORDS
from sds.model.files import File
from sds.problem import FieldPath, Problem
from sds.reading.field_forms import is_sentences
from sds.reading.joined_values import joined
from sds.reading.modelines import kind_of_file
from sds.reading.values_and_lists import values_in, values_of
from sds.reading.visible_words import GONE, Visible
from sds.reading.yaml_lines import entry
from sds.reading.yaml_text import Document
from sds.rule import Example, rule

GLUED = re.compile(r"(?<=[A-Za-z]) ?[,;:!?](?=[A-Za-z])(?<!mailto:)|(?<=[a-z])\.(?=[A-Z][a-z])")
"""A punctuation mark without a space after it. In ``9:30``, ``3,000`` and ``e.g.`` that is right."""
BEFORE = re.compile(r"(?<=[\w.,;!?)]) (?:[,;!?)]|\.(?!\.))(?= |$)|(?<=\w) \.(?=[a-z]{2})(?![^{]*\})")
"""A space before a punctuation mark. Before a colon it is allowed, as some publishers have one in titles."""
PARTED = re.compile(r"(?<=[a-z]{2})-\s+(?=[a-z]{2})(?!(?:and|or|to|nor|but|as|than|rather|versus|through|not)\b)")
"""A hyphen and a space inside a word. In short- and long-term, which is right, a conjunction follows."""
DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)|,,|;;|[,;:!?]\.(?!\.)|\.,$|(?<=\w)[!?]{2}|[\u2018\u2019]{2}")
"""A doubled punctuation mark; three full stops are an ellipsis."""
STRAY = re.compile(
    r"(?<!\S)\u201d(?=\w)|(?<=\w)\u201c(?!\S)|~~|(?<!\S)~(?!\S)|==|\^|(?<!\S)#+(?=\s+\D)|(?<=\s)/[.,]?$|\$(?=[^\s$]+\$)|"
    r"[<>|`\\]|[A-Za-z]#|(?<![\w.+-])@(?=\w)|(?<=\w)@(?![\w-]+\.\w)|[a-z]&(?![a-z]+;)|&(?=[a-z])(?![a-z]+;)|(?<=\s)-(?=[A-Za-z])|(?<=\w)-$"
    r"|(?<=[a-z])!(?= [a-z])|(?<!\S)[b-z]['\u2019](?=s\b)"
    r"|(?<=[A-Za-z])[\u00b4\u02b9\u2032](?=[A-Za-z])|(?<=\w)[,;]$|[A-Za-z]%|%(?=[A-Za-z])|(?<=[a-z])['\u2019](?=[a-z])(?!(?:s|ts?|d|m|re|ve|ll|clock)\b)"
    r"|[\u2600-\u27bf\u2b50\U0001f1e6-\U0001faff]"
)
"""A character that is not used in English text in this position. In an email address, R&D and 5-7 it is right."""
# separate from easy_read/hard_words.py, which parses hard words: these patterns match any Markdown, to skip it
BOLD = re.compile(r"\*\*(?=\S)[^*]+(?<=\S)\*\*|(?<![\w*])\*[^\s*][^*]*\*(?![\w*])")
CODE = re.compile(r"`[^`]+`")
PAIRS_IN_PAGE = (("(", ")"), ('"', '"'), ("\u201c", "\u201d"))
PAIRS = (*PAIRS_IN_PAGE, ("[", "]"), ("{", "}"))
QUOTE_OPENS = re.compile(r"(?<![\w.,;:!?)])['\u2018](?=\w)")
QUOTE_CLOSES = re.compile(r"(?<=[a-rt-z])(?<!in)(?<!\bo)(?<!\bwi)['\u2019](?=[\s.,;:!?)]|$)")
"""A single quotation mark after a word. After an s, and in words such as goin' and o', it is an apostrophe."""
PARAGRAPH = re.compile(r"(?:^.*\S.*\n?)+", re.MULTILINE)
APOSTROPHE = re.compile("(?<=[A-Za-z])[`?\u00b4\u02b9\u2032](?=(?:s|t|d|m|re|ve|ll|clock)\\b)")
"""A wrong character instead of an apostrophe, from some keyboards and programs, or a question mark from a wrong encoding."""
INSIDE = re.compile(r"(?<=[A-Za-z])(?:[{}|`<>%@\u00b4\u02b9\u2032]|\*{1,2})(?=[A-Za-z])")
"""A character inside a word that can only be a mistake."""
FILLED = re.compile(r"\{[a-z][\w-]*\}")
"""A placeholder that can be filled in: a name in braces."""
PAIRED = re.compile(r"[()\[\]\"\u201c\u201d]")
ANY = re.compile(
    r"[,;:!?'\u2019%.<>|`~=^$/\\@&*#(){}\"\u201c\u201d\u00b4\u02b9\u2032-]"
    r"(?:(?<=-)(?=\s)|"
    r"(?<=[,;])$|(?<=!)(?= [a-z])|"
    r"(?<=[,;:!?%])(?=[A-Za-z])|(?<=['\u2019])(?=[a-z])(?!(?:s|ts?|d|m|re|ve|ll|clock)\b)|(?<=[b-z]['\u2019])(?<!\S..)(?=s\b)"
    r"|(?<=[a-rt-z]['\u2019])(?=[\s.,;:!?)]|$)|(?<=[A-Za-z]%)|(?<=-)$|(?<=[a-z]\.)(?=[A-Z])|(?<= [,;:!?).])"
    r"|(?<=[!?]{2})|(?<=[\u2018\u2019]{2})|(?<=\.,)$|(?<=\s/)[.,]?$|(?<=\u201d)(?<!\S.)(?=\w)|(?<=\w\u201c)(?!\S)"
    r"|(?<=\.\.|,,|;;|[,;:!?]\.)|(?<=[<>|`~=^$\\@&*#{}\u00b4\u02b9\u2032])|(?<=-)(?<!\S-)(?=[A-Za-z]))",
    re.MULTILINE,
)
SYMBOL = re.compile("[\u2600-\u27bf\u2b50\U0001f1e6-\U0001faff]")
"""Quick tests: text without a match has no problem, and text with paired signs only has none but that one is alone. The characters come first, as one set,
which makes the search three times as fast."""


@rule(
    "words-hold-no-stray-signs",
    "No stray characters in words",
    Example("      why: The by-law gives{ each ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
)
def words_hold_no_stray_signs(context: Context) -> Iterator[Problem]:
    """No word has a stray character in it, no punctuation mark is doubled, brackets and quotation marks come in pairs, and spaces are in the
    right places."""
    yield from context.in_documents("signs", _stray)
    yield from context.in_pages("signs", _stray_in_page)


def _stray(document: Document) -> Iterator[Problem]:
    form, values = kind_of_file(document.path), values_of(document)
    whole = joined(document)
    for index, suspected in whole.suspects(ANY, PAIRED, *(() if whole.text.isascii() else (SYMBOL,))).items():
        place, value = values[index]
        if (" " not in value and (":" in value or "@" in value)) or value.startswith(("http://", "https://")) or MARKUP.search(value):
            continue
        if two_kinds := _two_kinds(document, place, value):
            yield two_kinds
        elif told := _alone(value, value, PAIRS) if suspected == {PAIRED} else _first(value, form, in_letter=place[0] == "letter"):
            at, wrong, instead = told
            pattern, write = (APOSTROPHE, "'") if APOSTROPHE.match(value, at) else (INSIDE, "")
            new = mended(document, place, value, pattern, write) if pattern.match(value, at) else None
            number = new.first if new else _line(document, place, value, at)
            yield Problem(document.path, number, wrong, f"Write {new.line.strip()}" if new else instead, replacement=new)


def _two_kinds(document: Document, place: FieldPath, value: str) -> Problem | None:
    """The problem for a whole value between a curly quote and a straight one, or None."""
    if value[:1] != "\u201c" or not value.endswith('"') or value.count('"') != 1 or "\u201d" in value:
        return None
    lines = document.text.split("\n")
    here = entry(lines, document.line(place))
    new = here.replacement(lines, here.in_quotes) if here.value == value else None
    told = f"Write {here.in_quotes}" if new else "Write straight quotes at both ends."
    return Problem(document.path, document.line(place), "The quotes around these words are of two kinds.", told, replacement=new)


def _line(document: Document, place: FieldPath, value: str, at: int) -> int:
    """The line on which position ``at`` of the ``value`` is: the only one of its lines with the words there, else the first of all."""
    first = document.line(place)
    there = lines_with(_around(value, at), value, first, document.text.split("\n"))
    return there[0] if len(there) == 1 else first


def _stray_in_page(file: Visible) -> Iterator[Problem]:
    """A problem for the first stray character in each paragraph of a hand-written page. Markdown syntax is left to other rules."""
    for paragraph in PARAGRAPH.finditer(file.seen):
        plain = paragraph[0].replace(GONE, "0").replace("\n", " ")  # a digit in place of invisible text, which neither separates words nor is a letter
        if told := _wrong_space(paragraph[0], plain) or _alone(paragraph[0], plain, PAIRS_IN_PAGE):
            at, wrong, instead = told
            start = paragraph.start() + at + (paragraph[0][at] == "\n")  # a mark behind the end of a line is on the next one
            yield Problem(file.path, file.text.count("\n", 0, start) + 1, wrong.replace(GONE, ""), instead)


def _first(value: str, form: File, in_letter: bool) -> tuple[int, str, str] | None:
    """The position of the first stray character in ``value``, what is wrong and what to do; None if there is none."""
    if form.braces and form.path not in FILLED_BY_FIELD and (found := next((one for one in BRACES.finditer(value) if not FILLED.fullmatch(one[0])), None)):
        return (
            found.start(),
            f"Nothing replaces {found[0]}, so readers would see its braces.",
            "Write the name of what is filled in, or no braces.",
        )
    plain = BRACES.sub(lambda one: "x" * len(one[0]), value)  # masked, because another rule reports wrong placeholders
    plain = ENTITY.sub(lambda one: "x" * len(one[0]), plain)  # masked, because another rule reports these
    plain = SPACED_BOLD.sub(lambda one: "x" * len(one[0]), plain) if form.bold else plain  # and these
    plain = CODE.sub(lambda one: "x" * len(one[0]), BOLD.sub(lambda one: "x" * len(one[0]), plain))
    if in_letter:  # a salutation ends in a comma
        plain = plain.removesuffix(",")
    if told := _wrong_space(value, plain):
        return told
    if found := STRAY.search(plain) or re.search(r"\*", plain):
        at = found.end() - 1
        return at, f'Readers would see the stray character in "{_around(value, at)}".', "Remove it, or write a word for it."
    return _alone(value, plain, PAIRS)


Told: TypeAlias = tuple[int, str, str] | None


def _wrong_space(value: str, plain: str) -> Told:
    """The first punctuation mark in ``value`` with a wrong space, or that is doubled. ``plain`` is the same text with parts that may have such marks masked."""
    if found := GLUED.search(plain):
        if found[0] == "?":
            wrong = f'There is a question mark inside the word "{_around(value, found.start())}": a letter or an apostrophe may be lost.'
            meant = APOSTROPHE.sub("'", _around(value, found.start()))
            instead = "Write the letter or the apostrophe that was there, or a space behind the question mark."
            return found.start(), wrong, f"Write {meant}" if APOSTROPHE.match(plain, found.start()) else instead
        return found.start(), f'There is no space after the punctuation mark in "{_around(value, found.start())}".', "Add a space, or delete the mark."
    if found := BEFORE.search(plain):
        return found.start(), f'There is a space before the punctuation mark in "{_around(value, found.start() + 1)}".', "Delete the space or the mark."
    if found := PARTED.search(plain):
        words = " ".join(_around(value, found.start()).split())
        wrong = f'There is a space behind the hyphen in "{words}", as where a word was parted at the end of a line.'
        return found.start(), wrong, "Write the word whole, or delete the space."
    if found := DOUBLED.search(plain):
        return found.start(), f'There are two punctuation marks in "{_around(value, found.start())}", but only one is needed.', "Delete one of them."
    return None


def _alone(value: str, plain: str, pairs: Iterable[tuple[str, str]]) -> Told:
    """The first bracket or quotation mark in ``value`` without its pair."""
    for opens, closes in pairs:
        alone = plain.count(opens) != plain.count(closes) if opens != closes else plain.count(opens) % 2
        if alone:
            at = max(plain.find(opens), plain.find(closes)) if opens == closes else _unmatched(plain, opens, closes)
            return at, f'There is only one of a pair of brackets or quotation marks in "{_around(value, at)}".', "Add the other one, or delete this one."
    if len(closing := [found.start() for found in QUOTE_CLOSES.finditer(plain)]) > len(QUOTE_OPENS.findall(plain)):
        return closing[-1], f'There is a stray apostrophe in "{_around(value, closing[-1])}".', "Delete it, or add the quotation mark before it."
    return None


def _unmatched(text: str, opens: str, closes: str) -> int:
    """The position of the first bracket without its pair. There must be one."""
    waiting = list[int]()
    for at, sign in enumerate(text):
        if sign == opens:
            waiting.append(at)
        elif sign == closes:
            if not waiting:
                return at
            waiting.pop()
    return waiting[0]


def _around(value: str, at: int) -> str:
    """The word at position ``at``, and the word before or after it if a space is next to that position."""
    start, end = value.rfind(" ", 0, max(at - 1, 0)) + 1, value.find(" ", at + 2)
    return " ".join(value[start : end if end > 0 else len(value)].split())


ENDS = (".", "?", "!", ":", "\u2026")
OF_NOTE = re.compile(r"\[\w{1,3}\]$")
"""A footnote mark after a sentence, which another rule reports."""
CLOSING = "\"'\u2019\u201d)]"
SMALL = re.compile(r"[\u201c\u2018\"'(*]*[a-z]+ ")
"""A text that begins with a word in lower case. A name such as e-learning has no match."""


@rule(
    "sentences-are-whole",
    "A capital at the start, a full stop at the end",
    Example("      why: The by-law gives each ten beds a tap", "      why: The by-law gives each ten beds a tap.", WATER),
    {"warning": "The words may be cut short, or the capital or the full stop is missing."},
)
def sentences_are_whole(context: Context) -> Iterator[Problem]:
    """Where a field holds whole sentences, they begin with a capital, and the last one ends with a full stop, a question mark or another sign that ends one."""
    return context.in_documents("whole", _not_whole)


def _ended(words: str) -> bool:
    """Whether the last sentence of ``words`` ends in a punctuation mark, before any closing quotes and brackets."""
    plain = words.removesuffix("\n")
    return (OF_NOTE.sub("", plain) if plain.endswith("]") else plain).rstrip(CLOSING).endswith(ENDS)


ASKS = re.compile(r"(?:^|[.?!] )(?:What|How|Who|Whose|Which|When|Where|Why|Can|Could|Do|Does|Is|Are|Will|Would|Should|May|Must|Has|Have) [^.?!]*$")
IN_THE_MIDDLE = re.compile(r"\b(?:the|an?|my|your|our|their|its|and|or|but|if|because|than|very|every|is|are|was|were)$")


def _end_of(words: str) -> str:
    """What to do about ``words`` that nothing ends."""
    if IN_THE_MIDDLE.search(words.strip()):
        return "Write the end of the sentence."
    return f"Write the end of it, or a {'question mark' if ASKS.search(words.strip()) else 'full stop'}."


def _not_whole(document: Document) -> Iterator[Problem]:
    model = kind_of_file(document.path).model
    for place, value in values_in(document, lambda at: is_sentences(model, at[:-1] if at[-1] == 0 else at)):
        if not value.strip() or (_ended(value) and not SMALL.match(value)) or NOT_WORDS.fullmatch(value) or MARKUP.search(value):
            continue
        if _ended(value):
            wrong = f'These words begin with a small letter: "{" ".join(value.split()[:3])}".'
            instead = "Write the beginning of the sentence, or a capital."
        else:
            wrong = f'These words end with "{" ".join(value.split()[-3:])}", and nothing ends the sentence.'
            instead = _end_of(value)
        yield Problem(document.path, document.line(place), wrong, instead)
