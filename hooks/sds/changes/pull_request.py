"""What a pull request is told: annotations on its lines, one comment, and suggested changes to accept. This module only makes text; it sends nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sds.changes.changelog import counts_by_kind
from sds.changes.compare import Change
from sds.changes.search_words import SearchWordsChange
from sds.changes.search_words import as_markdown as search_words_as_markdown
from sds.changes.sentences import as_markdown, by_heading, code_span, escape_markdown, summary
from sds.problem import Problem, counted, worst_first

MARKER = "<!-- what this changes -->"
"""The first line of the comment, by which the workflow finds it again to update it."""
MAX_ANNOTATIONS = 10
"""GitHub shows at most ten errors and ten warnings of a step: https://github.com/orgs/community/discussions/26680."""
MAX_LINES = 200
MAX_CHARACTERS = 40_000
"""The most characters for the changes of single records. GitHub refuses comments of more than 65,536: https://github.com/orgs/community/discussions/27190."""
MAX_SUGGESTIONS = 20
EASY_READ_OUTDATED = "ER35"
"""The id of the rule that reports an easy-read page whose full page has changed since it was checked."""
HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def annotation_commands(found: Collection[Problem]) -> Iterator[str]:
    """GitHub workflow commands that annotate lines: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    for level in ("error", "warning"):
        for problem in [one for one in worst_first(found) if one.level == level][:MAX_ANNOTATIONS]:
            place = f"file={_escape_property(problem.path)},line={problem.line},title={_escape_property(problem.rule or 'To fix')}"
            yield f"::{level} {place}::{_escape_data(f'{problem.wrong} {problem.instead}')}"


def _escape_data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(words: str) -> str:
    return _escape_data(words).replace(":", "%3A").replace(",", "%2C")


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What is said about a change: in ``short`` form for the comment, which has a limited length, and ``full`` for the summary of the workflow run."""

    errors: Sequence[str] = ()
    """Errors, a line each."""
    warnings: Sequence[str] = ()
    """Warnings, a line each."""
    changed: Sequence[str]
    """A sentence that counts the changes, and the files whose changes cannot be read yet."""
    places: Sequence[str] = ()
    """The numbers of changes by standard or kind, for a change too large to list."""
    details: Sequence[str] = ()
    """Each change."""
    search_changes: Sequence[str] = ()
    """The changes in the words by which the search finds records."""
    new: Sequence[str] = ()
    """New addresses. ``gone`` are the removed ones."""
    gone: Sequence[str] = ()
    easy: Sequence[str] = ()
    """Easy-read pages to read again."""

    @property
    def full(self) -> str:
        """The full text."""
        return self._text(self.details, len)

    @property
    def short(self) -> str:
        """The text, cut to the length of a comment."""
        return self._text(_truncated(self.details), lambda _: MAX_ANNOTATIONS)

    def _text(self, details: Sequence[str], most: Callable[[Sequence[str]], int]) -> str:
        lines = [MARKER, "## What this changes for readers", "", "Thank you for this change.", ""]
        if self.errors:
            lines += [f"**{counted(len(self.errors), 'thing')} to fix first:**", "", *_first_lines(self.errors, most), ""]
        else:
            lines += ["Easy-read pages have to be read again: see below." if self.easy else "There is nothing to fix.", ""]
        if self.warnings:
            title = f"**{counted(len(self.warnings), 'thing')} to look at again.** This does not stop anything, and may be right:"
            lines += [title, "", *_first_lines(self.warnings, most), ""]
        lines += self.changed
        left = len(self.details) - len(details)
        if left:
            lines += ["", "This is a large change. How much changes where:", "", *self.places]
        lines += [*details, *(["", f"There are {left:,} more lines, in the summary of the run."] if left else []), *self.search_changes]
        for title, some in (("New addresses", self.new), ("Addresses that are gone", self.gone), ("Easy-read pages to read again", self.easy)):
            lines += ["", f"### {title}", "", *_first_lines(some, most)] if some else []
        return "\n".join(lines) + "\n"


def comment(
    found: Collection[Problem],
    changes: Sequence[Change],
    titles: Mapping[str, str],
    addresses: tuple[Sequence[str], Sequence[str]],
    unread: Sequence[str] = (),
    search_changes: Sequence[SearchWordsChange] = (),
) -> Comment:
    """The comment: what to fix, what changes for readers, and the ``addresses``, as (new, removed).

    ``unread`` are files with a syntax error, whose changes cannot be told yet. ``search_changes`` are the records whose search words changed.
    """
    in_order = worst_first(found)
    changed = [summary(changes) if changes or not search_changes else "Nothing changes on pages. The search changes: see below."]
    if unread:
        changed += ["", f"We can say what changes in {', '.join(map(code_span, unread))} when that is fixed. Nothing in it is lost."]
    return Comment(
        errors=[_line(one) for one in in_order if one.level == "error" and one.rule != EASY_READ_OUTDATED],
        warnings=[_line(one) for one in in_order if one.level == "warning" and one.rule != EASY_READ_OUTDATED],
        changed=changed,
        places=[f"- {escape_markdown(place)}: {' '.join(counts_by_kind(some))}" for place, some in by_heading(changes, titles).items()],
        details=list(as_markdown(changes, titles)),
        search_changes=list(search_words_as_markdown(search_changes, titles)),
        new=[f"- {code_span(address)}" for address in addresses[0]],
        gone=[f"- {code_span(address)}" for address in addresses[1]],
        easy=[_line(one) for one in in_order if one.rule == EASY_READ_OUTDATED],
    )


def _line(problem: Problem) -> str:
    """A problem as a list item: its place, what is wrong and what to write instead."""
    return f"- {code_span(f'{problem.path}:{problem.line}')} {code_span(f'{problem.wrong} {problem.instead}')}"


def _first_lines(lines: Sequence[str], most: Callable[[Sequence[str]], int]) -> Iterator[str]:
    """The first ``most`` lines, and how many more there are."""
    yield from lines[: most(lines)]
    if len(lines) > most(lines):
        yield f"- and {len(lines) - most(lines)} more, in the summary of the run"


def _truncated(lines: Sequence[str]) -> Sequence[str]:
    """The first lines, as many as a comment may have, ending after a whole record."""
    sizes = accumulate(len(line) + 1 for line in lines)
    end = next((at for at, size in enumerate(sizes) if at >= MAX_LINES or size > MAX_CHARACTERS), len(lines))
    while end < len(lines) and lines[end].startswith("  - "):
        end -= 1
    return lines[:end]


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
        if new is None or not set(range(new.first, new.last + 1)) <= shown.get(problem.path, set()) or len(comments) == MAX_SUGGESTIONS:
            continue
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", new.line)), default=0))
        one: dict[str, object] = {"path": problem.path, "line": new.last, "side": "RIGHT"}
        if new.first < new.last:
            one |= {"start_line": new.first, "start_side": "RIGHT"}
        comments.append({**one, "body": f"{code_span(problem.wrong)}\n\n{fence}suggestion\n{new.line}\n{fence}\n"})
    return json.dumps({"event": "COMMENT", "body": "Lines to accept, one click each.", "comments": comments} if comments else {}, ensure_ascii=False)
