"""The rule that every field of a framework's own has a heading. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

from collections.abc import Iterator

from sds.checks.context import Context
from sds.paths import SPINE
from sds.problem import Problem
from sds.rule import Example, rule
from sds.suggest import nearest


@rule(
    "facts-have-labels",
    "A heading for each fact",
    Example("      owns: You\n", "      holds: You\n", SPINE),
)
def facts_have_labels(context: Context) -> Iterator[Problem]:
    """Each fact of an option or a principle has a label under "labels", and each label there belongs to a field."""
    spine = context.framework.spine
    for kind, records, labels in (("options", spine.options, spine.labels.options), ("principles", spine.principles, spine.labels.principles)):
        for record in records:
            for name in record.facts:
                if name not in labels:
                    wrong = f'"{name}" of "{record.id}" has no label.'
                    instead = (
                        f'Add the line {name}: "..." to {kind} under labels.' if not labels else f"{nearest(name, labels)} Or add it to {kind} under labels."
                    )
                    yield context.where.problem(kind, record.id, ("facts", name), wrong, instead)
        fields = {name for record in records for name in (*type(record).model_fields, *record.facts)}
        for name in labels if records else ():
            if name not in fields:
                line = context.where.documents[SPINE].line(("labels", kind, name))
                yield Problem(SPINE, line, f'"{name}" is a label, but there is no such field of the {kind}.', nearest(name, fields))
