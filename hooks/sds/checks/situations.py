"""Rules for situations, so that each has what a person needs. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sds.checks.context import Context
from sds.checks.rule import NEW
from sds.model.records import ComplaintStep, Situation, Step
from sds.model.records.templates import Afterwards
from sds.paths import CONTACTS, EASY_READ, SITUATIONS, SPINE
from sds.problem import FieldPath, Problem
from sds.rule import Example, rule
from sds.suggest import next_free

DRY_TAP = f"{SITUATIONS}/dry-tap.yaml"
"""The file of a situation in the tests' framework, from which the examples come."""

NEEDED = (
    ("first_steps", "what to do first", 'first_steps: [{{do: "..."}}]'),
    ("words", "what one can say", 'words: [{{id: {id}-w1, words: "..."}}]'),
    ("contacts", "who to contact", "contacts: [{contacts}]"),
    ("provisions", "what the law says", "provisions: [{provisions}]"),
    ("if_no", "what comes next if the answer is no", 'if_no: "..."'),
)
"""The required parts of a situation: the field, its name in messages, and an example line."""


@rule("situations-are-whole", "A situation is complete", Example("contacts: []", "contacts: [warden-line, mend]", DRY_TAP))
def situations_are_whole(context: Context) -> Iterator[Problem]:
    """A situation says what to do first, what the law says, what to say, who to contact and what comes next if the answer is no.

    If there is easy read, it has an easy-read page too. For a situation of workers, that is the page that they give to the person.
    """
    twins = {page.id for page in context.framework.easy_read if page.kind == "situations"}
    first = {kind: next(iter(context.ids(kind)), "") for kind in ("contacts", "provisions")}  # a kind without records cannot be named
    for situation in context.framework.situations:
        if not context.whole("situations", situation.id):
            continue
        for field, what, line in NEEDED:
            if not getattr(situation, field) and first.get(field, True):
                wrong, instead = f'"{situation.id}" does not say {what}.', f"Write {line.format(id=situation.id, **first)}"
                yield context.where.problem("situations", situation.id, (field,), wrong, instead)
        if context.framework.easy_read and situation.id not in twins and "easy-read" not in context.unread:
            yield context.where.problem(
                "situations",
                situation.id,
                ("id",),
                f'"{situation.id}" has no page in easy read.',
                f"Add one to a file in {EASY_READ}/: - kind: situations, and below it id: {situation.id}.",
            )


@rule(
    "search-words-lead-to-one-situation",
    "Search words lead to one place",
    Example("asked_as: [no water, No water!]", "asked_as: [no water, the tap does not work]", DRY_TAP),
    levels={"warning": "The words may fit two situations."},
)
def search_words_lead_to_one_situation(context: Context) -> Iterator[Problem]:
    """The words that people use to ask for a situation are listed once, and are not the words or the title of another situation."""
    first = {plain_words(one.title): one for one in context.framework.situations}
    asked: dict[str, Situation] = {}
    for situation in context.framework.situations:
        for index, words in enumerate(situation.asked_as):
            key = plain_words(words)
            other = asked.get(key) or (first.get(key) if first.get(key) is not situation else None)
            if other is situation and words in situation.asked_as[:index]:
                continue  # another rule reports identical items of a list
            if other is not None:
                wrong = f'"{words}" leads to "{other.id}" too.' if other is not situation else f'"{words}" is here twice.'
                instead = "Keep it where it fits best, or say it more exactly here." if other is not situation else "Keep one of them."
                yield context.where.problem("situations", situation.id, ("asked_as", index), wrong, instead)
            asked.setdefault(key, situation)


def plain_words(text: str) -> str:
    """The words of ``text`` for comparison, as in a search: lower case, without punctuation."""
    return " ".join(re.findall(r"[\w']+", text.casefold().replace("\u2019", "'")))


@rule(
    "answers-are-short",
    "A short answer",
    Example(
        "answer: >-\n  " + "Ask the warden and then ask again. " * 5,
        "answer: Ask the warden to mend it this week. Until then you can share a water butt.",
        DRY_TAP,
    ),
)
def answers_are_short(context: Context) -> Iterator[Problem]:
    """The answer of a situation is short enough to be read at a glance on a phone: what to do first, and who can help."""
    most = context.framework.spine.expected.answer_words_most
    for situation in context.framework.situations:
        count = len(situation.answer.split())
        if count > most:
            wrong = f'The answer of "{situation.id}" has {count} words.'
            yield context.where.problem("situations", situation.id, ("answer",), wrong, f"Write {most} at the most; put the rest in first_steps.")


