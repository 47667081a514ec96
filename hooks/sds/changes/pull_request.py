"""What a pull request is told: marks on its lines, one comment, and each mended line to accept. Only text is made here; nothing is sent."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from sds.changes.compare import Change
from sds.changes.days import counts_of_kinds
from sds.changes.found_by import FoundBy
from sds.changes.found_by import told as found_by_told
from sds.changes.told import as_markdown, by_place, code, plain, summary
from sds.problem import Problem, counted, worst_first

FIRST = "<!-- what this changes -->"
"""How the one comment begins, so that it is found again and kept up to date."""
MOST_MARKS = 10
"""GitHub shows ten errors and ten warnings of a step at the most: https://github.com/orgs/community/discussions/26680."""
MOST_LINES = 200
MOST_CHARACTERS = 40_000
"""Of what changes in single records. GitHub takes no comment of more than 65,536: https://github.com/orgs/community/discussions/27190."""
MOST_SUGGESTIONS = 20
HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def marks(found: Collection[Problem]) -> Iterator[str]:
    """Workflow commands that mark lines of the change, as https://docs.github.com/actions/reference/workflow-commands-for-github-actions has them."""
    for level in ("error", "warning"):
        for problem in [one for one in worst_first(found) if one.level == level][:MOST_MARKS]:
            place = f"file={_value(problem.path)},line={problem.line},title={_value(problem.rule or 'To fix')}"
            yield f"::{level} {place}::{_data(f'{problem.wrong} {problem.instead}')}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def comment(
    found: Collection[Problem],
    changes: Sequence[Change],
    called: Mapping[str, str],
    addresses: tuple[Sequence[str], Sequence[str]],
    unread: Sequence[str] = (),
    searched: Sequence[FoundBy] = (),
    *,
    whole: bool = False,
) -> str:
    """The comment: what is to put right, what changes for readers, and the ``addresses`` that are new and those that are gone.

    ``unread`` are files that a slip keeps from being read, so that nobody can say yet what changes in them. ``searched`` are the records that the search
    finds by other words. A comment has room for the first of many changes: only one that is ``whole``, for the summary of a run, has them all.
    """
    errors, warnings = ([problem for problem in worst_first(found) if problem.level == level] for level in ("error", "warning"))
    lines = [FIRST, "## What this changes for readers", "", "Thank you for this change.", ""]
    if errors:
        lines += [f"**{counted(len(errors), 'thing')} to fix first:**", ""]
        lines += [*_listed(errors), ""]
    else:
        lines += ["There is nothing to fix.", ""]
    if warnings:
        lines += [
            f"**{counted(len(warnings), 'thing')} to look at again.** This does not stop anything, and may be right:",
            "",
            *_listed(warnings),
            "",
        ]
    lines.append(summary(changes) if changes or not searched else "Nothing changes on pages. The search changes: see below.")
    if unread:
        lines += ["", f"We can say what changes in {', '.join(map(code, unread))} when that is fixed. Nothing in it is lost."]
    told = list(as_markdown(changes, called))
    shown = told if whole else _fitting(told)
    if len(shown) < len(told):
        each = by_place(changes, called).items()
        lines += ["", "This is a large change. How much changes where:", ""]
        lines += [f"- {plain(place)}: {' '.join(counts_of_kinds(some))}" for place, some in each]
    lines += shown
    lines += ["", f"There are {len(told) - len(shown)} more lines, in the summary of the run."] if len(shown) < len(told) else []
    lines += found_by_told(searched, called)
    for name, some in zip(("New addresses", "Addresses that are gone"), addresses, strict=True):
        if some:
            lines += ["", f"### {name}", "", *(f"- {code(address)}" for address in some[:MOST_MARKS])]
            lines += [f"- and {len(some) - MOST_MARKS} more"] if len(some) > MOST_MARKS else []
    if easy := [problem for problem in found if problem.rule == "ER35"]:
        lines += ["", "### Easy-read pages to read again", "", *(f"- {code(f'{one.path}:{one.line}')}" for one in easy[:MOST_MARKS])]
    return "\n".join(lines) + "\n"


def _fitting(told: Sequence[str]) -> Sequence[str]:
    """The first lines of what is told, as many as a comment has room for, to the end of a record."""
    sizes = accumulate(len(line) + 1 for line in told)
    end = next((at for at, size in enumerate(sizes) if at >= MOST_LINES or size > MOST_CHARACTERS), len(told))
    while end < len(told) and told[end].startswith("  - "):
        end -= 1
    return told[:end]


def _listed(problems: Sequence[Problem]) -> Iterator[str]:
    """The first of them, each with its place and what to write, and how many more there are."""
    yield from (f"- {code(f'{one.path}:{one.line}')} {code(f'{one.wrong} {one.instead}')}" for one in problems[:MOST_MARKS])
    if len(problems) > MOST_MARKS:
        yield f"- and {len(problems) - MOST_MARKS} more, in the summary of the run"


def changed_lines(diff: str) -> dict[str, set[int]]:
    """The lines of each file that a unified ``diff`` shows on its new side: only on these can anything be suggested."""
    shown, path, number = dict[str, set[int]](), "", 0
    for line in diff.splitlines():
        if line.startswith("+++ "):
            path = line[4:].removeprefix("b/")
        elif hunk := HUNK.match(line):
            number = int(hunk[1])
        elif line.startswith(("+", " ")) and number:
            shown.setdefault(path, set()).add(number)
            number += 1
        elif line.startswith("diff "):
            number = 0
    return shown


def review(found: Collection[Problem], diff: str) -> str:
    """Each line to write as a suggestion to accept, as JSON for GitHub's reviews: https://docs.github.com/rest/pulls/reviews."""
    shown, comments = changed_lines(diff), list[dict[str, object]]()
    for problem in worst_first(found):
        new = problem.replacement
        if new is None or not set(range(new.first, new.last + 1)) <= shown.get(problem.path, set()) or len(comments) == MOST_SUGGESTIONS:
            continue
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", new.line)), default=0))
        one: dict[str, object] = {"path": problem.path, "line": new.last, "side": "RIGHT"}
        if new.first < new.last:
            one |= {"start_line": new.first, "start_side": "RIGHT"}
        comments.append({**one, "body": f"{code(problem.wrong)}\n\n{fence}suggestion\n{new.line}\n{fence}\n"})
    return json.dumps({"event": "COMMENT", "body": "Lines to accept, one click each.", "comments": comments} if comments else {}, ensure_ascii=False)
