"""Writes what messages of ``check`` propose, where they propose one line and there is nothing else to choose. It says what it did.

It leaves a word that is in no dictionary as it is: only the editor knows which one was meant.

A line is only written where the lines in its place are still those that were judged.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sds.commands.arguments import parser, relative
from sds.commands.check import all_problems, unknown_files
from sds.problem import Problem, counted, replaced
from sds.project import EarlierRun, errors

ROUNDS = 50
"""The most rounds of checking and fixing: one fix can uncover another problem."""


def main(arguments: Sequence[str], root: Path) -> int:
    """Applies the fixes. Returns 1 if errors are left or a file cannot be written, and 2 if a given file is not one that the checker reads."""
    parse = parser("fix", __doc__)
    parse.add_argument("files", nargs="*", metavar="FILE", help="change only these files")
    parse.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    given = parse.parse_args(arguments)
    files = relative(given.files, root)
    if unknown_files(files, root):
        return 2
    earlier, written = EarlierRun(root), 0
    found = all_problems(root, earlier)
    for _ in range(ROUNDS):
        chosen = [problem for problem in compatible_fixes(found) if not files or problem.path in files]
        if not chosen:
            break
        for problem in chosen:
            print("\n".join(diff_lines(problem)))
        if given.dry_run:
            print(f"{counted(len(chosen), 'line')} would change. Nothing was changed.")
            return int(bool(errors(found)))
        for path in sorted({one.path for one in chosen}):
            try:
                written += apply_fixes(root / path, [one for one in chosen if one.path == path])
            except OSError as error:
                before = f"{counted(written, 'line')} written before it, and nothing else was changed"
                print(f"{path} could not be written: {error.strerror or error}. {before}. Fix that and run fix again.", file=sys.stderr)
                return 1
        found = all_problems(root, earlier)
    earlier.prune()
    left = errors(found)
    closing = f" {counted(len(left), 'error')} left: python3 run.py check says what to write." if left else ""
    print(f"{counted(written, 'line')} written.{closing}")
    return int(bool(left))


def compatible_fixes(found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems whose fixes can be applied together: no two change the same line, and none adds the same line twice, because two new records need different
    ids."""
    lines, places = set[str](), set[tuple[str, int]]()
    for problem in found:
        new = problem.replacement
        if new is None or not new.sure or new.line.strip() in lines:
            continue
        own = {(problem.path, number) for number in range(new.first, new.last + 1)}
        if not own & places:
            lines.add(new.line.strip())
            places |= own
            yield problem


def diff_lines(problem: Problem) -> Iterator[str]:
    """The problem, and its lines before and after, to print."""
    assert problem.replacement is not None
    yield f"{problem.path}:{problem.line}: {problem.wrong}"
    yield from (f"  - {line.strip()}" for line in problem.replacement.was)
    yield f"  + {problem.replacement.line.strip()}"


def apply_fixes(file: Path, problems: Collection[Problem]) -> int:
    """Applies the replacements of ``problems`` to a file, and returns how many were applied. Raises OSError with the file's name, and leaves the file as it
    was."""
    before = file.read_bytes().decode("utf-8")
    new = [problem.replacement for problem in problems if problem.replacement is not None]
    after, count = replaced(before, new)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(after.encode())
        shutil.copymode(file, temporary)
        temporary.replace(file)  # atomic: a program that reads the file meanwhile gets either the old or the new text
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(file)) from error
    return count