@rule(
    "times-say-whose-they-are",
    "Who set the time limit",
    Example("    by_when: Within a week", "    by_when: Within a week\n    by_when_from: suggestion", DRY_TAP),
)
def times_say_whose_they_are(context: Context) -> Iterator[Problem]:
    """Each time limit says who set it and, if the law did, names the provision."""
    for situation in context.framework.situations:
        for place, step in _steps(situation):
            yield from (context.where.problem("situations", situation.id, (*place, field), wrong, instead) for field, wrong, instead in whose_time(step))
    for index, step_of_route in enumerate(context.framework.contacts.complaints_route):
        for field, wrong, instead in whose_time(step_of_route):
            yield context.where.problem_in(CONTACTS, ("complaints_route", index, field), wrong, instead)


def _steps(situation: Situation) -> Iterator[tuple[FieldPath, Step]]:
    """Each step of a situation, including those of its cases, with its field path."""
    yield from ((("steps", index), step) for index, step in enumerate(situation.steps))
    for at, case in enumerate(situation.cases):
        yield from ((("cases", at, "steps", index), step) for index, step in enumerate(case.steps))


def whose_time(step: Step | ComplaintStep | Afterwards) -> Iterator[tuple[str, str, str]]:
    """The problems with the time limit of a step: the field, what is wrong, and what to write instead."""
    if step.by_when and not step.by_when_from:
        yield "by_when", f'"{step.by_when}" does not say who set the time limit.', "Add by_when_from: law, model, guidance, practice or suggestion."
    if step.by_when_from and not step.by_when:
        yield "by_when_from", "It says who set the time limit, but gives no time.", 'Add by_when: "..."'
    if step.by_when_from == "law" and not step.provision:
        yield "by_when_from", "It says that the law sets the time, but not which rule.", "Add provision: and the id of the legal rule."


@rule(
    "steps-say-who-and-by-when",
    "Who does each step, and by when",
    Example("    who: The warden", "    who: The warden\n    by_when: Within a week\n    by_when_from: suggestion", DRY_TAP),
    everywhere=False,
)
def steps_say_who_and_by_when(context: Context) -> Iterator[Problem]:
    """Each step of a situation, and each step in making a complaint, says who does it and by when. If no law or procedure gives a time, suggest one."""
    instead = {
        "who": 'Add who: "..."',
        "by_when": 'Add by_when: "..." and by_when_from: suggestion, or whoever else sets the time.',
    }
    for situation in context.framework.situations:
        for place, step in _steps(situation):
            lacking = [field for field in instead if not step.route and not getattr(step, field)]
            for field in lacking if not step.by_when_from else set(lacking) - {"by_when"}:  # another rule says that such a step gives no time
                wrong = f'The step "{step.id}" does not say {field.replace("_", " ")}.'
                yield context.where.problem("situations", situation.id, place, wrong, instead[field])
    for index, one in enumerate(context.framework.contacts.complaints_route):
        if not one.by_when and not one.by_when_from:
            wrong = f'The step "{one.id}" does not say by when.'
            yield context.where.problem_in(CONTACTS, ("complaints_route", index), wrong, instead["by_when"])


@rule(
    "situations-hold-statements-of-each-role",
    "Each role in a situation",
    Example("actions: [water-g1]", "actions: [water-g1, water-w1]", DRY_TAP),
    everywhere=False,
)
def situations_hold_statements_of_each_role(context: Context) -> Iterator[Problem]:
    """A situation names a statement of each role that has statements, so that everyone involved finds what they can do."""
    role_of = {action.id: action.role for action in context.framework.current_actions}
    known = {role.id for role in context.framework.roles}
    sure = "standard" not in context.unread and known.issuperset(role_of.values())  # a misspelt role is reported elsewhere, and may be the missing one
    for situation in context.framework.situations if sure else ():
        named = {role_of.get(id) for id in situation.actions}
        missing = [role for role in context.framework.roles if role.id in role_of.values() and role.id not in named]
        aside = any(id in context.ids("actions") and not context.framework.has("actions", id) for id in situation.actions)  # because of an error of its own
        if context.whole("situations", situation.id) and not aside:
            for role in missing:
                wrong = f'"{situation.id}" has no statement of "{role.id}".'
                yield context.where.problem("situations", situation.id, ("actions",), wrong, "Add the id of one that fits to actions.")


