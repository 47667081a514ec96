"""Rules for the form of text: capitals, titles, dates, punctuation. Each rule is a function whose docstring is the published text of the rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from sds.easy_read.rule import EASY_PAGES, Found, Given, error, rule, warning
from sds.easy_read.text import Text
from sds.model.web_addresses import ENDING_IN_WORDS
from sds.rule import Example

SLANTED = re.compile(r"(?<!\*)\*(?!\*)[^*]+\*(?!\*)|(?<!\w)_[^_]+_(?!\w)")
CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
MONTHS = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
SHORT_DATES = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2} "
    + MONTHS
    + r"\b(?!\w)|\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b"
)
CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2} ?[ap]\.m\.?", re.IGNORECASE)
MARKS = re.compile(r"[^\w\s.,?:'\u2019£$€%½¼¾*_•-]|(?<=\s)-(?=\s)")
DIGIT_OR_DAY = re.compile(r"\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun")
ANY_MARK = re.compile(r"[^\w\s.,?:'\u2019£$€%½¼¾*_•]")
"""Quick tests: a sentence without a match has no date or time in a short form, and no mark, also when parts of it are left out."""
SHORT_FORMS = re.compile(r"\b(?:e\.g|i\.e|etc|viz|cf|approx|incl)\b\.?", re.IGNORECASE)
SHORT_FORMS_WRITE = {"e.g": "for example", "i.e": "this means", "etc": "and other things"}
BULLET = re.compile(r"^(?:[-•*]\s|\d+[.)]\s)")
ADDRESS = re.compile(rf"\b(?i:https?://|www\.)\S+|\]\(|\b(?i:click here)\b|\b[\w.-]+\.{ENDING_IN_WORDS}\b|\b[A-Z]{{2,}}(?:\.[A-Z]{{2,}})+\b")
"""A web address. One in capitals is written as GOV.UK: of others, words that lack a space may only begin with a capital."""


@rule(
    "ER11",
    "No capitals, italics or underlining",
    error="A word is in capitals, or in single stars or underscores.",
    source="UKAAF, minimum standards for clear print; Inclusion Europe (2009)",
    example=Example("You MUST get a letter.", "You must get a letter."),
)
def no_capitals(text: Text, given: Given) -> Iterator[Found]:
    """Capital letters and italics are hard to read. Only hard words and headings are bold."""
    for sentence in text.all:
        for shout in CAPITALS.findall(sentence.plain):
            if shout not in given.framework.easy_words.common and given.knows(shout) and not given.bank.term(shout):
                yield error(sentence.place, f'"{shout}" is in capitals.', f'Write "{shout.lower()}".')
        if slanted := SLANTED.search(sentence.text):
            words = slanted[0].strip("*_")
            hard = any(" ".join(sentence.words[at:end]) in words for at, end, _ in given.hard.found_in(sentence))
            told = f"Write **{words}**" if hard else f'Write "{words}" with nothing around it.'
            yield error(sentence.place, f'"{slanted[0]}" would be in italics.', told)


@rule(
    "ER12",
    "Short titles",
    warning="A title has more than 8 words, or a capital inside that is not a name.",
    source="GOV.UK, Publishing accessible documents; W3C, Making content usable (2021)",
    example=Example("    title: What You Can Do to Grow", "    title: Your place to grow", EASY_PAGES),
    pages_only=True,
)
def short_titles(text: Text, given: Given) -> Iterator[Found]:
    """A title has 8 words or fewer, and a capital only at its start and in names. A question is welcome."""
    if text.title is None:
        return
    if len(text.title.words) > 8:
        yield warning(text.title.place, f"This title has {len(text.title.words)} words.", "Say it in 8 words or fewer.")
    named = {word for at, end, _ in given.bank.terms_in(text.title) for word in text.title.words[at:end]}
    for before, word in re.findall(r"(\S+)\s+([A-Z][a-z]+)", text.title.plain):
        if not before.endswith((":", ".", "?")) and word not in named and word not in given.framework.easy_words.common:
            yield warning(text.title.place, f'"{word}" has a capital inside the title.', f'Write "{word.lower()}", or add the name to the list of known words.')


@rule(
    "ER15",
    "Whole dates, and am or pm",
    error='A date is only in figures, is shortened, or has "st", "nd", "rd" or "th". Or a time has a colon or "a.m.".',
    source="GOV.UK, Accessible communication formats (2021)",
    example=Example("Come on 04/05/26 at 14:00.", "Come on Monday 4 May 2026 at 2pm."),
)
def dates(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Write "Monday 4 May 2026" and "2pm"."""
    for sentence in text.all:
        if not DIGIT_OR_DAY.search(sentence.plain):
            continue
        for match in SHORT_DATES.finditer(sentence.plain):
            yield error(sentence.place, f'"{match[0]}" is a date in a short form.', 'Write the day and the month as words: "Monday 4 May 2026".')
        for match in CLOCK.finditer(SHORT_DATES.sub("", sentence.plain)):
            yield error(sentence.place, f'"{match[0]}" is a time that is hard to read.', 'Write "2pm" or "half past 2".')


