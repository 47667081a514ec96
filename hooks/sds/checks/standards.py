"""Rules for standards: each is complete, and its records are in their place. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sds.checks.context import Context
from sds.checks.rule import NEW, PATHS, WATER
from sds.paths import EASY_READ, SPINE
from sds.problem import Problem
from sds.reading.field_forms import values_of
from sds.reading.visible_words import Visible
from sds.reading.yaml_text import Document
from sds.rule import Example, rule
from sds.suggest import next_free

TITLED = frozenset(["standards", "provisions", "roles", "principles", "options", "drivers", "stages", "alignments", "easy_read"])
"""The kinds of record whose title is the heading of their page, and is our own choice."""


@rule(
    "roles-are-complete",
    "A part for every role",
    Example("    - id: water-w1", "  wardens:\n    - id: water-w1", WATER),
    everywhere=False,
)
def roles_are_complete(context: Context) -> Iterator[Problem]:
    """Every standard has a part for every role, in the order of the roles, and no other parts."""
    roles = list(context.ids("roles"))
    nowhere = [role for role in roles if not any(role in standard.file.actions for standard in context.framework.standards)]
    if len(context.framework.standards) > 1:  # reported once, at the role
        for role in nowhere:
            told = f"In the file of each standard, add {role}: among its actions, in the order of the roles, with a statement of it."
            yield context.where.problem("roles", role, (), f'No standard has a part for "{role}".', told)
        roles = [role for role in roles if role not in nowhere]
    for standard in context.framework.standards:
        given = list(standard.file.actions)
        if set(given) <= set(roles) and given != roles:
            yield context.where.problem(
                "standard files",
                standard.id,
                ("actions",),
                "A role is missing, or the roles are not in order.",
                f"Write the roles in this order: {', '.join(roles)}.",
            )


@rule(
    "standards-are-full",
    "Enough in every standard",
    Example("ask_for: []", "ask_for:\n  - {id: paths-a1, words: I would like a path that my chair can use.}", PATHS),
)
def standards_are_full(context: Context) -> Iterator[Problem]:
    """Every standard has at least the expected number of components, statements for each role, and sentences to say."""
    expected = context.framework.spine.expected
    for standard in context.framework.standards:
        if not context.whole("standard files", standard.id):
            continue
        counts = [
            ("components", ("components",), len(standard.components), expected.components_per_standard),
            ("sentences to say", ("ask_for",), len(standard.file.ask_for), expected.ask_for_per_standard),
            *((f"statements for {role}", ("actions", role), len(standard.actions_of(role)), expected.actions_per_role) for role in standard.file.actions),
        ]
        for things, place, count, least in counts:
            if count < least:
                yield context.where.problem(
                    "standard files", standard.id, tuple(place), f"There are {count} {things}; the minimum is {least}.", f"Add {least - count} more."
                )


@rule(
    "numbers-are-in-order",
    "Standards in the order of their numbers",
    Example('  - id: paths\n    number: "3"', '  - id: paths\n    number: "2"', SPINE),
    everywhere=False,
)
def numbers_are_in_order(context: Context) -> Iterator[Problem]:
    """The standards are in the order of their numbers, from 1 with no gaps."""
    for position, standard in enumerate(context.framework.spine.standards, start=1):
        if standard.number != position and SPINE not in context.incomplete:
            yield context.where.problem(
                "standards",
                standard.id,
                ("number",),
                f'"{standard.id}" is number {standard.number} but is at place {position}.',
                f'Move it, or write number: "{position}"',
            )


COUNT = re.compile(r"(?<![\w.,])(\d+) standards\b")


@rule(
    "no-more-standards-are-counted",
    "How many standards there are",
    Example("  about: The charter says in 14 standards how a shared garden is run.", "  about: The charter says how a shared garden is run.", SPINE),
    {"warning": ""},
)
def no_more_standards_are_counted(context: Context) -> Iterator[Problem]:
    """No words of ours count more standards than there are."""
    if SPINE in context.incomplete:
        return
    most = len(context.framework.spine.standards)
    yield from context.in_documents("counted", partial(_counted_in, most), str(most))
    yield from context.in_pages("counted", partial(_counted_in_page, most), str(most))


def _counted_in(most: int, document: Document) -> Iterator[Problem]:
    if document.path == SPINE or document.path.startswith(f"{EASY_READ}/"):  # elsewhere, other standards may be counted
        for place, value in values_of(document):
            if COUNT.search(value):  # a shortcut, because the lines of a file are read only when one is asked for
                yield from _counted(document.path, document.line(place), value, most)


def _counted_in_page(most: int, file: Visible) -> Iterator[Problem]:
    for number, line in enumerate(file.seen.split("\n"), start=1):
        yield from _counted(file.path, number, line, most)


def _counted(path: str, line: int, words: str, most: int) -> Iterator[Problem]:
    if found := next((one for one in COUNT.finditer(words) if int(one[1]) > most), None):
        yield Problem(path, line, f'"{found[0]}": there are {most}.', f"Write {most} standards, unless it counts others too.")


@rule(
    "component-ids-say-standard",
    "A component's id names its standard",
    Example("  - id: tap-cc1", "  - id: water-cc1", WATER),
    everywhere=False,
)
def component_ids_say_standard(context: Context) -> Iterator[Problem]:
    """A component's id is its standard, a hyphen, cc (core component) and a number."""
    for component in context.framework.components:
        start = f"{component.standard}-cc"
        if not re.fullmatch(re.escape(start) + r"[1-9]\d*", component.id):
            free = next_free(start, context.ids("components"))
            yield context.where.problem(
                "components",
                component.id,
                ("id",),
                f'The id "{component.id}" does not fit its place.',
                f"The next free id there is {free}.",
                write=f"id: {free}" if component.id == NEW else "",
            )


