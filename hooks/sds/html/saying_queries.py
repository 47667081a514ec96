"""What templates ask of words to say: which of them belong to a situation, a standard, a stage or a statement, and which are short enough for easy read."""

from __future__ import annotations

from collections import Counter

from sds.easy_read.english import sentences, words
from sds.easy_read.rules.sentences import MOST
from sds.model.framework import Action, Framework
from sds.model.records import EasyPage, SayOr
from sds.model.told import ToldLine, line_of

FEW = 5
"""How many lines stand beside a stage or a statement: "My words" has all."""
FEW_IN_EASY_READ = 3


class SayingQueries:
    """Answers the questions of the templates about words to say. Every public name is a name in the templates."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework

    def sayings_about(self, kind: str, id: str) -> list[ToldLine]:
        """The words to say in a situation, about a standard or at a stage; none for other kinds of record."""
        if kind == "situations":
            return [line_of(self._framework, line) for line in self._framework.record(kind, id).words]
        if kind == "standards":
            return [line_of(self._framework, SayOr(ask_for=line.id)) for line in self._framework.record(kind, id).file.ask_for]
        return self._at_stage(id) if kind == "stages" else []

    def _at_stage(self, stage: str) -> list[ToldLine]:
        """The words of the situations of a stage in which people ask for themselves: those first that most of these situations have."""
        asking = {role.id for role in self._framework.roles if role.statement_form}
        here = [one for one in self._framework.situations if stage in one.stages and asking & set(one.roles)]
        lines = [line for one in here for line in self.sayings_about("situations", one.id)]
        often = Counter(line.id for line in lines)
        once = {line.id: line for line in lines}
        return sorted(once.values(), key=lambda line: -often[line.id])[:FEW]

    def sayings_beside(self, action: Action) -> list[ToldLine]:
        """A few lines of the standard of a statement of someone who asks: those first that rest on a law which the statement names. None for other roles."""
        if not self._framework.record("roles", action.role).statement_form:
            return []
        lines = self.sayings_about("standards", action.standard)
        return sorted(lines, key=lambda line: not line.right or line.right.id not in action.provisions)[:FEW]

    def easy_sayings(self, page: EasyPage) -> list[ToldLine]:
        """The first lines about the record of an easy-read page whose sentences are as short as easy read asks."""
        lines = self.sayings_about(page.about, page.id) if page.kind != "questions" else []
        return [line for line in lines if all(len(words(one)) <= MOST for one in sentences(line.words))][:FEW_IN_EASY_READ]
