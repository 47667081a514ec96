"""Prints a record to fill in, with the next free id, and says where it goes: new action budgets leaders. Dots stand where only you know what belongs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.model.kinds import ANY, KINDS
from sds.problem import report
from sds.reading.load import load
from sds.reading.modelines import modeline
from sds.reading.template_record import Place, block, kind_named, may_be_new, next_id, place_of, usual
from sds.suggest import nearest


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints the record. Returns 2 where there is no such kind or place, 1 where the files cannot be read."""
    parse = parser("new", __doc__)
    parse.add_argument("kind", help="what it is: action, component, resource, term, finding, source, situation, ...")
    parse.add_argument("within", nargs="*", help="where it belongs: the id of a standard, a role, another framework")
    given = parse.parse_args(arguments)
    words = [given.kind, *given.within]
    found = ((kind_named(" ".join(words[:length])), words[length:]) for length in range(len(words), 0, -1))
    kind, within = next((one for one in found if one[0]), (None, []))
    if kind is None:
        names = [one.one for one in KINDS.values() if may_be_new(one)]
        print(f'There is no kind of record called "{given.kind}". {nearest(given.kind, names)}', file=sys.stderr)
        return 2
    loaded = load(root)
    if loaded.framework is None:
        print(report(loaded.problems))
        return 1
    more = usual(loaded.where, kind)
    if not kind.steps:
        path = kind.file.path.replace(ANY, "the-id")
        print(f"# Put this into a new file, {path}. In place of the-id, write the id that you give it. These lines start at the left edge.")
        print("\n".join([modeline(path), *block(loaded.framework, kind, '"..."', 0, more)]))
        return 0
    inside = [one for one in within if kind.name != "findings"]
    place = place_of(loaded.where, kind, inside)
    if place is None and within:
        print(f"There is no {kind.one} within {' and '.join(within)} yet. Look at how another file is written.", file=sys.stderr)
        return 2
    if place:
        where = f"below line {place.after}, as printed here, indented by {place.column} spaces."
    else:
        place = Place(kind.file.path, 0, 2 * len(kind.steps))
        name = next(step for step in reversed(kind.steps) if step != ANY)
        where = f"below the line {name}: that you add, as printed here, indented by {place.column} spaces."
    print(f"# Put this into {place.path}, {where}")
    used = (name.removeprefix(f"{kind.name}/") for name in loaded.published.ids if name.startswith(f"{kind.name}/"))
    id = next_id(loaded.framework, loaded.where, kind.name, within, used)
    print("\n".join(block(loaded.framework, kind, id, place.column, more)))
    return 0
