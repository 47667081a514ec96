"""What a pull request is told: annotations on its lines, one comment, and suggested changes to accept. This module only makes text; it sends nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sds.changes.compare import Change
from sds.changes.days import counts_of_kinds
from sds.changes.found_by import FoundBy
from sds.changes.found_by import told as found_by_told
from sds.changes.told import as_markdown, by_place, code, plain, summary
from sds.problem import Problem, counted, worst_first

FIRST = "<!-- what this changes -->"
"""The first line of the comment, by which the workflow finds it again to update it."""
MOST_MARKS = 10
"""GitHub shows at most ten errors and ten warnings of a step: https://github.com/orgs/community/discussions/26680."""
MOST_LINES = 200
MOST_CHARACTERS = 40_000
"""The most characters for the changes of single records. GitHub refuses comments of more than 65,536: https://github.com/orgs/community/discussions/27190."""
MOST_SUGGESTIONS = 20
OUT_OF_STEP = "ER35"
"""The id of the rule that reports an easy-read page whose full page has changed since it was checked."""
HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def marks(found: Collection[Problem]) -> Iterator[str]:
    """GitHub workflow commands that annotate lines: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    for level in ("error", "warning"):
        for problem in [one for one in worst_first(found) if one.level == level][:MOST_MARKS]:
            place = f"file={_value(problem.path)},line={problem.line},title={_value(problem.rule or 'To fix')}"
            yield f"::{level} {place}::{_data(f'{problem.wrong} {problem.instead}')}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What is said about a change: in ``short`` form for the comment, which has a limited length, and as a ``whole`` for the summary of the workflow run."""

    fix: Sequence[str] = ()
    """Errors, a line each."""
    look_at: Sequence[str] = ()
    """Warnings, a line each."""
    changed: Sequence[str]
    """A sentence that counts the changes, and the files whose changes cannot be read yet."""
    places: Sequence[str] = ()
    """The numbers of changes by standard or kind, for a change too large to list."""
    told: Sequence[str] = ()
    """Each change."""
    searched: Sequence[str] = ()
    """The changes in the words by which the search finds records."""
    new: Sequence[str] = ()
    """New addresses. ``gone`` are the removed ones."""
    gone: Sequence[str] = ()
    easy: Sequence[str] = ()
    """Easy-read pages to read again."""

    @property
    def whole(self) -> str:
        """The full text."""
        return self._text(self.told, len)

    @property
    def short(self) -> str:
        """The text, cut to the length of a comment."""
        return self._text(_fitting(self.told), lambda _: MOST_MARKS)

    def _text(self, told: Sequence[str], most: Callable[[Sequence[str]], int]) -> str:
        lines = [FIRST, "## What this changes for readers", "", "Thank you for this change.", ""]
        if self.fix:
            lines += [f"**{counted(len(self.fix), 'thing')} to fix first:**", "", *_first(self.fix, most), ""]
        else:
            lines += ["Easy-read pages have to be read again: see below." if self.easy else "There is nothing to fix.", ""]
        if self.look_at:
            title = f"**{counted(len(self.look_at), 'thing')} to look at again.** This does not stop anything, and may be right:"
            lines += [title, "", *_first(self.look_at, most), ""]
        lines += self.changed
        left = len(self.told) - len(told)
        if left:
            lines += ["", "This is a large change. How much changes where:", "", *self.places]
        lines += [*told, *(["", f"There are {left} more lines, in the summary of the run."] if left else []), *self.searched]
        for title, some in (("New addresses", self.new), ("Addresses that are gone", self.gone), ("Easy-read pages to read again", self.easy)):
            lines += ["", f"### {title}", "", *_first(some, most)] if some else []
        return "\n".join(lines) + "\n"


def comment(
    found: Collection[Problem],
    changes: Sequence[Change],
    called: Mapping[str, str],
    addresses: tuple[Sequence[str], Sequence[str]],
    unread: Sequence[str] = (),
    searched: Sequence[FoundBy] = (),
) -> Comment:
    """The comment: what to fix, what changes for readers, and the ``addresses``, as (new, removed).

    ``unread`` are files with a syntax error, whose changes cannot be told yet. ``searched`` are the records whose search words changed.
    """
    in_order = worst_first(found)
    changed = [summary(changes) if changes or not searched else "Nothing changes on pages. The search changes: see below."]
    if unread:
        changed += ["", f"We can say what changes in {', '.join(map(code, unread))} when that is fixed. Nothing in it is lost."]
    return Comment(
        fix=[_line(one) for one in in_order if one.level == "error" and one.rule != OUT_OF_STEP],
        look_at=[_line(one) for one in in_order if one.level == "warning" and one.rule != OUT_OF_STEP],
        changed=changed,
        places=[f"- {plain(place)}: {' '.join(counts_of_kinds(some))}" for place, some in by_place(changes, called).items()],
        told=list(as_markdown(changes, called)),
        searched=list(found_by_told(searched, called)),
        new=[f"- {code(address)}" for address in addresses[0]],
        gone=[f"- {code(address)}" for address in addresses[1]],
        easy=[_line(one) for one in in_order if one.rule == OUT_OF_STEP],
    )


def _line(problem: Problem) -> str:
    """A problem as a list item: its place, what is wrong and what to write instead."""
    return f"- {code(f'{problem.path}:{problem.line}')} {code(f'{problem.wrong} {problem.instead}')}"


def _first(lines: Sequence[str], most: Callable[[Sequence[str]], int]) -> Iterator[str]:
    """The first ``most`` lines, and how many more there are."""
    yield from lines[: most(lines)]
    if len(lines) > most(lines):
        yield f"- and {len(lines) - most(lines)} more, in the summary of the run"


def _fitting(told: Sequence[str]) -> Sequence[str]:
    """The first lines, as many as a comment may have, ending after a whole record."""
    sizes = accumulate(len(line) + 1 for line in told)
    end = next((at for at, size in enumerate(sizes) if at >= MOST_LINES or size > MOST_CHARACTERS), len(told))
    while end < len(told) and told[end].startswith("  - "):
        end -= 1
    return told[:end]


def changed_lines(diff: str) -> dict[str, set[int]]:
    """The line numbers that a unified ``diff`` shows of the new version of each file, by path. GitHub takes suggestions only on these lines."""
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
    """A suggested change for each problem that has a replacement, as the JSON body of a GitHub review: https://docs.github.com/rest/pulls/reviews."""
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
