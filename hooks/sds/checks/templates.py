"""Rules for forms and letters. Each rule is a function whose docstring is its published text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sds.checks.context import Context
from sds.checks.renamed_boxes import renamed_box
from sds.checks.situations import whose_time
from sds.forms.easy import all_fields
from sds.forms.letter import Value, boxes_in, line_words
from sds.model.records import Template, TemplateField
from sds.model.records.templates import LetterLine
from sds.paths import FORMS
from sds.problem import FieldPath, Problem
from sds.reading.field_forms import example_value
from sds.rule import Example, rule
from sds.suggest import nearest

PLOT_PLAN, WATER_LETTER = f"{FORMS}/plot-plan.yaml", f"{FORMS}/water-letter.yaml"
"""The files of a form and a letter in the tests' framework, from which the examples come."""

NEEDED = {"choice": "choices", "checks": "choices", "rows": "columns", "words": "text"}
"""The required field of each kind of box. All other kinds require a label."""

MOST = {"lines": range(1, 31), "rows": range(1, 31), "pages": range(1, 21), "working_days": range(1, 261)}
"""The allowed ranges: what fits on a sheet of A4, how long a form may be, and how many working days a year has."""


def _fields(template: Template) -> Iterator[tuple[FieldPath, TemplateField]]:
    """Each box of a form or letter, with its field path."""
    yield from ((("fields", index), field) for index, field in enumerate(template.fields))
    for at, part in enumerate(template.parts):
        yield from ((("parts", at, "fields", index), field) for index, field in enumerate(part.fields))


@rule("forms-are-whole", "A form has parts, a letter has words", Example("shape: letter", "shape: form", PLOT_PLAN))
def forms_are_whole(context: Context) -> Iterator[Problem]:
    """A form has parts with boxes. A letter has boxes, and the words around them under "letter". A form has no field that is only for letters, and a
    letter has none that is only for forms."""
    for template in context.framework.templates:
        if not context.whole("templates", template.id):
            continue
        wanted, others = (("fields", "letter"), ("parts",)) if template.shape == "letter" else (("parts",), ("fields", "letter"))
        for name in wanted:
            if not getattr(template, name):
                wrong = f'"{template.id}" is a {template.shape} and has nothing under {name}.'
                yield context.where.problem("templates", template.id, ("shape",), wrong, f"Add {name}:, or change the shape.")
        for name in others:
            if getattr(template, name):
                wrong = f'"{template.id}" is a {template.shape} and cannot have {name}.'
                yield context.where.problem("templates", template.id, (name,), wrong, f"Delete {name}, or change the shape.")


@rule("boxes-are-whole", "A box has what its kind needs", Example("        columns: []", "        columns: [What, Who]", PLOT_PLAN))
def boxes_are_whole(context: Context) -> Iterator[Problem]:
    """Something to tick has choices, rows have columns, printed words have text, and every other box has a label.

    Only a box that names a law says when that law applies.
    """
    for template in context.framework.templates:
        for place, field in _fields(template) if context.whole("templates", template.id) else ():
            needed = NEEDED.get(field.kind, "label")
            if not getattr(field, needed):
                wrong = f'"{field.id}" is a box of the kind {field.kind} and has no {needed}.'
                yield context.where.problem("templates", template.id, place, wrong, f"Add the line {needed}: {example_value(TemplateField, needed)}")
            if field.law_when and not field.provisions:
                wrong = f'"{field.id}" says when a law applies, but not which law.'
                yield context.where.problem("templates", template.id, (*place, "law_when"), wrong, "Add provisions:, or delete law_when.")


@rule("boxes-have-room", "A box has room on the paper", Example('        rows: "0"', '        rows: "2"', PLOT_PLAN))
def boxes_have_room(context: Context) -> Iterator[Problem]:
    """The lines, rows and sides of a form fit on paper. A time in working days is a year or less. Nobody can be asked to tick more choices than there are."""
    for template in context.framework.templates:
        if template.pages not in MOST["pages"]:
            yield _out_of_range(context, template, ("pages",), template.pages, MOST["pages"])
        for place, field in _fields(template):
            for name, given in (("lines", field.lines), ("rows", field.rows), ("working_days", field.working_days), ("most", field.most)):
                right = MOST[name] if name != "most" else range(1, (len(field.choices) or 1) + 1)
                if given is not None and given not in right:
                    yield _out_of_range(context, template, (*place, name), given, right)


def _out_of_range(context: Context, template: Template, place: FieldPath, given: int, right: range) -> Problem:
    wrong = f'{given:,} is too {"few" if given < right[0] else "many"}, in "{place[-1]}" of "{template.id}".'
    return context.where.problem("templates", template.id, place, wrong, f"Write a number from {right[0]} to {right[-1]}, in double quotes.")


