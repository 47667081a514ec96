"""Rules for the scale and the questions of self-evaluation. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sds.checks.context import Context
from sds.easy_read.rule import EASY_PAGES
from sds.model.records import EasyPage, SelfEvaluation
from sds.paths import SPINE
from sds.problem import FieldPath, Problem
from sds.rule import Example, rule

MOST_QUESTIONS = 6
OPEN_QUESTION = re.compile(r"(?:What|Who|Whom|Whose|Which|Where|When|How|Why)\b[^,]*\?")
"""A question that asks for more than yes or no. With a comma, as in "When you asked, did someone help?", it may not."""
"""The most questions about one standard: more would tire a reader of easy read."""


@rule(
    "scale-is-whole",
    "A scale without gaps",
    Example('    - number: "2"\n      name: Fair', '    - number: "1"\n      name: Fair', SPINE),
)
def scale_is_whole(context: Context) -> Iterator[Problem]:
    """The scale of self-evaluation runs down to 1 with no gap. No two answers of one list have the same id. One kind of evidence is from people."""
    words = context.framework.spine.self_evaluation
    if words is None or SPINE in context.incomplete:
        return
    steps = len(words.scale)
    for position, rating in enumerate(words.scale):
        if rating.number != steps - position:
            wrong = f'"{rating.name}" is number {rating.number} but is at place {position + 1}.'
            yield _in_spine(context, ("scale", position, "number"), wrong, f'Write number: "{steps - position}"')
    for name, ids in _lists(words):
        for position, id in enumerate(ids):
            if id in ids[:position]:
                yield _in_spine(context, (name, position, "id"), f'The id "{id}" is given twice in this list.', "Give one of them an id of its own.")
    if sum(kind.from_people for kind in words.evidence_kinds) != 1:
        wrong = "No kind of evidence, or more than one, is from people."
        yield _in_spine(context, ("evidence_kinds",), wrong, 'Write from_people: "yes" under one of them.')


def _in_spine(context: Context, place: FieldPath, wrong: str, instead: str) -> Problem:
    return context.where.problem_in(SPINE, ("self_evaluation", *place), wrong, instead)


def _lists(words: SelfEvaluation) -> Iterator[tuple[str, list[str]]]:
    """The lists whose ids are saved in evaluation files, by the name of the field."""
    lists: dict[str, Iterable[str]] = {
        "states": (one.id for one in words.states),
        "evidence_kinds": (one.id for one in words.evidence_kinds),
        "statuses": (one.id for one in words.statuses),
        "statement_answers": (one.id for one in words.statement_answers),
        "question_answers": (one.id for one in words.question_answers),
        "sheets": (one.id for one in words.sheets),
    }
    yield from ((name, [*ids]) for name, ids in lists.items())


@rule(
    "questions-ask-about-components",
    "A question for each component",
    Example(
        "      - {component: paths-cc1, picture: hand, text: Can you get water?}",
        "      - {component: water-cc1, picture: hand, text: Can you get water?}",
        EASY_PAGES,
    ),
)
def questions_ask_about_components(context: Context) -> Iterator[Problem]:
    """An easy-read page of questions asks one question about each component of its standard, and at most six, and each can be answered with yes or no. No
    other page asks any."""
    for page in context.framework.easy_read:
        if page.kind != "questions":
            if page.questions:
                yield _told(context, page, ("questions",), "Only a page of the kind questions asks questions.", "Delete them, or write kind: questions")
            continue
        if context.framework.spine.self_evaluation is None:
            yield _told(context, page, ("kind",), "There is nothing to choose as an answer.", f"Add question_answers under self_evaluation in {SPINE}.")
        yield from _of_page(context, page)


def _of_page(context: Context, page: EasyPage) -> Iterator[Problem]:
    own = [component.id for component in context.framework.components if component.standard == page.id]
    if own and not context.whole("standard files", page.id):
        return  # a component that was set aside belongs to the standard too
    asked: set[str] = set()
    unasked = [id for id in own if id not in {question.component for question in page.questions}]
    for index, question in enumerate(page.questions):
        wrong, instead = "", ""
        if question.component in asked:
            wrong, instead = _asked_twice(question.component, unasked)
        elif own and question.component not in own and question.component in context.ids("components"):
            wrong = f'"{question.component}" is not a component of "{page.id}".'
            instead = f"Name one that has no question yet: {', '.join(id for id in own if id not in asked)}."
        elif not question.text.endswith("?"):
            wrong, instead = f"This is not a question: {question.text}", "End it with a question mark."
        elif OPEN_QUESTION.fullmatch(question.text):
            wrong, instead = f"Yes or no is no answer to this question: {question.text}", "Ask it so that people can choose yes or no, as in: Do you ...?"
        if wrong:
            yield _told(context, page, ("questions", index), wrong, instead)
        asked.add(question.component)
    if len(page.questions) > MOST_QUESTIONS:
        yield _told(context, page, ("questions",), f"There are {len(page.questions)} questions; the maximum is {MOST_QUESTIONS}.", "Leave some out.")
        return
    missing = unasked[: MOST_QUESTIONS - len(page.questions)]
    if missing and len(asked) == len(page.questions) and context.whole("standard files", page.id) and context.whole("easy_read", page.key):
        yield _told(context, page, ("questions",), f"No question asks about {', '.join(missing)}.", "Add one for each.")


def _asked_twice(component: str, unasked: Sequence[str]) -> tuple[str, str]:
    """What is wrong with the second question about a component, and what to do: one of the two may be about one of those that are ``unasked``."""
    wrong = f'"{component}" has a question above this one already'
    if not unasked:
        return f"{wrong}.", "Delete one of them."
    none = ", ".join(f'"{id}"' for id in unasked)
    one = f"component: {unasked[0]}" if len(unasked) == 1 else "the id of one of those"
    return f"{wrong}, and none asks about {none}.", f"Write {one} in one of the two, the one that asks about it."


def _told(context: Context, page: EasyPage, place: FieldPath, wrong: str, instead: str) -> Problem:
    return context.where.problem("easy_read", page.key, place, wrong, instead)
