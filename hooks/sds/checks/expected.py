"""Rules for what a framework expects of itself (``expected`` in the spine). Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from sds.checks.context import Context
from sds.checks.rule import NEW, WATER
from sds.model.field_types import ID, slug
from sds.model.files import FILES
from sds.model.kinds import KINDS
from sds.model.records.base import Record
from sds.paths import SPINE
from sds.problem import FieldPath, Problem, Replacement
from sds.reading.field_forms import annotation_at
from sds.reading.template_record import next_id
from sds.rule import Example, rule
from sds.suggest import nearest, next_like


@rule(
    "enough-records",
    "Enough records of a kind",
    Example('  records: {standards: "3", roles: "1"}', '  records: {standards: "1", roles: "1"}', SPINE),
)
def enough_records(context: Context) -> Iterator[Problem]:
    """There are at least as many records of each kind as "expected" says."""
    for name, least in context.framework.spine.expected.records.items():
        if name not in KINDS or KINDS[name].file.name in context.unread:
            continue
        kind, count = KINDS[name], len(context.where.ids().get(name, ()))
        if count < least:
            here = kind.file.path in context.where.documents and bool(kind.steps)
            path, place = (kind.file.path, kind.steps[:1]) if here else (SPINE, ("expected", "records", name))
            yield context.where.problem_in(path, place, f"There are {count} {name.replace('_', ' ')}; the minimum is {least}.", f"Add {least - count} more.")


@rule(
    "expected-names-what-exists",
    "Everything under “expected” exists",
    Example("    terms: [easy, also_caled, source]", "    terms: [easy, also_called, source]", SPINE),
)
def expected_names_what_exists(context: Context) -> Iterator[Problem]:
    """Under "expected", each rule is an optional rule on this page, each kind is a kind of record, and each field is one that the kind has."""
    expected = context.framework.spine.expected

    def unknown(place: FieldPath, word: str, what: str, choices: Collection[str]) -> Iterator[Problem]:
        if word not in choices:
            yield context.where.problem_in(SPINE, ("expected", *place), f'"{word}" is not {what}.', nearest(word, choices))

    for index, id in enumerate(expected.rules):
        yield from unknown(("rules", index), id, "the id of a rule that frameworks choose", context.chosen_rules)
    for index, path in enumerate(expected.files):
        yield from unknown(("files", index), path, "a file that the checker reads", [file.path for file in FILES])
    for name in expected.records:
        yield from unknown(("records", name), name, "a kind of record", KINDS)
    for name, fields in expected.fields.items():
        models = {**{kind.name: kind.model for kind in KINDS.values()}, **{file.path: file.model for file in FILES}}
        yield from unknown(("fields", name), name, "a kind of record, or a file", models)
        for index, field in enumerate(fields if name in models else ()):
            *above, last = field.split(".")
            owner = annotation_at(models[name], tuple(above))
            has = list(owner.model_fields) if isinstance(owner, type) and issubclass(owner, Record) else [last] if owner else []
            yield from unknown(("fields", name, index), last, f'a field of "{name}"', has)


@rule(
    "ids-are-plain",
    "Ids in small letters",
    Example("    - id: Water-g3\n      text: Test every tap", "    - id: water-w1\n      text: Test every tap", WATER),
    everywhere=False,
)
def ids_are_plain(context: Context) -> Iterator[Problem]:
    """An id has only small letters, digits and single hyphens. The id of a finding is E, the number of a standard in two digits, a hyphen and two
    digits."""
    numbers = {str(standard.number).zfill(2) for standard in context.framework.standards}
    for name, id in context.where.places:
        form = KINDS[name].plain
        new = name == "findings" and f"findings/{id}" not in context.published.ids  # a published finding keeps its id, even if its standard's number changes
        of_none = new and id[1:3] not in numbers and numbers and SPINE not in context.incomplete and "standard" not in context.unread
        if form is not None and ID.fullmatch(id) and (of_none or not form.fullmatch(id)):  # an invalid id is reported when the file is read
            small, write = slug(id), ""
            wrong, instead = f'"{id}" is not an id.', f'Write small letters, digits and single hyphens, as in "{small or "a-name"}".'
            if name == "findings":
                wrong, write = f'"{id}" is not the id of a finding.', f"id: {_of_finding(context, id)}"
                instead = f"Write {write}"
            yield context.where.problem(name, id, ("id",), f'In "id" of "{id}": {wrong}', instead, write="" if "..." in write else write)


@rule(
    "ids-are-given",
    "Each record has an id of its own",
    Example("  - {id: new, words: I would like a tap", "  - {id: water-a1, words: I would like a tap", WATER),
)
def ids_are_given(context: Context) -> Iterator[Problem]:
    """No record keeps the id "new". It stands for the next free id, which the checker gives."""
    for name, id in context.where.places:
        if id != NEW or name in TOLD_BY_THEIR_OWN:
            continue
        path = context.where.file_of(name, id)
        ids = [other for other, file in context.ids(name).known.items() if file == path and other != NEW]
        published = (named.removeprefix(f"{name}/") for named in context.published.ids if named.startswith(f"{name}/"))
        free = next_like(ids, [*context.ids(name), *published])
        wrong = 'The id "new" stands for an id that is still to be given.'
        instead = f"The next free id there is {free}." if free else "Write an id of its own, in small letters with hyphens. It never changes."
        told = context.where.problem(name, id, ("id",), wrong, instead)
        line = context.where.documents[told.path].text.split("\n")[told.line - 1]
        mended = re.sub(r"(?<![\w-])id: new(?![\w-])", f"id: {free}", line)
        yield replace(told, replacement=Replacement(told.line, told.line, (line,), mended)) if free and mended != line else told


TOLD_BY_THEIR_OWN = frozenset({"actions", "components", "findings"})
"""Kinds whose ids contain the id of their standard: for these, another rule suggests the next id."""


def _of_finding(context: Context, id: str) -> str:
    """The next free id for a finding: the number of the first standard that it is about, and the next number there, counting deleted findings too."""
    about = context.framework.record("findings", id).standards if context.framework.has("findings", id) else ()
    published = (named.removeprefix("findings/") for named in context.published.ids if named.startswith("findings/"))
    return next_id(context.framework, context.where, "findings", about[:1], published)
