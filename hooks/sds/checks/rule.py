"""How a rule of content is written down: a function that is given the context and yields a problem for whatever breaks the rule. It never raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sds.checks.context import Context
from sds.paths import STANDARDS
from sds.problem import Level, Problem
from sds.rule import Example, Rule, asked

ContentLook: TypeAlias = Callable[[Context], Iterator[Problem]]
ContentRule: TypeAlias = Rule[ContentLook]

PATHS, WATER = f"{STANDARDS}/paths.yaml", f"{STANDARDS}/water.yaml"
"""The two standards of the made-up framework from which the examples are: that of the tests, about a shared garden."""

NEW = "new"
"""The id that an editor writes to be told the next free one."""


@dataclass(frozen=True)
class Family:
    """Rules about one subject, under the title that they have on the page of rules."""

    title: str
    rules: tuple[ContentRule, ...]


ERROR: Mapping[Level, str] = {"error": ""}


def rule(
    id: str, title: str, example: Example, told: Mapping[Level, str] = ERROR, source: str = "", everywhere: bool = True
) -> Callable[[ContentLook], ContentRule]:
    """Makes a rule of a function. What it finds carries the id of the rule, and its level; where the rule has two, the function says which.

    A rule that does not hold ``everywhere`` holds where a framework expects it: it is a way of writing, and other frameworks have other ways.
    """

    def made(look: ContentLook) -> ContentRule:
        def found(context: Context) -> Iterator[Problem]:
            only = next(iter(told)) if len(told) == 1 else None
            yield from (replace(problem, rule=id, level=only or problem.level) for problem in look(context))

        return Rule(id=id, title=title, asks=asked(look), told=told, example=example, source=source, look=found, everywhere=everywhere)

    return made
