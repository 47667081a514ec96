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
from sds.reading.template_record import Place, block, kind_named, may_be_new, next_id, place_of
from sds.suggest import nearest


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints the record. Returns 2 where there is no such kind or place, 1 where the files cannot be read."""
    parse = parser("new", __doc__)
    parse.add_argument("kind", help="what it is: action, component, resource, term, finding, source, situation, ...")
    parse.add_argument("within", nargs="*", help="where it belongs: the id of a standard, a role, another framework")
    given = parse.parse_args(arguments)
    kind = kind_named(given.kind)
    if kind is None:
        names = [one.one for one in KINDS.values() if may_be_new(one)]
        print(f'There is no kind of record called "{given.kind}". {nearest(given.kind, names)}', file=sys.stderr)
        return 2
    loaded = load(root)
    if loaded.framework is None:
        print(report(loaded.problems))
        return 1
    if not kind.steps:
        path = kind.file.path.replace(ANY, "the-id")
        print(f"# Put this into a new file, {path}. In place of the-id, write the id that you give it. These lines start at the left edge.")
        print("\n".join([modeline(path), *block(loaded.framework, kind, '"..."', 0)]))
        return 0
    inside = [one for one in given.within if kind.name != "findings"]
    place = place_of(loaded.where, kind, inside)
    if place is None and given.within:
        print(f"There is no {kind.one} within {' and '.join(given.within)} yet. Look at how the file of another is written.", file=sys.stderr)
        return 2
    place = place or Place(kind.file.path, 1, 2 * len(kind.steps))
    print(f"# Put this into {place.path}, below line {place.after}, as it stands here: it is set in by {place.column} spaces.")
    print("\n".join(block(loaded.framework, kind, next_id(loaded.framework, loaded.where, kind.name, given.within), place.column)))
    return 0