@rule(
    "cases-lead-somewhere",
    "What a case links to",
    Example("  - {text: The hose leaks, part: hoose}", "  - {text: The hose leaks, part: hose}", DRY_TAP),
)
def cases_lead_somewhere(context: Context) -> Iterator[Problem]:
    """Each possible meaning of the title of a situation links to a case or a step on its page, or to another situation."""
    for situation in context.framework.situations:
        parts = [case.id for case in situation.cases] + [step.id or step.route or "" for step in situation.steps]
        for index, one in enumerate(situation.which):
            if bool(one.part) == bool(one.situation):
                wrong = f'"{one.text}" leads to {"two places" if one.part else "nothing"}.'
                yield context.where.problem("situations", situation.id, ("which", index), wrong, "Name a part or a situation.")
            elif one.part and one.part not in parts:
                wrong = f'"{one.part}" is neither a case nor a step of "{situation.id}".'
                instead = f"Write one of: {', '.join(parts)}." if parts else "Add the case, or name a situation."
                yield context.where.problem("situations", situation.id, ("which", index, "part"), wrong, instead)


@rule("cards-end-in-if", "When to call", Example("    heading: Call the gate now", "    heading: Call the gate now if", DRY_TAP))
def cards_end_in_if(context: Context) -> Iterator[Problem]:
    """The heading of a card that says when to call ends in "if", because its lines complete the sentence."""
    for situation in context.framework.situations:
        for field in ("danger", "urgent"):
            for index, card in enumerate(getattr(situation, field)):
                if not re.search(r"\bif$", card.heading):
                    wrong = f'The heading "{card.heading}" does not end in "if".'
                    yield context.where.problem(
                        "situations", situation.id, (field, index, "heading"), wrong, f'Write heading: "{card.heading.rstrip(".:")} if"'
                    )


@rule("words-to-say-have-ids", "An id for words to say", Example("id: dry-tap-1, words: Who mends", "id: dry-tap-w1, words: Who mends", DRY_TAP))
def words_to_say_have_ids(context: Context) -> Iterator[Problem]:
    """Each sentence to say that belongs to a situation has an id: the situation, a hyphen, w and a number that was never used before."""
    taken = {line.id for situation in context.framework.situations for line in situation.words if line.id}
    seen: set[str] = set()
    for situation in context.framework.situations:
        for index, line in enumerate(situation.words):
            if line.id and (line.id in seen or not re.fullmatch(re.escape(situation.id) + r"-w[1-9]\d*", line.id)):
                wrong = f'The id "{line.id}" is used twice.' if line.id in seen else f'The id "{line.id}" does not fit its place.'
                free = next_free(f"{situation.id}-w", taken)
                write = f"id: {free}" if line.id == NEW else ""
                yield context.where.problem("situations", situation.id, ("words", index, "id"), wrong, f"The next free id there is {free}.", write=write)
            seen |= {line.id} if line.id else set()


@rule(
    "every-situation-has-a-door",
    "Each situation is offered once",
    Example("    situations: [dry-tap, dry-tap]", "    situations: [dry-tap]", SPINE),
)
def every_situation_has_a_door(context: Context) -> Iterator[Problem]:
    """Where situations are in groups, each situation is in exactly one group."""
    groups = context.framework.spine.situation_groups
    counts = Counter(id for group in groups for id in group.situations)
    for situation in context.framework.situations if groups and SPINE not in context.incomplete else ():
        if counts[situation.id] == 0:
            wrong = f'"{situation.id}" is in no group of situations.'
            yield context.where.problem("situations", situation.id, ("id",), wrong, f"Name it in one, under situation_groups in {SPINE}.")
    for at, group in enumerate(groups):
        for index, id in enumerate(group.situations):
            if counts[id] > 1:
                yield context.where.problem_in(
                    SPINE, ("situation_groups", at, "situations", index), f'"{id}" is in a group more than once.', "Keep one of them."
                )
