"""Explains wrong indentation and missing hyphens, with the number of spaces to write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sds.problem import counted
from sds.reading.diagnosis import Diagnosis
from sds.reading.field_columns import at_left_edge, indented_item, moved_item
from sds.reading.yaml_bullets import dashes
from sds.reading.yaml_doubles import head_in_note
from sds.reading.yaml_hyphens import above_its_list, hyphen_missing, hyphen_slip, name_alone
from sds.reading.yaml_lines import FOLD, as_similar, ends, entry, field_column, parts, replacement, starts, step
from sds.reading.yaml_pasted import NOT_LINED_UP, column_of_neighbours, pasted_item, start, words_set_in


def not_lined_up(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for line ``number``, whose indentation libyaml cannot match with the lines around it."""
    if slip := _words_in_note(lines, number) or hyphen_slip(lines, number) or above_its_list(lines, number):
        return slip
    line = lines[number - 1]
    if odd := at_left_edge(lines, number) or _odd_one_above(lines, number) or _odd_item_above(lines, number):
        return odd
    if pasted := pasted_item(lines, number):
        return pasted
    wanted = (not parts(line)[1] and column_of_neighbours(lines, number)) or _nearest_column(lines, number)
    if line.lstrip().startswith("id:") and (missing := hyphen_missing(lines, number)):
        return missing
    if wanted is None and line.lstrip().startswith("- ") and (others := _items(lines, number)):
        if others == step(line):
            begun = next((at for at in range(number - 1, 0, -1) if lines[at - 1].lstrip().startswith("#")), 0)
            inside = begun and all(step(between) > others or not between.strip() for between in lines[begun : number - 1])
            if inside and (head := head_in_note(lines, begun + 1, "So its other fields belong to no record.")):
                return head
            wrong = "There is an item of a list here, but the line above it is not an item."
            return Diagnosis(number, wrong, "Begin each item with a hyphen and a space, the first one too.")
        told = f"Indent it, and the lines below that belong to it, as the items around it: by {counted(others, 'space')}, if it belongs with the nearest."
        return Diagnosis(number, f"There is an item of a list here, but no list. It is indented by {counted(step(line), 'space')}.", told)
    if wanted is None or wanted == step(line):
        return hyphen_missing(lines, number) or _cannot_be_read(lines, number)
    return _set_in(lines, number, wanted, NOT_LINED_UP)


def _items(lines: Sequence[str], number: int) -> int:
    """The indentation of the nearest other list item, below or else above line ``number``; 0 if there is no indented one."""
    near = (*range(number + 1, len(lines) + 1), *range(number - 1, 0, -1))
    return next((step(lines[at - 1]) for at in near if lines[at - 1].lstrip().startswith("- ") and step(lines[at - 1])), 0)


def _set_in(lines: Sequence[str], number: int, wanted: int, wrong: str) -> Diagnosis:
    """The diagnosis for line ``number``, which should be indented by ``wanted`` spaces, with its present indentation."""
    line = lines[number - 1]
    wrong += f" It is indented by {counted(step(line), 'space')}."
    if not _confirmed(lines, number, wanted):
        return Diagnosis(number, wrong, if_nearest(lines, number, wanted))
    if line.lstrip().startswith("- "):
        return moved_item(lines, number, wanted, wrong)
    new = replacement(lines, number, number, " " * wanted + line.strip()) if ends(lines, number) or not starts(line) else None
    return Diagnosis(number, wrong, f"Indent this line by {counted(wanted, 'space')}: {line.strip()}", new)


def if_nearest(lines: Sequence[str], number: int, wanted: int) -> str:
    """What to do with line ``number`` if only the editor knows where it belongs. The nearest lines are indented by ``wanted`` spaces."""
    told = f"Indent it as the lines that it belongs with: by {counted(wanted, 'space')}, if it belongs with the nearest."
    return f"{told} If the line with the name of its list was deleted, put that back above." if lines[number - 1].lstrip().startswith("- ") else told


def _confirmed(lines: Sequence[str], number: int, wanted: int) -> bool:
    """Whether a neighbour of line ``number``, a field or list item like it, confirms the indentation ``wanted``, or the next field of an item too far in."""
    item = lines[number - 1].lstrip().startswith("- ")
    before, after = start(lines, range(number - 1, 0, -1)), start(lines, range(number + 1, len(lines) + 1))
    own = wanted + field_column(lines[number - 1]) - step(lines[number - 1])  # the column of the item's fields
    if item and after and wanted < step(lines[number - 1]) and step(lines[after - 1]) == own and not parts(lines[after - 1])[1]:
        return True
    return any(other and (step(lines[other - 1]) if item else field_column(lines[other - 1])) == wanted for other in (before, after))


