"""Says what is to put right in the content: each error and each warning with file, line and what to write instead. It builds nothing.

An error stops a build; a warning stops nothing. The rules, with an example each: /contribute/rules/ on the site.
"""

from __future__ import annotations

import datetime
import gc
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from sds.build import Site, make_site
from sds.commands.arguments import parser, relative
from sds.icons import ICONS
from sds.markdown_pages.nav import nav_of
from sds.markdown_pages.read import read_beside
from sds.problem import ALL, MOST_SHOWN, Problem, counted, worst_first
from sds.project import EarlierRun, errors, examined, files_of
from sds.settings import Settings
from sds.suggest import nearest

HOW_TO = "content/pages/contribute.md"


def main(arguments: Sequence[str], root: Path) -> int:
    """Prints the problems. Returns 1 if there is an error, and 2 if a given file is not one that the checker reads."""
    parse = parser("check", __doc__)
    parse.add_argument("files", nargs="*", metavar="FILE", help="list only what to fix in these files (all are read, because they refer to each other)")
    parse.add_argument("--all", action="store_true", help=f"print everything, and not only the first {MOST_SHOWN}")
    given = parse.parse_args(arguments)
    files = relative(given.files, root)
    if unknown_files(files, root):
        return 2
    gc.disable()  # a check makes a million small objects and frees none: garbage collection would take a tenth of its time
    try:
        earlier = EarlierRun(root)
        found = [problem for problem in all_problems(root, earlier) if not files or problem.path in files]
        print("\n".join(lines(found, files, len(found) if given.all else MOST_SHOWN)))
        earlier.prune()
    finally:
        gc.freeze()  # without this, gc.enable() would lead to a full collection just before the program ends
        gc.enable()
    return int(bool(errors(found)))


def unknown_files(files: Collection[str], root: Path) -> bool:
    """Whether one of ``files`` is not read by the checker. Prints a message for each of those."""
    known = files_of(root) if files else []
    unknown = [file for file in files if file not in known]
    for file in unknown:
        print(f'The checker does not read "{file}". {nearest(file, known, "content/")}', file=sys.stderr)
    return bool(unknown)


def all_problems(root: Path, earlier: EarlierRun) -> list[Problem]:
    """All problems in the files. If there are no errors, also broken links between pages: these need the built site."""
    project, found = examined(root, datetime.date.today(), earlier=earlier)
    if project is None:
        return found
    pages = project.by_hand
    site = make_site(root, Settings("/", "", ICONS, preview=True), project, pages, nav_of(project.config, pages), read_beside(root, project.config))
    return sorted([*found, *([] if isinstance(site, Site) else site)])


def lines(found: Collection[Problem], files: Collection[str], most: int) -> Iterator[str]:
    """The lines to print: the ``most`` worst problems first, then a line that counts them all. A problem's line ends with the id of its rule, unless it begins
    with it."""
    wrong, warned = errors(found), [problem for problem in found if problem.level == "warning"]
    for problem in worst_first(found)[:most]:
        rule = "" if not problem.rule or problem.says_rule else f" [{problem.rule}]"
        yield f"{'warning: ' if problem.level == 'warning' else ''}{problem}{rule}"
    if len(found) > most:
        yield f"and {len(found) - most} more: {ALL}"
    in_files = counted(len({problem.path for problem in found}), "file")
    counts = [counted(len(some), name) for some, name in ((wrong, "error"), (warned, "warning")) if some]
    more = " Fix this first: there may be more to find afterwards." if any(problem.hides for problem in wrong) else ""
    if not counts:
        yield f"No problems found in {counted(len(files), 'file')}." if files else "No problems found."
    elif wrong:
        yield f"{' and '.join(counts)} in {in_files}.{more} How to: {HOW_TO}"
    else:
        yield f"{counts[0]} in {in_files}. {'It does' if len(warned) == 1 else 'They do'} not stop the build. How to: {HOW_TO}"
