"""A page as a whole: its blocks, its pictures, its length, its full record and who checked it. Each rule is one function."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sds.easy_read.english import lix
from sds.easy_read.fingerprint import WITHOUT_RECORD
from sds.easy_read.rule import Found, Given, error, rule, warning
from sds.easy_read.text import Text
from sds.paths import PICTURES
from sds.suggest import nearest

BLOCKS_AIM, BLOCKS_MOST = 12, 20
WORDS_AIM, WORDS_MOST = 250, 400
LIX_AIM, LIX_MOST = 28.0, 35.0
LIX_WORDS = 100  # under this many words every formula jumps about
MONTHS = 24


@rule(
    "ER03",
    "Small blocks",
    error="A block has more than 3 sentences, or more than 50 words.",
    source="W3C, Making content usable (2021); lucid-lint, profile falc",
    before="You meet. You talk. You agree. You write it down.",
    after="You meet and talk. You write down what you agree.",
)
def small_blocks(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """A block has 1 to 3 sentences and 50 words at the most, about one thing."""
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
    before="picture: cloud-castle",
    after="picture: house",
    pages_only=True,
)
def one_picture(text: Text, given: Given) -> Iterator[Found]:
    """Every block and every statement has one picture from the project's own set, and a picture stands for one idea on a page."""
    used: dict[str, int] = {}
    drawn = given.ids("pictures")  # none, while the pictures of a framework are still to be drawn
    for number, part in enumerate(text.parts, start=1):
        if not part.picture:
            yield error(part.place, f"This {part.kind} has no picture.", 'Add the line picture: and the id of a picture, as in "picture: ask".')
        elif drawn and part.picture not in drawn:
            yield error((*part.place, "picture"), f'There is no picture "{part.picture}".', nearest(part.picture, drawn, PICTURES))
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
    error="The words for a picture are the same as a sentence beside it, or start with picture of.",
    source="WCAG 2.2, 1.1.1",
    before="alt: Picture of a woman.",
    after="alt: A woman holds up a letter.",
    pages_only=True,
)
def alt_text(text: Text, given: Given) -> Iterator[Found]:
    """People who do not see a picture are told what is seen, in 125 characters at the most, not the sentence again."""
    for part in text.parts:
        alt = given.alts.get(part.picture, "")
        if any(alt.lower().rstrip(".") == sentence.plain.lower().rstrip(".") for sentence in part.sentences):
            yield error(
                (*part.place, "picture"),
                f'The words for the picture "{part.picture}" are a sentence of this {part.kind}.',
                "Say in pictures.yaml what is seen.",
            )
        if alt.lower().startswith(("picture of", "image of", "a picture of", "an image of", "drawing of", "a drawing of")):
            yield error(
                (*part.place, "picture"),
                f'The words for the picture "{part.picture}" start with "{alt[:12]}".',
                "Say in pictures.yaml what is seen, without those words.",
            )


@rule(
    "ER23",
    "Speaks to you",
    warning="A page never says you, or says should be able to.",
    source="Photosymbols",
    before="People should be able to choose.",
    after="You can choose.",
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
    before="A page of 21 blocks.",
    after="2 pages, each about one thing.",
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
    "Easy sentences in all",
    error="The LIX of a page is over 35.",
    warning="The LIX of a page is over 28.",
    source="LIX (Bjornsson, 1968), tried out on official easy-read documents; aim 25",
    before="Comprehensive documentation demonstrates organisational accountability.",
    after="Your notes show who did what.",
    pages_only=True,
)
def reading_level(text: Text, given: Given) -> Iterator[Found]:  # noqa: ARG001
    """LIX is the words in a sentence plus the share of words of more than 6 letters. Other formulas misjudge good easy read; this one is a thermometer."""
    if sum(len(sentence.words) for sentence in text.sentences) < LIX_WORDS:
        return
    value = lix(sentence.plain for sentence in text.sentences)
    if value > LIX_MOST:
        yield error(("blocks",), f"The LIX of this page is {value:.0f}.", f"Use shorter sentences and shorter words until it is {LIX_MOST:.0f} or less.")
    elif value > LIX_AIM:
        yield warning(("blocks",), f"The LIX of this page is {value:.0f}.", f"Aim for {LIX_AIM:.0f} or less with shorter sentences and shorter words.")


