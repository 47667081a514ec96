"""Does what a role or a stage offers lead somewhere? Each rule is one function whose docstring is the rule in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sds.checks.context import Context, Ids
from sds.model.citations import cited
from sds.model.records import TwoMinutes
from sds.paths import SPINE
from sds.problem import FieldPath, Problem
from sds.suggest import nearest

MOST_WORDS = 340
"""How many words a two-minute page may hold in the data. A calm reader reads 200 in a minute; the page adds up to 60 of its own."""


def roles_start_with_their_own(context: Context) -> Iterator[Problem]:
    """Where a role says what to start with, it names as many statements as are expected, each its own, in force and once."""
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
            elif action is not None and action.role != role.id and action.role in context.ids("roles"):  # a misspelt role is told elsewhere
                wrong, instead = f'"{start.action}" is not a statement of "{role.id}".', "Choose one of that role's own statements."
            if wrong:
                yield context.where.problem("roles", role.id, ("start_here", index, "action"), wrong, instead)
            seen.add(start.action)
        if role.start_here and len(role.start_here) != wanted and context.whole("roles", role.id):
            wrong = f'"{role.id}" starts with {len(role.start_here)} statements; {wanted} are expected.'
            yield context.where.problem("roles", role.id, ("start_here",), wrong, f"Name {wanted}, or change start_here_per_role under expected.")


def roles_name_records(context: Context) -> Iterator[Problem]:
    """The role that a role is compared with is another one, and the easy-read pages it hands over exist."""
    easy = context.ids("easy_read")
    for role in context.framework.roles:
        other = role.compare_with
        if other is not None and (other == role.id or other not in context.ids("roles")):
            choices = [id for id in context.ids("roles") if id != role.id]
            yield context.where.problem("roles", role.id, ("compare_with",), f'"{other}" is not the id of another role.', nearest(other, choices, SPINE))
        for index, given in enumerate(role.hand_over):
            if given.page not in easy:
                wrong = f'"{given.page}" is not an easy-read page.'
                yield context.where.problem("roles", role.id, ("hand_over", index, "page"), wrong, context.nearest("easy_read", given.page))


def two_minute_pages_hold(context: Context) -> Iterator[Problem]:
    """Whatever a two-minute page names exists, its statements are in force, and it is read in two minutes."""
    for stage in context.framework.spine.stages:
        two = stage.two_minutes
        if two is None:
            continue
        findings = [finding.text for finding in context.framework.findings if finding.id in two.evidence]
        count = sum(len(text.split()) for text in (*_texts(two), *findings))
        if count > MOST_WORDS:
            wrong = f'The two-minute page of "{stage.id}" has {count} words.'
            yield context.where.problem("stages", stage.id, ("two_minutes",), wrong, f"{MOST_WORDS} are read in two minutes: take some out.")
        for place, named, choices, what in _named(context, two):
            if named not in choices:
                yield context.where.problem("stages", stage.id, ("two_minutes", *place), f'"{named}" is not {what}.', nearest(named, choices, choices.files))


def _named(context: Context, two: TwoMinutes) -> Iterator[tuple[FieldPath, str, Ids, str]]:
    """Each id that a two-minute page names: its place, the id, the ids it may be, and what these are called."""
    withdrawn = {action.id for action in context.framework.actions if action.status == "withdrawn"}
    ids = context.ids("actions")
    actions = replace(ids, known={id: path for id, path in ids.known.items() if id not in withdrawn})
    for index, role in enumerate(two.roles):
        yield ("roles", index), role, context.ids("roles"), "the id of a role"
    for index, option in enumerate(two.options):
        yield ("options", index, "option"), option.option, context.ids("options"), "the id of an option"
    for index, page in enumerate(two.hand_over):
        yield ("hand_over", index), page, context.ids("easy_read"), "an easy-read page"
    for index, finding in enumerate(two.evidence):
        yield ("evidence", index), finding, context.ids("findings"), "the id of a finding"
    for index, contact in enumerate(two.pass_to):
        for at, action in enumerate(contact.actions):
            yield ("pass_to", index, "actions", at), action, actions, "the id of a statement in force"
    for name, lines in (("what", two.what), ("say", two.say), ("never", two.never)):
        for index, line in enumerate(lines):
            for at, action in enumerate(line.actions):
                yield (name, index, "actions", at), action, actions, "the id of a statement in force"
            for at, citation in enumerate(line.evidence):
                kind, named = cited(citation)
                yield (name, index, "evidence", at), named, context.ids(kind), f"the id of a {kind[:-1]}"


def _texts(two: TwoMinutes) -> Iterator[str]:
    """The words of a two-minute page that its reader reads."""
    yield from (two.title, two.summary, two.evidence_note)
    yield from (line.text for line in (*two.what, *two.say, *two.never))
    yield from (line.text for line in two.options)
    for contact in two.pass_to:
        yield from (contact.who, contact.when)
