"""The framework -> the JSON files of stages and situations, which the page ``/pack/`` puts before the standards, for a pack for one visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sds.booklets import Booklet
from sds.easy_read.statements import said_by_workers
from sds.model.duties import law_cited
from sds.model.framework import Framework
from sds.model.records import Situation, Stage
from sds.model.situation_lines import ToldStep, line_of, step_of
from sds.model.urls import url_of
from sds.pages.pack_parts import easy_of, forms_of, words_of
from sds.pages.value_a_line import value_a_line


def case_path(kind: str, id: str) -> str:
    """The path of the file of a stage or situation; ``kind`` is "stages" or "situations"."""
    return f"pack/parts/{kind}/{id}.json"


def standards_of(framework: Framework, actions: Iterable[str]) -> list[str]:
    """The ids of the standards of some statements (``actions`` are ids), in the order of the framework."""
    theirs = {framework.record("actions", id).standard for id in actions}
    return [standard.id for standard in framework.standards if standard.id in theirs]


def stage_actions(framework: Framework, stage: Stage) -> list[str]:
    """The ids of the statements in force at a stage."""
    return [action.id for action in framework.current_actions if stage.id in action.stages]


def stage_part(framework: Framework, stage: Stage, booklets: Mapping[str, Booklet]) -> str:
    """The JSON of a stage: what happens there, its forms, and its easy-read page. ``booklets`` are the booklets by path."""
    forms = [one for one in framework.templates if stage.id in one.stages]
    return value_a_line(
        {
            "id": stage.id,
            "title": stage.title,
            "about": stage.text,
            "url": url_of(framework, "stages", stage.id),
            "forms": forms_of(framework, forms, booklets),
            "easy": easy_of(framework, "stages", stage.id, booklets),
        }
    )


def situation_part(framework: Framework, situation: Situation, booklets: Mapping[str, Booklet]) -> str:
    """The JSON of a situation: the answer, what to do and by when, lines to say, the law, its forms, and its easy-read page."""
    provisions = [framework.record("provisions", id) for id in situation.provisions]
    forms = [one for one in framework.templates if one.id in situation.templates or situation.id in one.situations]
    return value_a_line(
        {
            "id": situation.id,
            "title": situation.title,
            "about": situation.answer,
            "url": url_of(framework, "situations", situation.id),
            "actions": situation.actions,
            "first": [{"do": step.do, "how": step.how} for step in situation.first_steps],
            "steps": [_step(step_of(framework, step)) for step in situation.steps],
            "words": words_of(framework, (line_of(framework, line) for line in situation.words)),
            "said_by_workers": said_by_workers(framework, situation),
            "law": [{"text": one.text, "cite": law_cited(framework, one), "url": url_of(framework, "provisions", one.id)} for one in provisions],
            "forms": forms_of(framework, forms, booklets),
            "easy": easy_of(framework, "situations", situation.id, booklets),
        }
    )


def _step(step: ToldStep) -> dict[str, str | None]:
    return {"do": step.do, "how": step.how, "who": step.who, "by_when": step.by_when}