@rule(
    "ER35",
    "In step with the full page",
    error="A page is the twin of a record that does not exist, one of its statements is unknown, withdrawn, there twice, or of another standard or role, or a "
    "block leads to a resource that does not exist.",
    warning="The words of the full page changed after this one was written, or after people checked it; it does not say which words it was written from; or a "
    "statement for this role has no easy words.",
    source="Scottish Government service manual, Easy read: beside the full version, never instead of it",
    before="The full page now says 3 weeks. The easy page still says 2.",
    after="Both pages say 3 weeks, and people have checked the easy page again.",
    pages_only=True,
    full_too=True,
)
def in_step(text: Text, given: Given) -> Iterator[Found]:
    """An easy page says what its full page says. A short code of the full page's words (words_from) shows whether they have changed since."""
    page, framework = text.page, given.framework
    if page is None:
        return
    for index, block in enumerate(page.blocks):
        if block.resource and block.resource not in given.ids("resources"):
            wrong = f'"{block.resource}" is not the id of a resource.'
            yield error(("blocks", index, "resource"), wrong, nearest(block.resource, given.ids("resources")))
    if page.kind in WITHOUT_RECORD:
        return
    if page.id not in given.ids(page.kind):
        yield error(("id",), f'"{page.id}" is not the id of one of the {page.kind}.', nearest(page.id, given.ids(page.kind)))
        return
    own = (
        {action.id: action for action in framework.record("standards", page.id).actions}
        if page.kind == "standards" and framework.has("standards", page.id)
        else {}
    )
    easy_roles = {role.id for role in framework.roles if role.easy_first}
    lined = {line.action for line in page.lines}
    missing = {action.id: action for action in own.values() if action.role in easy_roles and action.status == "current" and action.id not in lined}
    left = f"Name the statement that these words say again. Without a line: {', '.join(missing)}." if missing else "Take this line out."
    said: set[str] = set()
    for index, line in enumerate(page.lines):
        action, wrong, instead = own.get(line.action), "", ""
        if action is None and line.action.startswith(f"{page.id}-") and line.action in given.ids("actions"):
            continue  # it was set aside for a problem of its own
        if action is None:
            choices = [one.id for one in own.values() if one.role in easy_roles] or [*own]
            wrong, instead = f'"{line.action}" is not a statement of "{page.id}".', nearest(line.action, choices)
        elif action.status == "withdrawn":
            wrong, instead = f'The statement "{line.action}" is withdrawn.', "Take this line out."
        elif easy_roles and action.role not in easy_roles and framework.has("roles", action.role):
            wrong, instead = f'"{line.action}" is a statement for another role, "{action.role}".', left
        elif line.action in said:
            wrong, instead = f'The statement "{line.action}" has a line above this one already.', left
        if wrong:
            yield error(("lines", index, "action"), wrong, instead)
        said.add(line.action)
    for id, action in missing.items():
        yield warning(("lines",), f'The statement "{id}" has no easy words.', f"Add a line for it: {action.text}")
    now = given.words_now(page)
    if not now or page.words_from == now:  # a record that was set aside for a problem of its own has no words to compare
        return
    if page.words_from is not None and page.checked is not None:
        yield warning(
            ("words_from",),
            "The words of the full page changed after people checked this page.",
            f'Ask them to check it again, then write words_from: "{now}" and the day of that check.',
        )
    elif page.words_from is not None:
        yield warning(
            ("words_from",),
            "The full page has changed since this easy page was written.",
            f'Read both again and put right what differs, then write words_from: "{now}"',
        )
    elif page.checked is None:  # ER36 tells it of a checked page
        yield warning(("title",), "Nothing says which words of the full page this was written from.", f'Read both, then add the line words_from: "{now}"')


@rule(
    "ER36",
    "Checked by people",
    error="A check is dated in the future.",
    warning="A check is more than 24 months old, or does not say which words of the full page it was made on.",
    source="Inclusion Europe, Information for all (2009)",
    before='checked: {by: the reading group, when: "2019-03-01"}',
    after='checked: {by: the reading group, when: "2026-03-01"}',
    pages_only=True,
    full_too=True,
)
def checked_by_people(text: Text, given: Given) -> Iterator[Found]:
    """People who use easy read check each page. It says who and when, and until then that it is a draft."""
    page = text.page
    if page is None or page.checked is None:
        return
    when = datetime.date.fromisoformat(page.checked.when)
    if when > given.today:
        yield error(("checked", "when"), f"{page.checked.when} is in the future.", "Write the day of the check.")
    elif (given.today.year - when.year) * 12 + given.today.month - when.month - (given.today.day < when.day) >= MONTHS:
        yield warning(("checked", "when"), f"This check was on {page.checked.when}, more than {MONTHS} months ago.", "Ask people to check the page again.")
    now = given.words_now(page)
    if now and page.words_from is None:
        yield warning(("checked",), "Nothing says which words of the full page this check was made on.", f'Add the line words_from: "{now}"')
