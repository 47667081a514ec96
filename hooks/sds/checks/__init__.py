"""Runs the rules of content and of easy read on the files that could be read. A rule yields problems and never raises."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sds.checks import easy_read, published
from sds.checks.contacts import numbers_hold_no_letters
from sds.checks.context import Context, OfPages
from sds.checks.exceptions import misspelt, without_excepted
from sds.checks.families import CHOSEN, FIXED, IDS, LAST, OF_WORDS, RULES
from sds.checks.overwritten_ids import overwritten
from sds.checks.pasted import items_are_parted_by_commas
from sds.checks.self_evaluation import questions_ask_about_components
from sds.checks.signs import words_hold_no_stray_signs
from sds.checks.words import words_are_finished, words_are_plain
from sds.clean_checks_cache import NO_CACHE, CleanChecksCache
from sds.easy_read.judged_cache import JudgedCache
from sds.easy_read.rule import files_of_record
from sds.easy_read.rules.form import marks, no_capitals, no_lists
from sds.easy_read.rules.full_record import in_step
from sds.easy_read.rules.words import hard_words, little_bold
from sds.markdown_pages.rules import OF_MARKDOWN
from sds.markdown_pages.rules.lists import code_is_closed
from sds.model.files import FILES
from sds.paths import PHRASES_TO_AVOID
from sds.problem import Problem, in_place_of_several
from sds.reading.load import Loaded
from sds.reading.visible_words import Visible
from sds.reading.yaml_text import Document

IN_STEP = in_step.id
"""The rule that an easy page was written from the words of today."""
PARSER = ""
"""The rule of a problem that the parser reports."""
ECHOES_OF = {
    no_capitals.id: (words_are_plain.id,),
    marks.id: (words_hold_no_stray_signs.id,),
    words_are_plain.id: (words_hold_no_stray_signs.id, no_lists.id),
    questions_ask_about_components.id: (marks.id,),
    numbers_hold_no_letters.id: (words_hold_no_stray_signs.id,),
    little_bold.id: (words_hold_no_stray_signs.id, hard_words.id),
    **dict.fromkeys((words_are_finished.id, items_are_parted_by_commas.id, *OF_MARKDOWN), (words_hold_no_stray_signs.id,)),
}
"""The rules whose problems mostly follow from an error of another rule in the same value: Markdown and stray signs of which other rules say what to write."""
PHRASES = next(file for file in FILES if file.path == PHRASES_TO_AVOID)
"""The list of phrases to avoid. It also names texts by other people, which no rule about words may judge, so without it these rules are not run."""
NO_DOCUMENTS: Mapping[str, Document] = {}


def diagnostics(
    loaded: Loaded,
    today: datetime.date,
    judged: JudgedCache | None = None,
    visible: tuple[Visible, ...] = (),
    clean_checks: CleanChecksCache = NO_CACHE,
    of_pages: OfPages | None = None,
) -> list[Problem]:
    """Every error and warning from reading and from the rules, in order of file and line. ``today`` is the day by which dates are judged.

    ``judged`` and ``clean_checks`` are caches on disk. ``visible`` is the text that readers see in templates, scripts and hand-written pages. ``of_pages`` has
    the problems in hand-written pages, which are reported elsewhere: here they only show which exceptions are needed.
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
            clean_checks=clean_checks,
            chosen_rules=CHOSEN,
        )
        held = loaded.framework.spine.expected.rules
        held_here = (rule for rule in RULES if (rule.everywhere or rule.id in held) and not (rule.id in OF_WORDS and PHRASES.name in loaded.unread))
        found = (*(problem for rule in held_here for problem in rule.look(context)), *easy_read.in_words(context))
        misread = {(problem.path, problem.lacks) for problem in loaded.problems if problem.lacks}  # a field that is there, and is read as words of another
        found = tuple(problem for problem in found if (problem.path, problem.lacks) not in misread)
        problems += without_excepted(published.told_once(found, context), (*loaded.exceptions, *misspelt(found, context)))
        problems = overwritten(list(_of_whole_words(problems, context)), loaded.where.documents)
        problems += (problem for rule in LAST.rules for problem in rule.look(replace(context, found=(*found, *context.of_pages.found))))
    return without_echoes(problems, loaded.where.documents)


def _of_whole_words(problems: list[Problem], context: Context) -> Iterator[Problem]:
    """The problems without those that tell of changed words of a record whose file has errors: the code of its words is another when they are fixed."""
    wrong = {problem.path for problem in problems if problem.level == "error"}
    pages = {f"easy_read/{id}": page for id, page in context.framework.records("easy_read").items()} if wrong else {}
    for problem in problems:
        page = pages.get(problem.record) if problem.rule == IN_STEP else None
        if not page or wrong.isdisjoint(files_of_record(page, context.where)):
            yield problem


def without_echoes(problems: Iterable[Problem], documents: Mapping[str, Document] = NO_DOCUMENTS) -> list[Problem]:
    """Problems in order, without those that are mostly a consequence of an error in the same value (on the same line, in a file that is not among the
    ``documents``): warnings about words, and all that rules find in a value that the parser reports. Of a file that was not read to its end, warnings are left
    out, and of a page with code that is not closed, all else. If they are no consequence, they are reported once the error is fixed."""
    found = sorted({in_place_of_several(problem) for problem in problems})
    wrong = [problem for problem in found if problem.level == "error"]
    starts = {path: _starts(documents[path]) for path in {problem.path for problem in wrong} & documents.keys()}

    def value(one: Problem) -> tuple[str, int]:
        above = starts.get(one.path, ())
        return one.path, above[at - 1] if (at := bisect_right(above, one.line)) else one.line

    echoes = {(rule, value(one)) for one in wrong for rule in (*OF_WORDS, *ECHOES_OF.get(one.rule, ()))}
    unread, misread = {problem.path for problem in wrong if problem.hides}, {value(problem) for problem in wrong if problem.rule == PARSER}
    inside_out = {problem.path for problem in wrong if problem.rule == code_is_closed.id}  # what is code there, and what is words, is unknown
    swallowing = {value(problem) for problem in wrong if problem.rule == PARSER and problem.hides}

    def follows(one: Problem) -> bool:
        if (one.level == "warning" and one.path in unread) or (one.path in inside_out and one.rule != code_is_closed.id):
            return True
        if one.rule != PARSER and value(one) in misread:
            return True
        if one.kinds and not one.hides and value(one) in swallowing:  # an id that has another line in it
            return True
        return (one.rule, value(one)) in echoes and not (one.level == "error" and one.rule in OF_WORDS)

    return [one for one in found if not follows(one)]


def _starts(document: Document) -> list[int]:
    """The lines on which the values of a file begin, in order."""
    return sorted(set(document.lines.values()))


def check(loaded: Loaded) -> list[Problem]:
    """Every error, in order of file and line. Errors stop a build."""
    return [problem for problem in diagnostics(loaded, datetime.date.today()) if problem.level == "error"]
