"""Rules for the choice of words. Each rule is a function whose docstring is the published text of the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sds.easy_read.english import listed
from sds.easy_read.hard_words import unclosed
from sds.easy_read.phrases import Names
from sds.easy_read.rule import Found, Given, error, rule, warning
from sds.easy_read.text import Part, Sentence, Text
from sds.model.records import AvoidEntry
from sds.rule import Example

ONES = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
TENS = "thirty forty fifty sixty seventy eighty ninety hundred thousand"
NUMBERS = {
    **{name: str(value) for value, name in enumerate(ONES.split(), 2)},
    **dict(zip(TENS.split(), "30 40 50 60 70 80 90 100 1,000".split(), strict=True)),  # noqa: SIM905 (read side by side)
}
COUNTED = listed("day week month year hour minute way person part thing plan page time place worker child group option step form letter meeting piece")
ROMAN = re.compile(r"\b(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3})\b")
AMOUNT = re.compile(r"\d+(?:\.\d+)? ?%|[½¼¾]|\bper ?cent\b|\b(?:a|one|two|three) (?:third|quarter|fifth|tenth)s?\b|\bpercentage\b", re.IGNORECASE)
INITIALS = re.compile(r"\b[A-Z][A-Z]+s?\b|\b(?:[A-Z]\.){2,}")
MOST_HARD = 3
EXPLAINS = listed("is are means says called helps help looks checks asks")


@rule(
    "ER13",
    "Figures for numbers",
    error="A number is a word or in Roman figures.",
    source="Inclusion Europe, Information for all (2009)",
    example=Example("There are four ways to do this.", "There are 4 ways to do this."),
)
def figures(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Write 2, not two. "One" is only a number before something that is counted, as in "one week"."""
    for sentence in text.all:
        for at, word in enumerate(sentence.low):
            if word in NUMBERS:
                yield error(sentence.place, f'"{sentence.words[at]}" is a number in words.', f'Write "{NUMBERS[word]}".')
            elif (
                word == "one"
                and sentence.low[at + 1 : at + 2]
                and sentence.low[at + 1] in COUNTED
                and (at == 0 or sentence.low[at - 1] not in {"no", "any", "every", "each", "the"})
            ):
                yield error(sentence.place, f'"one {sentence.low[at + 1]}" has a number in words.', f'Write "1 {sentence.low[at + 1]}".')
        for found in ROMAN.findall(sentence.plain):
            yield error(sentence.place, f'"{found}" is a number in Roman figures.', "Write it in figures: 2, 3, 4.")


