"""What the rules of content and of easy read find in files that could be read. A rule yields problems and never raises."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from sds.checks import easy_read, published
from sds.checks.context import Context, OfPages
from sds.checks.exceptions import without_excepted
from sds.checks.families import CHOSEN, FIXED, IDS, LAST, OF_WORDS, RULES
from sds.easy_read.judged_cache import JudgedCache
from sds.nothing_found import LOOK_ANEW, NothingFound
from sds.problem import Problem
from sds.reading.load import Loaded
from sds.reading.visible_words import Visible


def diagnostics(
    loaded: Loaded,
    today: datetime.date,
    judged: JudgedCache | None = None,
    visible: tuple[Visible, ...] = (),
    nothing_found: NothingFound = LOOK_ANEW,
    of_pages: OfPages | None = None,
) -> list[Problem]:
    """Every error and every warning that reading and the rules find, in file and line order. ``today`` is the day that checks by people are measured from.

    ``judged`` may know from an earlier run what was found in easy words, and ``nothing_found`` where nothing was. ``visible`` is what readers see of files
    that are no content. What was found in hand-written pages is told by who read them: here it only says which exceptions are needed.
    """
    problems = list(loaded.problems)
    if loaded.framework is not None:
        context = Context(
            framework=loaded.framework,
            where=loaded.where,
            incomplete=loaded.incomplete,
            unread=loaded.unread,
            today=today,
            exceptions=loaded.exceptions,
            rules=IDS,
            fixed_rules=FIXED,
            of_pages=of_pages or OfPages(),
            judged=judged,
            published=loaded.published,
            known_spellings=loaded.known_spellings,
            visible=visible,
            nothing_found=nothing_found,
            chosen_rules=CHOSEN,
        )
        held = loaded.framework.spine.expected.rules
        found = (*(problem for rule in RULES if rule.everywhere or rule.id in held for problem in rule.look(context)), *easy_read.in_words(context))
        problems += without_excepted(published.told_once(found, context), loaded.exceptions)
        problems += (problem for rule in LAST.rules for problem in rule.look(replace(context, found=(*found, *context.of_pages.found))))
    return without_echoes(problems)


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in order, without each warning about words on a line of which an error is told: it mostly follows from that, and is told again if not."""
    found = sorted(set(problems))
    told = {(problem.path, problem.line) for problem in found if problem.level == "error"}
    return [problem for problem in found if problem.rule not in OF_WORDS or problem.level == "error" or (problem.path, problem.line) not in told]


def check(loaded: Loaded) -> list[Problem]:
    """Every problem that stops a build, in file and line order."""
    return [problem for problem in diagnostics(loaded, datetime.date.today()) if problem.level == "error"]
