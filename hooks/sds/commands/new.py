"""Prints a record to fill in, with the next free id, and says where it goes: new action STANDARD ROLE. Dots stand where only you know what belongs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.model.kinds import ANY, KINDS, Kind
from sds.problem import report
from sds.reading.load import load
from sds.reading.modelines import modeline
from sds.reading.template_record import CALLED, Place, block, kind_named, may_be_new, next_id, place_of, usual
from sds.suggest import nearest

WITHIN = {"actions": ("standards", "roles"), "components": ("standards",), "ask_for": ("standards",)}
"""Kinds that belong to a standard, or to a role of it: of which kinds the names are that say where one goes."""
PAGE = (
    "A hand-written page is no record. Copy content/pages/about.md to a file with a name of your own in that folder, write its title, its description "
    "and its words, and add the name of the file to nav in mkdocs.yml."
)


def _meant(kind: str) -> str:
    """What to write in place of a kind that there is not: the one that is meant, or all of them."""
    if kind.rstrip("s").lower() in {"page", "markdown page", "hand-written page"}:
        return PAGE
    names = sorted({CALLED.get(one.name, one.one) for one in KINDS.values() if may_be_new(one)})
    return nearest(kind, names)


def _misplaced(ids: Mapping[str, Mapping[str, str]], kind: Kind, called: str, within: Sequence[str]) -> str:
    """What to type where it is not said whose a new record is, or a name of its place is none; an empty string where all is said."""
    needed = WITHIN.get(kind.name, ())
    known = [id for name in needed for id in ids.get(name, ())]
    if needed and (unknown := next((one for one in within if one not in known), "")):
        return f'"{unknown}" is not the id of a standard{" or a role" if "roles" in needed else ""}. {nearest(unknown, known)}'
    missing = [name for name in needed if not any(one in ids.get(name, ()) for one in within)]
    if not missing:
        return ""
    choices = " ".join(f"The {name} are: {', '.join(sorted(ids.get(name, ())))}." for name in missing)
    return f"Say where it belongs: new {called} {' '.join(KINDS[name].one.upper() for name in needed)}. {choices}"


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
        print(f'There is no kind of record called "{given.kind}". {_meant(given.kind)}', file=sys.stderr)
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
    if wrong := _misplaced(loaded.where.ids(), kind, given.kind, within):
        print(wrong, file=sys.stderr)
        return 2
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
