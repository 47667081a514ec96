"""Rules for a page as a whole: its blocks, pictures and length. Each rule is a function whose docstring is the published text of the rule."""

from __future__ import annotations

from collections.abc import Iterator

from sds.easy_read.english import lix
from sds.easy_read.rule import EASY_PAGES, Found, Given, error, rule, warning
from sds.easy_read.text import Text
from sds.paths import PICTURES
from sds.rule import Example
from sds.suggest import nearest

BLOCKS_AIM, BLOCKS_MOST = 12, 20
WORDS_AIM, WORDS_MOST = 250, 400
LIX_AIM, LIX_MOST = 28.0, 35.0
LIX_WORDS = 100  # with fewer words, a readability formula gives no stable value


@rule(
    "ER03",
    "Small blocks",
    error="A block has more than 3 sentences, or more than 50 words.",
    source="W3C, Making content usable (2021); lucid-lint, profile falc",
    example=Example("You meet. You talk. You agree. You write it down.", "You meet and talk. You write down what you agree."),
)
def small_blocks(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """A block has 1 to 3 sentences about one thing, and at most 50 words."""
    for part in text.parts:
        count = sum(len(sentence.words) for sentence in part.sentences)
        if len(part.sentences) > 3:
            yield error(
                part.sentences[3].place, f"This {part.kind} has {len(part.sentences)} sentences.", "Write 3 at the most, or 2 blocks with a picture each."
            )
        elif count > 50:
            yield error(part.place, f"This {part.kind} has {count} words.", "Write 50 at the most, or 2 blocks with a picture each.")


@rule(
    "ER04",
    "A picture for each idea",
    error="A block has no picture, or one that does not exist.",
    warning="2 blocks of a page have the same picture.",
    source="Department of Health (2010); People First (2012)",
    example=Example("      - picture: plannt", "      - picture: plant", EASY_PAGES),
    pages_only=True,
)
def one_picture(text: Text, given: Given) -> Iterator[Found]:
    """Every block and every statement has one picture from the project's own set, and a picture stands for one idea on a page."""
    used: dict[str, int] = {}
    drawn = given.ids("pictures")  # empty for a framework that has no pictures yet
    for number, part in enumerate(text.parts, start=1):
        if not part.picture:
            yield error(part.place, f"This {part.kind} has no picture.", 'Add the line picture: and the id of a picture, as in "picture: ask".')
        elif drawn and part.picture not in drawn:
            wrong = f'There is no picture "{part.picture}".'
            yield error((*part.place, "picture"), wrong, nearest(part.picture, drawn, PICTURES), gone=f"pictures/{part.picture}")
        elif part.kind == "block" and part.picture in used:
            yield warning(
                (*part.place, "picture"),
                f'Block {used[part.picture]} of this page has the picture "{part.picture}" too.',
                "Choose another, or join the 2 blocks.",
            )
        used.setdefault(part.picture, number)


@rule(
    "ER06",
    "Words for each picture",
    error='The words for a picture are the same as a sentence next to it, or start with "picture of".',
    source="WCAG 2.2, 1.1.1",
    example=Example("    alt: A picture of a hand.", "    alt: A hand holds a spade.", PICTURES),
    pages_only=True,
)
def alt_text(text: Text, given: Given) -> Iterator[Found]:
    """The words for a picture say what it shows, in 125 characters or fewer. They do not repeat the sentence."""
    for part in text.parts:
        alt = given.alts.get(part.picture, "")
        if any(alt.lower().rstrip(".") == sentence.plain.lower().rstrip(".") for sentence in part.sentences):
            yield error(
                (*part.place, "picture"),
                f'The words for the picture "{part.picture}" are a sentence of this {part.kind}.',
                "In pictures.yaml, say what the picture shows.",
            )
        if alt.lower().startswith(("picture of", "image of", "a picture of", "an image of", "drawing of", "a drawing of")):
            yield error(
                (*part.place, "picture"),
                f'The words for the picture "{part.picture}" start with "{alt[:12]}".',
                "In pictures.yaml, say what the picture shows, without those words.",
            )


@rule(
    "ER23",
    "Speaks to you",
    warning='A page never says "you", or says "should be able to".',
    source="Photosymbols",
    example=Example("People should be able to choose.", "You can choose."),
    pages_only=True,
)
def speaks_to_you(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Say "you" and "your". Say "must" or "can", not "should be able to"."""
    if not {"you", "your"} & {word for sentence in text.sentences for word in sentence.low}:
        yield warning(("blocks",), "This page never says you.", "Say what it means for the reader: you can, you get.")
    for sentence in text.sentences:
        for phrase, write in (("should be able to", "can"), ("may be able to", "can"), ("have the ability to", "can")):
            if phrase in sentence.plain.lower():
                yield warning(sentence.place, f'"{phrase}" is a long way to say {write}.', f'Write "{write}".')


@rule(
    "ER30",
    "Short pages",
    error="A page has more than 20 blocks and statements, or more than 400 words.",
    warning="A page has more than 12 blocks, or more than 250 words in them.",
    source="Department of Health (2010); GOV.UK (2021); a reader panel (Tuffrey-Wijne)",
    example=Example("You can ask for help.", "You can ask for help.", times=13),
    pages_only=True,
)
def short_pages(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """Aim for 12 blocks and 250 words. What a reader can do and ask for comes after that, as statements."""
    blocks = sum(len(sentence.words) for part in text.blocks for sentence in part.sentences)
    whole = sum(len(sentence.words) for sentence in text.sentences)
    if len(text.parts) > BLOCKS_MOST or whole > WORDS_MOST:
        yield error(
            ("blocks",),
            f"This page has {len(text.parts)} blocks and statements, and {whole} words.",
            f"Keep to {BLOCKS_MOST} and {WORDS_MOST}, or make 2 pages.",
        )
    elif len(text.blocks) > BLOCKS_AIM or blocks > WORDS_AIM:
        yield warning(
            ("blocks",),
            f"This page has {len(text.blocks)} blocks with {blocks} words.",
            f"Aim for {BLOCKS_AIM} blocks and {WORDS_AIM} words; leave out what a reader does not need.",
        )


@rule(
    "ER33",
    "Easy sentences overall",
    error="The LIX of a page is over 35.",
    warning="The LIX of a page is over 28.",
    source="LIX (Bjornsson, 1968), tried out on official easy-read documents; aim 25",
    example=Example("Comprehensive documentation demonstrates organisational accountability.", "Your notes show who did what.", times=20),
    pages_only=True,
)
def reading_level(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """LIX is the average number of words in a sentence plus the percentage of words with more than 6 letters. Use it only as a rough guide."""
    if sum(len(sentence.words) for sentence in text.sentences) < LIX_WORDS:
        return
    value = lix(sentence.plain for sentence in text.sentences)
    if value > LIX_MOST:
        yield error(("blocks",), f"The LIX of this page is {value:.0f}.", f"Use shorter sentences and shorter words until it is {LIX_MOST:.0f} or less.")
    elif value > LIX_AIM:
        yield warning(("blocks",), f"The LIX of this page is {value:.0f}.", f"Aim for {LIX_AIM:.0f} or less with shorter sentences and shorter words.")
