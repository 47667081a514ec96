"""Resolves lines and steps of a situation that only name another record: a sentence to say of a standard, or a step of the complaints route."""

from __future__ import annotations

from dataclasses import dataclass

from sds.model.framework import AskFor, Framework
from sds.model.records import ComplaintStep, Provision, SayOr, Step
from sds.model.records.templates import Afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLine:
    """Words to say or write. ``right`` is the provision that they rely on, or None when they only ask."""

    id: str
    words: str
    right: Provision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStep:
    """A step to take. ``origin`` says who set the time in ``by_when``; ``contact`` is the id of a contact or purpose, and ``source`` a citation."""

    id: str
    do: str
    how: str | None
    who: str | None
    by_when: str | None
    origin: str | None
    provision: Provision | None
    source: str | None
    contact: str | None


def line_of(framework: Framework, line: SayOr) -> ToldLine:
    """A line of a situation: its own words, or those of the standard's line that it names."""
    own: SayOr | AskFor = framework.record("ask_for", line.ask_for) if line.ask_for else line
    assert own.id
    assert own.words
    return ToldLine(id=own.id, words=own.words, right=framework.record("provisions", own.right) if own.right else None)


def lines_about(framework: Framework, kind: str, id: str) -> list[ToldLine]:
    """The lines to say in a situation (``kind`` is ``situations``) or about a standard."""
    record = framework.record(kind, id)
    lines = record.words if kind == "situations" else [SayOr(ask_for=line.id) for line in record.file.ask_for]
    return [line_of(framework, line) for line in lines]


def step_of(framework: Framework, step: Step) -> ToldStep:
    """A step of a situation: its own, or the step of the complaints route that it names."""
    if step.route:
        return route_step(framework, framework.record("complaints_route", step.route))
    assert step.do
    return _told(framework, step, step.do, step.how)


def route_step(framework: Framework, step: ComplaintStep) -> ToldStep:
    """A step of the complaints route, in the same type as a situation's own step."""
    return _told(framework, step, step.title, step.what)


def _told(framework: Framework, step: Step | ComplaintStep, do: str, how: str | None) -> ToldStep:
    assert step.id
    return ToldStep(
        id=step.id,
        do=do,
        how=how,
        who=step.who,
        by_when=step.by_when,
        origin=step.by_when_from,
        provision=framework.record("provisions", step.provision) if step.provision else None,
        source=step.source,
        contact=step.contact,
    )


def after_step(framework: Framework, step: Afterwards, number: int) -> ToldStep:
    """A step to take with a completed form: its own, or the step of the complaints route that it names. ``number`` makes the id of its own step."""
    if step.complaints_route:
        return route_step(framework, framework.record("complaints_route", step.complaints_route))
    assert step.do
    return ToldStep(
        id=f"step-{number}",
        do=step.do,
        how=None,
        who=None,
        by_when=step.by_when,
        origin=step.by_when_from,
        provision=framework.record("provisions", step.provision) if step.provision else None,
        source=None,
        contact=None,
    )
