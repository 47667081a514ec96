"""The report of easy read for people who write it: figures, counts for each rule, and every warning with file and line."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sds.easy_read.check import texts
from sds.easy_read.english import lix
from sds.easy_read.text import Text
from sds.model.framework import Framework
from sds.problem import Problem, counted
from sds.rule import Rule


def report(framework: Framework, found: Sequence[Problem], rules: Iterable[Rule[Any]]) -> str:
    """The whole report as text: figures, a count for each of ``rules`` that is broken, and errors and warnings in file and line order."""
    return "\n".join([*_figures(framework), "", *_by_rule(found, rules), "", *(f"{problem.level}: {problem}" for problem in found)]).rstrip() + "\n"


def _figures(framework: Framework) -> Iterator[str]:
    pages = [text for text in texts(framework) if text.page is not None]
    if not pages:
        yield "There is no easy read."
        return
    lengths = [len(sentence.words) for text in pages for sentence in text.sentences]
    levels = {text.id: lix_of(text) for text in pages}
    hardest = sorted(levels, key=levels.__getitem__, reverse=True)[:3]
    unchecked = sum(page.checked is None for page in framework.easy_read)
    blocks, lines = sum(len(text.blocks) for text in pages), sum(len(text.parts) - len(text.blocks) for text in pages)
    yield f"Pages: {len(pages)}, with {blocks} blocks and {lines} statements. Not yet checked by people: {unchecked}."
    yield f"Sentences: {len(lengths)}. Words in a sentence: {statistics.median(lengths):.0f} (median), {max(lengths)} (most)."
    yield f"Pictures: {len(framework.pictures)}, of which {len(_shown(framework))} are shown on a page."
    yield f"LIX: {min(levels.values()):.0f} to {max(levels.values()):.0f}. Hardest: {', '.join(f'{id} {levels[id]:.0f}' for id in hardest)}."


def _shown(framework: Framework) -> set[str]:
    """The ids of the pictures that at least one easy-read page uses."""
    return {id for page in framework.easy_read for id in page.pictures} & {picture.id for picture in framework.pictures}


def lix_of(text: Text) -> float:
    """The LIX of a page without its title."""
    return lix(sentence.plain for sentence in text.sentences)


def _by_rule(found: Sequence[Problem], rules: Iterable[Rule[Any]]) -> Iterator[str]:
    counts = Counter((problem.rule, problem.level) for problem in found)
    for rule in rules:
        errors, warnings = counts[rule.id, "error"], counts[rule.id, "warning"]
        if errors or warnings:
            yield f"{rule.id} {rule.title}: {counted(errors, 'error')}, {counted(warnings, 'warning')}"
    errors, warnings = (sum(problem.level == one for problem in found) for one in ("error", "warning"))
    yield f"In all: {counted(errors, 'error')}, {counted(warnings, 'warning')}"
