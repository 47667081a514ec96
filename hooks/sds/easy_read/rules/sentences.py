"""Rules for the form of a sentence. Each rule is a function whose docstring is the published text of the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sds.easy_read.english import listed
from sds.easy_read.rule import Found, Given, error, rule, warning
from sds.easy_read.text import Sentence, Text
from sds.rule import Example

AIM, MOST = 12, 15  # words: GOV.UK asks for 10 to 15; a warning comes only when the aim of 10 is missed by more than 2
JOINS = listed("but because while although though unless until if when whereas so")
SUBJECTS = listed("you they it we he she i this there")
NEGATIONS = listed("not never nobody nothing none nowhere neither nor cannot without no")
PRONOUNS = listed("it they them this that these those he she")
EMPTY_IT = re.compile(r"^It (?:\w+ ){1,3}to ")
"""A sentence such as "It helps to know", in which "it" refers to nothing."""
POINTING = listed("this that these those")
VERBS = listed("is are was were can may must should means helps has have will does says")
BE = r"(?:am|is|are|was|were|be|been|being)"
PARTICIPLE = (
    r"(?:\w{2,}ed|born|bought|broken|brought|built|caught|chosen|done|drawn|felt|found|forgotten|given|held|hidden|kept|known|led|left|lost|made|meant|met"
    r"|paid|put|read|said|seen|sent|set|shown|sold|spent|spoken|taken|taught|told|thought|understood|won|written)"
)
PASSIVE = re.compile(rf"\b{BE} (?:not |also |often |always |never |still |then |well |being )?({PARTICIPLE})\b", re.IGNORECASE)
STATES = listed("need worried interested tired married disabled skilled pleased scared excited bored retired confused surprised called named left feed bed")
"""Words that look like passives but describe a state ("worried") or give a name ("called"), so that nobody who acts is left out."""


@rule(
    "ER01",
    "Short sentences",
    error="A sentence has more than 15 words.",
    warning="A sentence has more than 12 words.",
    source="GOV.UK, Accessible communication formats (2021); Department of Health (2010); Photosymbols",
    example=Example(
        "You can ask your worker to write down each of the things that you agreed at the meeting.",
        "You agree things at the meeting. Ask your worker to write them down.",
    ),
)
def short_sentences(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Aim for 10 words in a sentence or fewer. A word with a hyphen counts once, and so does a phone number."""
    for sentence in text.sentences:
        count = len(sentence.words)
        if count > MOST:
            yield error(
                sentence.place, f"This sentence has {count} words: {sentence.plain}", f"Write 2 sentences, each of {MOST} words or fewer.{_part(sentence)}"
            )
        elif count > AIM:
            yield warning(
                sentence.place, f"This sentence has {count} words: {sentence.plain}", f"Say it in {AIM} words or fewer, or in 2 sentences.{_part(sentence)}"
            )


def _part(sentence: Sentence) -> str:
    """Advice to split the sentence before the joining word nearest to its middle; an empty string if there is none."""
    middle = len(sentence.low) / 2
    places = [
        at for at, word in enumerate(sentence.low) if 2 <= at <= len(sentence.low) - 3 and (word in JOINS or word in {"and", "or", "that", "before", "after"})
    ]
    if not places:
        return ""
    return f' You could split it before "{sentence.words[min(places, key=lambda at: abs(at - middle))]}".'


