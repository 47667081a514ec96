"""Rules for typing and pasting errors that the spelling check cannot find. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sds.checks.context import Context
from sds.checks.own_words import line_with, lines_with, look_everywhere, texts_with
from sds.checks.rule import WATER
from sds.model.files import File
from sds.problem import Problem
from sds.reading.field_forms import at_any, is_words
from sds.reading.joined_values import Joined, joined
from sds.reading.values_and_lists import values_of
from sds.reading.visible_words import GONE, Visible
from sds.reading.yaml_lines import FOLD, entry, parts, replacement, step
from sds.reading.yaml_text import Document
from sds.rule import Example, rule


@dataclass(frozen=True, slots=True)
class Slip:
    """A pattern with its message."""

    pattern: re.Pattern[str]
    wrong: str
    sooner: re.Pattern[str] | None = None
    """A pattern that is searched sooner, and has a match in every text in which ``pattern`` has one."""

    @property
    def quick(self) -> re.Pattern[str]:
        """The pattern for ``Joined.suspects``."""
        return self.sooner or self.pattern


SMALL_WORDS = (
    "And|Are|As|At|Be|But|By|Can|Do|For|From|Has|Have|If|In|Is|Not|Of|On|Or|So|That|The|Their|They|This|To|Was|We|Will|With|You|Your"
    "|Must|Should|Could|Would|Any|Each|Every|Which|Who|When|Where|Because|About|After|Before|Into|More|Than|Then|There|These|Those|Does|Did|Been|Being|Also"
    "|Only|Here|Just|Very|She|He|Them|Us|Me|My|An|All|No|Some|Such|What|How|Why|Its|His|Her|Our|Own|Same|Other|Get|Ask"
)
DOES = "says|asks|tells|gives|has|does|goes|is|was|are|were|should|must"
SMALL_LETTER = Slip(
    re.compile(r"[.?!](?<=[a-z]{2}.)(?<!\betc.)(?<!\bvs.)(?<!\bincl.)(?<!\besp.)(?<!\bapprox.)(?<!\bibid.)(?<!\bLtd.)(?<!\bInc.)\)? [a-z]+(?!\.)\b"),
    "A sentence begins with a small letter",
)
DIGIT_IN_A_WORD = re.compile(r"(?<!letter )(?<![\w./@:=?&-])(?:[A-Za-z]*[a-z]{2,}\d|[A-Za-z]*[a-z]\d+[a-z]|\d+(?!(?:st|nd|rd|th|am|pm)\b)[A-Z]?[a-z]{2,})[\w]*")
NUMBER_AND_WORD = re.compile(r"(\d+)([A-Za-z]{3,})|([A-Za-z]{3,})(\d+)")
SLIPS = (
    Slip(DIGIT_IN_A_WORD, "There is a digit in a word", re.compile(r"\d(?:(?<=[a-z].)|[A-Z]?[a-z])")),
    Slip(
        re.compile(r"(?<!letter )(?<![\w.'\u2019\u00b4\u02b9\u2032`&(/=?<^~-])[b-z](?![\w.'\u2019&)/:=>^~-])"),
        "A letter is on its own",
        re.compile(r"[^\w.'\u2019\u00b4\u02b9\u2032`&(/=?<^~-][b-z](?![\w.'\u2019&)/:=>^~-])"),
    ),
    Slip(re.compile(r"\[(?<=[\w.,;:!?)'\u2019\u201d]\[)(?:\d{1,3}|[a-z])\](?![(\[:])"), "The mark of a note stands here, as other programs write it"),
    Slip(
        re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079](?<=[a-z.,;:!?)'\u2019\u201d].)(?<![mM].)"), "The mark of a note stands here, as other programs write it"
    ),
    Slip(re.compile(r"opens in (?:a )?new (?:window|tab)\b"), "What a link on another page said stands here"),
    Slip(re.compile(r"B\)(?:(?<=\d[KMG]B\))|(?<=\d [KMG]B\)))"), "What a link on another page said stands here"),
    Slip(re.compile(r"\b([^\s.!?]+)([.!?]) \1\2", re.IGNORECASE), "A word is repeated", re.compile(r"([.!?]) [^\s.!?]+\1")),
    Slip(
        re.compile(r"(?<![^\s])([A-Z][^.!?\s]*(?: [^.!?\s]+){0,6}[.!?]) \1(?!\S)"),
        "A sentence is repeated",
        re.compile(r"([.!?]) [A-Z][^.!?\s]*(?: [^.!?\s]+){0,6}\1(?!\S)"),
    ),
    Slip(
        re.compile(r"[A-Z](?<!\w.)[A-Z](?:[a-z]{3,}|[a-z]\b(?<=THe|ANd|FOr|YOu|CAn|ARe|NOt|ALl|ANy|BUt|WHo|WHy|HOw|ONe))"),  # PAs are some, and MSPs
        "Two capitals begin a word",
    ),
    Slip(re.compile(r"\d(?:[oOlI]\d|(?<!\w.)\d\d[oOlI]\b|\d\d\b(?<=\b[oOlI]\d{3}))"), "A letter stands for a digit"),
    Slip(
        re.compile(
            r"[A-Z]{2,3}(?= [a-z])(?:(?<=\b(?:AS|AT|BE|BY|DO|IF|IN|IS|OF|ON|OR|SO|TO|UP|WE))"
            r"|(?<=\b(?:THE|AND|FOR|YOU|ARE|NOT|ALL|CAN|HAS|WAS|BUT|MAY)))"
        ),
        "A small word is in capitals",
    ),
    SMALL_LETTER,
    Slip(
        re.compile(
            rf"\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hat)['\u2019]s (?:{DOES}|takes|gets|lets|can|will)\b(?!-)"
            r"|\b(?:[Yy]ou|[Ww]e|[Tt]hey)['\u2019]re (?:are|is|have|has|can|will|should|must|do)\b(?!-)"
            rf"|\b[Ii]ts (?:{DOES}|can be|will be)\b(?!-)|\w+n['\u2019]t not\b"
        ),
        "Two verbs are side by side",
        re.compile(rf"['\u2019Ii](?:(?<=['\u2019])(?:s|re|t)|(?<!\w.)ts) (?:{DOES}|takes|gets|lets|can|will|have|do|not)\b"),
    ),
    Slip(
        re.compile(
            r"(?<![\w'\u2019-])(?:[Tt]he (?:an?|of|to|is|are|was|were|has|have|and|or|but|in|on|at|for|from|with|that|this|these|those|my|your|our|their)"
            r"|an? (?:the|of|is|are|was|were|has|have|from|with|this|that|these|those|my|your|our|their)"
            r"|(?:my|your|our|their) (?:the|an?|of|is|are|was|were|has|have|from|with|this|that)"
            r"|to of)(?![\w'\u2019/-])"
        ),
        "Two small words are side by side that never are",
    ),
)
"""Patterns that no text should have, each with its message."""
IN_FIELDS = (
    Slip(re.compile(r"1[.)] (?<![\w.].{3})\S.* \(?2[.)] \S"), "The numbers of a list stand in one line of words"),
    Slip(re.compile(r" (?:the|an|(?<![Pp]art )(?<![Oo]ption )(?<!paragraph )a|and|or|my|our|their|very|than)$", re.MULTILINE), "The words end in the middle"),
    Slip(re.compile(r"^(?=(?:[ -]*[A-Z]+\b){3})(?=.*[A-Z]{4})[^a-z]+$", re.MULTILINE), "All is in capitals"),
)
"""Patterns that no field should have, each with its message. In pages, rules about lists report them."""
IN_SENTENCES = (
    Slip(
        re.compile(rf"(?i:\b([a-z]+) (?!\1\b))(?<=[a-z] )(?:{SMALL_WORDS})(?= [a-z])"),
        "There is a capital in the middle of a sentence",
        re.compile(rf" (?=[A-Z])(?<=[a-z] )(?:{SMALL_WORDS}) [a-z]"),
    ),
    Slip(re.compile(r"\w+ -{1,3} \w+"), "There is a hyphen between two spaces", re.compile(" -{1,3} ")),
)
"""Patterns that no sentence should have, each with its message. Titles may have them."""
SMALL_START = re.compile(r"(?<=\n\n)[a-z]+ [a-z]+")  # the start of a paragraph in the middle of a sentence
FIELD_LINE = re.compile(r"(?:(?<=\n\n)|(?<=[.!?]\n))[a-z_]{2,}:(?= \S)")
"""What begins a line as the name of a field does, where a sentence begins."""
HEAD_ENDS = "\n---\n"  # the fields at the top of a page
GAP = re.compile(r"\S(?: {2,}|\n[ \n]*)\S+")
"""Several spaces between two words, or a line break that stays in folded words because the line after it is indented further."""
LITERAL = re.compile(r"\|[-+\d]*\s*$")  # at the end of a line: the sign that keeps the line breaks of the words below


@rule(
    "words-hold-no-slips",
    "No slips in words",
    Example("      why: The by-law gives e ach ten beds a tap.", "      why: The by-law gives each ten beds a tap.", WATER),
    {"warning": "It looks like a slip. It may be right."},
)
def words_hold_no_slips(context: Context) -> Iterator[Problem]:
    """No digit is in a word, no letter is on its own, no small word has a capital in mid-sentence, no sentence has a hyphen between two spaces, and one space
    is between two words."""
    yield from look_everywhere(context, "slips", _slips, _slips_in_page)


def _slips(document: Document, form: File, not_ours: Collection[str]) -> Iterator[Problem]:
    lines = document.text.split("\n")
    yield from _gaps(document, form, lines)
    for (place, words, sentences), suspected in texts_with(document, form, not_ours, *(slip.quick for slip in (*SLIPS, *IN_FIELDS, *IN_SENTENCES))):
        for slip in (*SLIPS, *IN_FIELDS, *(IN_SENTENCES if sentences else ())):
            if slip.quick in suspected and (found := slip.pattern.search(words)):
                first = document.line(place)
                if slip is SMALL_LETTER and len(set(body := lines[first : entry(lines, first).last])) < len(body):
                    continue  # a line that is there twice, which another rule reports
                yield _slip(document.path, line_with(found[0], words, first, lines), slip.wrong, words, found)
                break


def _gaps(document: Document, form: File, lines: Sequence[str]) -> Iterator[Problem]:
    """A problem for each text with several spaces between two words: a line that was joined to another, or is indented further than the others."""
    values = values_of(document)
    if "  " not in (text := joined(document).text) and text.count("\n") == len(values):  # a shortcut for most files
        return
    for place, value in values:
        if ("  " in value or "\n" in value) and is_words(form.model, at_any(place)) and (found := GAP.search(value.strip())):
            first, start = document.line(place), value.strip()[: found.end()]
            words = " ".join(start.rsplit(maxsplit=2)[-2:])
            if "\n" in found[0]:
                at = _line_after(len(value.strip()[: found.start() + 1].split()), first, lines)
                yield _literal(document.path, first, lines) or _parted(document.path, first, at, lines)
                continue
            at = next(iter(lines_with(found[0], value, first, lines)), 0)
            mended = lines[at - 1].replace(found[0], re.sub(" +", " ", found[0])) if at else ""
            new = replacement(lines, at, at, mended) if at else None
            told = f"Write one space: {mended.strip()}" if at else "Write one space."
            yield Problem(document.path, at or first, f'There are several spaces between two words, in "{words}".', told, replacement=new)


def _literal(path: str, first: int, lines: Sequence[str]) -> Problem | None:
    """The problem for words below line ``first`` if the sign on that line keeps every line break, and the words are one paragraph; or None."""
    sign, below = LITERAL.search(lines[first - 1]), lines[first : entry(lines, first).last]
    if not sign or len({len(line) - len(line.lstrip()) for line in below}) != 1:  # an empty line parts paragraphs
        return None
    mended = f"{lines[first - 1][: sign.start()]}>-"
    wrong = "The sign | keeps each line break in the words below it."
    return Problem(path, first, wrong, f"Write {mended.strip()}", replacement=replacement(lines, first, first, mended))


def _line_after(count: int, first: int, lines: Sequence[str]) -> int:
    """The line on which the words of line ``first`` go on after ``count`` of them; ``first`` if that is in the middle of a line."""
    said = parts(lines[first - 1])[3].strip()
    done = 0 if FOLD.search(said) else len(said.split())
    for at in range(first + 1, len(lines) + 1):
        if done >= count and lines[at - 1].strip():
            return at if done == count else first
        done += len(lines[at - 1].split())
    return first


def _parted(path: str, first: int, at: int, lines: Sequence[str]) -> Problem:
    """The problem for a line break that stays in the words of line ``first``, before line ``at``: an empty line, or a line that is indented further."""
    above = at - 1
    wrong = "This line is indented differently from the other lines of these words, so a line break stays in them."
    if at == first:  # the break is not between two lines of the file
        return Problem(path, first, wrong, "Indent each line of the words alike.")
    while above > first and not lines[above - 1].strip():
        above -= 1
    if above < at - 1:
        empty = "An empty line stands" if above == at - 2 else "Empty lines stand"
        told = "Delete it." if above == at - 2 else "Delete them."
        new = replacement(lines, above, at, f"{lines[above - 1]}\n{lines[at - 1]}")
        return Problem(path, above + 1, f"{empty} in the middle of these words.", told, replacement=new)
    wanted = min((step(line) for line in lines[first : entry(lines, first).last]), default=step(lines[at - 1]))
    off = at if step(lines[at - 1]) != wanted else above
    mended = f"{' ' * wanted}{lines[off - 1].strip()}"
    return Problem(path, off, wrong, f"Indent this line by {wanted} spaces: {mended.strip()}", replacement=replacement(lines, off, off, mended))


def _slips_in_page(file: Visible) -> Iterator[Problem]:
    for field in FIELD_LINE.finditer(file.seen, max(file.seen.find(HEAD_ENDS, 1), 0)):
        at = file.seen.count("\n", 0, field.start()) + 1
        wrong = f'This line begins with "{field[0]}", as a field of another file does.'
        yield Problem(file.path, at, wrong, "Delete it. Or, if these are words, begin them with a capital.")
    for start in SMALL_START.finditer(file.seen):
        at = file.seen.count("\n", 0, start.start()) + 1
        yield Problem(file.path, at, f'This paragraph begins with a small letter, in "{start[0]}".', "Write the beginning of the sentence, or a capital.")
    lines = file.seen.split("\n")
    for at, suspected in Joined(lines).suspects(*(slip.quick for slip in (*SLIPS, *IN_SENTENCES))).items():
        for slip in (*SLIPS, *IN_SENTENCES):
            if slip.quick in suspected and (found := slip.pattern.search(lines[at])):
                seen = lines[at].replace(GONE, "")
                yield _slip(file.path, at + 1, slip.wrong, seen, slip.pattern.search(seen) or found)
                break


def _slip(path: str, line: int, wrong: str, words: str, found: re.Match[str]) -> Problem:
    """The problem for a match, with the words around it."""
    around = words[words.rfind(" ", 0, max(found.start() - 1, 0)) + 1 : (words.find(" ", found.end() + 1) + 1 or len(words) + 1) - 1]
    parted = NUMBER_AND_WORD.fullmatch(found[0]) if found.re is DIGIT_IN_A_WORD else None
    told = f'If a space is missing, write "{" ".join(filter(None, parted.groups()))}". Else write' if parted else "If you did not mean it, write"
    return Problem(path, line, f'{wrong}, in "{around}".', f"{told} the words without it.")