@rule(
    "component-is-official-or-ours",
    "Official component or ours",
    Example(
        """\
    text: No bed is more than twenty steps from a tap.
    official: "1.10"
    ours: Written by us.""",
        """\
    text: No bed is more than twenty steps from a tap.
    official: "1.10\"""",
        WATER,
    ),
    everywhere=False,
)
def component_is_official_or_ours(context: Context) -> Iterator[Problem]:
    """A component has either its official number or a note that it is ours, and never both. A number of several parts has points between them."""
    for component in context.framework.components:
        if re.fullmatch(r"\d+(?:[,;:-]\d+)+", component.official or ""):
            right = f'official: "{re.sub(r"[^0-9]", ".", component.official or "")}"'
            wrong = f'The number "{component.official}" of "{component.id}" has another sign where a point belongs.'
            yield context.where.problem("components", component.id, ("official",), wrong, f"Write {right}", write=right)
        if (component.official is None) == (component.ours is None):
            what = 'both "official" and "ours"' if component.official else 'neither "official" nor "ours"'
            instead = 'Write official: "1.1" if you read that number in the official edition. Otherwise write ours: and what it is based on.'
            told = context.where.problem("components", component.id, ("id",), f'"{component.id}" has {what}.', instead)
            yield told if component.official else replace(told, lacks="official")


@rule(
    "titles-are-unique",
    "A different title for each page",
    Example("    title: Water for every bed\n    short: Paths", "    title: Paths that everyone can use\n    short: Paths", SPINE),
)
def titles_are_unique(context: Context) -> Iterator[Problem]:
    """No two pages of one kind have the same title."""
    for kind, collection in context.framework.kinds():
        seen: dict[str, str] = {}
        for id, record in collection.items() if kind in TITLED else ():
            if record.title in seen:
                wrong = f'"{id}" has the same title as "{seen[record.title]}".'
                yield context.where.problem(kind, id, ("title",), wrong, "Give one of them another title.")
            seen.setdefault(record.title, id)