@rule(
    "ER02",
    "One idea in a sentence",
    error="A sentence has more than 2 commas.",
    warning="A sentence has more than 1 comma, or more than 1 word that joins ideas.",
    source="GOV.UK, Accessible communication formats (2021); W3C, Making content usable (2021)",
    example=Example(
        "If you are not happy you can complain, because it helps others, but ask first.", "You may not be happy. Then you can complain. It can help others too."
    ),
)
def one_idea(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """A sentence says one thing. Joining words are: but, because, if, when, so, until, and "and" before a new subject."""
    for sentence in text.sentences:
        commas = sentence.plain.count(",")
        if commas > 2:
            yield error(sentence.place, f"This sentence has {commas} commas: {sentence.plain}", "Write one sentence for each idea, with 1 comma at the most.")
        elif commas > 1:
            yield warning(sentence.place, f"This sentence has {commas} commas: {sentence.plain}", "Write one sentence for each idea, with 1 comma at the most.")
        joins = [
            word
            for at, word in enumerate(sentence.low)
            if word in JOINS or (word in {"and", "or"} and sentence.low[at + 1 : at + 2] and sentence.low[at + 1] in SUBJECTS)
        ]
        if len(joins) > 1:
            listed = ", ".join(f'"{word}"' for word in joins)
            yield warning(sentence.place, f"{listed} join several ideas: {sentence.plain}", "Write one sentence for each idea.")


@rule(
    "ER22",
    "Say who does it",
    warning="A sentence hides who acts (is made, was told).",
    source="GOV.UK, Accessible communication formats (2021); lucid-lint, profile falc",
    example=Example("A plan is written after the meeting.", "Your worker writes a plan after the meeting."),
)
def active(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Name who does something before you say what they do. About 1 warning in 4 is wrong: leave a sentence that is clear."""
    for sentence in text.sentences:
        for match in PASSIVE.finditer(sentence.plain):
            if match[1].lower() not in STATES:
                yield warning(sentence.place, f'"{match[0]}" may hide who does it: {sentence.plain}', "Start with the person or group who does it.")


@rule(
    "ER24",
    "Now, not then",
    warning='A page says "will", "would", "shall" or "had" more than 2 times.',
    source="W3C, Making content usable (2021)",
    example=Example("The worker will visit and would ask. You will answer.", "The worker visits and asks. You answer."),
    pages_only=True,
)
def present(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Write what happens as if it happens now."""
    found = [
        (sentence, word) for sentence in text.sentences for word in sentence.low if word in {"will", "would", "shall", "had", "won't"} or word.endswith("'ll")
    ]
    if len(found) > 2:
        sentence, word = found[2]
        yield warning(
            sentence.place, f'This page says will, would, shall or had {len(found)} times; here it is "{word}".', "Write what happens as if it happens now."
        )


@rule(
    "ER25",
    "No double negatives",
    error='A sentence has more than 1 word such as "not", "never", "no" or "without".',
    source="W3C, Making content usable (2021); Inclusion Europe (2009)",
    example=Example("Do not come without a letter.", "Bring a letter."),
)
def one_negative(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Say what is true and what to do. "No" as an answer, as in "say no", does not count."""
    for sentence in text.sentences:
        found = [word for at, word in enumerate(sentence.low) if (word in NEGATIONS or word.endswith("n't")) and not _answer(sentence.low, at)]
        if len(found) > 1:
            listed = " and ".join(f'"{word}"' for word in found)
            yield error(sentence.place, f"{listed} are in one sentence: {sentence.plain}", "Say what to do, or what is so, in a sentence with no such word.")


def _answer(low: tuple[str, ...], at: int) -> bool:
    """Whether the word at index ``at`` is "no" as an answer, or part of "with or without"."""
    before = low[at - 1] if at else ""
    return (low[at] == "no" and before in {"say", "says", "said", "or"}) or (low[at] == "without" and before == "or")


@rule(
    "ER27",
    'Clear "it" and "they"',
    warning='A block starts with "it", "they", "this" or "those", which point to the block before.',
    source="lucid-lint, profile falc; W3C, Making content usable (2021)",
    example=Example("They write it down.", "A good worker writes it down."),
    pages_only=True,
)
def clear_pronouns(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """A block is heard and shown on its own, so its first sentence names who or what it is about."""
    for part in text.parts[1:]:
        first = part.sentences[0]
        start = first.low[0] if first.low else ""
        if start in PRONOUNS and not EMPTY_IT.match(first.plain) and (start not in POINTING or (first.low[1:2] and first.low[1] in VERBS)):
            yield warning(first.place, f'This {part.kind} starts with "{first.words[0]}": {first.plain}', "Name the person or thing again.")
