"""What the rules of content and of easy read find in files that could be read. A rule yields problems and never raises."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from sds.checks import easy_read, published
from sds.checks.context import Context, OfPages
from sds.checks.exceptions import without_excepted
from sds.checks.families import CHOSEN, FIXED, IDS, LAST, OF_WORDS, RULES
from sds.checks.signs import words_hold_no_stray_signs
from sds.checks.words import words_are_finished, words_are_plain
from sds.easy_read.judged_cache import JudgedCache
from sds.easy_read.rules.form import no_capitals
from sds.markdown_pages.rules import OF_MARKDOWN
from sds.model.files import FILES
from sds.nothing_found import LOOK_ANEW, NothingFound
from sds.paths import PHRASES_TO_AVOID
from sds.problem import Problem
from sds.reading.load import Loaded
from sds.reading.visible_words import Visible

SIGNS = words_hold_no_stray_signs.id
PLAIN, SLANTED = words_are_plain.id, no_capitals.id
"""Easy read says of signs for italics what to write; that they are Markdown need not be told then."""
BEFORE_SIGNS = frozenset(("", words_are_finished.id, *OF_MARKDOWN))
"""The rules, and reading, which has none, whose errors a stray sign on the same line mostly follows from."""
PHRASES = next(file for file in FILES if file.path == PHRASES_TO_AVOID)
"""It also says which words nobody here wrote: while it cannot be read, those would be judged with the others."""


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
        held_here = (rule for rule in RULES if (rule.everywhere or rule.id in held) and not (rule.id in OF_WORDS and PHRASES.name in loaded.unread))
        found = (*(problem for rule in held_here for problem in rule.look(context)), *easy_read.in_words(context))
        problems += without_excepted(published.told_once(found, context), loaded.exceptions)
        problems += (problem for rule in LAST.rules for problem in rule.look(replace(context, found=(*found, *context.of_pages.found))))
    return without_echoes(problems)


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in order, without what mostly follows from an error on the same line, and is told again if not: each warning about words, and a stray sign
    in what could not be read."""
    found = sorted(set(problems))
    told = {(problem.path, problem.line) for problem in found if problem.level == "error"}
    slanted = {(problem.path, problem.line) for problem in found if problem.rule == SLANTED and problem.level == "error"}
    misread = {(problem.path, problem.line) for problem in found if problem.level == "error" and problem.rule in BEFORE_SIGNS}
    echoes = {*((rule, place) for rule in OF_WORDS for place in told), *((SIGNS, place) for place in misread), *((PLAIN, place) for place in slanted)}
    heard = frozenset((SIGNS, PLAIN))
    return [one for one in found if (one.rule, (one.path, one.line)) not in echoes or (one.level == "error" and one.rule not in heard)]


def check(loaded: Loaded) -> list[Problem]:
    """Every problem that stops a build, in file and line order."""
    return [problem for problem in diagnostics(loaded, datetime.date.today()) if problem.level == "error"]
