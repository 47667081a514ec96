"""Rules for action statements. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import partial

from sds.cache import Cache
from sds.checks.context import Context
from sds.checks.own_words import on_its_line
from sds.checks.rule import NEW, PATHS, WATER
from sds.model.field_types import PLAIN_ID
from sds.model.in_print import capitalise
from sds.problem import Problem, quoted
from sds.rule import Example, rule
from sds.suggest import next_free


@rule(
    "action-ids-say-standard-and-role",
    "A statement's id names its standard and role",
    Example("    - id: water-g3\n      text: Test every tap", "    - id: water-w1\n      text: Test every tap", WATER),
    everywhere=False,
)
def action_ids_say_standard_and_role(context: Context) -> Iterator[Problem]:
    """A statement's id is its standard, a hyphen, its role's code and a number that was never used before."""
    codes = {role.id: role.code for role in context.framework.roles}
    for action in context.framework.actions:
        if action.role not in codes:
            continue
        start = f"{action.standard}-{codes[action.role]}"
        if not re.fullmatch(re.escape(start) + r"[1-9]\d*", action.id) and PLAIN_ID.fullmatch(action.id):
            free = next_free(start, context.ids("actions"))
            yield context.where.problem(
                "actions",
                action.id,
                ("id",),
                f'The id "{action.id}" does not fit its place, which is {action.standard}, {action.role}.',
                f"The next free id there is {free}.",
                write=f"id: {free}" if action.id == NEW else "",
            )


@rule(
    "statements-are-one-action",
    "One action in few words",
    Example("      text: Test every tap.", "      text: Test every tap in March and write the date on its post.", WATER),
)
def statements_are_one_action(context: Context) -> Iterator[Problem]:
    """A statement has the expected number of words: enough to say who does what and when, and no more than one action needs."""
    expected = context.framework.spine.expected
    for action in context.framework.actions:
        words = len(action.text.split())
        if words < expected.action_words_least or (expected.action_words_most is not None and words > expected.action_words_most):
            yield context.where.problem(
                "actions",
                action.id,
                ("text",),
                f'"{action.id}" has {words} words.',
                f"Write one action in {_between(expected.action_words_least, expected.action_words_most)} words; put the rest in why.",
            )


def _between(least: int, most: int | None) -> str:
    """``8 to 35``, or ``8 or more`` if there is no maximum."""
    return f"{least} or more" if most is None else f"{least} to {most}"


@rule(
    "statements-begin-as-their-role",
    "A statement begins as its role's statements do",
    Example(
        "      text: Growers must share a water butt with a neighbour.",
        "      text: You can share a water butt with the bed next to yours.",
        WATER,
    ),
)
def statements_begin_as_their_role(context: Context) -> Iterator[Problem]:
    """Where a role says how its statements begin, each of them begins that way. For people with rights, that is what they can do or ask for."""
    starts = {role.id: role.begins_with for role in context.framework.roles}
    for role, wanted in starts.items():
        texts = [action.text for action in context.framework.actions if action.role == role and not action.text.isupper()]
        odd = [text for text in texts if not _begins(text, wanted)] if wanted else []
        if len(odd) >= MANY and 2 * len(odd) > len(texts):
            wrong = f'{len(odd)} of {len(texts)} statements of "{role}" begin otherwise.'
            told = "Write how they begin, as they are written now; or change each of them."
            yield context.where.problem("roles", role, ("begins_with",), wrong, told)
            starts = {**starts, role: ()}
    for action in context.framework.actions:
        wanted = starts.get(action.role, ())
        if wanted and not action.text.isupper() and not _begins(action.text, wanted):
            choices = " or ".join(f'"{start}"' for start in wanted)
            yield context.where.problem(
                "actions", action.id, ("text",), f'"{action.id}" does not start with {choices}.', "Say what the person can do or ask for."
            )


LISTED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] |[-*\u2022\u00b7] ")
"""The mark of a list at the start of words."""
MANY = 5
"""If this many statements of a role begin in another way, the expected way is reported as wrong, rather than each statement."""


def _begins(text: str, wanted: Collection[str]) -> bool:
    """Whether ``text`` begins with one of the texts in ``wanted``. The case of the first letter is ignored, as another rule checks it."""
    return any(re.match(re.escape(start) + r"\b", capitalise(text)) for start in wanted)


@rule(
    "statements-are-sentences",
    "A statement is a whole sentence",
    Example(
        "      text: Test every tap in March and write the date on its post\n", "      text: Test every tap in March and write the date on its post.\n", WATER
    ),
)
def statements_are_sentences(context: Context) -> Iterator[Problem]:
    """A statement begins with a capital and ends with a full stop. It is no question and no numbered list, and is not written in capitals."""
    for action in context.framework.actions:
        if action.text.isupper():
            wrong = f'"{action.id}" is in capitals, which are hard to read.'
            yield context.where.problem("actions", action.id, ("text",), wrong, "Write it in small letters, with a capital at the start.")
            continue
        if action.text.endswith("?"):
            wrong = f'"{action.id}" asks a question, and a statement says what someone does or can do.'
            yield context.where.problem("actions", action.id, ("text",), wrong, "Write what that is, and end it with a full stop.")
            continue
        if LISTED.match(action.text):
            wrong = f'"{action.id}" begins with the number of a list.'
            yield context.where.problem(
                "actions", action.id, ("text",), wrong, "Write one action without a number. Each other action is a statement of its own."
            )
            continue
        ended = unicodedata.category(action.text[-1])[0] == "P" and action.text[-1] not in ",;:-"
        right = action.text[0].upper() + (action.text[1:] if ended else f"{action.text[1:].rstrip(',;:- ')}.")
        if right != action.text:
            wrong = f'"{action.id}" does not begin with a capital.' if right[0] != action.text[0] else f'"{action.id}" does not end with a full stop.'
            line = f"text: {right if ': ' not in right and ' #' not in right else quoted(right)}"
            yield on_its_line(context.where.problem("actions", action.id, ("text",), wrong, f"Write {line}", write=line), right)


@rule(
    "no-two-statements-alike",
    "Nothing is said twice",
    Example(
        "      text: You can share with the bed next to yours a water butt.",
        "      text: Test every tap in March and write the date on its post.",
        WATER,
    ),
    everywhere=False,
)
def no_two_statements_alike(context: Context) -> Iterator[Problem]:
    """No two statements use the same words."""
    seen: dict[frozenset[str], str] = {}
    for action in context.framework.actions:
        words = _WORDS.get(action.id, (action,), partial(_long_words, action.text))
        if words in seen and seen[words] != action.id:  # duplicate ids are reported when the file is read
            yield context.where.problem(
                "actions", action.id, ("text",), f'"{action.id}" says the same as "{seen[words]}".', "Change one of them, or withdraw it."
            )
        seen.setdefault(words, action.id)


_WORDS = Cache[frozenset[str]]()


def _long_words(text: str) -> frozenset[str]:
    """The words of four or more letters, or all words if there are none, as in a script without spaces."""
    words = re.findall(r"\w+", text.casefold())
    return frozenset([word for word in words if len(word) > 3] or words)


@rule(
    "withdrawn-says-why",
    "A reason for each withdrawn statement",
    Example("      status: withdrawn", "      status: withdrawn\n      reason: The path is now covered.", PATHS),
)
def withdrawn_says_why(context: Context) -> Iterator[Problem]:
    """A withdrawn statement stays in the file and says why it was withdrawn. A statement in force has no such reason."""
    for action in context.framework.actions:
        if action.status == "withdrawn" and action.reason is None:
            yield context.where.problem("actions", action.id, ("status",), f'"{action.id}" is withdrawn and does not say why.', 'Add the line reason: "..."')
        if action.status == "current" and action.reason is not None:
            yield context.where.problem(
                "actions", action.id, ("reason",), f'"{action.id}" gives a reason but is in force.', "Add status: withdrawn, or delete the reason."
            )


@rule(
    "successors-are-in-force",
    "What replaces a withdrawn statement",
    Example(
        "      evidence: [E01-02]\n      replaced_by: paths-g1",
        "      evidence: [E01-02]",
        PATHS,
    ),
)
def successors_are_in_force(context: Context) -> Iterator[Problem]:
    """Only a withdrawn statement names a statement that replaces it, and that statement is in force."""
    status = {action.id: action.status for action in context.framework.actions}
    for action in context.framework.actions:
        if action.replaced_by in {None, action.id}:  # another rule reports a statement that names itself
            continue
        if action.status != "withdrawn":
            wrong, instead = f'"{action.id}" is in force, but names a statement that replaces it.', "Add status: withdrawn and a reason, or delete replaced_by."
        elif status.get(action.replaced_by or "") == "withdrawn":
            wrong, instead = f'"{action.replaced_by}" is withdrawn too.', "Name a statement that is in force, or delete replaced_by."
        else:
            continue
        yield context.where.problem("actions", action.id, ("replaced_by",), wrong, instead)


@rule(
    "statements-rest-on-something",
    "A statement has evidence or law",
    Example("      basis: inference\n      evidence: []", "      basis: inference\n      evidence: [E01-01]", WATER),
    everywhere=False,
)
def statements_rest_on_something(context: Context) -> Iterator[Problem]:
    """A statement names evidence, or provisions of law, or both."""
    needy = {basis.id for basis in context.framework.spine.bases if basis.needs}  # what these need is asked for by the rule about the basis
    for action in context.framework.actions:
        if not action.evidence and not action.provisions and action.basis not in needy and context.whole("actions", action.id):
            wrong = f'"{action.id}" names neither evidence nor provisions.'
            yield context.where.problem("actions", action.id, ("evidence",), wrong, "Cite a finding, a source and its place, or a provision of law.")


@rule(
    "statements-serve-their-own-standard",
    "A statement belongs to a component of its own standard",
    Example("      component: paths-cc1", "      component: water-cc1", WATER),
)
def statements_serve_their_own_standard(context: Context) -> Iterator[Problem]:
    """The component that a statement names is one of its own standard."""
    standards = {component.id: component.standard for component in context.framework.components}
    for action in context.framework.actions:
        there = standards.get(action.component or "")
        if there is not None and there != action.standard:
            own = [id for id, standard in standards.items() if standard == action.standard]
            wrong = f'"{action.component}" is a component of "{there}" and not of "{action.standard}".'
            yield context.where.problem("actions", action.id, ("component",), wrong, f"Write one of: {', '.join(own)}.")
