"""What a rule is, of content and of easy read alike: a function whose docstring is the rule in plain words, with an id, a title, a level and an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sds.problem import Level

Look = TypeVar("Look", bound=Callable[..., Iterator[Any]])
"""What looks for whatever breaks a rule. What it is given, and what it yields, is said where the rules are."""


@dataclass(frozen=True)
class Example:
    """What breaks a rule, and the same put right. A test runs both.

    Without ``file`` they are sentences of an easy-read page. With it they are lines of that file, set in as they stand there; ``mended`` stands
    in the tests' own small framework. ``times`` says how many copies of ``broken`` it takes, for a rule about a page as a whole.
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

    @property
    def anchor(self) -> str:
        """The place of the rule on the page of rules."""
        return self.id.lower().replace(".", "-")


def asked(look: Callable[..., Any]) -> str:
    """The rule in plain words: the docstring of the function that looks for what breaks it, as one line."""
    assert look.__doc__, f"{look.__name__} does not say what it asks for"
    return " ".join(look.__doc__.split())
