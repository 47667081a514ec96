"""What a rule is, of content and of easy read alike: a function whose docstring is the rule in plain words, with an id, a title, a level and an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from sds.problem import Level, Problem

Given = TypeVar("Given")
"""What a rule looks at."""
Look = TypeVar("Look", bound=Callable[..., Iterator[Any]])
"""What looks for whatever breaks a rule. What it is given, and what it yields, is said where the rules are."""


@dataclass(frozen=True)
class Example:
    """What breaks a rule, and the same put right. A test runs both.

    Without ``file`` they are sentences of an easy-read page. With it they are lines of that file, set in as they stand there; ``mended`` stands
    in the tests' own small framework. Of a hand-written page they are the whole, or what stands below its heading; where ``file`` is a folder they are
    names of files in it. ``times`` says how many copies of ``broken`` it takes, for a rule about a page as a whole.
    """

    broken: str
    mended: str
    file: str = ""
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class Rule(Generic[Look]):
    """A rule. ``id`` is given once and never changes: exceptions and addresses name it. ``asks`` is the rule itself.

    ``told`` says at which levels the rule tells of what breaks it and, where there are two, what at each. ``source`` is whose rule it is, where it is not ours.
    """

    id: str
    title: str
    asks: str
    told: Mapping[Level, str]
    example: Example
    source: str
    look: Look
    everywhere: bool = field(default=True, kw_only=True)
    """Whether it holds in every framework. One that does not holds where ``expected`` names it."""
    excepted: bool = field(default=True, kw_only=True)
    """Whether exceptions from it can be made."""

    @property
    def anchor(self) -> str:
        """The place of the rule on the page of rules."""
        return self.id.lower().replace(".", "-")


@dataclass(frozen=True)
class Family:
    """Rules about one subject, under the title that they have on the page of rules."""

    title: str
    rules: tuple[Rule[Any], ...]


ERROR: Mapping[Level, str] = {"error": ""}


def rule(
    id: str,
    title: str,
    example: Example,
    told: Mapping[Level, str] = ERROR,
    source: str = "",
    everywhere: bool = True,
    excepted: bool = True,
) -> Callable[[Callable[[Given], Iterator[Problem]]], Rule[Callable[[Given], Iterator[Problem]]]]:
    """Makes a rule of a function that never raises. What it finds carries the id of the rule, and its level; where the rule has two, the function says which.

    A rule that does not hold ``everywhere`` holds where a framework expects it: it is a way of writing, and other frameworks have other ways. From one that
    is not ``excepted`` no exception can be made.
    """

    def made(look: Callable[[Given], Iterator[Problem]]) -> Rule[Callable[[Given], Iterator[Problem]]]:
        def found(given: Given) -> Iterator[Problem]:
            only = next(iter(told)) if len(told) == 1 else None
            yield from (replace(problem, rule=id, level=only or problem.level) for problem in look(given))

        asks = asked(look)
        return Rule(id=id, title=title, asks=asks, told=told, example=example, source=source, look=found, everywhere=everywhere, excepted=excepted)

    return made


def asked(look: Callable[..., Any]) -> str:
    """The rule in plain words: the docstring of the function that looks for what breaks it, as one line."""
    assert look.__doc__, f"{look.__name__} does not say what it asks for"
    return " ".join(look.__doc__.split())
