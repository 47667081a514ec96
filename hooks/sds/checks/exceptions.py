"""Exceptions: records and hand-written pages that may break a rule, each listed with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sds.checks.context import Context
from sds.model.kinds import KINDS, called
from sds.model.records import KnownException
from sds.paths import EXCEPTIONS, PAGES
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import nearest


def without_excepted(found: Iterable[Problem], exceptions: Collection[KnownException]) -> Iterator[Problem]:
    """The problems in ``found`` without those for which there is an exception."""
    excepted = {(one.rule, one.record) for one in exceptions}
    return (problem for problem in found if (problem.rule, problem.record or problem.path) not in excepted)


def misspelt(found: Iterable[Problem], context: Context) -> Iterator[KnownException]:
    """The exceptions that name no record, as they were meant: what they are for is told there, and not a second time."""
    problems = tuple(found)
    yield from (one.model_copy(update={"record": meant}) for one in context.exceptions if (meant := _meant(one, problems, context)))


def _meant(one: KnownException, found: Iterable[Problem], context: Context) -> str:
    """The kind and id of the only record that breaks the rule of an exception which names no record; an empty string if it names one, or none is the only
    one."""
    kind, _, id = one.record.partition("/")
    if kind not in KINDS or id in context.ids(kind):
        return ""
    listed = {other.record for other in context.exceptions if other.rule == one.rule}
    broken = {problem.record for problem in found if problem.rule == one.rule and problem.record.startswith(f"{kind}/")} - listed
    return broken.pop() if len(broken) == 1 else ""


@rule(
    "exceptions-are-needed",
    "Remove exceptions that are no longer needed",
    Example(
        """\
exceptions:
  - rule: statements-are-one-action
    record: actions/water-g1
    reason: It is well known.""",
        "exceptions: []",
        EXCEPTIONS,
    ),
    excepted=False,
)
def exceptions_are_needed(context: Context) -> Iterator[Problem]:
    """Each exception names a rule and a record, or the file of a page, that breaks it, and is listed once.

    When that record or page follows the rule again, delete the exception.
    """
    needed = {(problem.rule, problem.record or problem.path) for problem in context.found}
    seen = dict[tuple[str, str], int]()
    for index, one in enumerate(context.exceptions):
        kind, _, id = one.record.partition("/")
        if (first := seen.setdefault((one.rule, one.record), index)) != index:
            if one == context.exceptions[first]:
                continue  # another rule reports identical items, for every list
            line = context.where.documents[EXCEPTIONS].line(("exceptions", first, "rule"))
            wrong, instead, field = f'"{one.record}" is excepted from the rule "{one.rule}" twice; the first is on line {line}.', "Delete one of them.", "rule"
        elif one.rule in context.fixed_rules:
            wrong, instead, field = f'No exception can be made from the rule "{one.rule}".', "Delete it, and do what the rule asks.", "rule"
        elif one.rule not in context.rules:
            wrong, instead, field = f'"{one.rule}" is not the id of a rule.', nearest(one.rule, context.rules, "/contribute/rules/"), "rule"
        elif one.record.startswith(f"{PAGES}/") and one.record not in (known := context.of_pages.known):
            wrong, instead, field = f'There is no page "{one.record}".', nearest(one.record, known, f"{PAGES}/"), "record"
        elif one.record in context.of_pages.read and (one.rule, one.record) not in needed:
            wrong, instead, field = f'"{one.record}" follows the rule "{one.rule}", so this exception is not needed.', "Delete it.", "rule"
        elif one.record.startswith(f"{PAGES}/"):
            continue
        elif kind not in KINDS and not id and (meant := _of_kind(context, one.record)):
            wrong, instead, field = f'"{one.record}" does not say of which kind the record is.', f"Write record: {meant}", "record"
        elif kind not in KINDS:
            wrong, instead, field = f'"{kind}" is not a kind of record.', nearest(kind, KINDS), "record"
        elif id not in (ids := context.ids(kind)):
            meant = _meant(one, context.found, context)
            told = f'Did you mean "{meant.partition("/")[2]}"?' if meant else nearest(id, ids, ids.files)
            wrong, instead, field = f'"{id}" is not {called([kind])}.', told, "record"
        elif (one.rule, one.record) not in needed and not context.unread and not context.incomplete:
            wrong, instead, field = f'"{one.record}" follows the rule "{one.rule}", so this exception is not needed.', "Delete it.", "rule"
        else:
            continue
        yield context.where.problem_in(EXCEPTIONS, ("exceptions", index, field), wrong, instead)


def _of_kind(context: Context, id: str) -> str:
    """The only record with this id, as kind and id; an empty string if there is none, or more than one."""
    found = [f"{kind}/{id}" for kind in KINDS if id in context.ids(kind).known]
    return found[0] if len(found) == 1 else ""