@rule(
    "boxes-have-one-name",
    "An id for each box",
    Example("      - id: tasks\n        label: What happens", "      - id: start\n        label: What happens", PLOT_PLAN),
)
def boxes_have_one_name(context: Context) -> Iterator[Problem]:
    """No two boxes of a form have the same id, and no two choices of a box do, because the example, the letter and the easy form use the ids."""
    for template in context.framework.templates:
        seen = Counter[str]()
        for place, field in _fields(template):
            seen[field.id] += 1
            if seen[field.id] > 1:
                yield context.where.problem("templates", template.id, (*place, "id"), f'Two boxes have the id "{field.id}".', "Give this one an id of its own.")
            choices = Counter(choice.id for choice in field.choices)
            for id in (id for id, count in choices.items() if count > 1):
                yield context.where.problem("templates", template.id, (*place, "choices"), f'Two choices have the id "{id}".', "Give each an id of its own.")


def _whole(context: Context) -> Iterator[Template]:
    """The forms that were read completely. For others, it is unknown which boxes they have."""
    return (template for template in context.framework.templates if context.whole("templates", template.id))


@rule("letters-name-their-boxes", "A letter names its own boxes", Example('["Dear {wardn},"]', '["Dear {warden},"]', WATER_LETTER))
def letters_name_their_boxes(context: Context) -> Iterator[Problem]:
    """Each name in braces in a letter, or under "unless", is the name of one of its boxes, and each box is named, as nothing else fills in what someone has
    written. Chosen words come after a part that the letter has."""
    for template in _whole(context):
        ids = [field.id for field in template.fields]
        for at, part in enumerate(template.letter):
            for index, line in enumerate(part.lines):
                place: FieldPath = ("letter", at, "lines", index)
                if found := GAP.search(line_words(line)):
                    meant = next((id for id in ids if id == found[0].strip("{[<]}> ")), "")
                    told = f"Write {{{meant}}}" if meant else f"Write the name of a box in braces there, such as {{{ids[0] if ids else 'name'}}}, or words."
                    yield context.where.problem("templates", template.id, place, f"Nothing is filled in at {found[0]} in a letter.", told)
                    continue
                named = [*boxes_in(line_words(line)), *([line.unless] if isinstance(line, LetterLine) and line.unless else [])]
                for id in (id for id in named if id not in ids):
                    yield context.where.problem("templates", template.id, place, f'"{id}" is not a box of this letter.', nearest(id, ids, "fields"))
        yield from _boxes_without_line(context, template)
        parts = [part.id for part in template.letter]
        if template.chosen_words and template.chosen_words.after not in parts:
            after = template.chosen_words.after
            wrong = f'"{after}" is not a part of this letter.'
            yield context.where.problem("templates", template.id, ("chosen_words",), wrong, nearest(after, parts, "letter"))


GAP = re.compile(r"\{\{[^{}]*\}\}|\[[^\]]*\]|<[^<>]*>|_{3,}|\.{4,}")
"""What people write in a letter where something is to be filled in, and what nothing fills in."""


def _boxes_without_line(context: Context, template: Template) -> Iterator[Problem]:
    """A problem for each box that no line of a letter names. Not if a line has a gap that is told already: the box belongs there."""
    lines = [line for part in template.letter for line in part.lines]
    if not lines or any(GAP.search(line_words(line)) for line in lines):
        return
    words = (*map(line_words, lines), *(choice.in_letter or choice.text for field in template.fields for choice in field.choices))
    named = {id for text in words for id in boxes_in(text)} | {line.unless for line in lines if isinstance(line, LetterLine)}
    for index, field in enumerate(template.fields):
        if field.kind != "words" and field.id not in named:
            wrong = f'"{field.id}" is a box, and no line of the letter names it, so what people write there is lost.'
            yield context.where.problem("templates", template.id, ("fields", index, "id"), wrong, f"Write {{{field.id}}} in a line of the letter.")


@rule("examples-fit-their-boxes", "An example fills in the form", Example("    tasks: [Dig, Ada]", "    tasks:\n      - [Dig, Ada]", PLOT_PLAN))
def examples_fit_their_boxes(context: Context) -> Iterator[Problem]:
    """An example fills in the boxes of the form. Rows have a cell for each column, choices are ids, and no more are ticked than the box allows."""
    for template in _whole(context):
        fields, renamed = {field.id: field for field in all_fields(template)}, renamed_box(template)
        if renamed:
            wrong = f'"{renamed.id}" is a box of this form, and the example or the easy form has "{renamed.named}" in its place.'
            right = f"id: {renamed.named}"
            yield context.where.problem("templates", template.id, renamed.place, wrong, f"Write {right}", write=right)
        for id, value in template.example.values.items() if template.example else ():
            place: FieldPath = ("example", "values", id)
            if renamed and id == renamed.named:
                continue  # reported above
            if id not in fields:
                yield context.where.problem("templates", template.id, place, f'"{id}" is not a box of this form.', nearest(id, fields, "its boxes"))
                continue
            if unfit := _unfit(fields[id], value):
                yield context.where.problem("templates", template.id, place, *unfit)