@rule(
    "ER14",
    "Easy amounts",
    warning="There is a percentage, a fraction or a number of 1,000 or more.",
    source="Inclusion Europe, Information for all (2009); W3C, Making content usable (2021)",
    example=Example("25% of people asked for help.", "1 in 4 people asked for help."),
)
def amounts(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Write "1 in 4 people" or "many people". Years and phone numbers are not amounts."""
    for sentence in text.all:
        for found in AMOUNT.findall(sentence.plain):
            yield warning(sentence.place, f'"{found}" is a hard amount.', 'Write it as people: "1 in 4 people", or "about half".')
        for word in sentence.words:
            number = word.replace(",", "")
            if number.isdecimal() and int(number) >= 1000 and not number.startswith("0") and not ("," not in word and 1900 <= int(number) <= 2100):
                yield warning(sentence.place, f'"{word}" is a big number.', 'Write about how much or how many: "many people".')


@rule(
    "ER17",
    "Words people know",
    error="A word is on the list of hard words, and is not bold and in the word bank.",
    warning="A word is neither on the list of common words nor in the word bank.",
    source="Inclusion Europe (2009); W3C, Making content usable (2021). Lists: content/easy-read/words/",
    example=Example("You require additional assistance.", "You need more help."),
)
def known_words(text: Text, given: Given) -> Iterator[Found]:
    """Use words that people hear every day. If only a hard word will do, make it bold and explain it in the word bank."""
    if not given.framework.easy_words.common:
        return
    told = _bold_without_meaning(text, given)
    for sentence in text.all:
        bold = {word.lower() for piece in sentence.bold if given.bank.term(piece) for word in Sentence(piece, ()).words}
        for at, end, entry in given.never.found_in(sentence):
            if not bold.issuperset(sentence.low[at:end]):
                hard = " ".join(sentence.words[at:end])
                yield error(sentence.place, f'"{hard}" is a hard word.', f"Write easier words: {entry.write}. Or make it bold and explain it in the word bank.")
                told.update(sentence.low[at:end])
        banked = {place for at, end, _ in given.bank.terms_in(sentence) for place in range(at, end)}
        for at, word in enumerate(sentence.words):
            low = word.lower()
            if at not in banked and low not in told and low not in bold and not given.knows(word) and not INITIALS.fullmatch(word):
                told.add(low)
                yield warning(
                    sentence.place,
                    f'"{word}" is not on the list of common words.',
                    "Write an easier word, explain it in the word bank, or add it to known-words.txt with the reason.",
                )


def _bold_without_meaning(text: Text, given: Given) -> set[str]:
    """The words, in small letters, that are bold on a page and not in the word bank, of which ER18 tells."""
    if text.page is None or not given.bank_is_whole:
        return set()
    pieces = (piece for sentence in text.sentences for piece in sentence.bold if given.bank.term(piece) is None)
    return {word for piece in pieces for word in Sentence(piece, ()).low}


@rule(
    "ER18",
    "Hard words are bold, and explained",
    error="A bold word is not in the word bank, or a page has more than 3 hard words.",
    warning="A word that is bold on other pages is not bold where a page first uses it, or a bold word is not explained in its block or the next.",
    source="GOV.UK, Accessible communication formats (2021)",
    example=Example("You can ask for a **cistern**.", "You can ask for a **water butt**. It is a big pot for rain."),
    pages_only=True,
)
def hard_words(text: Text, given: Given) -> Iterator[Found]:
    """Write **hard word** at its first use on a page, and say in the same block or the next what it means. It needs an entry in the word bank."""
    met: dict[str, Sentence] = {}
    for index, part in enumerate(text.parts):
        for sentence in part.sentences:
            for piece in sentence.bold:
                term = given.bank.term(piece)
                if term is None and given.bank_is_whole:
                    yield error(
                        sentence.place,
                        f'"{piece}" is bold and not in the word bank.',
                        "Add it to content/glossary.yaml with an easy meaning, or write an easier word.",
                    )
                elif term is not None and term.id not in met:
                    met[term.id] = sentence
                    if part.kind == "block" and not _explained(piece, part, text.parts[index + 1 : index + 2]):
                        yield warning(sentence.place, f'"{piece}" is not explained here or in the next block.', f"Say what it means: {term.easy}")
            for at, end, term in given.hard.found_in(sentence):
                if term.id not in met:
                    met[term.id] = sentence
                    name = " ".join(sentence.words[at:end])
                    if re.search(rf"[*_]{re.escape(name)}[*_]", sentence.text):
                        continue  # ER11 says what to write
                    yield warning(
                        sentence.place,
                        f'"{name}" is a hard word on other pages, and is not bold here: {sentence.plain}',
                        f"Write **{name}** and say what it means, or use easier words.",
                    )
    bold = {term.id: sentence for sentence in text.sentences for piece in sentence.bold if (term := given.bank.term(piece))}
    if len(bold) > MOST_HARD:
        yield error([*bold.values()][MOST_HARD].place, f"This page has {len(bold)} hard words.", f"Use {MOST_HARD} at the most.")


def _explained(piece: str, part: Part, following: tuple[Part, ...]) -> bool:
    """Whether the hard word may be explained: in its own sentence, in a later sentence of its block, or in the first sentence of the next block."""
    at = next(index for index, sentence in enumerate(part.sentences) if piece in sentence.bold)
    if at < len(part.sentences) - 1 or EXPLAINS & set(part.sentences[at].low):
        return True
    last = piece.split()[-1].lower()
    return any(last in next_part.sentences[0].low for next_part in following)


@rule(
    "ER19",
    "Bold only for hard words",
    error="The stars of a bold word do not come in pairs.",
    warning="A title, a whole sentence or a word that needs no explaining is bold.",
    source="UKAAF, minimum standards for clear print; easy-read producers",
    example=Example("**You can ask for help.**", "You can ask for help."),
)
def little_bold(text: Text, given: Given) -> Iterator[Found]:
    """Bold tells a reader that a word is explained, so nothing else is bold."""
    for sentence in text.all:
        if unclosed(sentence.text):
            yield error(sentence.place, f"The stars around a bold word do not come in pairs: {sentence.text}", "Write 2 stars before the word and 2 after it.")
        for piece in sentence.bold:
            if sentence is text.title or (given.bank.term(piece) is None and len(piece.split()) > 3):
                yield warning(sentence.place, f'"{piece}" is bold.', "Delete the stars; keep them for a hard word.")


@rule(
    "ER20",
    "No initials",
    error="Initials are not in the word bank.",
    warning="Initials in the word bank are used before the whole name.",
    source="Inclusion Europe, Information for all (2009)",
    example=Example("Talk to the XYZ.", "Talk to the local help centre."),
)
def no_initials(text: Text, given: Given) -> Iterator[Found]:
    """Write the whole name each time. Initials that everyone says, such as TV, may be added to the list of known words."""
    names: set[str] = set()
    for sentence in text.all:
        for found in INITIALS.findall(sentence.plain):
            letters = found.replace(".", "").removesuffix("s")
            if letters in given.framework.easy_words.common or ROMAN.fullmatch(found) or (given.knows(letters) and not given.bank.term(letters)):
                continue
            term = given.bank.term(letters)
            if term is None and given.bank_is_whole:
                yield error(
                    sentence.place,
                    f'"{found}" are initials that are not in the word bank.',
                    f"Write the whole name, or add it to content/glossary.yaml: also_called: [{letters}].",
                )
            elif term is not None and term.id not in names:
                yield warning(sentence.place, f'"{found}" is here before its whole name.', f'Write "{term.term}".')
        names |= {term.id for at, end, term in given.bank.terms_in(sentence) if not INITIALS.fullmatch(" ".join(sentence.words[at:end]))}


@rule(
    "ER21",
    "The same word for the same thing",
    warning="There is another word for something that has one word here.",
    source="Inclusion Europe, Information for all (2009). List: content/easy-read/words/words-to-avoid.yaml",
    example=Example("The practitioner visits you.", "Your worker visits you."),
)
def same_words(text: Text, given: Given) -> Iterator[Found]:
    """Readers take a new word for a new thing, so each thing keeps one word on all pages."""
    yield from _listed(text, given.same, "has another word here")


@rule(
    "ER26",
    "No sayings",
    warning="There is a saying, a figure of speech or a foreign word.",
    source="Inclusion Europe, Information for all (2009). List: content/easy-read/words/words-to-avoid.yaml",
    example=Example("Get the ball rolling.", "Start now."),
)
def no_sayings(text: Text, given: Given) -> Iterator[Found]:
    """Some readers take words literally. Say what you mean."""
    yield from _listed(text, given.sayings, "does not mean what its words say")


def _listed(text: Text, names: Names[AvoidEntry], why: str) -> Iterator[Found]:
    for sentence in text.all:
        for at, end, entry in names.found_in(sentence):
            yield warning(sentence.place, f'"{" ".join(sentence.words[at:end])}" {why}.', f"Write: {entry.write}.")
