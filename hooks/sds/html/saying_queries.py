"""Queries of templates about lines to say: those for a situation, standard, stage or statement, and those that are short enough for easy read."""

from __future__ import annotations

from collections import Counter

from sds.easy_read.english import sentences, words
from sds.easy_read.rules.sentences import MOST
from sds.easy_read.statements import said_by_workers
from sds.model.framework import Action, Framework
from sds.model.records import EasyPage, SayOr
from sds.model.situation_lines import ToldLine, line_of, lines_about

FEW = 5
"""The most lines that are shown for a stage or a statement. The page "My words" has all."""
FEW_OF_A_STANDARD = 2
FEW_IN_EASY_READ = 3


class SayingQueries:
    """Queries of templates about lines to say. Every public name is a global name in templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def sayings_about(self, kind: str, id: str) -> list[ToldLine]:
        """The lines to say in a situation, about a standard or at a stage; none for other kinds of record."""
        if kind in {"situations", "standards"}:
            return lines_about(self._framework, kind, id)
        return self._at_stage(id) if kind == "stages" else []

    def _at_stage(self, stage: str) -> list[ToldLine]:
        """Lines that rely on a provision which the stage's statements (of roles with ``statement_form``) cite.

        First come those whose provision has the greatest share of its citations at this stage. At most ``FEW``, and ``FEW_OF_A_STANDARD`` of one standard.
        """
        asked = [one for one in self._framework.current_actions if self._framework.record("roles", one.role).statement_form]
        here = [one for one in asked if stage in one.stages]
        of_all, of_stage = (Counter(law for one in some for law in set(one.provisions)) for some in (asked, here))
        of_standard = Counter(one.standard for one in here)
        lines = [(line, standard.id) for standard in self._framework.standards for line in standard.ask_for if line.right and of_stage[line.right]]
        lines.sort(key=lambda one: (-of_stage[one[0].right or ""] / of_all[one[0].right or ""], -of_standard[one[1]]))
        taken, found = Counter[str](), list[ToldLine]()
        for line, standard in lines:
            if taken[standard] < FEW_OF_A_STANDARD and len(found) < FEW:
                taken[standard] += 1
                found.append(line_of(self._framework, SayOr(ask_for=line.id)))
        return found

    def sayings_beside(self, action: Action) -> list[ToldLine]:
        """At most ``FEW`` lines of the standard of a statement, first those that rely on a provision that the statement cites. None for roles without
        ``statement_form``."""
        if not self._framework.record("roles", action.role).statement_form:
            return []
        lines = self.sayings_about("standards", action.standard)
        return sorted(lines, key=lambda line: not line.right or line.right.id not in action.provisions)[:FEW]

    def said_by_workers(self, kind: str, id: str) -> bool:
        """Whether the lines about a record are spoken by workers: it is a situation for workers."""
        return kind == "situations" and said_by_workers(self._framework, self._framework.record("situations", id))

    def easy_sayings(self, page: EasyPage) -> list[ToldLine]:
        """The first few lines about the record of an easy-read page that are short enough for easy read; none if workers say them."""
        lines = self.sayings_about(page.about, page.id) if page.kind != "questions" and not self.said_by_workers(page.about, page.id) else []
        return [line for line in lines if all(len(words(one)) <= MOST for one in sentences(line.words))][:FEW_IN_EASY_READ]