def _odd_one_above(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for the line above, if that has the wrong indentation rather than line ``number``, because the lines around it agree; or None."""
    here = step(lines[number - 1])
    above = start(lines, range(number - 1, 0, -1))
    before, after = (start(lines, range(above - 1, 0, -1)) if above else 0), start(lines, range(number + 1, len(lines) + 1))
    if not above or lines[number - 1].lstrip().startswith("- ") or field_column(lines[above - 1]) == here or not parts(lines[above - 1])[2]:
        return None
    alike = [other for other in (before, after) if other and field_column(lines[other - 1]) == here]
    wanted = here - (field_column(lines[above - 1]) - step(lines[above - 1]))
    if not alike or (len(alike) == 1 and abs(wanted - step(lines[above - 1])) > 4) or wanted < 0 or wanted == step(lines[above - 1]):
        return None
    line = lines[above - 1].strip()
    name = line.partition(":")[0]
    others = {step(other) for at, other in enumerate(lines, start=1) if at != above and other.lstrip().startswith(f"{name}:")}
    next_one = start(lines, range(after + 1, len(lines) + 1)) if after in alike else 0
    if step(lines[above - 1]) in others and wanted not in others and not (next_one and field_column(lines[next_one - 1]) == here):
        return None  # it is where this field is in other records
    wrong = f"{NOT_LINED_UP} It is indented by {counted(step(lines[above - 1]), 'space')}."
    new = replacement(lines, above, above, " " * wanted + line)
    return Diagnosis(above, wrong, f"Indent this line by {counted(wanted, 'space')}: {line}", new)


def _odd_item_above(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for the list item above, if the items from line ``number`` on have the same indentation and it does not; or None."""
    line, here, above = lines[number - 1], step(lines[number - 1]), number - 1
    while above > 1 and step(lines[above - 1]) > here and not lines[above - 1].lstrip().startswith("- "):
        above -= 1
    below = next((other for other in lines[number:] if other.strip() and step(other) <= here), "")
    alike = line.lstrip().startswith("- ") and below.lstrip().startswith("- ") and step(below) == here
    if not alike or above < 1 or not lines[above - 1].lstrip().startswith("- ") or step(lines[above - 1]) == here:
        return None
    wrong = f"{NOT_LINED_UP} It is indented by {counted(step(lines[above - 1]), 'space')}."
    return indented_item(lines, above, number - 1, here, wrong)


def _nearest_column(lines: Sequence[str], number: int) -> int | None:
    """The most likely indentation for line ``number``: the nearest column of an open list or mapping above; None if there is none."""
    line, here = lines[number - 1], step(lines[number - 1])
    item = line.lstrip().startswith("- ")
    columns, least = list[int](), 10_000
    for above in reversed(lines[: number - 1]):
        if not above.strip() or not starts(above) or step(above) >= least:
            continue
        space, hyphens, _, _ = parts(above)
        least = len(space)
        columns += [len(space)] if bool(hyphens) == item and not (hyphens and not item) else []
        if hyphens and not item:
            columns.append(len(space) + len(hyphens))
    below = next((other for other in lines[number:] if other.strip()), "")
    if re.fullmatch(r" *[\w-]+:", line.rstrip()) and below.lstrip().startswith("- "):  # items are not indented less than the name of their list
        columns = [column for column in columns if column <= step(below)] or columns
    return min(columns, key=lambda column: (abs(column - here), -column), default=None)


def _words_in_note(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for a space and # in the middle of a value of several lines, or None."""
    if starts(lines[number - 1]):
        return None
    found = entry(lines, number)
    at = next((place for place in range(found.first, number) if re.search(r"\S +#", lines[place - 1])), None)
    if at is None or not found.lead:
        return None
    wrong = "A space and # start a note, so the words behind it are lost and the value ends there."
    return Diagnosis(at, wrong, f"Put the whole value in double quotes: {found.in_quotes}", found.replacement(lines, found.in_quotes))


def _cannot_be_read(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for a line with a special character, or for a line with an unknown error."""
    found = entry(lines, number)
    if found.lead.strip(" -") and found.value and found.value[0] not in "'\"":
        wrong = "A character in this value has a special meaning."
        return Diagnosis(number, wrong, f"Put the value in double quotes: {found.in_quotes}", found.replacement(lines, found.in_quotes))
    return Diagnosis(number, "This line cannot be read at this place.", as_similar(lines, number))


def too_far_in(lines: Sequence[str], number: int) -> Diagnosis:
    """The diagnosis for a field on line ``number`` that is indented too far."""
    if slip := name_alone(lines, number) or at_left_edge(lines, number) or _odd_one_above(lines, number):
        return slip
    wanted = _nearest_column(lines, number)
    if wanted is None or wanted == step(lines[number - 1]):
        return Diagnosis(number, "This line is indented further than the field it belongs to.", as_similar(lines, number))
    return _set_in(lines, number, wanted, "This line is indented further than the field it belongs to.")


def items_too_far_left(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for list items near line ``number`` that are indented less than the name of their list, or None."""
    item = number if lines[number - 1].lstrip().startswith("- ") else number - 1
    column, first = step(lines[item - 1]), item
    while first > 1 and lines[first - 1].lstrip().startswith("- ") and step(lines[first - 1]) == column:
        first -= 1
    named = parts(lines[first - 1])
    if first == item or not re.fullmatch(r"[\w-]+:", named[3].rstrip()) or len(named[0]) + len(named[1]) <= column:
        return None
    before = start(lines, range(first - 1, 0, -1))
    if not before or field_column(lines[before - 1]) != len(named[0]) + len(named[1]):
        return None  # the name itself is indented too far
    last = first
    while last < len(lines) and lines[last].lstrip().startswith("- ") and step(lines[last]) == column:
        last += 1
    wanted = len(named[0]) + len(named[1]) + 2
    mended = "\n".join(" " * wanted + line.strip() for line in lines[first:last])
    below = " and the other items below" if last > first + 1 else ""
    new = replacement(lines, first + 1, last, mended)
    wrong = f'The items of "{named[3].strip()[:-1]}" are indented less than its name.'
    return Diagnosis(first + 1, wrong, f"Indent this line{below} by {counted(wanted, 'space')}: {lines[first].strip()}", new)


def too_far_left(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for text that continues the text above but is indented less, or None."""
    line = lines[number - 1]
    above = next((lines[place - 1] for place in range(number - 1, 0, -1) if lines[place - 1].strip()), "")
    folds = bool(FOLD.search(above.rstrip()))
    if not line.strip() or starts(line) or line.lstrip().startswith("-") or not above:
        return None
    if not folds and (starts(above) or step(above) <= step(line)):
        return None
    if folds and (indent := re.search(r"(?<=[>|])[-+]?\d+[-+]?$", above.rstrip())):
        at = next(place for place in range(number - 1, 0, -1) if lines[place - 1].strip())
        mended = above.rstrip()[: indent.start()] + "-"
        wrong = f"The number {indent[0].strip('+-')} behind > or | says how far the words are set in, and these are set in less."
        return Diagnosis(at, wrong, f"Leave it out: {mended.strip()}", replacement(lines, at, at, mended))
    wanted = step(above) + (2 if folds else 0)
    wrong = "These words are too far to the left to belong to the words above them."
    return words_set_in(lines, number, wanted, wrong)


def goes_on(lines: Sequence[str], number: int) -> Diagnosis | None:
    """The diagnosis for text on line ``number`` that most likely continues the value above, or None."""
    if dashed := dashes(lines, number):
        return dashed
    above = next((place for place in range(number - 1, 0, -1) if lines[place - 1].strip()), 0)
    line = lines[number - 1]
    if not above or ":" in line or line.lstrip().startswith("-") or len(line.split()) < 3:
        return None
    start = above
    while start > 1 and not starts(lines[start - 1]):
        start -= 1
    space, hyphens, _, value = parts(lines[start - 1])
    if not value or re.fullmatch(r"[\w-]+:", value) or FOLD.search(value) or value.rstrip()[-1] in ".?!'\"]}" or len(space) + len(hyphens) < step(line):
        return None
    wanted = len(space) + 2 if not hyphens else len(space) + len(hyphens)
    if wanted == step(line):
        return None
    new = replacement(lines, number, number, " " * wanted + line.strip())
    return Diagnosis(
        number, "These words continue the words above them, but are indented less.", f"Indent this line by {counted(wanted, 'space')}: {line.strip()}", new
    )