def _unfit(field: TemplateField, value: Value) -> tuple[str, str] | None:
    """What is wrong with the value of an example for a box, and what to write instead; None if it fits."""
    if field.kind == "rows":
        cells = len(field.columns) - bool(field.row_labels)
        if isinstance(value, str) or not all(not isinstance(row, str) and len(row) == cells for row in value):
            return f'The rows of "{field.id}" do not have {cells} cells each.', f"Write a list of rows, each with {cells} cells in square brackets."
        return None
    if field.choices:
        ticked = [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]
        ids = [choice.id for choice in field.choices]
        for one in ticked:
            if one not in ids:
                return f'"{one}" is not a choice of "{field.id}".', nearest(one, ids, "its choices")
        most = field.most or (1 if field.kind == "choice" else len(ids))
        return (f'{len(ticked)} choices of "{field.id}" are ticked.', f"Tick {most} at the most.") if len(ticked) > most else None
    return None if isinstance(value, str) else (f'"{field.id}" is a box for words.', "Write words, and no list.")


@rule(
    "easy-forms-ask-the-same",
    "An easy form asks what the form asks",
    Example("    - id: taks\n      label: What do", "    - id: tasks\n      label: What do", PLOT_PLAN),
)
def easy_forms_ask_the_same(context: Context) -> Iterator[Problem]:
    """Each question of an easy form is a box of the full form, and so is each of its choices. A box with choices has all of them in the easy form too."""
    for template in _whole(context):
        fields, renamed = {field.id: field for field in all_fields(template)}, renamed_box(template)
        for index, easy in enumerate(template.easy.fields if template.easy else ()):
            place: FieldPath = ("easy", "fields", index)
            if renamed and easy.id == renamed.named:
                continue  # the rule for examples reports the renamed box once, for both
            if easy.id not in fields:
                wrong = f'"{easy.id}" is not a box of this form.'
                yield context.where.problem("templates", template.id, (*place, "id"), wrong, nearest(easy.id, fields, "its boxes"))
                continue
            yield from _easy_choices(context, template, place, fields[easy.id], [choice.id for choice in easy.choices], easy.kind or fields[easy.id].kind)


def _easy_choices(context: Context, template: Template, place: FieldPath, field: TemplateField, easy: Sequence[str], kind: str) -> Iterator[Problem]:
    ids = [choice.id for choice in field.choices]
    for id in (id for id in easy if id not in ids):
        wrong = f'"{id}" is not a choice of "{field.id}".'
        yield context.where.problem("templates", template.id, (*place, "choices"), wrong, nearest(id, ids, "its choices"))
    if easy and (missing := [id for id in ids if id not in easy]):
        wrong = f'"{field.id}" has no easy words for {", ".join(missing)}, so nobody can choose that in the easy form.'
        yield context.where.problem("templates", template.id, (*place, "choices"), wrong, f'Add {{id: {missing[0]}, label: "..."}} here.')
    if kind in ("choice", "checks") and not easy:
        wrong = f'"{field.id}" is a box to tick, but has no choices here.'
        yield context.where.problem("templates", template.id, place, wrong, "Add choices: in easy words, or kind: long.")


@rule(
    "after-a-form-say-what-to-do",
    "What to do afterwards",
    Example("  - {by_when: Next week, by_when_from: suggestion}", "  - {do: Hang it up., by_when: Next week, by_when_from: suggestion}", PLOT_PLAN),
)
def after_a_form_say_what_to_do(context: Context) -> Iterator[Problem]:
    """A form says what to do once it is filled in, or names a step in making a complaint. Each time limit says who set it."""
    for template in context.framework.templates:
        for index, step in enumerate(template.afterwards):
            place: FieldPath = ("afterwards", index)
            if bool(step.do) == bool(step.complaints_route):
                wrong = "This step says two things to do." if step.do else "This step does not say what to do."
                yield context.where.problem("templates", template.id, place, wrong, "Write do: or complaints_route:.")
            for field, wrong, instead in whose_time(step):
                yield context.where.problem("templates", template.id, (*place, field), wrong, instead)
