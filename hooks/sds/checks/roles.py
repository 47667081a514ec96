"""Rules for what roles and stages offer and link to. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sds.checks.context import Context
from sds.model.records import TwoMinutes
from sds.paths import SPINE
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import nearest

MOST_WORDS = 340
"""The most words in the data of a two-minute page. People read about 200 words a minute, and the template adds up to 60."""

OPEN = """\
        - text: The garden is open to all by day.
          evidence: ["garden-bylaw, section 4"]"""
"""The start of the example of a page that is too long."""


@rule(
    "roles-start-with-their-own",
    "A role starts with its own statements",
    Example("      - action: water-w1\n", "      - action: water-g1\n", SPINE),
)
def roles_start_with_their_own(context: Context) -> Iterator[Problem]:
    """Where a role says what to start with, it names the expected number of its own statements in force, each once."""
    actions = {action.id: action for action in context.framework.actions}
    wanted = context.framework.spine.expected.start_here_per_role
    for role in context.framework.roles:
        seen: set[str] = set()
        own = [action.id for action in context.framework.current_actions if action.role == role.id]
        for index, start in enumerate(role.start_here):
            wrong, instead = "", ""
            action = actions.get(start.action)
            if start.action in seen:
                wrong, instead = f'"{role.id}" starts with "{start.action}" twice.', "Choose another statement for one of them."
            elif start.action not in context.ids("actions"):
                wrong, instead = f'"{start.action}" is not the id of a statement.', nearest(start.action, own, context.ids("actions").files)
            elif action is not None and action.status == "withdrawn":
                wrong, instead = f'"{start.action}" is withdrawn.', "Choose a statement that is in force."
            elif action is not None and action.role != role.id and action.role in context.ids("roles"):  # a misspelt role is reported elsewhere
                wrong, instead = f'"{start.action}" is not a statement of "{role.id}".', "Choose one of that role's own statements."
            if wrong:
                told = context.where.problem("roles", role.id, ("start_here", index, "action"), wrong, instead)
                there = start.action in context.ids("actions")
                yield told if there else replace(told, unknown=start.action, gone=f"actions/{start.action}")
            seen.add(start.action)
        if role.start_here and wanted is not None and len(role.start_here) != wanted and context.whole("roles", role.id):
            wrong = f'"{role.id}" starts with {len(role.start_here)} statements; {wanted} are expected.'
            yield context.where.problem("roles", role.id, ("start_here",), wrong, f"Name {wanted}, or change start_here_per_role under expected.")


@rule(
    "roles-are-compared-with-another",
    "A role is compared with another one",
    Example("    compare_with: wardens", "    compare_with: growers", SPINE),
)
def roles_are_compared_with_another(context: Context) -> Iterator[Problem]:
    """A role is compared with a different role."""
    for role in context.framework.roles:
        other = role.compare_with
        if other is not None and (other == role.id or other not in context.ids("roles")):
            choices = [id for id in context.ids("roles") if id != role.id]
            wrong, instead = f'"{other}" is not the id of another role.', nearest(other, choices, SPINE)
            yield replace(context.where.problem("roles", role.id, ("compare_with",), wrong, instead), unknown=other)


@rule(
    "two-minute-pages-are-short",
    "A two-minute page can be read in two minutes",
    Example(OPEN, OPEN, SPINE, times=45),
)
def two_minute_pages_are_short(context: Context) -> Iterator[Problem]:
    """A two-minute page takes two minutes or less to read."""
    for stage in context.framework.spine.stages:
        two = stage.two_minutes
        if two is None:
            continue
        findings = [finding.text for finding in context.framework.findings if finding.id in two.evidence]
        count = sum(len(text.split()) for text in (*_texts(two), *findings))
        if count > MOST_WORDS:
            wrong = f'The two-minute page of "{stage.id}" has {count} words.'
            yield context.where.problem("stages", stage.id, ("two_minutes",), wrong, f"{MOST_WORDS} can be read in two minutes: delete some.")


def _texts(two: TwoMinutes) -> Iterator[str]:
    """The texts of a two-minute page that readers see."""
    yield from (two.title, two.summary, two.evidence_note)
    yield from (line.text for line in (*two.what, *two.say, *two.never))
    yield from (line.text for line in two.options)
    for contact in two.pass_to:
        yield from (contact.who, contact.when)
