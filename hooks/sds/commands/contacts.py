"""Lists numbers and addresses of contacts that nobody has checked for 12 months, and writes into the file what you find, with the day and your name.

Open each page, compare, and answer. A number that is no longer there has to be changed by hand: the command says on which line.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sds.commands.arguments import parser
from sds.commands.fix import apply_fixes
from sds.model.looks import PageToCheck, is_old, pages_to_check
from sds.paths import CONTACTS
from sds.problem import Problem, Replacement, counted, quoted, report
from sds.reading.load import load
from sds.reading.locations import Locations
from sds.reading.yaml_lines import field_or_item

PROMPT = "Does the page still say all of this? y: yes, n: no, s: skip it, q: stop > "
MOST_LISTED = 40


def main(arguments: Sequence[str], root: Path, today: datetime.date | None = None, ask: Callable[[str], str] = input) -> int:
    """Lists the pages to check, or asks for the result of each check and writes it. Returns 1 if the files cannot be read or written, and 2 if ``--by`` is
    missing."""
    parse = parser("contacts", __doc__)
    parse.add_argument("--list", action="store_true", help="only list them, and ask and write nothing")
    parse.add_argument("--never-opened", action="store_true", help="include those that no person has opened yet")
    parse.add_argument("--by", default="", metavar="NAME", help="who is checking: your name, or that of your organisation")
    given = parse.parse_args(arguments)
    loaded = load(root)
    if loaded.framework is None:
        print(report(loaded.problems))
        return 1
    day = today or datetime.date.today()
    due = [one for one in pages_to_check(loaded.framework) if is_old(one.last, day) or (given.never_opened and not one.opened)]
    print(f"{counted(len(due), 'page')} to look at.")
    if given.list or not due:
        for one in due[:MOST_LISTED]:
            print(f"{_place(loaded.where, one)}: {one.title}. Last looked at: {one.last}. {one.address}")
        if len(due) > MOST_LISTED:
            print(f"and {len(due) - MOST_LISTED} more")
        return 0
    if not given.by.strip():
        print('Say who is checking: python3 run.py contacts --by "Your name"', file=sys.stderr)
        return 2
    seen, answered = list[Problem](), 0
    for one in due:
        print("\n".join(_contact_lines(loaded.where, one)))
        answer = _answer(ask)
        if answer == "q":
            break
        answered += answer in {"y", "n"}
        if answer == "y":
            seen += _checked_lines(loaded.where, one, day, given.by.strip())
        elif answer == "n":
            print(f"Change it in {_place(loaded.where, one)}. While you do not know the number, write show: page")
    try:
        written = apply_fixes(root / CONTACTS, seen) if seen else 0
    except OSError as error:
        print(f"{CONTACTS} could not be written: {error.strerror}. What you saw is not lost. Write it yourself:", file=sys.stderr)
        print("\n".join(f"{one.path}:{one.line}: {one.replacement.line.strip()}" for one in seen if one.replacement), file=sys.stderr)
        return 1
    print(f"{counted(answered, 'page')} looked at, {counted(written, 'line')} written to {CONTACTS}.")
    return 0


def _answer(ask: Callable[[str], str]) -> str:
    """Asks until the answer is one of the four letters. The end of the input counts as "q"."""
    while True:
        try:
            answer = ask(PROMPT).strip().lower()[:1]
        except EOFError:
            return "q"
        if answer in {"y", "n", "s", "q"}:
            return answer


def _place(where: Locations, one: PageToCheck) -> str:
    path, start = where.places[one.kind, one.id]
    return f"{path}:{where.documents[path].line((*start, *one.ways[0][0]))}"


def _contact_lines(where: Locations, one: PageToCheck) -> Iterator[str]:
    yield f"\n{one.title} ({_place(where, one)})"
    yield f"  Open {one.address}"
    for _, way in one.ways:
        yield f"  {way.kind}: {way.value}{f' ({way.hours})' if way.hours else ''}{'' if way.show == 'number' else ', of which only the page is shown'}"
    yield f"  Last looked at: {one.last}{'' if one.opened else ', in a stored copy'}"


def _checked_lines(where: Locations, one: PageToCheck, day: datetime.date, by: str) -> Iterator[Problem]:
    """A replacement line, with the day and name, for each way to get in touch on a page that was checked."""
    path, start = where.places[one.kind, one.id]
    lines = where.documents[path].text.split("\n")
    checked = f'checked: {{when: "{day.isoformat()}", by: {quoted(by)}}}'
    for place, way in one.ways:
        field = "checked" if way.checked else "show"
        number = where.documents[path].line((*start, *place, field))
        old = lines[number - 1]
        new: Replacement | None = field_or_item(lines, number, field, checked)
        if new and not way.checked:
            new = Replacement(new.first, new.last, new.was, f"{new.line}\n{old}")
        if new is None:
            print(f"Write this yourself, in {path}:{number}: {checked}")
            continue
        yield Problem(path, number, "", "", replacement=new)
