"""The rule that the ids in fields exist: one rule for every field with a ``Ref`` mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sds.checks.context import Context
from sds.checks.rule import WATER
from sds.model.field_types import no_place
from sds.model.kinds import called
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import nearest, sure


@rule(
    "named-records-exist",
    "Every id belongs to a record",
    Example("      stages: [planning, harvst]", "      stages: [planning, harvest]", WATER),
)
def named_records_exist(context: Context) -> Iterator[Problem]:
    """Every id that a record names belongs to a record. Some fields need the id of a statement in force."""
    withdrawn = {action.id for action in context.framework.actions if action.status == "withdrawn"}
    successors = {action.id: action.replaced_by for action in context.framework.actions if action.replaced_by not in withdrawn}
    for path, named in context.references.items():
        for reference in named:
            if reference.ref.reported_by:
                continue
            choices = context.ids(*reference.kinds)
            if reference.id in choices and not (reference.ref.in_force and reference.id in withdrawn):
                continue
            if reference.ref.in_force and reference.id in withdrawn:
                yield context.where.problem_in(path, reference.place, f'"{reference.id}" is withdrawn.', _without(successors.get(reference.id)))
                continue
            if reference.ref.in_force:
                choices = replace(choices, known={id: path for id, path in choices.known.items() if id not in withdrawn})
            if reference.kinds == ("pictures",) and not choices.known:
                continue  # a framework may have no pictures yet
            if reference.ref.citation and reference.kinds == ("findings",) and reference.id in context.ids("sources"):
                error = no_place(reference.id)
                yield context.where.problem_in(path, reference.place, error.wrong, error.instead)
            else:
                wrong = f'"{reference.id}" is not {called(reference.kinds, reference.ref.called)}.'
                mend = (reference.id, sure(reference.id, choices))
                stem = reference.id.removesuffix(".yaml")  # if the file name was written instead of the id
                mend = (reference.id, stem) if stem in choices else mend
                instead = f'Did you mean "{stem}"?' if stem in choices else nearest(reference.id, choices, choices.files)
                told = context.where.problem_in(path, reference.place, wrong, instead, mend)
                yield replace(told, unknown=reference.id, gone=f"{reference.kinds[0]}/{reference.id}" if len(reference.kinds) == 1 else "")


def _without(successor: str | None) -> str:
    """What to do about a reference to a withdrawn statement. Only the editor knows which other statement says the same."""
    if successor:
        return f'It was replaced by "{successor}". Write that, if it fits here; else delete the old one.'
    return "Delete it here, or name one in force that says the same: only you can know which."