@rule(
    "ER16",
    "Simple punctuation",
    error="There is a mark other than . ? , : and the apostrophe, a short form such as e.g., or no full stop or question mark at the end.",
    source="GOV.UK, Accessible communication formats (2021)",
    example=Example("Bring your papers (letters, etc.); ask for help.", "Bring your papers. A letter is an example. Ask for help."),
)
def marks(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """No brackets, semicolons, dashes, slashes, quotes or signs for words, and no e.g., i.e. or etc. A sentence ends with a full stop or a question mark."""
    for sentence in text.sentences:
        if not sentence.plain.endswith((".", "?")):
            yield error(sentence.place, f"This sentence has no full stop: {sentence.plain}", "End it with a full stop or a question mark.")
    for sentence in text.all:
        for match in SHORT_FORMS.finditer(sentence.plain):
            write = SHORT_FORMS_WRITE.get(match[0].lower().rstrip("."), "the whole words")
            yield error(sentence.place, f'"{match[0]}" is a short form.', f'Write "{write}", or a sentence of its own.')
        if not ANY_MARK.search(sentence.plain):
            continue
        bare = ADDRESS.sub("", SHORT_DATES.sub("", CLOCK.sub("", sentence.plain)))
        found = dict.fromkeys(MARKS.findall(bare))
        if found:
            listed = " and ".join(f'"{mark}"' for mark in found)
            needless = all(mark == '"' or unicodedata.category(mark) in {"So", "Sk", "Cf", "Pi", "Pf"} for mark in found)  # pictures and quotes
            out = f"Leave {'it' if len(found) == 1 else 'them'} out."
            instead = 'Write "and".' if found.keys() <= {"&", "+"} else out if needless else "Write 2 sentences with full stops."
            yield error(sentence.place, f"{listed} {'stands' if len(found) == 1 else 'stand'} in this sentence: {sentence.plain}", instead)


@rule(
    "ER28",
    "No lists inside a block",
    error="A sentence starts with a bullet or a number and a full stop.",
    source="W3C, Making content usable (2021)",
    example=Example("- a letter", "Bring a letter."),
)
def no_lists(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """A block is already one item with its own picture. Give each point a sentence, or a block of its own."""
    for sentence in text.sentences:
        if found := BULLET.match(sentence.text):
            yield error(
                sentence.place,
                f'This sentence starts with "{found[0].strip()}": {sentence.plain}',
                "Delete it, and write a whole sentence or a block for each thing.",
            )


@rule(
    "ER29",
    "No web addresses in the words",
    error='The words include a web address, a link or "click here".',
    source="GOV.UK, Publishing accessible documents",
    example=Example("Click here or go to www.example.org.", "Ask your worker for the address."),
)
def no_addresses(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Addresses are hard to read and to type. The page itself leads to the full version and to help."""
    for sentence in text.all:
        if found := ADDRESS.search(sentence.plain):
            yield error(sentence.place, f'"{found[0]}" is a web address or a link.', "Say who can give the address, or put it on the full page.")
